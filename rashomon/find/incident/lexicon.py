"""The words of incidents, words/incidents.toml: deeds by kind, lists of words, and the cues of blame."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from rashomon.records import IncidentKind
from rashomon.words import entries

FILE = Path(__file__).parent.parent / "words" / "incidents.toml"
ListName = Literal[
    "doing", "fighter", "anybody", "rebel", "armed", "called", "member", "authority", "accusing", "accident", "pictured",
    "setting", "explosive", "blasting", "suffered", "unnamed", "military", "unlike", "deed",
]  # fmt: skip
Side = Literal["after", "either", "close", "doer", "before", "held"]
DONE: frozenset[Side] = frozenset({"doer", "before"})  # told as somebody's deed
FARTHEST_DENIED = 90  # between «none» and «responsibility», «none of the groups that operate in the country has claimed …»
FARTHEST_CREDIT = 25  # characters between «claimed» and «responsibility»


# «denied any responsibility», «rejected charges of involvement», «had nothing to do with».
DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w{0,3}|disclaim\w{0,3}|disavow\w{0,3})\b[^.]{0,60}"
    r"\b(?:responsib\w+|involve\w+|participat\w+|carried|committed|blame|part|accusation|charge)|\bnothing to do with\b",
    re.IGNORECASE,
)


class DeedWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of ``[[deed]]``."""

    example: str
    incident: IncidentKind
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    weak: bool = False
    open: bool = False


class WordList(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of ``[[words]]``."""

    example: str
    name: ListName
    words: tuple[str, ...]


class BlameWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of ``[[blame]]``."""

    example: str
    side: Side
    words: tuple[str, ...]


class PossibleWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of ``[[possible]]``."""

    example: str
    words: tuple[str, ...]


class OrganWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of ``[[organ]]``."""

    example: str
    group: str
    outlets: tuple[str, ...]


class ClaimWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of ``[[claim]]``."""

    example: str
    verb: tuple[str, ...]
    noun: tuple[str, ...]
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of it, ready for use."""

    verbs: dict[str, DeedWords]
    nouns: dict[str, DeedWords]
    lists: dict[ListName, frozenset[str]]
    blame: re.Pattern[str]
    doubt: re.Pattern[str]  # the words of blame that leave the deed open
    sides: dict[str, Side]
    possible: re.Pattern[str]
    claim: re.Pattern[str]
    unclaimed: re.Pattern[str]
    authority: re.Pattern[str]
    denial: re.Pattern[str]
    organs: tuple[tuple[re.Pattern[str], str], ...]  # an outlet of a group, and the actor key of the group


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return r"\b(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + r")\b"


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon; raises LexiconError naming file, line and entry when it cannot be used."""
    deeds = entries(FILE, "deed", DeedWords)
    lists = {each.name: frozenset(each.words) for each in entries(FILE, "words", WordList)}
    sides = {word: each.side for each in entries(FILE, "blame", BlameWords) for word in each.words}
    possible = [word for each in entries(FILE, "possible", PossibleWords) for word in each.words]
    (claim,) = entries(FILE, "claim", ClaimWords)
    said = rf"{any_of(claim.verb)}[^.]{{0,{FARTHEST_CREDIT}}}{any_of(claim.noun)}|{any_of(claim.by)}"
    return Lexicon(
        verbs={word: each for each in deeds for word in each.verb},
        nouns={word: each for each in deeds for word in each.noun},
        lists=lists,
        blame=re.compile(any_of(sides), re.IGNORECASE),
        doubt=re.compile(any_of(word for word, side in sides.items() if side not in DONE), re.IGNORECASE),
        sides=sides,
        possible=re.compile(any_of(possible)),  # in lower case only: «May» is a month
        claim=re.compile(said, re.IGNORECASE),
        unclaimed=re.compile(
            rf"\b(?:no|nobody|none|not|neither|nor|yet to)\b[^.]{{0,{FARTHEST_DENIED}}}{any_of((*claim.noun, 'claimed'))}",
            re.IGNORECASE,
        ),
        denial=DENIAL,
        organs=tuple(
            (re.compile(any_of(each.outlets), re.IGNORECASE), each.group) for each in entries(FILE, "organ", OrganWords)
        ),
        authority=re.compile(any_of(lists["authority"]), re.IGNORECASE),
    )
