"""A whole report as a value: every section in the order in which it is read; HTML, Markdown and DOCX only write it down."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain
from typing import Generic, TypeVar

import msgspec

from rashomon.records import Article, Dropped, Issue, Rule, RuleKind, Verdict
from rashomon.report.cards import RIVALS, Card, Matrix, cards, matrix
from rashomon.report.index import Index
from rashomon.report.input import Contents
from rashomon.report.origins import Alone, alone
from rashomon.report.passages import Passage, passage
from rashomon.report.scales import Scale, scales
from rashomon.report.system import Known, Ledger, Picture, Relation, actors, ledgers, picture, relations
from rashomon.report.texts import Text, texts
from rashomon.report.timeline import Timeline, timeline
from rashomon.report.wordings import Saying, sayings
from rashomon.report.words import counted, date_words

MOST_ROWS = 3_000
"""Rows of one list; a browser grows slow beyond.  What is left out is counted, and ``rashomon show`` has all of it."""
KINDS = ("statements", "events", "figures", "ties", "rules")
SET_ASIDE: tuple[Verdict, ...] = ("differs in detail", "not comparable", "unsure")

Row = TypeVar("Row")


class Rows(msgspec.Struct, Generic[Row], frozen=True):
    """A list, and how many of its rows a report has no room for."""

    shown: tuple[Row, ...]
    left_out: int


class Count(msgspec.Struct, frozen=True):
    """How many findings there are of one kind, and in which status."""

    kind: str
    number: int
    statuses: tuple[tuple[str, int], ...]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """An article as a source."""

    article: str
    title: str
    outlet: str
    grade: str
    author: str
    date: str
    date_from: str  # "", or how it is known when the page does not state it
    language: str
    origin: str
    translated: bool
    copy_of: str
    file: str
    findings: int
    note: str


class Lead(msgspec.Struct, frozen=True):
    """What is said to lead to what."""

    if_text: str
    then_text: str
    strength: str
    by_when: str
    default: bool
    passage: Passage


class Leads(msgspec.Struct, frozen=True):
    """All rules of one kind."""

    kind: RuleKind
    leads: tuple[Lead, ...]


class Gone(msgspec.Struct, frozen=True):
    """A stretch of a page that was dropped, with its place."""

    file: str
    line: int
    text: str


class Reason(msgspec.Struct, frozen=True):
    """What was dropped for one reason."""

    reason: str
    stretches: tuple[Gone, ...]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Every section, in order."""

    title: str
    folder: str  # in which all files lie; their names are given from there
    summary: tuple[str, ...]  # «10 pages», «12 articles» …
    counts: tuple[Count, ...]
    conflicts: Rows[Card]
    rivals: Rows[Card]
    alone: tuple[Alone, ...]
    agreements: Rows[Card]
    set_aside: Rows[Card]
    matrix: Matrix
    timeline: Timeline
    sayings: Rows[Saying]
    scales: Rows[Scale]
    picture: Picture
    relations: Rows[Relation]
    actors: Rows[Known]
    ledgers: Rows[Ledger]
    leads: tuple[Leads, ...]
    sources: tuple[Source, ...]
    dropped: tuple[Reason, ...]
    issues: Rows[Issue]
    texts: tuple[Text, ...]


def report(contents: Contents) -> Report:
    """The report of a case."""
    index = Index(contents)
    conflicting, agreeing, aside = cards(index, ["conflicts"]), cards(index, ["agrees"]), cards(index, SET_ASIDE)
    known = actors(index)
    return Report(
        title=contents.title,
        folder=index.folder,
        summary=summary(index, conflicting),
        counts=tuple(count(index, kind) for kind in KINDS),
        conflicts=rows([card for card in conflicting if card.kind not in RIVALS]),
        rivals=rows([card for card in (*conflicting, *aside) if card.kind in RIVALS]),
        alone=alone(index),
        agreements=rows(agreeing),
        set_aside=rows([card for card in aside if card.kind not in RIVALS]),
        matrix=matrix((*conflicting, *agreeing)),
        timeline=timeline(index),
        sayings=rows(sayings(index)),
        scales=rows(scales(index)),
        picture=picture(index),
        relations=rows(relations(index)),
        actors=rows(known),
        ledgers=rows(ledgers(index)),
        leads=leads(index),
        sources=tuple(source(index, article) for article in contents.articles),
        dropped=reasons(index),
        issues=rows(contents.issues),
        texts=texts(index, linked(contents, known)),
    )


