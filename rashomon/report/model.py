"""A whole report as a value: every section in the order in which it is read; HTML, Markdown and DOCX only write it down."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from rashomon.records import Article, Comparison, Dropped, Issue, Rule, RuleKind, Verdict
from rashomon.report.cards import RIVALS, Card, Matrix, cards, matrix
from rashomon.report.hypotheses import Weighing, weighings
from rashomon.report.index import Index
from rashomon.report.input import Contents
from rashomon.report.origins import Alone, alone
from rashomon.report.passages import Passage, passage
from rashomon.report.rows import Rows, rows
from rashomon.report.rule_map import Arrow, RuleMap, rule_map
from rashomon.report.scales import Scale, scales
from rashomon.report.system import Edge, Form, Known, Ledger, Picture, Relation, actors, ledgers, picture, relations
from rashomon.report.texts import Text, texts
from rashomon.report.timeline import Glyph, Timeline, timeline
from rashomon.report.vectors import Vector, vectors
from rashomon.report.wordings import Saying, sayings
from rashomon.report.words import counted, date_words
from rashomon.report.worlds import Worlds, loaded, worlds

MOST_DROPPED = 500
"""Stretches shown that were dropped for one reason."""
KINDS = ("statements", "events", "figures", "ties", "rules")
ASIDE: tuple[Verdict, ...] = ("agrees", "differs in detail", "not comparable", "unsure")


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
    grade_why: str  # the person's reason, or "" when no person graded the outlet
    facts: str  # what the case holds for and against the outlet, in words
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
    leads: Rows[Lead]


class Gone(msgspec.Struct, frozen=True):
    """A stretch of a page that was dropped, with its place."""

    file: str
    line: int
    text: str


class Reason(msgspec.Struct, frozen=True):
    """What was dropped for one reason."""

    reason: str
    stretches: Rows[Gone]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Every section, in order."""

    title: str
    folder: str  # in which all files lie; their names are given from there
    summary: tuple[str, ...]  # «10 pages», «12 articles» …
    news: str  # «2 conflicts and 1 agreement new since the last run», or ""
    counts: tuple[Count, ...]
    conflicts: Rows[Card]
    rivals: Rows[Card]
    alone: Rows[Alone]
    agreements: Rows[Card]
    set_aside: Rows[Card]
    weighings: Rows[Weighing]
    matrix: Matrix
    timeline: Timeline
    sayings: Rows[Saying]
    attitudes: Rows[Passage]
    distanced: Rows[Passage]
    scales: Rows[Scale]
    picture: Picture
    relations: Rows[Relation]
    actors: Rows[Known]
    ledgers: Rows[Ledger]
    vectors: Rows[Vector]
    leads: tuple[Leads, ...]
    rule_map: RuleMap
    worlds: Worlds
    sources: Rows[Source]
    dropped: tuple[Reason, ...]
    issues: Rows[Issue]
    texts: tuple[Text, ...]


def report(contents: Contents) -> Report:
    """The report of a case."""
    index = Index(contents)
    system = loaded(index)
    compared = [one for one in contents.comparisons if one.verdict in ("conflicts", "agrees")]
    made = Report(
        title=contents.title,
        folder=index.folder,
        summary=summary(index),
        news=news(index),
        counts=tuple(count(index, kind) for kind in KINDS),
        conflicts=cards(index, lambda one: one.verdict == "conflicts"),
        rivals=cards(index, lambda one: one.verdict in ASIDE and one.kind in RIVALS),
        alone=alone(index),
        agreements=cards(index, agreed),
        set_aside=cards(index, lambda one: not agreed(one) and one.verdict in ASIDE and one.kind not in RIVALS),
        weighings=weighings(index),
        matrix=matrix(compared),
        timeline=timeline(index),
        sayings=sayings(index),
        attitudes=rows(index.statements("attitude"), lambda said: passage(index, said)),
        distanced=rows(index.statements("distanced"), lambda said: passage(index, said)),
        scales=scales(index),
        picture=picture(index),
        relations=relations(index),
        actors=actors(index),
        ledgers=ledgers(index),
        vectors=vectors(index),
        leads=leads(index),
        rule_map=rule_map(index, system),
        worlds=worlds(index, system),
        sources=rows(contents.articles, lambda article: source(index, article)),
        dropped=reasons(index),
        issues=rows(contents.issues, lambda issue: issue),
        texts=(),
    )
    return msgspec.structs.replace(made, texts=texts(index, frozenset(linked(made))))


def agreed(one: Comparison) -> bool:
    """Whether independent origins tell it alike; what copies and one outlet tell alike is no agreement."""
    return one.verdict == "agrees" and one.independent_origins > 1


def linked(value: object) -> Iterator[str]:
    """The ids of all findings to which something in a report leads."""
    if isinstance(value, LINKS):
        yield value.id
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from linked(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from linked(one)


LINKS = (Passage, Form, Edge, Glyph, Arrow)


def summary(index: Index) -> tuple[str, ...]:
    """The pile in a few numbers, what conflicts first."""
    contents = index.contents
    outlets = {article.outlet for article in contents.articles if article.outlet}
    return (
        counted(sum(1 for one in contents.comparisons if one.verdict == "conflicts"), "conflict"),
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


def news(index: Index) -> str:
    """How much is new since the last run, in words, or nothing."""
    verdicts = Counter(one.verdict for one in index.contents.comparisons if one.id in index.contents.new)
    conflicts, others = verdicts.pop("conflicts", 0), verdicts.total()
    parts = [counted(conflicts, "conflict")] if conflicts else []
    parts += [counted(others, "other comparison")] if others else []
    return f"{' and '.join(parts)} new since the last run" if parts else ""


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
        grade_why=index.grade_why(article.id),
        facts=index.facts(article.id),
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
    grouped: dict[RuleKind, list[Rule]] = defaultdict(list)
    for rule in index.rules():
        grouped[rule.rule].append(rule)
    order: tuple[RuleKind, ...] = ("conditional", "prediction", "cause", "aim", "purpose", "counterfactual")
    return tuple(Leads(kind, rows(grouped[kind], lambda rule: lead(index, rule))) for kind in order if grouped[kind])


def lead(index: Index, rule: Rule) -> Lead:
    """One rule with its passage."""
    return Lead(rule.if_text, rule.then_text, rule.strength, date_words(rule.by_when), rule.default, passage(index, rule))


def reasons(index: Index) -> tuple[Reason, ...]:
    """What was dropped, by reason in alphabetical order, each in page order."""
    grouped: dict[str, list[Dropped]] = defaultdict(list)
    for dropped in index.contents.dropped:
        grouped[dropped.reason].append(dropped)
    return tuple(reason(index, words, stretches) for words, stretches in sorted(grouped.items()))


def reason(index: Index, words: str, stretches: Sequence[Dropped]) -> Reason:
    """What was dropped for one reason."""
    return Reason(words, rows(stretches, lambda dropped: gone(index, dropped), MOST_DROPPED))


def gone(index: Index, dropped: Dropped) -> Gone:
    """One stretch with its place."""
    page = index.pages[dropped.page]
    return Gone(index.file(page.id), index.line(page.id, dropped.start), dropped.text)
