"""Lines that give themselves away: the lexicon of cues, and which of them a line shows."""

import re
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from rashomon.words import LexiconError, entries

LONGEST_LINE = 1200  # characters looked at; a longer line is running text, whatever it begins with
QUOTES = '“"«„'
LONGEST_WHOLE = 160  # characters; no cue that takes a whole line is longer


class Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why a stretch of a page belongs to no article."""

    word: str
    says: str


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sign by which a line shows that it is not text of an article."""

    reason: str
    at: Literal["whole", "start", "anywhere"]
    pattern: str
    weight: int  # words' worth of evidence against the line
    example: str
    longest: int = 40  # words; the cue says nothing about a longer line
    opens: bool = False  # it stands between a headline and its text
    ends: bool = False  # it stands below an article
    closes: bool = False  # what follows is likely to belong to other articles


class Cues(msgspec.Struct, frozen=True):
    """The lexicon, compiled: one expression a place, its groups numbered as the cues."""

    whole: re.Pattern[str]
    start: re.Pattern[str]
    anywhere: re.Pattern[str]
    listed: dict[str, Cue]


@cache
def reasons() -> dict[str, str]:
    """The reasons and what they say, in the order of reasons.toml."""
    return {entry.word: entry.says for entry in entries(Path(__file__).with_name("reasons.toml"), "reason", Reason)}


@cache
def cues() -> Cues:
    """The lexicon of cues; raises LexiconError when a reason is not in reasons.toml or a pattern does not compile."""
    listed = {f"c{number}": cue for number, cue in enumerate(entries(Path(__file__).with_name("cues.toml"), "cue", Cue))}
    unknown = sorted({cue.reason for cue in listed.values()} - set(reasons()))
    if unknown:
        raise LexiconError(f"cues.toml: reasons not in reasons.toml: {', '.join(unknown)}")
    return Cues(compiled(listed, "whole"), compiled(listed, "start"), compiled(listed, "anywhere"), listed)


def compiled(listed: dict[str, Cue], at: str) -> re.Pattern[str]:
    """One expression for all cues of one place, a named group each."""
    parts = [f"(?P<{name}>{uncaptured(cue.pattern)})" for name, cue in listed.items() if cue.at == at]
    try:
        return re.compile("|".join(parts), re.IGNORECASE)
    except re.error as error:
        raise LexiconError(f"cues.toml: a pattern at {at} does not compile: {error}") from error


def uncaptured(pattern: str) -> str:
    """The pattern with its plain groups not counted, so that ``lastgroup`` names the cue."""
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", pattern)


def cue_of(line: str, words: int) -> Cue | None:
    """The first cue a stripped line shows: of the whole line, else of its beginning, else anywhere in it."""
    if len(line) > LONGEST_LINE:
        return None
    lexicon = cues()
    found = (
        (len(line) <= LONGEST_WHOLE and lexicon.whole.fullmatch(line))
        or lexicon.start.match(line)
        or lexicon.anywhere.search(line)
    )
    cue = lexicon.listed[found.lastgroup] if found and found.lastgroup else None
    return cue if cue and words <= cue.longest else None
