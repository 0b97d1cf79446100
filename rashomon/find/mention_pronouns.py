"""Pronouns that mean one person for certain: «he» where the sentences around name only one."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
from spacy.tokens import Doc, Span, Token

from rashomon.find.mention_named import Named
from rashomon.folded import fold
from rashomon.words import entries

SUBJECTS = frozenset({"he", "she"})
NAMES = Path(__file__).parent / "words" / "given_names.toml"
LONGEST_COURTESY = 8  # characters of what stands before a name, «the Mrs. »
SEX = {"he": "male", "mr": "male", "she": "female", "ms": "female", "mrs": "female", "miss": "female"}
OPENING, CLOSING = frozenset("“«„"), frozenset("”»")  # straight marks are either, and tell nothing about a stretch


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Given names of one sex."""

    sex: Literal["male", "female"]
    names: tuple[str, ...]
    example: str = ""


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
    told = sexes(persons, doc)
    made: list[Named] = []
    before: Span | None = None
    for sentence in doc.sents:
        for token in sentence:
            if token.lower_ in SUBJECTS and token.dep_ in {"nsubj", "nsubjpass"} and not quoted[token.i]:
                made += meant(token, sentence, before, persons, told)
        before = sentence
    return of_one_sex(made, doc)


def sexes(persons: Sequence[Named], doc: Doc) -> dict[str, str]:
    """The sex of each actor that «Ms.» or a given name tells, where they agree."""
    signs: dict[str, set[str]] = defaultdict(set)
    for item in persons:
        signs[item.actor] |= {courtesy(item, doc), sexes_of_names().get(fold(item.name.split()[0]), "")} - {""}
    return {actor: min(told) for actor, told in signs.items() if len(told) == 1}


def of_one_sex(made: Sequence[Named], doc: Doc) -> list[Named]:
    """The pronouns without those of the sex that fewer of their person's have, and without all where both have as many."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for item in made:
        votes[item.actor][SEX[doc.text[item.start : item.end].lower()]] += 1
    prevail = {actor: prevailing(counted) for actor, counted in votes.items()}
    return [item for item in made if prevail[item.actor] == SEX[doc.text[item.start : item.end].lower()]]


@cache
def sexes_of_names() -> dict[str, str]:
    """The sex of those who bear a given name, by the name in Latin letters."""
    return {name: entry.sex for entry in entries(NAMES, "given", Given) for name in entry.names}


def courtesy(item: Named, doc: Doc) -> str:
    """The sex that «Mr.» or «Ms.» before a name tells; empty without."""
    before = doc.text[max(item.start - LONGEST_COURTESY, 0) : item.start].rstrip(" .")
    return SEX.get(before.rpartition(" ")[2].lower(), "")


def prevailing(counted: Counter[str]) -> str:
    """The sex with more votes; empty for none or as many of both."""
    apart = counted["male"] - counted["female"]
    return "male" if apart > 0 else "female" if apart < 0 else ""


def meant(token: Token, sentence: Span, before: Span | None, persons: Sequence[Named], told: Mapping[str, str]) -> list[Named]:
    """The person a pronoun means: the only one of its sex, as far as that is told, before it in its sentence and the last."""
    low = before.start_char if before is not None else sentence.start_char
    first, last = (bisect_left(persons, place, key=lambda person: person.start) for place in (low, token.idx))
    sex = SEX[token.lower_]
    named = [person for person in persons[first:last] if told.get(person.actor, sex) == sex]
    if not named or len({person.actor for person in named}) != 1:
        return []
    meant = named[-1]
    only = "only person" if len(named) == last - first else f"only {sex} person"
    why = f"«{token.text}»: {meant.name} is the {only} named in this sentence and the one before"
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
