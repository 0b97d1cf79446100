"""A report as plain blocks, conclusions first, with numbered notes: what Markdown and a word processor can hold.

Pictures are left to HTML; everything in them stands in lists here too.  A note gives file and line of a passage and its words.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal

import msgspec

from rashomon.report.cards import Card, Column
from rashomon.report.hypotheses import Weighing
from rashomon.report.model import Report
from rashomon.report.passages import Passage, Words
from rashomon.report.scales import Scale
from rashomon.report.timeline import Telling
from rashomon.report.vectors import FIELDS, Row, Vector
from rashomon.report.wordings import Saying
from rashomon.report.words import RULES, counted
from rashomon.report.worlds import Indicator, Triad, WhatIf

Face = Literal["ours", "theirs", "deciding"]


class Run(msgspec.Struct, frozen=True):
    """A stretch of text in one face; the notes stand behind it."""

    text: str
    face: Face = "ours"
    notes: tuple[Passage, ...] = ()


class Block(msgspec.Struct, frozen=True):
    """A heading of level 1 to 4, a paragraph (0), or a point of a list (-1, or -2 for one below it)."""

    level: int
    runs: tuple[Run, ...]


def block(level: int, *runs: Run | str) -> Block:
    """A block; plain strings are our words."""
    return Block(level, tuple(Run(run) if isinstance(run, str) else run for run in runs))


def prose(report: Report) -> tuple[Block, ...]:
    """The whole report."""
    return tuple(
        chain(
            [block(1, report.title or "Report"), block(0, " · ".join(filter(None, (*report.summary, report.news))))],
            section("What conflicts", chain.from_iterable(map(card, report.conflicts)), report.conflicts.left_out),
            section("Competing hypotheses", chain.from_iterable(map(weighed, report.weighings))),
            section("Other explanations", chain.from_iterable(map(card, report.rivals)), report.rivals.left_out),
            section("What rests on one origin alone", alone(report), report.alone.left_out),
            section("What all agree on", chain.from_iterable(map(card, report.agreements)), report.agreements.left_out),
            section("Looked at and set aside", chain.from_iterable(map(card, report.set_aside)), report.set_aside.left_out),
            section("Timeline", map(told, report.timeline.dated), report.timeline.dated.left_out),
            section("Events without a date", map(told, report.timeline.undated), report.timeline.undated.left_out),
            section("Statements", chain.from_iterable(map(saying, report.sayings)), report.sayings.left_out),
            section("Attitudes", map(held, report.attitudes), report.attitudes.left_out),
            section("Words in quotation marks that are nobody’s speech", map(held, report.distanced), report.distanced.left_out),
            section("Figures", chain.from_iterable(map(scale, report.scales)), report.scales.left_out),
            section("Ties", ties(report), report.relations.left_out),
            section("Vectors", chain.from_iterable(map(vector, report.vectors))),
            section("What leads to what", rules(report)),
            section("One what-if worked through", worked(report.worlds.what_if)),
            section("To watch", map(indicator, report.worlds.indicators), report.worlds.indicators.left_out),
            section("Triads out of balance", map(triad, report.worlds.triads), report.worlds.triads.left_out),
            section("Sources", sources(report), report.sources.left_out),
            section("What was dropped", dropped(report)),
            section(
                "What could not be handled",
                (block(-1, f"{issue.stage}: {issue.what}") for issue in report.issues),
                report.issues.left_out,
            ),
        )
    )


def section(title: str, blocks: Iterator[Block], left_out: int = 0) -> Iterator[Block]:
    """A section with its heading; one without content says so."""
    yield block(2, title)
    empty = True
    for one in blocks:
        empty = False
        yield one
    if empty:
        yield block(0, "Nothing.")
    if left_out:
        yield block(0, f"{counted(left_out, 'row')} more left out; “rashomon show” lists all of them.")


def card(card: Card) -> Iterator[Block]:
    """A question with its answers."""
    yield block(3, ("NEW: " if card.new else "") + card.question)
    yield block(0, f"{card.verdict}: {card.why} {counted(card.origins, 'independent origin')} in all.")
    yield from chain.from_iterable(map(column, card.columns))


def column(side: Column) -> Iterator[Block]:
    """One answer with its tellings."""
    yield block(-1, f"{side.letter}: ", Run(side.answer, "theirs"), f" ({counted(side.origins, 'independent origin')})")
    for passage in side.passages:
        yield block(-2, f"{voice(passage)}: ", *quoted(passage))


def weighed(weighing: Weighing) -> Iterator[Block]:
    """Rival explanations with what supports and what clashes, and both scores."""
    yield block(3, weighing.question)
    for row in weighing.hypotheses:
        cells = (f"{source} {cell.word}" for source, cell in zip(weighing.sources, row.cells, strict=True) if cell)
        scores = f" (PARC {row.parc}, Open Synthesis {row.synthesis}; lower is better): {', '.join(cells) or 'no source'}"
        yield block(-1, f"{row.letter}: ", Run(row.answer, "theirs"), scores)


def voice(passage: Passage) -> str:
    """On whose word, when, and how asserted."""
    chain_ = " › ".join((f"{passage.outlet} {passage.grade}", *passage.voices))
    copied = f"copy of {passage.copy_of}" if passage.copy_of else ""
    hedge = f"“{passage.hedge}”" if passage.hedge else ""
    return ", ".join(filter(None, (chain_, passage.date, passage.status_words, hedge, copied)))


def quoted(passage: Passage) -> tuple[Run, ...]:
    """The words of a passage, with its note behind the last."""
    runs = [Run(words.text, face(words)) for words in passage.words]
    return (*runs, Run("", notes=(passage,)))


def face(words: Words) -> Face:
    """The face of a stretch of a quotation."""
    return "ours" if words.gap else "deciding" if words.deciding else "theirs"


def alone(report: Report) -> Iterator[Block]:
    """What rests on each origin."""
    for entry in report.alone:
        known = "" if entry.independent else ", outlet unknown"
        yield block(-1, f"{entry.outlet} {entry.grade}{known}: {counted(entry.passages.total, 'finding')}")
        for passage in entry.passages:
            yield block(-2, f"{passage.status_words}: ", *quoted(passage))


def told(telling: Telling) -> Block:
    """An event with who tells it."""
    runs = (Run(f"{voice(passage)}", notes=(passage,)) for passage in telling.passages)
    return block(-1, f"{telling.date or 'no date'}: {telling.what}. ", *separated(list(runs)))


def separated(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs with a semicolon between them."""
    for number, run in enumerate(runs):
        yield msgspec.structs.replace(run, text=("; " if number else "") + run.text)


