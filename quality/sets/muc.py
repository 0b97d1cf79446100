"""Articles on political violence, in capitals: incidents, who is behind them, and how sure the report is of it."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import structs

from quality.texts import article_of, page_of
from rashomon.find.article import find
from rashomon.records import Article, Certainty, Incident

WRAPPED = re.compile(r"\n(?=\S)")  # the set's lines are cut at 80 characters; paragraphs are indented
# A dateline and what its editor adds to it are no part of the first sentence: «LIMA, 9 MAY 89 (EFE) -- [REPORT] [TEXT] ».
HEAD = re.compile(r"\s*[^\n]{3,90}?--\s*(?:\[[^\]\n]{1,90}\]\s*)*")
MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
# «SAN SALVADOR, 3 JAN 90 (ACAN-EFE) -- [TEXT] …», sometimes «8 JAN 90» after a line of spaces.
DATELINE = re.compile(rf"\s*[^\n]{{3,60}}?,? (\d{{1,2}}) ({'|'.join(MONTHS)})[A-Z]* (\d\d)\b")
LEVELS: dict[Certainty, str] = {
    "stated as fact": "REPORTED AS FACT",
    "admitted": "CLAIMED OR ADMITTED",
    "accused": "SUSPECTED OR ACCUSED",
    "accused by authorities": "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "possible": "POSSIBLE",
}


def predict(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One line an article, with a template for each incident."""
    for line in lines:
        page = page_of(WRAPPED.sub(" ", line["text"]), line["id"])
        found = find(page, headed(article_of(page, published_on(line["text"])), page.text))
        yield {"id": line["id"], "templates": [template(incident) for incident in found.incidents]}


def headed(article: Article, text: str) -> Article:
    """The article with its dateline as a block of its own."""
    head = HEAD.match(text)
    (start, end), *others = article.blocks
    if head is None or not start < head.end() < end:
        return article
    return structs.replace(article, blocks=((start, head.end()), (head.end(), end), *others))


def published_on(text: str) -> str:
    """The day of an article by its dateline, ISO 8601; empty without one.  The set is of 1988 to 1991."""
    match = DATELINE.match(text)
    return f"19{match[3]}-{MONTHS.index(match[2]) + 1:02}-{int(match[1]):02}" if match else ""


def template(incident: Incident) -> dict[str, Any]:
    """An incident in the words of the keys."""
    held = zip(incident.responsible, incident.certainty, strict=True)
    return {
        "type": incident.incident.upper(),
        "organizations": [{"name": name, "confidence": LEVELS[sure]} for name, sure in held],
    }
