"""The lexicon of relations: patterns as they are written in the file, compiled to steps over a dependency parse."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from rashomon.words import LexiconError, entries

RELATIONS = Path(__file__).parent / "words" / "relations.toml"
Field = Literal["political", "military", "economic", "cultural", "signalling"]
Shape = Literal["verb", "verb noun", "noun", "between", "compound", "state", "predicate"]


class Relation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One lasting relation and the patterns it is found by."""

    name: str
    field: Field
    patterns: tuple[str, ...]
    example: str
    symmetric: bool = False
    subject: tuple[str, ...] = ()  # types of actor allowed; empty: any
    object: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern of a relation: its shape and the words it asks for."""

    relation: Relation
    shape: Shape
    word: str  # the lemma that anchors it: the verb, or the noun
    noun: str = ""  # of «verb noun»
    preposition: str = ""
    modifiers: tuple[str, ...] = ()  # words that must describe the noun: «strategic»
    swapped: bool = False  # the grammatical subject is the object of the tie: «O include S»


SHAPES: tuple[tuple[str, Shape], ...] = (
    (r"(?P<noun>.+) between S and O", "between"),
    (r"(?P<one>[SO]) be (?P<case>at|under|in) (?P<noun>\w+) (?P<preposition>of|with|by|from) (?P<two>[SO])", "state"),
    (r"(?P<one>[SO]) be (?P<word>\w+ed|dependent|reliant|loyal) (?P<preposition>with|to|on|in|by|at) (?P<two>[SO])", "predicate"),
    (r"(?P<one>[SO]) be (?P<noun>.+) (?P<preposition>of|to|with|for|in|at|on|by|from) (?P<two>[SO])", "noun"),
    (r"S O (?P<word>led|backed|border|controlled|sponsored|owned|held|occupied|brokered)", "compound"),
    (r"(?P<one>[SO]) (?P<word>\w+) (?P<two>[SO])", "verb"),
    (r"(?P<one>[SO]) (?P<word>\w+) (?P<preposition>of|to|with|for|in|at|on|by|from|into|as|against|over) (?P<two>[SO])", "verb"),
    (
        r"(?P<one>[SO]) (?P<word>\w+) (?P<noun>.+) (?P<preposition>of|to|with|for|in|on|against|over|from) (?P<two>[SO])",
        "verb noun",
    ),
)


def compiled(relation: Relation, written: str) -> Pattern | None:
    """A pattern as written, taken apart; None for the shapes that another pattern of the relation already covers."""
    for expression, shape in SHAPES:
        if match := re.fullmatch(expression, written):
            groups = match.groupdict()
            nouns = (groups.get("noun") or "").split()
            nouns = ([groups["case"]] if groups.get("case") else []) + nouns
            anchor = groups.get("word") or nouns[-1]
            return Pattern(
                relation, shape, anchor, nouns[-1] if nouns else "", groups.get("preposition") or "", tuple(nouns[:-1]),
                groups.get("one") == "O",
            )  # fmt: skip
    return None


@cache
def patterns(path: Path = RELATIONS) -> Mapping[str, tuple[Pattern, ...]]:
    """All patterns of a lexicon, by their anchoring lemma.

    Raises LexiconError when the file, an entry or a pattern cannot be used.
    """
    laid: dict[str, list[Pattern]] = {}
    for relation in entries(path, "relation", Relation):
        for written in relation.patterns:
            pattern = compiled(relation, written)
            if pattern is None:
                raise LexiconError(f"{path.name}: relation «{relation.name}»: «{written}» is no pattern")
            laid.setdefault(pattern.word, []).append(pattern)
    return {word: tuple(listed) for word, listed in laid.items()}


def relations(path: Path = RELATIONS) -> tuple[Relation, ...]:
    """The relations of a lexicon, in file order."""
    return entries(path, "relation", Relation)