def saying(saying: Saying) -> Iterator[Block]:
    """A statement in every wording."""
    addressee = f" to {saying.addressee}" if saying.addressee else ""
    yield block(-1, f"{saying.speaker or 'Somebody'}{addressee}")
    for wording in saying.wordings:
        runs = (Run(voice(passage), notes=(passage,)) for passage in wording.passages)
        yield block(-2, *(Run(words.text, face(words)) for words in wording.passages[0].words), " — ", *separated(list(runs)))


def held(passage: Passage) -> Block:
    """An attitude, or words that are nobody’s speech."""
    return block(-1, f"{voice(passage)}: ", *quoted(passage))


def scale(scale: Scale) -> Iterator[Block]:
    """A measure with its figures."""
    yield block(-1, f"{scale.measures}{', in ' + scale.unit if scale.unit else ''}")
    for bar in scale.bars:
        terms = ", ".join(filter(None, (bar.of, bar.as_of)))
        yield block(-2, f"{bar.value} ({terms or 'terms not given'}), ", Run(voice(bar.passage), notes=(bar.passage,)))


def ties(report: Report) -> Iterator[Block]:
    """The ties with who tells them."""
    for tie in report.relations:
        words = f"{tie.subject} {'not ' if tie.negated else ''}{tie.relation} {tie.object}"
        details = f" ({'; '.join(tie.details)})" if tie.details else ""
        runs = [Run(voice(passage), notes=(passage,)) for passage in tie.passages]
        yield block(-1, f"{words}{details}. ", *separated(runs))


def vector(vector: Vector) -> Iterator[Block]:
    """What binds an actor to each patron, a point a patron; the notes are the lines of each count."""
    yield block(-1, vector.actor)
    for row in vector.rows:
        yield block(-2, f"{row.patron}: ", *separated(list(fields(row))))


