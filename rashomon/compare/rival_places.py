"""Where two rival passages exclude each other: in two slots, or else in a sentence of each.

Both are found by asking what the network would say if a thing were otherwise: if a number, day, place or agent of the one were
that of the other, or if a sentence were not there (occlusion: Zeiler and Fergus 2014, «Visualizing and Understanding
Convolutional Networks»).
"""

from collections.abc import Mapping, Sequence
from itertools import islice

from rashomon.compare.exclusions import apart
from rashomon.compare.passages import Passage, Slot, SlotKind
from rashomon.compare.rival_readings import TextPair, tried
from rashomon.records import Span

OF_KIND: Mapping[str, SlotKind] = {
    "value": "value",
    "date": "date",
    "place": "place",
    "actor": "agent",
    "recipient": "agent",
    "responsibility": "agent",
}
"""The slots in which a conflict of a kind stands; the other kinds stand in no slot."""

MOST_SLOTS = 12  # pairs of slots tried for two passages; where none of them ends the conflict, their sentences are cited
DROP = 2.0  # log odds by which two passages must be less in conflict when the slots are filled alike


def rival_slots(left: Passage, right: Passage, kind: str, actors: Mapping[str, str]) -> tuple[Slot, Slot] | None:
    """The two slots that, filled alike, would make the conflict least, if they end most of it."""
    wanted = OF_KIND.get(kind)
    mine, others = ([slot for slot in told.slots if slot.kind == wanted] for told in (left, right))
    rivals = list(islice(((one, other) for one in mine for other in others if apart(one, other, actors)), MOST_SLOTS))
    if not rivals:
        return None
    whole, *alike = tried([(left.line, right.line), *(filled_alike(left, right, one, other) for one, other in rivals)])
    best = min(range(len(rivals)), key=alike.__getitem__)
    return rivals[best] if whole - alike[best] >= DROP else None


def filled_alike(left: Passage, right: Passage, one: Slot, other: Slot) -> TextPair:
    """The two passages, the slot of the left one filled as that of the right one is."""
    words = right.text[other.start - right.span[0] : other.end - right.span[0]]
    return left.changed((one.start, one.end), words), right.line


def rival_sentences(left: Passage, right: Passage) -> tuple[Span, Span]:
    """The sentence of each passage without which the two would be rivals least."""
    if len(left.parts) == len(right.parts) == 1:
        return left.sentence, right.sentence
    firsts = [(left.changed(part, " "), right.line) for part in left.parts]
    seconds = [(left.line, right.changed(part, " ")) for part in right.parts]
    odds = tried([*firsts, *seconds])
    return least(left.parts, odds[: len(firsts)]), least(right.parts, odds[len(firsts) :])


def least(parts: Sequence[Span], odds: Sequence[float]) -> Span:
    """The sentence without which the odds are lowest."""
    return min(zip(odds, parts, strict=True))[1]
