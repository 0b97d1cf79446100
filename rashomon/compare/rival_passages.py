"""Passages that cannot both be right, as two learned readers of pairs see it and what the stages found does not gainsay.

An index proposes pairs of passages that share rare words; of these a small network, trained on pairs written for this project,
proposes rivals and a larger one decides (rival_readings).  Where they exclude each other is found by asking what would end the
conflict (rival_places); what speaks against a conflict by the values, days, places and standings found, is in rival_doubts.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from math import log
from textwrap import shorten

from rashomon.compare.independence import Telling, teller
from rashomon.compare.passage_pairs import passage_pairs
from rashomon.compare.passages import Passage, Slot, passages, plain
from rashomon.compare.rival_doubts import DOUBTS, Told, one_holds_other
from rashomon.compare.rival_places import rival_sentences, rival_slots
from rashomon.compare.rival_readings import decided, proposed
from rashomon.compare.sides import comparison
from rashomon.records import Comparison, Figure, Finding, Found, Issue, Page, Span, Verdict

MANY = 10_000  # passages of a pile, some four hundred articles; a minute of index and network
MOST = 2000  # pairs read closely in one pile, the likest first
# Log odds of a conflict from which it is shown, when few pairs are looked at; with more, what looks like a conflict by chance
# is rarer than the chances to look like one, and BY_CHANCE of the log of the number is asked beside.  Set on the cases of
# quality/conflicts/sets that nothing was trained on, and on piles of real pages without conflicts: quality.conflicts.measure.
SURE = 2.0
UNSURE = 1.0  # from which it is kept as «unsure», for who asks
FEW = 8
BY_CHANCE = 0.5
MOST_DECIDED = 300  # pairs that the larger network reads in one pile, the likest first; a minute of one core
QUESTIONS = {
    "value": "How many, or how much?",
    "polarity": "Is it so?",
    "actor": "Who was it?",
    "recipient": "To whom?",
    "place": "Where?",
    "date": "When?",
    "cause": "What caused it?",
    "aim": "What is it for?",
    "responsibility": "Who is answerable?",
    "status": "Is it a fact?",
}
KINDS = {"value": "figure"}
WHY = {
    ("conflicts", True): "Of one matter the passages give answers that exclude each other: “{}”, “{}”.",
    ("conflicts", False): "Of one matter one passage says what the other rules out.",
    ("unsure", True): "If they tell of one matter, the answers exclude each other: “{}”, “{}”; read both.",
    ("unsure", False): "If they tell of one matter, one passage may rule out what the other says; read both.",
}
ABOUT = 110  # characters of a passage that a question quotes


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two passages that exclude each other, by two slots or as a whole, and the sentences in which they do."""

    kind: str
    odds: float
    left: Passage
    right: Passage
    slots: tuple[Slot, Slot] | None
    spans: tuple[Span, Span]


def rival_passages(
    founds: Sequence[Found], pages: Mapping[str, Page], actors: Mapping[str, str], copies: Mapping[str, str]
) -> tuple[tuple[Comparison, ...], tuple[Issue, ...]]:
    """The conflicts between passages of a pile, and an issue where not all pairs could be read."""
    listed = (passages(number, found, pages[found.article.page]) for number, found in enumerate(founds))
    told = list(islice(chain.from_iterable(listed), MANY + 1))
    if len(told) > MANY:
        what = f"more than {MANY} passages; in so large a pile rival passages are not sought, only what the rules compare"
        return (), (Issue(stage="compare.rival_passages", what=what),)
    first = {found.article.id: number for number, found in reversed(list(enumerate(founds)))}
    taken = {number: first.get(copies.get(found.article.id, ""), number) for number, found in enumerate(founds)}
    likest = ((told[left], told[right]) for left, right, _ in passage_pairs(told, taken))
    pairs = [(left, right) for left, right in likest if not one_holds_other(left.stems, right.stems)]
    near = proposed([(left.line, right.line) for left, right in pairs[:MOST]])
    likely = sorted(near, key=lambda place: (-near[place], place))[:MOST_DECIDED]
    unread = len(pairs) - min(len(pairs), MOST) + len(near) - len(likely)
    tell = [teller(one, actors, copies.get(one.article.id, one.article.id)) for one in founds]
    sides = [pairs[place] for place in sorted(likely)]
    kept = strongest(rivals(sides, founds, actors, BY_CHANCE * log(max(1.0, len(pairs) / FEW))))
    return tuple(compared(one, founds, tell) for one in kept), ((cut_short(unread),) if unread else ())