def fields(row: Row) -> Iterator[Run]:
    """The counts of one patron."""
    for field, cell in zip(FIELDS, row.cells, strict=True):
        for count in cell:
            yield Run(f"{field} {count.lines.total} {count.word}", notes=count.lines.shown)


def rules(report: Report) -> Iterator[Block]:
    """The rules by kind."""
    for group in report.leads:
        yield block(3, RULES[group.kind])
        for lead in group.leads:
            yield block(
                -1,
                Run(lead.if_text or "…", "theirs"),
                " ⟶ ",
                Run(lead.then_text or "…", "theirs"),
                " — ",
                Run(voice(lead.passage), notes=(lead.passage,)),
            )


def worked(run: WhatIf | None) -> Iterator[Block]:
    """What follows from one condition, each conclusion with its sentences in order."""
    if run is None:
        return
    yield block(0, "Assume: ", Run(run.assumed, "theirs"))
    for one in run.follows:
        where = f"in the world of {', '.join(one.worlds)}" if one.worlds else "only when the worlds are put together"
        yield block(-1, Run(one.says, "theirs"), f" ({where})")
        yield from in_order(one.proofs[0] if one.proofs else (), "")
    for meeting in run.meets:
        yield block(-1, f"Only when put together: {' – '.join(meeting.actors)}: ", Run(meeting.says, "theirs"))
        yield from in_order(meeting.proof, "")
        yield from in_order(meeting.between, "of the two ends is said, ")
    for clash in run.clashes:
        yield block(-1, "Clash: ", Run(clash.one, "theirs"), " × ", Run(clash.other, "theirs"))
        for number, way_out in enumerate(clash.ways_out, 1):
            yield from in_order(way_out, f"way out {number}, disbelieve ")


def in_order(passages: Iterable[Passage], before: str) -> Iterator[Block]:
    """Sentences with their numbers."""
    for number, passage in enumerate(passages, 1):
        yield block(-2, f"{number}. {before}{voice(passage)}: ", *quoted(passage))


def indicator(one: Indicator) -> Block:
    """A condition to watch."""
    notes = Run(one.state, notes=(*one.said, *one.reported, *one.denied))
    return block(-1, Run(one.watch or "…", "theirs"), " ⟶ ", Run(one.then or "…", "theirs"), ": ", notes)


def triad(one: Triad) -> Block:
    """Three ties that do not go together."""
    return block(-1, *separated([Run(said, notes=passages) for said, passages in one.ties]))


def sources(report: Report) -> Iterator[Block]:
    """The articles, and where their files lie."""
    if report.folder:
        yield block(0, f"All files lie in {report.folder}; their names are given from there.")
    for source in report.sources:
        parts = (
            source.author and f"by {source.author}",
            source.date or "date unknown",
            source.file,
            source.copy_of and f"copy of {source.copy_of}",
            source.grade_why and f"graded so because: {source.grade_why}",
            source.facts,
        )
        title = source.title or "without a title"
        yield block(-1, f"{source.outlet} {source.grade}: ", Run(title, "theirs"), ", " + ", ".join(filter(None, parts)))


def dropped(report: Report) -> Iterator[Block]:
    """What was dropped, by reason."""
    for reason in report.dropped:
        yield block(-1, f"{reason.reason}: {reason.stretches.total}")
        for gone in reason.stretches:
            yield block(-2, f"{gone.file}, line {gone.line}: ", Run(gone.text, "theirs"))


def note(passage: Passage) -> tuple[Run, ...]:
    """A note: outlet, file and line, and the deciding words."""
    words = " […] ".join(words.text for words in passage.words if words.deciding)
    where = f"{passage.outlet}, {passage.file}, line {passage.line}{' of the page’s text' if passage.in_page_text else ''}: "
    return Run(where), Run(words, "theirs")


def numbered(blocks: Sequence[Block]) -> dict[str, tuple[int, Passage]]:
    """The number of each note, by the id of its finding, as they are met."""
    met = {passage.id: passage for one in blocks for run in one.runs for passage in run.notes}
    return {id: (number, passage) for number, (id, passage) in enumerate(met.items(), 1)}
