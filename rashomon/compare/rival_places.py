"""Where two rival passages exclude each other: in two slots, or else in a sentence of each.

Both are found by asking what the network would say if a thing were otherwise: if a number, day, place or agent of the one were
that of the other, or if a sentence were not there (occlusion: Zeiler and Fergus 2014, «Visualizing and Understanding
Convolutional Networks»).
"""

from collections.abc import Mapping
from itertools import islice

from rashomon.compare.exclusions import apart
from rashomon.compare.passages import Passage, Slot, SlotKind
from rashomon.compare.rival_readings import Reading, TextPair, decided
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


def rival_slots(left: Passage, right: Passage, whole: Reading, actors: Mapping[str, str]) -> tuple[Slot, Slot] | None:
    """The two slots that, filled alike, would make the conflict least, if they end most of it."""
    wanted = OF_KIND.get(whole.kind)
    mine, others = ([slot for slot in told.slots if slot.kind == wanted] for told in (left, right))
    tried = list(islice(((one, other) for one in mine for other in others if apart(one, other, actors)), MOST_SLOTS))
    alike = [pair for one, other in tried for pair in filled_alike(left, right, one, other)]
    odds = [reading.odds for reading in decided(alike)]
    means = [(there + back) / 2 for there, back in zip(odds[::2], odds[1::2], strict=True)]
    best = min(range(len(tried)), key=means.__getitem__, default=None)
    return tried[best] if best is not None and whole.odds - means[best] >= DROP else None


def filled_alike(left: Passage, right: Passage, one: Slot, other: Slot) -> tuple[TextPair, TextPair]:
    """The two passages with the slot of the right one filled into the left, and the other way round."""
    words = [told.text[slot.start - told.span[0] : slot.end - told.span[0]] for told, slot in ((left, one), (right, other))]
    return (left.changed((one.start, one.end), words[1]), right.line), (
        left.line,
        right.changed((other.start, other.end), words[0]),
    )


def rival_sentences(left: Passage, right: Passage) -> tuple[Span, Span]:
    """The sentence of each passage without which the two would be rivals least."""
    sides = (left, right) if len(left.parts) > 1 else (right,)
    asked = [(side, part) for side in sides if len(side.parts) > 1 for part in side.parts]
    texts = [without(left, right, side, part) for side, part in asked]
    odds = [reading.odds for reading in decided(texts)]
    ranked = sorted(zip(odds, (part for _, part in asked), (side is left for side, _ in asked), strict=True))
    first, second = (next((part for _, part, of_left in ranked if of_left is is_left), None) for is_left in (True, False))
    return first or left.sentence, second or right.sentence


def without(left: Passage, right: Passage, side: Passage, part: Span) -> TextPair:
    """The two passages but for a sentence of one of them."""
    return (left.changed(part, " "), right.line) if side is left else (left.line, right.changed(part, " "))
