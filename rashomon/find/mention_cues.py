"""Words that say what an unknown name names, from words/name_cues.toml."""

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from rashomon.folded import fold
from rashomon.words import entries

CUES = Path(__file__).parent / "words" / "name_cues.toml"


class Cue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that say what a name names, and where they stand."""

    words: tuple[str, ...]
    where: Literal["before", "in"]  # the name
    type: str  # Mention.type
    sector: str = ""
    last: bool = False  # tells something only as the last word: «Daily News», not «News Feed»
    field: bool = False  # tells what a body is about, whatever sort of body it is: «the Nurses Alliance»
    capital: bool = False  # only when it is written with one
    weak: bool = False  # vouches for a lone word only where the tagger calls it a person too
    example: str = ""


@cache
def cues() -> tuple[dict[str, Cue], dict[str, Cue]]:
    """The cues that stand before a name and those inside it, by folded word."""
    listed = entries(CUES, "cue", Cue)
    before = {fold(word): cue for cue in listed if cue.where == "before" for word in cue.words}
    return before, {fold(word): cue for cue in listed if cue.where == "in" for word in cue.words}