def rows(all_rows: Sequence[Row]) -> Rows[Row]:
    """The rows that a list has room for, and the number of the others."""
    return Rows(tuple(all_rows[:MOST_ROWS]), max(len(all_rows) - MOST_ROWS, 0))


def linked(contents: Contents, known: Sequence[Known]) -> frozenset[str]:
    """The mentions and claims that something in the report leads to."""
    compared = (side.findings for comparison in contents.comparisons for side in comparison.sides)
    return frozenset(chain((form.first for actor in known for form in actor.forms), chain.from_iterable(compared)))


def summary(index: Index, conflicting: Sequence[Card]) -> tuple[str, ...]:
    """The pile in a few numbers, what conflicts first."""
    contents = index.contents
    outlets = {article.outlet for article in contents.articles if article.outlet}
    return (
        counted(len(conflicting), "conflict"),
        counted(len(contents.pages), "page"),
        counted(len(contents.articles), "article"),
        counted(len(outlets), "known outlet"),
        counted(
            sum(1 for article in contents.articles if not article.outlet),
            "article of unknown outlet",
            "articles of unknown outlet",
        ),
        counted(sum(1 for copy, of in contents.copies.items() if copy != of), "copy", "copies"),
        counted(len(contents.dropped), "stretch dropped", "stretches dropped"),
        counted(len(contents.issues), "issue"),
    )


def count(index: Index, kind: str) -> Count:
    """One line of the table of findings."""
    findings = index.all_of(kind)
    statuses = Counter(finding.status for finding in findings)
    return Count(kind, len(findings), tuple(sorted(statuses.items(), key=lambda item: (-item[1], item[0]))))


def source(index: Index, article: Article) -> Source:
    """One line of the list of sources."""
    original = index.original(article.id)
    return Source(
        article=article.id,
        title=article.title,
        outlet=index.outlet(article.id),
        grade=index.grade(article.id),
        author=article.author,
        date=date_words(article.published_on),
        date_from=article.published_anchor if article.published_from == "derived" else "",
        language=article.language,
        origin=article.origin,
        translated=article.translated,
        copy_of="" if original.id == article.id else index.outlet(original.id),
        file=index.file(article.page),
        findings=index.findings_of.get(article.id, 0),
        note=article.note,
    )


def leads(index: Index) -> tuple[Leads, ...]:
    """The rules by kind, what may still happen first."""
    grouped: dict[RuleKind, list[Lead]] = defaultdict(list)
    for rule in index.rules():
        grouped[rule.rule].append(lead(index, rule))
    order: tuple[RuleKind, ...] = ("conditional", "prediction", "cause", "aim", "purpose", "counterfactual")
    return tuple(Leads(kind, tuple(grouped[kind])) for kind in order if grouped[kind])


def lead(index: Index, rule: Rule) -> Lead:
    """One rule with its passage."""
    return Lead(rule.if_text, rule.then_text, rule.strength, date_words(rule.by_when), rule.default, passage(index, rule))


def reasons(index: Index) -> tuple[Reason, ...]:
    """What was dropped, by reason in alphabetical order, each in page order."""
    grouped: dict[str, list[Gone]] = defaultdict(list)
    for dropped in index.contents.dropped:
        grouped[dropped.reason].append(gone(index, dropped))
    return tuple(Reason(reason, tuple(stretches)) for reason, stretches in sorted(grouped.items()))


def gone(index: Index, dropped: Dropped) -> Gone:
    """One stretch with its place."""
    page = index.pages[dropped.page]
    return Gone(index.file(page.id), index.line(page.id, dropped.start), dropped.text)
