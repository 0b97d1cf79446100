"""The same utterance told again: by another outlet, in another translation, in part or in short."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.records import Found, Judgement, Linked, Statement

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
COMMONEST = 40  # statements that may share a word for it to propose a pair; keeps the pairs proportional to the pile
FEWEST = 4  # content words below which nothing can be told apart


@dataclass(frozen=True, slots=True)
class Wording:
    """A statement as the words that carry its content."""

    statement: Statement
    speaker: str
    words: frozenset[str]


def same_statements(founds: Sequence[Found], actors: Mapping[str, str]) -> Linked:
    """Judgements «same» between statements that render one utterance, each member with its representative.

    ``actors`` leads from an actor key to that of its cluster.
    """
    wordings = [wording for found in founds for wording in worded(found, actors)]
    weight = weights(wordings)
    pairs = sorted(candidates(wordings, weight))
    heads = list(range(len(wordings)))
    judgements = []
    for left, right in pairs:
        if heads[right] != right:
            continue
        why = alike(wordings[heads[left]], wordings[right], weight)
        if why:
            heads[right] = heads[left]
            judgements.append(judgement(wordings[right], wordings[heads[left]], why))
    return Linked(judgements=tuple(judgements))


def judgement(member: Wording, head: Wording, why: str) -> Judgement:
    """The judgement that a member renders the same utterance as its representative."""
    left, right = member.statement.id, head.statement.id
    return Judgement(id=f"same-{left}-{right}", left=left, right=right, verdict="same", by="compare.statements", why=why)


def worded(found: Found, actors: Mapping[str, str]) -> Iterator[Wording]:
    """The statements of an article that say enough to be known again."""
    for statement in found.statements:
        words = content_words(text_of(statement))
        if statement.kind in {"speech", "belief"} and len(words) >= FEWEST:
            yield Wording(statement, actors.get(statement.speaker, statement.speaker) or statement.speaker_text.lower(), words)


def text_of(statement: Statement) -> str:
    """The words of the content, without what stands between its pieces."""
    start, quote = statement.cited.start, statement.cited.quote
    return " ".join(quote[max(low - start, 0) : max(high - start, 0)] for low, high in statement.content)


def content_words(text: str) -> frozenset[str]:
    """Lower-case stems of the words that carry content."""
    return frozenset(stem(word) for word in WORD.findall(text.lower()) if len(word) > 3 or word[0].isdigit())


def stem(word: str) -> str:
    """The word without the commonest endings, «opposes», «opposed» and «opposing» being one."""
    for ending in ("ations", "ation", "ings", "ing", "edly", "ed", "ies", "es", "ly", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def weights(wordings: Sequence[Wording]) -> dict[str, float]:
    """How much a word tells: the logarithm of the share of statements without it."""
    counts = Counter(word for wording in wordings for word in wording.words)
    return {word: math.log(1 + len(wordings) / count) for word, count in counts.items()}


def candidates(wordings: Sequence[Wording], weight: Mapping[str, float]) -> set[tuple[int, int]]:
    """The pairs that share two rare words, or one and the speaker."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, wording in enumerate(wordings):
        for word in sorted(wording.words):
            holders[word].append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if len(places) <= COMMONEST:
            shared.update((left, right) for at, left in enumerate(places) for right in places[at + 1 :])
    return {pair for pair, count in shared.items() if count >= 3}


def alike(left: Wording, right: Wording, weight: Mapping[str, float]) -> str:
    """Why two wordings render one utterance; empty when they do not."""
    if left.speaker and right.speaker and left.speaker != right.speaker:
        return ""
    common = left.words & right.words
    shared = sum(weight[word] for word in sorted(common))
    covered = [shared / sum(weight[word] for word in sorted(side.words)) for side in (left, right)]
    if min(covered) < 0.5:
        return ""
    return f"{len(common)} content words in common, {min(covered):.0%} of their weight: {', '.join(sorted(common)[:8])}"
