"""``python -m bench.path [PAGES]``: words per second of the whole path and of the bare parse in one run.

The pages (default: examples/pages) are read one by one in this process; each step is timed by processor time, so
another job on the machine does not count.
"""

import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

from rashomon.case.links import links
from rashomon.find.article import STEPS, Step, taken
from rashomon.find.parse import Parse, model, parse
from rashomon.read.articles import articles
from rashomon.read.files import Source, sources
from rashomon.read.page import pages
from rashomon.records import Cut, Found, Issue

MORE = 5  # every step runs over the pages this often, and the best time counts: the first pass also fills caches


def best(run: Callable[[], object]) -> float:
    """Processor seconds of the fastest of several runs."""
    times = []
    for _ in range(MORE):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


def read(paths: Sequence[str]) -> list[Cut]:
    """The pages cut into articles."""
    found = (source for source in sources(paths) if isinstance(source, Source))
    return [articles(page) for source in found for page in pages(source) if not isinstance(page, Issue)]


def found_by(step: Step, parses: Sequence[Parse], held: Sequence[Found]) -> None:
    """One step over all articles."""
    for parsed, found in zip(parses, held, strict=True):
        step(parsed, found)


def step_times(parses: Sequence[Parse]) -> tuple[dict[str, float], list[Found]]:
    """Seconds of each find step over all articles, each given what the earlier ones found; and all that was found."""
    held = [Found(article=parsed.article) for parsed in parses]
    times = {}
    for name, step in STEPS:
        times[name] = best(partial(found_by, step, parses, held))
        held = [taken(found, name, step, parsed) for parsed, found in zip(parses, held, strict=True)]
    return times, held


def main(paths: Sequence[str]) -> int:
    """Print the table."""
    model()
    cuts = read(paths)
    pairs = [(cut.page, article) for cut in cuts for article in cut.articles]
    parses = [parse(page, article) for page, article in pairs]
    words = sum(not token.is_space for parsed in parses for token in parsed.doc)
    bare = best(lambda: [parse(page, article) for page, article in pairs])
    steps, founds = step_times(parses)
    times = {"read": best(lambda: read(paths)), "parse": bare, **steps, "link": best(lambda: links(cuts, founds, []))}
    print(f"{len(cuts)} pages, {len(pairs)} articles, {words} words")
    for name, seconds in times.items():
        print(f"  {name:>11} {seconds:8.3f} s  {100 * seconds / bare:6.1f} % of the parse")
    print(f"bare parse {words / bare:8.0f} words/s\nwhole path {words / sum(times.values()):8.0f} words/s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["examples/pages"]))
