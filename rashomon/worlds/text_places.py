"""Places and words made fit for one line of a terminal."""

from collections.abc import Mapping

from rashomon.worlds.outcome import Passage


def place(passage: Passage, names: Mapping[str, str]) -> str:
    """Where a passage stands and on whose word: «a.txt, line 4, headline; The Harbour Post > the mayor»."""
    where = f"{passage.file}, line {passage.line}" if passage.line else f"{passage.page} {passage.start}-{passage.end}"
    voice = " > ".join(names.get(one, one) for one in passage.voice)
    return flat(f"{where}{', headline' if passage.title else ''}; {voice}")


def flat(words: str) -> str:
    """The words on one line, without control characters."""
    return " ".join("".join(char if char.isprintable() else " " for char in words).split())
