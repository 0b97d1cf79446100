"""What somebody does by speaking, told twice in words that share little: an order to shoot, a call for help."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec

from rashomon.compare.utterances import SENTENCE, WORD, Wording, alike_words, stem, text_of
from rashomon.gazetteer import gazetteer
from rashomon.words import entries

COMMONEST = 40  # tellings of one act by one speaker that are set against each other
ASSERTED = frozenset({"reported", "alleged", "planned"})
DENYING = frozenset({"not", "never", "no", "nobody", "nothing", "t"})
LONGEST_BID = 60  # characters of a quotation in which the deed must stand, «Open fire on them»


class Act(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of act and the words for it."""

    example: str
    name: str
    cues: tuple[str, ...]
    matter: tuple[str, ...]
    bids: tuple[str, ...] = ()  # words with which a quotation opens that is the act itself


@cache
def acts() -> tuple[tuple[Act, frozenset[str], frozenset[str]], ...]:
    """Each act with the stems of its cues and of its matter."""
    path = Path(__file__).parent / "words" / "acts.toml"
    return tuple((act, stems(act.cues), stems(act.matter)) for act in entries(path, "act", Act))


def stems(words: Sequence[str]) -> frozenset[str]:
    """The stems as content words have them."""
    return frozenset(alike_words().get(stem(word), stem(word)) for word in words)


def acts_of(side: Wording) -> frozenset[str]:
    """The acts that a statement is, by name; what is denied or refused is none."""
    if side.statement.status not in ASSERTED or not side.speaker or side.statement.negated or denies(side):
        return frozenset()
    cue = stems(WORD.findall(side.statement.cue.lower()))
    return frozenset(
        act.name
        for act, cues, matter in acts()
        if (cue & cues and side.whole.words & matter) or does(side, cues, matter) or bids(side, act)
    )


def does(side: Wording, cues: frozenset[str], matter: frozenset[str]) -> bool:
    """«“I gave orders to kill,” he said»: he says himself that he did it."""
    sentences = [WORD.findall(text.lower()) for text in SENTENCE.split(text_of(side.statement))]
    return any({"i", "we"} & set(words) and stems(words) & cues and stems(words) & matter for words in sentences)


def bids(side: Wording, act: Act) -> bool:
    """«“Open fire on the crowd”»: the quotation opens with the deed, and nobody is said to do it."""
    said = " ".join(WORD.findall(text_of(side.statement).lower()[:LONGEST_BID]))
    return side.statement.form == "direct" and any(said.startswith(f"{bid} ") for bid in act.bids)


def denies(side: Wording) -> bool:
    """«gave no order to shoot»; «to shoot without warning» denies nothing."""
    return bool(DENYING & frozenset(WORD.findall(side.statement.cited.quote.lower())))


def act_pairs(wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """The pairs of tellings that are the same act of one side, states and those who speak for them being one side."""
    holders: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, side in enumerate(wordings):
        for act in acts_of(side):
            holders[act, side.speaks_for or side.speaker].append(place)
    for places in holders.values():
        for at, left in enumerate(places[:COMMONEST]):
            yield from ((left, right) for right in places[at + 1 : COMMONEST])


def one_act(left: Wording, right: Wording) -> str:
    """The act that both tell, in words for people; empty where they tell none in common or it was meant for two."""
    common = acts_of(left) & acts_of(right)
    return f"one {min(common)}, told twice" if common and meant_for_one(left, right) else ""


def meant_for_one(left: Wording, right: Wording) -> bool:
    """Whether nobody is named in both, or one who is the same: a body and a state in it may be («Russia», «the CSTO»)."""
    one, other = named(left), named(right)
    return not one or not other or any(related(first, second) for first in sorted(one) for second in sorted(other))


def named(side: Wording) -> frozenset[str]:
    """Who is named in the content or addressed, without the speaker's own side."""
    return side.actors - {side.speaker, side.speaks_for}


def related(one: str, other: str) -> bool:
    """The same, or a body and one of its members."""
    return one == other or one in members(other) or other in members(one)


def members(key: str) -> frozenset[str]:
    """The states in a body."""
    actor = gazetteer().actors.get(key)
    return frozenset() if actor is None else frozenset(f"state:{member.country}" for member in actor.members)
