"""Pronouns that mean one person for certain: «he» where the sentences around name only one."""

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from rashomon.find.mention_named import Named

SUBJECTS = frozenset({"he", "she"})
OPENING, CLOSING = frozenset("“«„"), frozenset("”»")  # straight marks are either, and tell nothing about a stretch


def in_quotes(doc: Doc) -> list[bool]:
    """Which tokens stand in quotation marks; a paragraph begins outside, so that an unclosed mark does not reach beyond it."""
    inside, flags = False, []
    for token in doc:
        if token.i and "\n" in doc[token.i - 1].text:
            inside = False
        closes = inside and token.text in CLOSING
        inside = token.text in OPENING or (inside and not closes)
        flags.append(inside or closes)
    return flags


def pronouns(doc: Doc, found: Sequence[Named], quoted: Sequence[bool]) -> list[Named]:
    """The subject pronouns «he» and «she» outside quotation marks whose sentence and the one before name one person only."""
    persons = sorted((item for item in found if item.type == "person" and item.actor), key=lambda item: item.start)
    made: list[Named] = []
    before: Span | None = None
    for sentence in doc.sents:
        for token in sentence:
            if token.lower_ in SUBJECTS and token.dep_ in {"nsubj", "nsubjpass"} and not quoted[token.i]:
                made += meant(token, sentence, before, persons)
        before = sentence
    return made


def meant(token: Token, sentence: Span, before: Span | None, persons: Sequence[Named]) -> list[Named]:
    """The person a pronoun means: the only one named before it in its sentence and the sentence before."""
    low = before.start_char if before is not None else sentence.start_char
    first, last = (bisect_left(persons, place, key=lambda person: person.start) for place in (low, token.idx))
    named = persons[first:last]
    if not named or len({person.actor or person.name for person in named}) != 1:
        return []
    meant = named[-1]
    why = f"«{token.text}»: {meant.name} is the only person named in this sentence and the one before"
    return [
        Named(
            token.idx,
            token.idx + len(token),
            meant.actor,
            meant.name,
            "person",
            meant.country,
            meant.sector,
            form="pronoun",
            why=why,
        )
    ]
