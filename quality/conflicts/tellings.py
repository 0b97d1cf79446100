"""The tellings written for this project: a passage and its rivals, and pairs of texts with the conflicts between them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, get_args

import msgspec

from quality.pairs.measure import Pair
from quality.pairs.pages import Case
from rashomon.words import entries

SETS = Path(__file__).parent / "sets"
TRAINED, TUNED = SETS / "train", SETS / "tune"

Kind = Literal["none", "value", "polarity", "actor", "recipient", "place", "date", "cause", "aim", "responsibility", "status"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""The labels of the network in the order of its columns; the first is that of no conflict."""

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


def contrasts(path: Path) -> Iterator[Contrast]:
    """The sets of a JSONL file; raises msgspec.ValidationError when a line is none."""
    return (msgspec.json.decode(line, type=Contrast) for line in path.read_bytes().splitlines())


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
