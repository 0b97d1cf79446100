"""The same utterance told again: by another outlet, in another translation, in part or in short.

Statements are proposed by the rare words they share, never all pairs; what decides is the alignment of their content words,
weighted by rarity.  Nearness of meaning alone would not do: «will support» and «will not support» are near.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from rashomon.records import Found, Judgement, Linked, Statement
from rashomon.words import entries

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
NOT = frozenset({"not", "no", "never", "nobody", "nothing", "neither", "nor", "without", "t"})
NO_DENIAL = re.compile(r"\b(?:no matter|no doubt|not only|no longer than|not least)\b")
COMMONEST = 40  # statements that may share a word for it to propose a pair; keeps the pairs proportional to the pile
FEWEST = 5  # content words below which nothing can be told apart
SHARED = 3  # rare words that a pair must share to be looked at
# Shares of the weight of the content words that must align.  Tuned on pairs of our own writing (tests/test_same_statement.py):
# two translations of one sentence align at .55 to .9, two sentences of one speaker on one matter below .45.
REWORDED = 0.55
IN_PART = 0.7
COPIED = 0.95  # from here on the words themselves are compared


class Alike(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that stand for each other."""

    example: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """A statement as the words that carry its content."""

    statement: Statement
    speaker: str
    words: frozenset[str]
    denied: bool  # an odd number of negations
    figures: frozenset[str]


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
        if first == second:
            continue
        for member in [place for place, head in heads.items() if head == second] + [second]:
            heads[member] = first
            reasons.setdefault(member, why)
    return Linked(judgements=tuple(judgement(wordings[place], wordings[heads[place]], reasons[place]) for place in sorted(heads)))


def linked(wordings: Sequence[Wording], weight: Mapping[str, float]) -> Iterator[tuple[float, int, int, str]]:
    """The pairs that are one utterance: how much aligns, the two places, and why."""
    for left, right in candidates(wordings):
        found = alike(wordings[left], wordings[right], weight)
        if found is not None:
            yield found[0], left, right, found[1]


def judgement(member: Wording, head: Wording, why: str) -> Judgement:
    """The judgement that a member renders the same utterance as its representative."""
    left, right = member.statement.id, head.statement.id
    return Judgement(id=f"same-{left}-{right}", left=left, right=right, verdict="same", by="compare.statements", why=why)


def worded(found: Found, actors: Mapping[str, str]) -> Iterator[Wording]:
    """The statements of an article that say enough to be known again."""
    for statement in found.statements:
        text = text_of(statement)
        words = content_words(text)
        if statement.kind in {"speech", "belief"} and len(words) >= FEWEST:
            every = WORD.findall(NO_DENIAL.sub("", text.lower()))
            speaker = actors.get(statement.speaker, statement.speaker) or statement.speaker_text.lower()
            figures = frozenset(word for word in words if word[0].isdigit())
            yield Wording(statement, speaker, words, sum(word in NOT for word in every) % 2 == 1, figures)


def text_of(statement: Statement) -> str:
    """The words of the content, without what stands between its pieces."""
    start, quote = statement.cited.start, statement.cited.quote
    return " ".join(quote[max(low - start, 0) : max(high - start, 0)] for low, high in statement.content)


def content_words(text: str) -> frozenset[str]:
    """The stems of the words that carry content, those that stand for each other made one."""
    stems = (stem(word) for word in WORD.findall(text.lower()) if (len(word) > 3 and word not in STOP) or word[0].isdigit())
    return frozenset(alike_words().get(word, word) for word in stems)


STOP = frozenset(
    "that this these those with from have been were they them their there which what when where will would could should your "
    "also such into than then some more most other about after before because while during between against upon over under "
    "only very just even well said says both each being does whom whose here like make made".split()
)


def stem(word: str) -> str:
    """The word without the commonest endings, «opposes», «opposed» and «opposing» being one."""
    for ending in ("ations", "ation", "ing", "ed", "ies", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@cache
def alike_words() -> dict[str, str]:
    """Each stem of a group and the first of its group."""
    path = Path(__file__).parent / "words" / "wordings.toml"
    return {stem(word): stem(group.words[0]) for group in entries(path, "alike", Alike) for word in group.words}


def weights(wordings: Sequence[Wording]) -> dict[str, float]:
    """How much a word tells: the logarithm of the share of statements without it."""
    counts = Counter(word for wording in wordings for word in wording.words)
    return {word: math.log(2 + len(wordings) / count) for word, count in counts.items()}


def candidates(wordings: Sequence[Wording]) -> list[tuple[int, int]]:
    """The pairs that share enough rare words."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, wording in enumerate(wordings):
        for word in sorted(wording.words):
            holders[word].append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if len(places) <= COMMONEST:
            shared.update((left, right) for at, left in enumerate(places) for right in places[at + 1 :])
    return sorted(pair for pair, count in shared.items() if count >= SHARED and may_be_one(*(wordings[place] for place in pair)))


def may_be_one(left: Wording, right: Wording) -> bool:
    """Whether speakers, figures and negation allow two wordings to be one utterance, and neither stands inside the other."""
    if left.speaker and right.speaker and left.speaker != right.speaker:
        return False
    if left.figures and right.figures and not left.figures & right.figures:
        return False
    one, other = left.statement, right.statement
    nested = one.article == other.article and one.cited.start < other.cited.end and other.cited.start < one.cited.end
    return left.denied == right.denied and not nested


def alike(left: Wording, right: Wording, weight: Mapping[str, float]) -> tuple[float, str] | None:
    """How much of two wordings aligns and why they are one utterance; None when they are not."""
    common = left.words & right.words
    both = sum(weight[word] for word in sorted(common))
    less, more = sorted(both / sum(weight[word] for word in sorted(side.words)) for side in (left, right))
    if less < REWORDED and (more < IN_PART or len(common) < FEWEST):
        return None
    told = f"{len(common)} content words align, {less:.0%} and {more:.0%} of the two: {', '.join(sorted(common)[:8])}"
    return less, f"{relation(left, right, less)}; {told}"


def literal(side: Wording) -> list[str]:
    """The words as written, in order."""
    return WORD.findall(text_of(side.statement).lower())


def relation(left: Wording, right: Wording, less: float) -> str:
    """What the one is to the other, in words for people."""
    if less >= COPIED and literal(left) == literal(right):
        return "the same words"
    direct = [side.statement.form == "direct" for side in (left, right)]
    if less >= REWORDED:
        return "two translations or wordings of one utterance" if all(direct) else "one utterance, retold"
    return "the one quotes a part of the other" if all(direct) else "the one sums up the other"
