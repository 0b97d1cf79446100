"""What dates and events cost beside the parse: ``python -m bench.events [FILE…]``, the examples when no file is named."""

import sys
import time
from pathlib import Path

from quality.texts import article_of, page_of
from rashomon.find.dates import dates
from rashomon.find.events import events
from rashomon.find.mentions import mentions
from rashomon.find.parse import parse
from rashomon.find.statements import statements

EXAMPLES = Path(__file__).parent.parent / "examples" / "pages"
MOST = 0.20  # share of the parse that dates and events may cost together


def costs(texts: list[str]) -> dict[str, float]:
    """Processor seconds of the parse, the dates and the events of all texts; the first is read twice, to load the model."""
    spent = {"parse": 0.0, "dates": 0.0, "events": 0.0}
    for number, text in enumerate([texts[0], *texts]):
        page = page_of(text)
        clock = [time.process_time()]
        read = parse(page, article_of(page, "2022-01-10"))
        clock.append(time.process_time())
        days = dates(read)
        clock.append(time.process_time())
        named = mentions(read, days)
        said = statements(read, named)
        before = time.process_time()
        events(read, days, named, said)
        if number:
            spent["parse"] += clock[1] - clock[0]
            spent["dates"] += clock[2] - clock[1]
            spent["events"] += time.process_time() - before
    return spent


def main(names: list[str]) -> int:
    """Print the seconds and the share; 1 when the share is over the limit."""
    paths = [Path(name) for name in names] or sorted(path for path in EXAMPLES.rglob("*.txt"))
    spent = costs([path.read_text(encoding="utf-8") for path in paths])
    share = (spent["dates"] + spent["events"]) / spent["parse"]
    print("  ".join(f"{name} {seconds:.2f} s" for name, seconds in spent.items()), f" dates and events: {share:.1%} of the parse")
    return int(share > MOST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
