"""Passages that cannot both be right, as a learned reader of pairs sees it and a difference in kind bears out.

An index proposes pairs of passages that share rare words; a small network, trained on pairs written for this project, reads
each pair in both orders.  Numbers, times, places and agents count only where the two that differ exclude each other by their
values (compare/exclusions), and the network is asked again with just these two marked.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from math import log
from textwrap import shorten
from typing import NamedTuple

from rashomon.compare.encoder.forward import probabilities
from rashomon.compare.encoder.network import network
from rashomon.compare.exclusions import apart
from rashomon.compare.independence import Telling, teller
from rashomon.compare.passage_pairs import passage_pairs
from rashomon.compare.passages import Passage, Slot, passages, plain
from rashomon.compare.sides import comparison
from rashomon.records import Comparison, Figure, Finding, Found, Issue, Page, Span, Verdict

MANY = 10_000  # passages of a pile, some four hundred articles; a minute of index and network
MOST = 2000  # pairs read closely in one pile, the likest first
# Log odds of a conflict from which it is shown, when few pairs are looked at; with more, what looks like a conflict by chance
# is rarer than the chances to look like one, and BY_CHANCE of the log of the number is asked beside.  Set on the cases of
# quality/conflicts/sets that nothing was trained on, and on piles of real pages without conflicts: quality.conflicts.measure.
SURE = 3.75
UNSURE = 2.0  # from which it is kept as «unsure», for who asks
FEW = 8
BY_CHANCE = 0.5
LEAST_ALONE = -1.0  # of the two sentences by themselves, without the ones before them
MOST_SLOTS = 12  # pairs of slots asked about in one pair of passages
LEAST_CHANCE = 0.001  # a probability is rounded to it
OF_SLOT = {"value": ("value",), "date": ("date",), "place": ("place",), "agent": ("actor", "recipient", "responsibility")}
STANDINGS = frozenset({"polarity", "status", "responsibility"})  # kinds that turn on how a thing is asserted
ASSERTED = frozenset({"stated", "reported"})
DISTANT = frozenset({"alleged", "denied"})
OPEN = frozenset({"conditional", "possible", "planned", "predicted"})
ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "last next previous".split()
)
SLOTTED = frozenset(
    {"value", "date", "place", "actor", "recipient", "responsibility"}
)  # kinds that are less believed without two slots that exclude each other
SLOTTED_MORE = 1.0
# Of two aims both can hold; only where a passage shuts others out are they rivals: «its only purpose», «not to defend but».
EXCLUSIVE = frozenset(
    "not no never nothing only sole solely alone exclusively real true actual actually rather instead merely".split()
)
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


class Reading(NamedTuple):
    """What the network makes of a pair: a probability for each label."""

    chances: Sequence[float]

    @property
    def odds(self) -> float:
        """The log odds that the two cannot both be right, whatever the kind."""
        none = min(max(self.chances[0], LEAST_CHANCE), 1 - LEAST_CHANCE)
        return log((1 - none) / none)

    def likeliest(self, kinds: Sequence[str]) -> str:
        """The likeliest of some kinds."""
        labels = network().header.labels
        return max(kinds, key=lambda kind: self.chances[labels.index(kind)])


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
    pairs = [(told[left], told[right]) for left, right, _ in passage_pairs(told, taken) if not copied(told[left], told[right])]
    issues: tuple[Issue, ...] = ()
    if len(pairs) > MOST:
        what = f"{len(pairs)} pairs of passages share rare words; the likest {MOST} were read for conflicts, the others were not"
        issues, pairs = (Issue(stage="compare.rival_passages", what=what),), pairs[:MOST]
    tell = [teller(one, actors, copies.get(one.article.id, one.article.id)) for one in founds]
    shown = (one for one in rivals(pairs, actors) if not one_standing(one, founds) and not other_occasion(one, actors))
    kept = strongest(shown)
    return tuple(compared(one, founds, tell) for one in kept), issues


def other_occasion(one: Rivals, actors: Mapping[str, str]) -> bool:
    """The passages have other places or other times, or count other rounds: «the first hostages», «the last hostages»."""
    left, right = one.left, one.right
    for kind in ("place", "date"):
        mine, others = ([slot for slot in told.slots if slot.kind == kind] for told in (left, right))
        if kind != one.kind and mine and others and all(apart(slot, other, actors) for slot in mine for other in others):
            return True
    counted = [ORDINALS & set(told.part(span).lower().split()) for told, span in zip((left, right), one.spans, strict=True)]
    return all(counted) and not counted[0] & counted[1]


def one_standing(one: Rivals, founds: Sequence[Found]) -> bool:
    """Both passages allege or both deny, or one plans what the other tells as done: they stand to it alike, or at other times."""
    if one.slots or one.kind not in STANDINGS:
        return False
    left, right = (standings(founds[told.article], span) for told, span in zip((one.left, one.right), one.spans, strict=True))
    alike = bool(left) and left == right and not left & ASSERTED
    planned = bool(left & OPEN) != bool(right & OPEN) and bool((left | right) & ASSERTED)
    return alike or planned


def standings(found: Found, span: Span) -> frozenset[str]:
    """How what a sentence tells is asserted: by the cue of who speaks where that distances, else by its claims."""
    inside = [one for one in (*found.statements, *found.claims) if span[0] <= one.cited.start and one.cited.end <= span[1]]
    distant = frozenset(one.status for one in inside if one.status in DISTANT)
    return distant or frozenset(one.status for one in inside)


def copied(left: Passage, right: Passage) -> bool:
    """The one repeats the other word for word."""
    return left.stems <= right.stems or right.stems <= left.stems


def rivals(pairs: Sequence[tuple[Passage, Passage]], actors: Mapping[str, str]) -> Iterator[Rivals]:
    """What the network makes of the pairs, as far as it takes them for rivals."""
    chance = BY_CHANCE * log(max(1.0, len(pairs) / FEW))
    whole = read([(left.marked(None), right.marked(None)) for left, right in pairs], UNSURE + chance)
    near = [number for number, one in enumerate(whole) if one.odds - chance >= UNSURE]
    asked = [(number, *slots) for number in near for slots in rival_slots(*pairs[number], actors, whole[number])]
    marked = read(
        [(pairs[number][0].marked(slot), pairs[number][1].marked(rival)) for number, slot, rival in asked], UNSURE + chance
    )
    for (number, slot, rival), one in zip(asked, marked, strict=True):
        left, right = pairs[number]
        odds, spans = min(one.odds, whole[number].odds) - chance, (left.around(slot), right.around(rival))
        if odds >= UNSURE:
            yield Rivals(one.likeliest(OF_SLOT[slot.kind]), odds, left, right, (slot, rival), spans)
    for number in near:
        spans, alone = sharpest(*pairs[number])
        kind = whole[number].likeliest(tuple(QUESTIONS))
        odds = whole[number].odds - chance - (SLOTTED_MORE if kind in SLOTTED else 0.0)
        if kind == "aim" and not any(EXCLUSIVE & set(told.text.lower().split()) for told in pairs[number]):
            odds = min(odds, SURE - 0.01)
        if odds >= UNSURE and alone >= LEAST_ALONE and not disproved(kind, *pairs[number]):
            yield Rivals(kind, odds, *pairs[number], None, spans)


def disproved(kind: str, left: Passage, right: Passage) -> bool:
    """Of numbers and times only two that exclude each other are believed; of others, no two slots of that kind may be there.

    If these excluded each other, they had been asked about.
    """
    return kind in ("value", "date") or all(any(slot.kind == kind for slot in told.slots) for told in (left, right))


def read(pairs: Sequence[tuple[str, str]], least: float) -> list[Reading]:
    """What the network makes of each pair: the more doubtful of both orders; only likely rivals are read in both."""
    found = [Reading(one) for one in probabilities(pairs).tolist()]
    again = [number for number, one in enumerate(found) if one.odds >= least]
    back = probabilities([(pairs[number][1], pairs[number][0]) for number in again]).tolist()
    for number, one in zip(again, map(Reading, back), strict=True):
        found[number] = min(found[number], one, key=lambda reading: reading.odds)
    return found


def sharpest(left: Passage, right: Passage) -> tuple[tuple[Span, Span], float]:
    """Of the sentences of two rival passages the two that exclude each other most, and how surely."""
    spans = [(one, other) for one in left.parts for other in right.parts]
    odds = [one.odds for one in read([(left.part(one), right.part(other)) for one, other in spans], LEAST_ALONE)]
    best = max(range(len(spans)), key=lambda number: (odds[number], -number))
    return spans[best], odds[best]


def rival_slots(left: Passage, right: Passage, actors: Mapping[str, str], whole: Reading) -> list[tuple[Slot, Slot]]:
    """The slots of two passages that exclude each other, of the kind of conflict that the passages look like."""
    kind = whole.likeliest(tuple(QUESTIONS))
    mine, others = ([slot for slot in told.slots if kind in OF_SLOT[slot.kind]] for told in (left, right))
    return [(one, other) for one in mine for other in others if apart(one, other, actors)][:MOST_SLOTS]


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
    """The widest claim of a sentence, or else any finding in it."""
    fields: Sequence[Sequence[Finding]] = (found.claims, found.statements, found.mentions, found.figures, found.dates)
    inside = [[one for one in field if span[0] <= one.cited.start and one.cited.end <= span[1]] for field in fields]
    return max(next(field for field in inside if field), key=lambda one: (one.cited.end - one.cited.start, -one.cited.start))
