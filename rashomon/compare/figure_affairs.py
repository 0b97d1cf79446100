"""What people came to harm by, as the sentence of a toll tells it: two tolls of one place may be of a crash and of a fire."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import msgspec

from rashomon.records import Claim
from rashomon.words import entries

WORDS = Path(__file__).parent / "words" / "affairs.toml"


class Affair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One family of things that befall people."""

    family: str
    words: tuple[str, ...]
    example: str


@cache
def families() -> Mapping[str, frozenset[str]]:
    """The families of each word of words/affairs.toml."""
    listed = entries(WORDS, "affair", Affair)
    words = {word for affair in listed for word in affair.words}
    return {word: frozenset(affair.family for affair in listed if word in affair.words) for word in words}


def harms(claims: Iterable[Claim]) -> tuple[frozenset[str], ...]:
    """The families of each thing told in clauses that may have done harm."""
    words = {word for claim in claims for word in (claim.verb, *(term.head for term in claim.terms))}
    return tuple(families()[word] for word in sorted(words & families().keys()))


def one_affair_of(left: Iterable[frozenset[str]], right: Iterable[frozenset[str]]) -> bool:
    """Whether the harms of two sentences may be of one affair; what names none may be of any."""
    one, other = frozenset[str]().union(*left), frozenset[str]().union(*right)
    return not one or not other or bool(one & other)
