"""Copies: articles that are one text, taken over whole or with a few words changed, whatever the outlet.

Candidates come from min-wise hashing (Broder, On the resemblance and containment of documents, 1997) of shingles of words;
each is then aligned word by word, and judged on the share of the shorter text that stands in the other in the same order.
An article counts as taken from the earliest of its copies, when their dates tell.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec
from rapidfuzz.distance import LCSseq
from rensa import RMinHash, RMinHashLSH

from rashomon.records import Article, Cut, Judgement, Linked

WORD = re.compile(r"\w+")
SHINGLE = 3  # words
PERMUTATIONS, BANDS, SEED = 128, 64, 7  # two rows a band: texts that share a fifth of their shingles are nearly sure to meet
LIKELY = 0.2  # share of shingles in common below which two texts are not aligned
LONGEST = 5000  # words of an article that are aligned; a copy shows long before
UNDATED = "9999"  # after all that are dated
FEWEST = 30  # words; a shorter text is no article to copy
# Share of the words of the shorter text found in the other in the same order.  Two accounts of one event share about a
# third (the small words in order), a reworded copy more than six tenths; set on texts of our own, see tests/test_copies.py.
COPIED = 0.6
SHORTEST_SHARE = 0.25  # a text of a quarter of the other's length is at most a quotation of it


class Text(msgspec.Struct, frozen=True):
    """An article as its words."""

    article: Article
    words: tuple[str, ...]


def copies(cuts: Sequence[Cut]) -> Linked:
    """A judgement «copy» for each article that is a copy of an earlier one (left: the earlier, right: the copy).

    An article is judged against one other: the earliest it is a copy of, by date when both are dated, else the first in the
    order of the pile.
    """
    texts = sorted(texts_of(cuts), key=lambda text: text.article.published_on or UNDATED)  # the order of the pile else
    judged: dict[str, Judgement] = {}
    for one, other in candidates(texts):
        left, right = texts[one], texts[other]
        if right.article.id in judged:
            continue
        share = common(left, right)
        if share >= COPIED:
            judged[right.article.id] = judgement(left.article, right.article, share)
    return Linked(judgements=tuple(judged[text.article.id] for text in texts if text.article.id in judged))


def texts_of(cuts: Sequence[Cut]) -> Iterator[Text]:
    """The articles long enough to be copied."""
    for cut in cuts:
        for article in cut.articles:
            words = WORD.findall(" ".join(cut.page.text[start:end] for start, end in article.blocks).casefold())
            if len(words) >= FEWEST:
                yield Text(article, tuple(words[:LONGEST]))


def candidates(texts: Sequence[Text]) -> list[tuple[int, int]]:
    """Pairs of texts that share shingles, by their numbers, the earlier first, in order."""
    hashes = [hashed(text) for text in texts]
    index = RMinHashLSH(threshold=0.5, num_perm=PERMUTATIONS, num_bands=BANDS)
    for number, minhash in enumerate(hashes):
        index.insert(number, minhash)
    met = {
        pair
        for number, minhash in enumerate(hashes)
        for pair in combinations(sorted({number, *index.query(minhash)}), 2)
        if number in pair
    }
    return sorted((one, other) for one, other in met if hashes[one].jaccard(hashes[other]) >= LIKELY)


def hashed(text: Text) -> RMinHash:
    """The min-hash of a text's shingles."""
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    minhash.update([" ".join(text.words[start : start + SHINGLE]) for start in range(len(text.words) - SHINGLE + 1)])
    return minhash


def common(one: Text, other: Text) -> float:
    """The share of the shorter text's words that stand in the other in the same order; 0 when it is far shorter."""
    shorter, longer = sorted((one.words, other.words), key=len)
    if len(shorter) < SHORTEST_SHARE * len(longer):
        return 0.0
    return float(LCSseq.similarity(shorter, longer)) / len(shorter)


def judgement(earlier: Article, copy: Article, share: float) -> Judgement:
    """The judgement on one copy, with the share in common and what tells which was first."""
    dated = earlier.published_on and copy.published_on and earlier.published_on != copy.published_on
    first = f"{earlier.published_on} is before {copy.published_on}" if dated else "their dates do not tell which was first"
    why = f"{share:.0%} of the words of the shorter stand in the other in the same order; {first}"
    return Judgement(
        id=f"copy-{earlier.id}-{copy.id}", left=earlier.id, right=copy.id, verdict="copy", by="compare.copies", why=why
    )
