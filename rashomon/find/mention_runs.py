"""Names that only the pages know: runs of capitalised words, and what their surroundings say they name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec
from spacy.tokens import Doc, Token

from rashomon.folded import fold
from rashomon.words import entries

CUES = Path(__file__).parent / "words" / "name_cues.toml"
PARTICLES = frozenset("al el bin ibn bint ben abu abd de del della der den di da dos du la le van von und ter zu y e".split())
LONGEST_RUN = 9  # words


class Cue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that say what a name names, and where they stand."""

    words: tuple[str, ...]
    where: str  # "before" the name, "in" it
    type: str  # Mention.type
    sector: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that belong together, as tokens of the document."""

    first: int
    last: int  # exclusive

    def text(self, doc: Doc) -> str:
        """The run as written, on one line."""
        return " ".join(doc[self.first : self.last].text.split())


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a run names, and why."""

    type: str
    sector: str
    why: str


@cache
def cues() -> tuple[dict[str, Cue], dict[str, Cue]]:
    """The cues that stand before a name and those inside it, by folded word."""
    listed = entries(CUES, "cue", Cue)
    before = {fold(word): cue for cue in listed if cue.where == "before" for word in cue.words}
    return before, {fold(word): cue for cue in listed if cue.where == "in" for word in cue.words}


def runs(doc: Doc, taken: Sequence[bool]) -> list[Run]:
    """The runs of capitalised proper nouns outside what is taken (one flag a token)."""
    found: list[Run] = []
    position = 0
    while position < len(doc):
        last = end_of_run(doc, position, taken)
        if last > position:
            found.append(Run(position, last))
        position = max(last, position + 1)
    return found


def end_of_run(doc: Doc, first: int, taken: Sequence[bool]) -> int:
    """Where a run that begins at the token ends; ``first`` itself when none does."""
    last = first
    position = first
    while position < len(doc) and position - first < 2 * LONGEST_RUN and not taken[position]:
        token = doc[position]
        if is_part(token):
            last = position + 1
        elif not (position > first and is_link(token)):
            break
        position += 1
    return last


def is_part(token: Token) -> bool:
    """Whether a token can be part of a name by itself."""
    if not token.text[0].isupper() or not (token.is_alpha or any(mark in token.text for mark in "-'.")):
        return False
    return token.pos_ == "PROPN" or token.ent_type_ in {"PERSON", "ORG", "GPE", "NORP", "FAC"}


def is_link(token: Token) -> bool:
    """«bin», the hyphen of «Al-Hajraf»: inside a name, never at its end."""
    return token.lower_ in PARTICLES or (token.text in {"-", "–"} and not token.whitespace_)


def judged(doc: Doc, found: Iterable[Run]) -> dict[Run, Verdict]:
    """What each run names, after all of an article's runs have voted; runs nobody can vouch for are left out."""
    listed = list(found)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for run in listed:
        votes[run.text(doc)][label(doc, run)] += 1
    cued = {run: cue for run in listed if (cue := by_cue(doc, run))}
    vouched = {run.text(doc): verdict for run, verdict in cued.items()}
    chosen = {}
    for run in listed:
        text = run.text(doc)
        verdict = cued.get(run) or vouched.get(text) or by_votes(doc, run, votes[text])
        if verdict:
            chosen[run] = verdict
    return chosen


def label(doc: Doc, run: Run) -> str:
    """The entity label of most of the run's words."""
    return Counter(token.ent_type_ for token in doc[run.first : run.last]).most_common(1)[0][0]


def by_cue(doc: Doc, run: Run) -> Verdict | None:
    """The verdict of a word before the name («Mr») or in it («University»)."""
    before, inside = cues()
    for token in reversed(doc[run.first : run.last]):
        cue = inside.get(fold(token.text))
        if cue and run.last - run.first > 1:
            return Verdict(cue.type, cue.sector, f"«{token.text}» in the name")
    for back in (1, 2):
        word = doc[run.first - back].text if run.first >= back else ""
        if cue := before.get(fold(word)):
            return Verdict(cue.type, cue.sector, f"«{word}» before the name")
    return None


def by_votes(doc: Doc, run: Run, votes: Counter[str]) -> Verdict | None:
    """A person of two words or more that the tagger labels a person more often than anything else."""
    words = [token for token in doc[run.first : run.last] if token.is_alpha]
    if len(words) < 2 or votes.most_common(1)[0][0] != "PERSON" or any(word.is_upper and len(word) > 3 for word in words):
        return None
    return Verdict("person", "", f"labelled a person {votes['PERSON']} of {sum(votes.values())} times")
