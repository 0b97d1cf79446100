"""Which passages of two articles may tell of one matter: those that share rare words, found by an index, never all pairs."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest
from math import log, sqrt

from spacy.lang.en.stop_words import STOP_WORDS

from rashomon.compare.passages import Passage
from rashomon.compare.stories import STEM

STOPPED = frozenset(word[:STEM] for word in STOP_WORDS) | frozenset(
    "said says told week year years month day days people".split()
)
COMMON = 200  # passages that share a stem beyond which it finds no pairs: the index stays linear in the pile
NEAREST = 4  # passages of other articles that a passage is set beside
LEAST = 0.1  # cosine; of 100 conflicts between short pages (quality/conflicts/sets) it lets 94 through, .12 let 83
SMALL = 60  # passages below which a pile says nothing about how rare a word is
Pair = tuple[int, int, float]


def passage_pairs(told: Sequence[Passage], copies: Mapping[int, int] | None = None) -> list[Pair]:
    """Pairs of passages of different articles, as places in ``told`` and their likeness, the likest first.

    ``copies`` gives an article that of which it is a copy; the two are not set beside each other.
    """
    taken, weights = copies or {}, weighted(told)
    origin = [taken.get(one.article, one.article) for one in told]
    norms = [sqrt(sum(weights[stem] ** 2 for stem in sorted(one.stems & weights.keys()))) or 1.0 for one in told]
    holding = index(told, weights)
    found: dict[tuple[int, int], float] = {}
    for number, one in enumerate(told):
        shared: defaultdict[int, float] = defaultdict(float)
        for stem in sorted(one.stems & holding.keys()):
            for other in holding[stem]:
                shared[other] += weights[stem] ** 2
        likeness = (
            (weight / (norms[number] * norms[other]), -other)
            for other, weight in shared.items()
            if origin[other] != origin[number]
        )
        for cosine, other in nlargest(NEAREST, likeness):
            if cosine >= LEAST:
                found[min(number, -other), max(number, -other)] = round(cosine, 6)
    return sorted(((left, right, cosine) for (left, right), cosine in found.items()), key=lambda pair: (-pair[2], pair))


def index(told: Sequence[Passage], weights: Mapping[str, float]) -> dict[str, list[int]]:
    """The passages that hold each stem, without stems that too many hold."""
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for stem in one.stems & weights.keys():
            holding[stem].append(number)
    return {stem: numbers for stem, numbers in holding.items() if len(numbers) <= COMMON}


def weighted(told: Sequence[Passage]) -> dict[str, float]:
    """How much each stem of two passages or more says, by how rare it is among them (Spärck Jones, 1972)."""
    spread = Counter(stem for one in told for stem in one.stems)
    many = max(len(told), SMALL)
    return {stem: log(many / count) for stem, count in spread.items() if stem not in STOPPED and count < many}
