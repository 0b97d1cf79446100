"""The tables of a case: every record of its parts as a row, citations checked on writing."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from rashomon.case.fields import Field, fields
from rashomon.case.parts import Links
from rashomon.records import (
    Article,
    Claim,
    Comparison,
    Cut,
    Date,
    Dropped,
    Event,
    Figure,
    Finding,
    Found,
    Incident,
    Issue,
    Judgement,
    Mention,
    Page,
    Rule,
    Statement,
    Tie,
)
from rashomon.store import columns, save_table

FINDINGS: dict[str, type[Finding]] = {
    "dates": Date,
    "mentions": Mention,
    "statements": Statement,
    "events": Event,
    "figures": Figure,
    "ties": Tie,
    "rules": Rule,
    "claims": Claim,
    "incidents": Incident,
}
PLACED = {
    "id": "VARCHAR",
    "kind": "VARCHAR",
    "page": "VARCHAR",
    "file": "VARCHAR",
    "line": "BIGINT",
    "start": "BIGINT",
    "end": "BIGINT",
    "quote": "VARCHAR",
    "article": "VARCHAR",
    "outlet": "VARCHAR",
    "text_of_page": "BOOLEAN",
    "sentence": "VARCHAR",
    "sentence_span": "BIGINT[]",
}
"""The columns of every finding that say where it stands, before those of its record."""
PAIR = {"key": "VARCHAR", "representative": "VARCHAR"}


@dataclass(frozen=True)
class Lines:
    """The line numbers of a page's text, 1-based."""

    page: Page
    ends: list[int] = field(default_factory=list)

    def of(self, position: int) -> int:
        """The line on which the character stands."""
        return bisect_right(self.ends, position) + 1


def lines_of(page: Page) -> Lines:
    """The line numbers of a page, found once."""
    return Lines(page, [place + 1 for place, character in enumerate(page.text) if character == "\n"])


def write_tables(  # noqa: PLR0917 - all that a case holds
    case: Path,
    cuts: Sequence[Cut],
    founds: Sequence[Found],
    links: Links,
    issues: Sequence[Issue],
    new: Collection[str] = (),
) -> None:
    """Write every table of the case; a finding whose quote is not in its page becomes an issue.

    ``new``: the ids of the comparisons that are new since the last run.
    """
    numbered = {cut.page.id: lines_of(cut.page) for cut in cuts}
    wrong: list[Issue] = []
    for name, kind in FINDINGS.items():
        rows = rows_of(name, founds, numbered, wrong)
        save_table(case, name, types_of(kind), rows)
    save_table(case, "pages", columns(Page), (cut.page for cut in cuts))
    save_table(case, "articles", columns(Article), (article for cut in cuts for article in cut.articles))
    save_table(case, "dropped", columns(Dropped), (dropped for cut in cuts for dropped in cut.dropped))
    save_table(case, "judgements", columns(Judgement), links.judgements)
    compared = (msgspec.structs.asdict(one) | {"new": one.id in new} for one in links.comparisons)
    save_table(case, "comparisons", columns(Comparison) | {"new": "BOOLEAN"}, compared)
    save_table(case, "fields", columns(Field), fields())
    for name, pairs in (("actor_keys", links.actors), ("groups", links.groups), ("copies", links.copies)):
        save_table(case, name, PAIR, ({"key": key, "representative": of} for key, of in sorted(pairs.items())))
    all_issues = (
        *issues,
        *(issue for cut in cuts for issue in cut.issues),
        *(i for f in founds for i in f.issues),
        *links.issues,
    )
    save_table(case, "issues", columns(Issue), (*all_issues, *wrong))


def rows_of(name: str, founds: Sequence[Found], numbered: dict[str, Lines], wrong: list[Issue]) -> Iterator[dict[str, Any]]:
    """The rows of one kind of finding, each with its place; what is not cited right goes to ``wrong``."""
    for found in founds:
        findings: Iterable[Finding] = getattr(found, name)
        for finding in findings:
            lines = numbered[finding.cited.page]
            if lines.page.text[finding.cited.start : finding.cited.end] == finding.cited.quote:
                yield placed(finding, found.article, lines)
            else:
                wrong.append(Issue(stage="tables", what=f"{finding.id}: its quote is not in the page", page=finding.cited.page))


def types_of(kind: type[Finding]) -> dict[str, str]:
    """The columns of a table of findings: the place first, then the fields of the record; its own ``kind`` is ``sort``."""
    own = {("sort" if name == "kind" else name): of for name, of in columns(kind).items()}
    return PLACED | {name: of for name, of in own.items() if name not in PLACED and name != "cited"}


def placed(finding: Finding, article: Article, lines: Lines) -> dict[str, Any]:
    """A finding as a row, with file, line, outlet and the words of its sentence."""
    row = msgspec.structs.asdict(finding)
    sort, (start, end) = row.pop("kind", None), finding.sentence
    return row | {
        "kind": type(finding).__name__.lower(),
        "sort": sort,
        "page": finding.cited.page,
        "file": lines.page.file,
        "line": lines.of(finding.cited.start),
        "start": finding.cited.start,
        "end": finding.cited.end,
        "quote": finding.cited.quote,
        "outlet": article.outlet,
        "text_of_page": lines.page.text_of_page,
        "sentence": lines.page.text[start:end],
        "sentence_span": finding.sentence,
    }
