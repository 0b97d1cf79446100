"""Hedges: the words by which a source says how likely a thing is or how sure it is, kept as written and read by a table.

The ranges are those of Intelligence Community Directive 203 (2015).  A likelihood has a range; a confidence has a level and
no range, for the two must not be mixed; hearsay has neither.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from rashomon.words import entries

TABLE = Path(__file__).parent / "words" / "hedges.toml"
MAY = re.compile(r"\bMay\b(?=\s+\d|\s*,|\s*$)")  # the month, «on May 8»


class Scale(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A term of the scale and the words that stand for it."""

    example: str
    term: str
    kind: Literal["likelihood", "confidence", "hearsay"]
    words: tuple[str, ...]
    low: int | None = None  # percent
    high: int | None = None
    level: Literal["", "low", "moderate", "high"] = ""


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge as written, where it stands in the text given, and its place on the scale."""

    text: str
    start: int
    end: int
    scale: Scale


@cache
def scales() -> dict[str, Scale]:
    """The scale of each hedge word, in lower case."""
    return {word: scale for scale in entries(TABLE, "hedge", Scale) for word in scale.words}


@cache
def pattern() -> re.Pattern[str]:
    """All hedge words, the longest first, so that «very likely» is not read as «likely»."""
    words = sorted(scales(), key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")\b", re.IGNORECASE)


def hedges(text: str) -> tuple[Hedge, ...]:
    """All hedges of a text in order; offsets count its characters."""
    months = {match.start() for match in MAY.finditer(text)}
    return tuple(
        Hedge(match.group(), match.start(), match.end(), scales()[match.group().lower()])
        for match in pattern().finditer(text)
        if match.start() not in months
    )


def hedge(text: str) -> Hedge | None:
    """The first hedge of a text, a likelihood before a hearsay and both before a confidence; None when it has none."""
    order = ("likelihood", "hearsay", "confidence")
    return min(hedges(text), key=lambda found: (order.index(found.scale.kind), found.start), default=None)
