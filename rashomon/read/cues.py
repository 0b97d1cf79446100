"""Lines that give themselves away: the lexicon of cues, and which of them a line shows."""

import re
from bisect import bisect_left
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from rashomon.words import LexiconError, entries

LONGEST_LINE = 1200  # characters looked at; a longer line is running text, whatever it begins with
QUOTES = '“"«„'
QUOTED = 12  # words of a line from which on a quotation mark at its beginning counts
NOTHING = r"(?!)"
REMEMBERED = 4096  # short lines
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
    hints: tuple[str, ...] = ()  # of a cue anywhere: what the line must hold, one of them, for it to be looked for
    longest: int = 40  # words; the cue says nothing about a longer line
    opens: bool = False  # it stands between a headline and its text
    ends: bool = False  # it stands below an article
    closes: int = 0  # words' worth of evidence against the next line; what follows is likely to belong to others


Lexicon = dict[str, Cue]
"""The cues by the name of their group in an expression, in the order of cues.toml."""


@cache
def reasons() -> dict[str, str]:
    """The reasons and what they say, in the order of reasons.toml."""
    return {entry.word: entry.says for entry in entries(Path(__file__).with_name("reasons.toml"), "reason", Reason)}


@cache
def cues() -> Lexicon:
    """The lexicon of cues; raises LexiconError when a reason is not in reasons.toml or a pattern does not compile."""
    listed = {f"c{number}": cue for number, cue in enumerate(entries(Path(__file__).with_name("cues.toml"), "cue", Cue))}
    unknown = sorted({cue.reason for cue in listed.values()} - set(reasons()))
    if unknown:
        raise LexiconError(f"cues.toml: reasons not in reasons.toml: {', '.join(unknown)}")
    return listed


@cache
def expression(at: str, words: int) -> re.Pattern[str]:
    """One expression for all cues of one place that a line of so many words can show, a named group each."""
    parts = [f"(?P<{name}>{uncaptured(cue.pattern)})" for name, cue in cues().items() if cue.at == at and cue.longest >= words]
    try:
        return re.compile("|".join(parts) or NOTHING, re.IGNORECASE)
    except re.error as error:
        raise LexiconError(f"cues.toml: a pattern at {at} does not compile: {error}") from error


@cache
def lengths() -> tuple[int, ...]:
    """The different lengths, in words, up to which cues hold, in order."""
    return tuple(sorted({cue.longest for cue in cues().values()}))


@cache
def anywhere() -> tuple[tuple[Cue, re.Pattern[str]], ...]:
    """The cues that are looked for anywhere in a line, each with its expression."""
    return tuple((cue, re.compile(cue.pattern, re.IGNORECASE)) for cue in cues().values() if cue.at == "anywhere")


def uncaptured(pattern: str) -> str:
    """The pattern with its plain groups not counted, so that ``lastgroup`` names the cue."""
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", pattern)


def cue_of(line: str, words: int) -> Cue | None:
    """The first cue a stripped line shows: of the whole line, else of its beginning, else anywhere in it."""
    return short_cue(line, words) if len(line) <= LONGEST_WHOLE else looked_up(line, words)


@lru_cache(maxsize=REMEMBERED)
def short_cue(line: str, words: int) -> Cue | None:
    """The same of a short line, remembered: the pages of one site repeat their navigation."""
    return looked_up(line, words)


def looked_up(line: str, words: int) -> Cue | None:
    """The same, looked for."""
    if len(line) > LONGEST_LINE or words > lengths()[-1]:
        return None
    tier = lengths()[bisect_left(lengths(), words)]
    found = len(line) <= LONGEST_WHOLE and expression("whole", tier).fullmatch(line)
    if not found and line[0] in QUOTES and words > QUOTED:
        return None  # what somebody is quoted as saying is no notice of the site
    found = found or expression("start", tier).match(line)
    return cues()[found.lastgroup] if found and found.lastgroup else within(line, words)


def within(line: str, words: int) -> Cue | None:
    """The first cue that stands anywhere in a line."""
    lower = line.lower()
    wanted = sorted({number for hint, numbers in hinted() if hint in lower for number in numbers})
    looked_for = (anywhere()[number] for number in wanted)
    return next((cue for cue, form in looked_for if words <= cue.longest and form.search(line)), None)


@cache
def hinted() -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Each hint once, with the places of its cues among those anywhere."""
    hints = sorted({hint for cue, _ in anywhere() for hint in cue.hints})
    return tuple((hint, tuple(number for number, (cue, _) in enumerate(anywhere()) if hint in cue.hints)) for hint in hints)
