"""Speakers named before a colon or behind a dash: «Minister: the road will open», «The road will open – minister»."""

from bisect import bisect_left
from collections.abc import Iterator

from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.cues import COLON, listed
from rashomon.find.statement.sources import is_dash, trimmed
from rashomon.find.statement.tree import Range, Tree
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


def dash_attributions(tree: Tree, paragraphs: tuple[Span, ...]) -> Iterator[Attribution]:
    """Each headline that ends in a dash and a name, «The road will open – minister», as the word of whoever is named."""
    for start, end in paragraphs:
        low, high = bisect_left(tree.end, start + 1), bisect_left(tree.start, end)
        dashes = (token for token in range(high - 2, max(low, high - LONGEST_NAME - 2), -1) if is_dash(tree, token))
        dash = next(dashes, None)
        if dash is None or high - low > LONGEST_HEADLINE or tree.lower[high - 1] in STOPS or dash - low < FEWEST:
            continue
        source = trimmed(tree, dash + 1, high)
        told = is_role(tree, source[1] - 1) or any(tree.tag[token] in TENSED for token in range(low, dash))
        if told and is_speaker(tree, source):
            yield Attribution(COLON, dash, (dash,), source, source[1] - 1, (trimmed(tree, low, dash),), frame="colon")


LONGEST_HEADLINE = 30  # tokens
STOPS = frozenset({".", "!", "?", "…", ":", ",", ";"})
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN"})  # in headlines «seized» is tagged as a participle
SPEAKING = frozenset({"person", "organisation", "government", "company", "outlet"})  # types of an actor; of a place it is where


def is_speaker(tree: Tree, source: Range) -> bool:
    """Whether the words behind a dash name somebody who speaks: a known actor, a name of a person, «police», «expert»."""
    low, high = source
    words = [token for token in range(low, high) if tree.pos[token] not in {"PUNCT", "SPACE"}]
    if not words or any(tree.pos[token] not in NAMING or tree.lower[token] in listed("label") for token in words):
        return False
    known = gazetteer().of(tree.text[tree.start[low] : tree.end[high - 1]])
    if known:
        return all(sense.actor.type in SPEAKING for sense in known)
    kind = tree.doc[high - 1].ent_type_
    return is_role(tree, high - 1) or kind == "ORG" or (kind == "PERSON" and high - low > 1)


def is_role(tree: Tree, word: int) -> bool:
    """«expert», «witnesses»: behind the dash of a headline nothing but its speaker."""
    return bool({tree.lower[word], tree.lemma[word]} & listed("heading"))


def names(tree: Tree, low: int, high: int) -> bool:
    """Whether somebody who can speak is named, «Minister», «JOHN DOE», «Poll», and no label, «Photo», «Update»."""
    words = [token for token in range(low, high) if tree.pos[token] not in {"PUNCT", "SPACE"}]
    if not words or any(tree.pos[token] not in NAMING or tree.lower[token] in listed("label") for token in words):
        return False
    if gazetteer().of(tree.text[tree.start[words[0]] : tree.end[words[-1]]]):  # «Obama: …», whatever the tagger takes it for
        return True
    return tree.doc[words[-1]].text.isupper() or tree.pos[words[-1]] == "PROPN" or tree.lower[words[-1]] in listed("heading")
