"""Speakers named before a colon: «Minister: the road will open» in a headline, a line of a transcript."""

from bisect import bisect_left
from collections.abc import Iterator

from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.cues import COLON, listed
from rashomon.find.statement.sources import is_dash, trimmed
from rashomon.find.statement.tree import Tree
from rashomon.gazetteer import gazetteer
from rashomon.records import Span

OPENERS = frozenset({'"', "“", "''"})
LONGEST_KICKER = 4  # tokens of «EXCLUSIVE – » before the name, with the dash
LONGEST_NAME = 7  # tokens before the colon
NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "ADP", "PUNCT", "PART", "CCONJ", "NUM", "SPACE", "SYM", "X"})
FEWEST = 3  # tokens after it


def colon_attributions(tree: Tree, paragraphs: tuple[Span, ...]) -> Iterator[Attribution]:
    """Each line that opens with a name and a colon, as the word of whoever is named."""
    for start, end in paragraphs:
        low, high = bisect_left(tree.end, start + 1), bisect_left(tree.start, end)
        low += low < high and tree.lower[low] in OPENERS  # «"MINISTER: No.»
        low = next((token + 1 for token in range(low, min(low + LONGEST_KICKER, high)) if is_dash(tree, token)), low)
        colon = next((token for token in range(low, min(low + LONGEST_NAME + 1, high)) if tree.lower[token] == ":"), None)
        if colon is not None and colon > low and high - colon > FEWEST and names(tree, low, colon):
            source = trimmed(tree, low, colon)
            yield Attribution(COLON, colon, (colon,), source, source[1] - 1, (trimmed(tree, colon + 1, high),), frame="colon")


def names(tree: Tree, low: int, high: int) -> bool:
    """Whether somebody who can speak is named, «Minister», «JOHN DOE», «Poll», and no label, «Photo», «Update»."""
    words = [token for token in range(low, high) if tree.pos[token] not in {"PUNCT", "SPACE"}]
    if not words or any(tree.pos[token] not in NAMING or tree.lower[token] in listed("label") for token in words):
        return False
    if gazetteer().of(tree.text[tree.start[words[0]] : tree.end[words[-1]]]):  # «Obama: …», whatever the tagger takes it for
        return True
    return tree.doc[words[-1]].text.isupper() or tree.pos[words[-1]] == "PROPN" or tree.lower[words[-1]] in listed("heading")
