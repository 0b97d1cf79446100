"""One attribution as found in the parse, in tokens; the records are made from it."""

from dataclasses import dataclass

from rashomon.find.statement.cues import Cue
from rashomon.find.statement.tree import Range


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue, whose it is, and what it introduces; all places are tokens."""

    cue: Cue
    head: int  # the cue's main word
    words: tuple[int, ...]  # all words of the cue, in order
    source: Range | None
    source_head: int | None
    content: tuple[Range, ...]
    addressee: Range | None = None
    channel: Range | None = None
    negated: bool = False
    endorsed: bool = False
    frame: str = ""
    within: int | None = None  # the cue of the statement that cites this one

    @property
    def kind_of_wish(self) -> bool:
        """Whether what hangs on the cue is meant, planned or refused, and not done."""
        return self.cue.kind == "attitude" and self.cue.status in {"planned", "refused", "possible"}
