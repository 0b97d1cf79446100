"""The same utterance told again: by another outlet, in another translation, in part or in short.

Statements are proposed by the rare words they share, never all pairs; what decides is the alignment of their content words,
weighted by rarity, whole against whole or against one sentence.  Nearness of meaning alone would not do: «will support» and
«will not support» are near.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from rashomon.compare.acts import act_pairs
from rashomon.compare.alignment import NOTHING, REWORDED, Aligned, aligned
from rashomon.compare.retellings import SHARED, retold
from rashomon.compare.utterances import WORD, Wording, text_of, within, worded
from rashomon.gazetteer import gazetteer
from rashomon.records import Found, Judgement, Linked

COMMONEST = 40  # statements that may share a word for it to propose a pair; keeps the pairs proportional to the pile
COPIED = 0.95  # from here on words are taken over as they are
LATER = 31  # days; a formula said again after them is a new utterance, unless the very words are quoted
Link = tuple[float, int, int, str]


def same_statements(founds: Sequence[Found], actors: Mapping[str, str]) -> Linked:
    """Judgements «same» between statements that render one utterance, each member with its representative.

    ``actors`` leads from an actor key to that of its cluster.
    """
    wordings = [wording for found in founds for wording in worded(found, actors)]
    weight = weights(wordings)
    links = sorted(linked(wordings, weight), key=lambda link: (-link[0], link[1], link[2]))
    heads: dict[int, int] = {}
    reasons: dict[int, str] = {}
    for _, left, right, why in links:
        first, second = sorted((heads.get(left, left), heads.get(right, right)))
        if first == second or not all_may_be_one(wordings, heads, first, second):
            continue
        for member in [place for place, head in heads.items() if head == second] + [second]:
            heads[member] = first
            reasons.setdefault(member, why)
    return Linked(judgements=tuple(judgement(wordings[place], wordings[heads[place]], reasons[place]) for place in sorted(heads)))


def all_may_be_one(wordings: Sequence[Wording], heads: Mapping[int, int], first: int, second: int) -> bool:
    """Whether every member of one group may be one with every member of the other: two speakers never meet by way of a third."""
    groups = [[head, *(place for place, of in heads.items() if of == head)] for head in (first, second)]
    return all(may_be_one(wordings[left], wordings[right]) for left in groups[0] for right in groups[1])


def linked(wordings: Sequence[Wording], weight: Mapping[str, float]) -> Iterator[Link]:
    """The pairs that are one utterance: how much aligns, the two places, and why."""
    for left, right in candidates(wordings):
        found = alike(wordings[left], wordings[right], weight)
        if found is not None:
            yield found[0], left, right, found[1]


def judgement(member: Wording, head: Wording, why: str) -> Judgement:
    """The judgement that a member renders the same utterance as its representative."""
    left, right = member.statement.id, head.statement.id
    return Judgement(id=f"same-{left}-{right}", left=left, right=right, verdict="same", by="compare.statements", why=why)


def weights(wordings: Sequence[Wording]) -> dict[str, float]:
    """How much a word tells: the logarithm of the share of statements without it."""
    counts = Counter(word for wording in wordings for word in wording.whole.words)
    return {word: math.log(2 + len(wordings) / count) for word, count in counts.items()}


def candidates(wordings: Sequence[Wording]) -> list[tuple[int, int]]:
    """The pairs that share enough rare words, or are one kind of act."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, wording in enumerate(wordings):
        for word in sorted(wording.whole.words):
            holders[word].append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if len(places) <= COMMONEST:
            shared.update((left, right) for at, left in enumerate(places) for right in places[at + 1 :])
    near = {pair for pair, count in shared.items() if count >= SHARED} | set(act_pairs(wordings))
    return sorted(pair for pair in near if may_be_one(*(wordings[place] for place in pair)))


def may_be_one(left: Wording, right: Wording) -> bool:
    """Whether speakers and places allow two wordings to be one utterance: neither stands inside the other."""
    if left.speaker and right.speaker and left.speaker != right.speaker and not represents(left, right):
        return False
    one, other = left.statement, right.statement
    return one.article != other.article or one.id == other.id or not (within(one, other) or within(other, one))


def represents(left: Wording, right: Wording) -> bool:
    """«Beijing rejects» and «Xi said»: a state, and the holder of an office in it, named or not."""
    if left.speaker == right.speaks_for or right.speaker == left.speaks_for:
        return True
    return left.speaks_for == right.speaks_for and (has_held(left.speaker, right.office) or has_held(right.speaker, left.office))


def has_held(person: str, office: str) -> bool:
    """Whether somebody ever was «president» of his country; the article that names the office alone is often undated."""
    actor = gazetteer().actors.get(person)
    return bool(office) and actor is not None and any(held.role == office for held in actor.offices)


def alike(left: Wording, right: Wording, weight: Mapping[str, float]) -> tuple[float, str] | None:
    """How much of two wordings aligns and why they are one utterance; None when they are not."""
    wholes = [(left.whole, right.whole)]
    parts = [*((part, right.whole) for part in left.parts), *((left.whole, part) for part in right.parts)]
    for pairs, told in ((wholes, ""), (parts, "one sentence of it: ")):
        found = max((aligned(*pair, weight) for pair in pairs), default=NOTHING, key=lambda each: (each.less, each.more))
        if found.is_one or (not told and retold(left, right, found)):
            if long_after(left, right) and not quotes(left, right):
                return None
            if not (left.speaker and right.speaker) and (found.less < REWORDED or not one_kind(left, right)):
                return None  # «he said it was a tragedy that Ann and Bo Lund died»: what a stranger says of the same people
            return found.less, f"{told}{relation(left, right, found)}{f'; {found.told}' if found.common else ''}"
    return None


def one_kind(left: Wording, right: Wording) -> bool:
    """Whether both say it in the same way: what is suspected is not what was announced."""
    one, other = left.statement, right.statement
    return one.kind == other.kind and one.status == other.status


def long_after(left: Wording, right: Wording) -> bool:
    """Whether more than a month lies between two articles."""
    try:
        return abs((date.fromisoformat(left.published) - date.fromisoformat(right.published)).days) > LATER
    except ValueError:
        return False


def quotes(left: Wording, right: Wording) -> bool:
    """Whether nearly all words of the shorter are written in the longer, in whatever order."""
    less, more = sorted((frozenset(literal(left)), frozenset(literal(right))), key=len)
    return len(less & more) >= COPIED * len(less)


def literal(side: Wording) -> list[str]:
    """The words as written, in order."""
    return WORD.findall(text_of(side.statement).lower())


def relation(left: Wording, right: Wording, found: Aligned) -> str:
    """What the one is to the other, in words for people."""
    if not found.is_one:
        return retold(left, right, found)
    if found.less >= COPIED and literal(left) == literal(right):
        return "the same words"
    direct = [side.statement.form == "direct" for side in (left, right)]
    if found.less >= REWORDED:
        return "two translations or wordings of one utterance" if all(direct) else "one utterance, retold"
    return "the one quotes a part of the other" if all(direct) else "the one sums up the other"
