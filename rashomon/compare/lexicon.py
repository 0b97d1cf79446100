"""The words of the comparison, read once: deeds and their opposites, parties, loose words, sides."""

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
from msgspec.structs import replace

from rashomon.words import entries

WORDS = Path(__file__).parent / "words"
Says = Literal["done", "implied", "not", "undone"]
"""What a verb says of a deed: that it is done, that something is done that is that deed and more, that it is not done, or
that it was undone, which leaves open when."""


class Deed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of words/deeds.toml and its sisters, deeds_*.toml."""

    name: str
    verbs: tuple[str, ...] = ()
    implied: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    objects: frozenset[str] = frozenset()
    alike: bool = False
    contradictory: bool = False
    own_forces: bool = False
    kin: str = ""
    people: bool = False
    places: bool = False
    dated: bool = False
    single: Literal["", "once", "dated", "seldom", "alone", "recipient", "object"] = ""
    subjects: frozenset[str] = frozenset()
    named: bool = False
    exists: bool = False
    befalls: bool = False
    bare: bool = False
    obtains: frozenset[str] = frozenset()
    falls: frozenset[str] = frozenset()


class Group(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of words/parties.toml."""

    heads: tuple[str, ...]
    stands: Literal["forces", "government", "leadership", "group"]


class Loose(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of words/loose.toml."""

    words: tuple[str, ...]


class Idle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of words/idle.toml."""

    words: tuple[str, ...]


class Opposite(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of words/opposites.toml."""

    left: tuple[str, ...]
    right: tuple[str, ...]


class Camp(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of words/sides.toml."""

    name: str
    roots: tuple[str, ...]
    rivals: tuple[str, ...]


@cache
def deeds() -> tuple[Deed, ...]:
    """All deeds, in the order of the files: deeds.toml, then those of one domain each."""
    files = [WORDS / "deeds.toml", *sorted(WORDS.glob("deeds_*.toml"))]
    listed = (deed for file in files for deed in entries(file, "deed", Deed))
    return tuple(replace(deed, objects=named_otherwise(deed.objects), subjects=named_otherwise(deed.subjects)) for deed in listed)


def named_otherwise(nouns: frozenset[str]) -> frozenset[str]:
    """The nouns with all others for the same things: who approved a «plan» may have approved a «blueprint»."""
    meant = {things()[noun] for noun in nouns if noun in things()}
    return nouns | {noun for noun, thing in things().items() if thing in meant}


@cache
def deeds_by_verb() -> dict[str, tuple[tuple[Deed, Says], ...]]:
    """The deeds that a verb may be, each with what the verb says of it."""
    found: dict[str, tuple[tuple[Deed, Says], ...]] = {}
    for deed in deeds():
        listed: tuple[tuple[tuple[str, ...], Says], ...] = (
            (deed.verbs, "done"),
            (deed.implied, "implied"),
            (deed.against, "not"),
            (deed.undone, "undone"),
        )
        for verbs, says in listed:
            for verb in verbs:
                found[verb] = (*found.get(verb, ()), (deed, says))
    return found


@cache
def obtaining() -> frozenset[str]:
    """The verbs whose subject is to whom something goes: «bought jets from Turkey»."""
    return frozenset(verb for deed in deeds() for verb in deed.obtains)


@cache
def deeds_by_noun() -> dict[str, Deed]:
    """The deed that a noun phrase is: «crackdown», «security operation»."""
    return {noun: deed for deed in reversed(deeds()) for noun in deed.nouns}


@cache
def stands_for() -> dict[str, frozenset[str]]:
    """What a head of a noun phrase may stand for."""
    found: dict[str, frozenset[str]] = {}
    for group in groups():
        for head in group.heads:
            found[head] = found.get(head, frozenset()) | {group.stands}
    return found


@cache
def forces() -> frozenset[str]:
    """The nouns for armed forces."""
    return frozenset(head for head, means in stands_for().items() if "forces" in means)


@cache
def groups() -> tuple[Group, ...]:
    """All groups of words for parties."""
    return entries(WORDS / "parties.toml", "party", Group)


@cache
def group_names() -> dict[str, str]:
    """The name of the kind of people that a word means: «insurgent» are «rebel»."""
    return {head: group.heads[0] for group in groups() if group.stands == "group" for head in group.heads}


@cache
def loose_words() -> frozenset[str]:
    """The words that tell nothing apart."""
    return frozenset(word for entry in entries(WORDS / "loose.toml", "loose", Loose) for word in entry.words)


@cache
def idle_verbs() -> frozenset[str]:
    """The verbs that say too little."""
    return frozenset(word for entry in entries(WORDS / "idle.toml", "idle", Idle) for word in entry.words)


@cache
def opposites() -> dict[str, tuple[str, bool]]:
    """For a complement of «be»: the name of its pair, and on which of the two sides it is."""
    found: dict[str, tuple[str, bool]] = {}
    for pair in entries(WORDS / "opposites.toml", "opposite", Opposite):
        found |= dict.fromkeys(pair.left, (pair.left[0], True)) | dict.fromkeys(pair.right, (pair.left[0], False))
    return found


@cache
def camps() -> tuple[Camp, ...]:
    """All sides that somebody may be for or against."""
    return entries(WORDS / "sides.toml", "side", Camp)


class Occurrence(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of words/occurrences.toml."""

    name: str
    words: tuple[str, ...]
    verbs: tuple[str, ...]
    many: bool = False


class Pattern(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of words/accounts.toml."""

    verbs: frozenset[str]
    effect: tuple[str, ...]
    cause: tuple[str, ...]
    heads: frozenset[str] = frozenset()
    kind: Literal["cause", "aim"] = "cause"


class Cause(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of words/causes.toml."""

    family: str
    words: frozenset[str]


@cache
def listed_occurrences(many: bool) -> tuple[Occurrence, ...]:
    """Those that befall many things at a time, or those that do not; the last of the file first."""
    return tuple(one for one in reversed(entries(WORDS / "occurrences.toml", "occurrence", Occurrence)) if one.many == many)


@cache
def occurrences() -> dict[str, str]:
    """The name of the occurrence that a noun means."""
    return {word: one.name for one in listed_occurrences(many=False) for word in one.words}


@cache
def occurring_verbs() -> dict[str, str]:
    """The name of the occurrence that a verb means: «the ferry sank» is a sinking."""
    return {verb: one.name for one in listed_occurrences(many=False) for verb in one.verbs}


@cache
def frequent_occurrences() -> dict[str, str]:
    """The name of an occurrence, for a noun or verb, that befalls many things at a time: which thing must be the same too."""
    return {word: one.name for one in listed_occurrences(many=True) for word in (*one.words, *one.verbs)}


@cache
def account_patterns() -> dict[str, tuple[Pattern, ...]]:
    """The ways in which a verb may explain something."""
    found: dict[str, tuple[Pattern, ...]] = {}
    for pattern in entries(WORDS / "accounts.toml", "account", Pattern):
        for verb in pattern.verbs:
            found[verb] = (*found.get(verb, ()), pattern)
    return found


@cache
def cause_families() -> tuple[Cause, ...]:
    """The families of causes, in the order of the file."""
    return entries(WORDS / "causes.toml", "cause", Cause)


@cache
def aim_families() -> tuple[Cause, ...]:
    """The families of aims, in the order of the file."""
    return entries(WORDS / "aims.toml", "aim", Cause)


class Rare(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of words/rare.toml."""

    name: str
    heads: frozenset[str]
    words: frozenset[str]
    kin: frozenset[str]
    years: int


@cache
def rare_upheavals() -> tuple[Rare, ...]:
    """The upheavals that do not come twice in a few years."""
    return entries(WORDS / "rare.toml", "rare", Rare)


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of words/things.toml or words/generic.toml."""

    words: tuple[str, ...]


@cache
def things() -> dict[str, str]:
    """The first word of its entry for a noun that has others for the same thing: an «accord» is an «agreement»."""
    return {word: entry.words[0] for entry in reversed(entries(WORDS / "things.toml", "thing", Words)) for word in entry.words}


@cache
def generic_words() -> frozenset[str]:
    """The words of a name that do not tell whose name it is."""
    return frozenset(word for entry in entries(WORDS / "generic.toml", "generic", Words) for word in entry.words)
