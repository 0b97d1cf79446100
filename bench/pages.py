"""``python -m bench.pages``: pages a second, as text and as HTML, beside trafilatura alone, and what cleaning costs of a parse.

The pages are those of quality.html_pages; as text, each is what the reading stage renders of it.  All are timed in the same run,
by processor time, the best of some rounds.
"""

import sys
import time
from collections.abc import Callable, Sequence

import trafilatura

from quality.html_pages import made_pages
from rashomon.find.parse import model
from rashomon.read.articles import articles
from rashomon.read.files import Source
from rashomon.read.markup import rendered
from rashomon.read.page import pages
from rashomon.records import Cut, Page

ROUNDS = 3


def in_memory(media: str, text: str) -> Source:
    """A page held in memory."""
    return Source(file="page", media=media, data=text.encode())


def cut(source: Source) -> list[Cut]:
    """All articles of a source."""
    return [articles(page) for page in pages(source) if isinstance(page, Page)]


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the fastest round."""
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> int:
    """Print the speeds."""
    html = [page["html"] for page in made_pages()]
    texts = [rendered(page).text for page in html]
    from_html, from_text = [in_memory("text/html", page) for page in html], [in_memory("text/plain", text) for text in texts]
    bodies = kept(from_text)
    words = sum(len(body.split()) for body in bodies)
    model()
    measured = {
        "text, ours": seconds(lambda: [cut(page) for page in from_text]),
        "HTML, ours": seconds(lambda: [cut(page) for page in from_html]),
        "HTML, trafilatura": seconds(lambda: [trafilatura.bare_extraction(page, with_metadata=True) for page in html]),
    }
    for name, taken in measured.items():
        print(f"{name:18s} {len(html) / taken:8.0f} pages a second")
    parse = seconds(lambda: list(model().pipe(bodies)))
    print(f"{'parse':18s} {words / parse:8.0f} words a second; cleaning text costs {measured['text, ours'] / parse:.1%} of it")
    return 0


def kept(sources: Sequence[Source]) -> list[str]:
    """The text of each article of the sources."""
    found = [done for source in sources for done in cut(source)]
    return [
        "\n\n".join(done.page.text[start:end] for start, end in article.blocks) for done in found for article in done.articles
    ]


if __name__ == "__main__":
    sys.exit(main())
