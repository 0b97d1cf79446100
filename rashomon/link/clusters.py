"""From judgements on pairs to one representative key for each actor."""

from collections.abc import Iterable, Sequence
from itertools import product

from rashomon.records import Judgement

PERSON = "person"


def clusters(keys: Iterable[str], judgements: Sequence[Judgement]) -> dict[str, str]:
    """Each key and the key that represents its cluster: a key of the gazetteer before a bare name, then the first by letter.

    A person's judgement outranks a stage's, and a later one an earlier one on the same two keys.  Two keys that a person
    holds different are never in one cluster, not even by way of a third.
    """
    judged = deciding(judgements)
    groups = {key: [key] for pair in judged for key in pair} | {key: [key] for key in keys}
    apart = frozenset(pair for pair, judgement in judged.items() if judgement.verdict == "different" and judgement.by == PERSON)
    for pair in sorted(judged, key=lambda pair: (judged[pair].by != PERSON, -judged[pair].number, pair)):
        if judged[pair].verdict == "same":
            merge(*pair, groups, apart)
    leaders = {id(group): min(group, key=lambda key: (key.startswith("name:"), key)) for group in groups.values()}
    return {key: leaders[id(groups[key])] for key in sorted(groups)}


def deciding(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Judgement]:
    """The judgement that holds for each pair of keys."""
    held: dict[tuple[str, str], Judgement] = {}
    for judgement in judgements:
        pair = (min(judgement.left, judgement.right), max(judgement.left, judgement.right))
        if pair not in held or rank(judgement) >= rank(held[pair]):
            held[pair] = judgement
    return held


def rank(judgement: Judgement) -> tuple[bool, int]:
    """A person's judgement before a stage's, a later before an earlier."""
    return judgement.by == PERSON, judgement.number


def merge(left: str, right: str, groups: dict[str, list[str]], apart: frozenset[tuple[str, str]]) -> None:
    """Put the clusters of two keys together, unless a person holds any two of their keys apart."""
    small, large = sorted((groups[left], groups[right]), key=len)
    if small is large or (apart and any(tuple(sorted(pair)) in apart for pair in product(small, large))):
        return
    moved = list(small)
    large.extend(moved)
    for key in moved:
        groups[key] = large
