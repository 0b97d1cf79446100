"""The tellings written for this project: passages with rivals and look-alikes, texts with all conflicts between them or none."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, TypeVar, get_args

import msgspec

from quality.pairs.measure import Pair
from quality.pairs.pages import Case
from rashomon.words import entries

SETS = Path(__file__).parent / "sets"
TRAINED, TUNED = SETS / "train", SETS / "tune"

Kind = Literal["none", "value", "polarity", "actor", "recipient", "place", "date", "cause", "aim", "responsibility", "status"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""The labels of the network in the order of its columns; the first is that of no conflict."""

Tag = Literal[
    "stage",  # signed, and in force
    "part",  # one group of the victims, and all
    "time",  # another year, day or round
    "place",  # another town, the same sort of thing
    "base",  # another measure, a stock and a flow
    "person",  # another person, ship or law of the kind
    "deed",  # another deed of the same one
    "plan",  # a threat or an offer, and what was done
    "denial",  # of something else, or by both
    "alleged",  # by both, or something else
    "cause",  # one that can hold beside the first
    "aspect",  # background, a reaction, a consequence
    "bound",  # «over 10,000» and 10,400
    "hyponym",  # a narrower or wider word
]
"""Why a passage looks like a rival and is none."""

OF_SHORT: Mapping[str, Kind] = {"": "none", "figure": "value", "alignment": "recipient"}
"""The kinds of quality/pairs that have another name here."""


class Rival(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What another outlet tells of the same affair, and how it conflicts with the passage, if it does."""

    kind: Kind
    text: str


class Contrast(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A passage with some that conflict with it and some that look alike and do not: a line of a JSONL file."""

    left: str
    rights: tuple[Rival, ...]


PAIRED = ((0, 1), (0, 2), (1, 2))
"""The pairs of three, in the order of the kinds of a triad."""


class LookAlike(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A passage that shares words with a telling, seems to conflict with it, and does not."""

    tag: Tag
    text: str


class Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One telling in three wordings, three passages that conflict with it, and three look-alikes: a line of a JSONL file."""

    same: tuple[str, str, str]
    conflicts: tuple[Rival, Rival, Rival]
    others: tuple[LookAlike, LookAlike, LookAlike]


class Triad(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Three tellings that exclude each other, each in two wordings, and three look-alikes: a line of a JSONL file.

    ``kinds`` says what the first and second, the first and third, the second and third differ in.
    """

    tellings: tuple[tuple[str, str], tuple[str, str], tuple[str, str]]
    kinds: tuple[Kind, Kind, Kind]
    others: tuple[LookAlike, LookAlike, LookAlike]


class Agreeing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Three articles on one affair, each with points of its own, and no conflict between any two: a line of a JSONL file."""

    articles: tuple[str, str, str]


Line = TypeVar("Line", Contrast, Sheet, Triad, Agreeing)


class Conflict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of each text that carry the two sides."""

    kind: Kind
    left_says: str
    right_says: str


class Affair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two texts on one affair with all conflicts between them: a ``[[pair]]`` or a ``[[case]]`` of a TOML file."""

    left: str
    right: str
    conflicts: tuple[Conflict, ...]
    name: str = ""
    like: str = ""  # the kind of conflict that a case has, or resembles when it has none


def lines(path: Path, kind: type[Line]) -> Iterator[Line]:
    """The contrasts, sheets, triads or agreeing piles of a file; raises msgspec.ValidationError when a line is none."""
    return (msgspec.json.decode(line, type=kind) for line in path.read_bytes().splitlines())


def affairs(path: Path) -> Iterator[Affair]:
    """The pairs of texts of a TOML file; raises rashomon.words.LexiconError when an entry does not fit."""
    yield from entries(path, "pair", Affair)
    for case in entries(path, "case", Case):
        conflict = {"kind": case.kind, "left_says": case.left_says, "right_says": case.right_says}
        conflicts = (msgspec.convert(conflict, Conflict),) if case.conflict else ()
        yield Affair(case.left, case.right, conflicts, case.name, case.kind)


def short(path: Path) -> Iterator[tuple[Kind, str, str]]:
    """Kind, left and right of the pairs of a file of quality/pairs, as far as their kind is one of ours."""
    for pair in entries(path, "pair", Pair):
        kind = OF_SHORT.get(pair.conflict, pair.conflict)
        if kind in KINDS:
            yield kind, pair.left, pair.right