def cut_short(unread: int) -> Issue:
    """An issue that says how many pairs were not read."""
    what = f"{unread} pairs of passages that share rare words, or look like rivals, were not read for conflicts; the likest were"
    return Issue(stage="compare.rival_passages", what=what)


def rivals(
    pairs: Sequence[tuple[Passage, Passage]], founds: Sequence[Found], actors: Mapping[str, str], chance: float
) -> Iterator[Rivals]:
    """The pairs that the larger network takes for rivals, by more than chance, the surest first, with where they conflict.

    Passages overlap; where the surest of them conflict is not asked again of others that hold the same two sentences.
    """
    readings = decided([(left.line, right.line) for left, right in pairs])
    likely = sorted(zip(readings, pairs, strict=True), key=lambda read: (-read[0].odds, read[1][0].span, read[1][1].span))
    placed: list[tuple[str, Span, str, Span]] = []
    for reading, (left, right) in likely:
        if reading.odds - chance < UNSURE or any(left.holds(*one[:2]) and right.holds(*one[2:]) for one in placed):
            continue
        slots = rival_slots(left, right, reading.kind, actors)
        spans = (left.around(slots[0]), right.around(slots[1])) if slots else rival_sentences(left, right)
        placed.append((left.page, spans[0], right.page, spans[1]))
        told = Told(reading.kind, (left, right), spans, slots, actors, founds)
        odds = reading.odds - chance - sum(cost for doubt, cost in DOUBTS if doubt(told))
        if odds >= UNSURE:
            yield Rivals(reading.kind, odds, left, right, slots, spans)


def strongest(found: Iterator[Rivals]) -> list[Rivals]:
    """The rivals, of those that concern one sentence of an article and one other article the surest."""
    kept: list[Rivals] = []
    taken: set[tuple[str, int, int]] = set()
    for one in sorted(found, key=lambda one: (one.slots is None, -one.odds, one.kind, one.left.page, one.spans, one.right.page)):
        places = {(one.left.page, one.spans[0][0], one.right.article), (one.right.page, one.spans[1][0], one.left.article)}
        if not places & taken:
            kept.append(one)
        taken |= places
    return kept


def compared(one: Rivals, founds: Sequence[Found], tell: Sequence[Callable[[Finding], Telling]]) -> Comparison:
    """Two passages as a question with two answers."""
    told = (one.left, one.right)
    found = [one.slots[place].finding if one.slots else cited(founds[told[place].article], one.spans[place]) for place in (0, 1)]
    answers = [(answer(finding), [tell[passage.article](finding)]) for passage, finding in zip(told, found, strict=True)]
    about = min((passage.part(span) for passage, span in zip(told, one.spans, strict=True)), key=lambda text: (len(text), text))
    about = shorten(about, ABOUT, placeholder=" …")
    verdict: Verdict = "conflicts" if one.odds >= SURE else "unsure"
    why = WHY[verdict, one.slots is not None].format(*(text for text, _ in answers))
    return comparison(KINDS.get(one.kind, one.kind), about, f"{QUESTIONS[one.kind]} “{about}”", answers, verdict=verdict, why=why)


def answer(finding: Finding) -> str:
    """The words cited, in one line."""
    return plain(finding.value_text or finding.cited.quote) if isinstance(finding, Figure) else plain(finding.cited.quote)


def cited(found: Found, span: Span) -> Finding:
    """The widest finding in a sentence."""
    fields: Sequence[Sequence[Finding]] = (found.claims, found.statements, found.mentions, found.figures, found.dates)
    inside = (one for field in fields for one in field if span[0] <= one.cited.start and one.cited.end <= span[1])
    return max(inside, key=lambda one: (one.cited.end - one.cited.start, -one.cited.start))
