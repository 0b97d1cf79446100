"""Wordings that give somebody a part in a deed: «had a hand in the raid», «is responsible for the killings»."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
from spacy.tokens import Token

from rashomon.find.clauses import Argument, filler
from rashomon.records import Status
from rashomon.words import entries

WORDS = Path(__file__).parent / "words"
LIGHT = frozenset(
    {
        "be",
        "remain",
        "have",
        "play",
        "serve",
        "take",
        "act",
        "become",
        "bear",
        "stay",
        "find",
        "claim",
        "admit",
        "accept",
        "assume",
        "share",
        "deny",
    }
)
LEADS = {"xcomp": "verb", "ccomp": "verb", "dobj": "object", "nsubjpass": "object"}


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of words/parts.toml."""

    words: tuple[str, ...]
    leads: tuple[str, ...]
    part: str
    holder: Literal["subject", "object"] = "subject"
    denies: bool = False
    status: Status = "stated"


@cache
def parts() -> dict[str, Part]:
    """The wordings of a part by lemma."""
    read: dict[str, Part] = {}
    for entry in entries(WORDS / "parts.toml", "part", Part):
        for word in entry.words:
            read.setdefault(word, entry)
    return read


@cache
def deverbal() -> dict[str, Part]:
    """The nouns that stand for their doer when they are a subject: «the arrival of Kenyan police calmed the capital»."""
    listed = entries(WORDS / "parts.toml", "part", Part)
    return {word: entry for entry in listed if entry.leads == ("subject",) for word in entry.words}


def deverbal_part(filled: tuple[Argument, ...]) -> str:
    """«the arrival of Kenyan police calmed …»: the police are the means."""
    found = [deverbal()[head.lemma_.lower()] for role, head in filled if role == "subject" and head.lemma_.lower() in deverbal()]
    return found[0].part if found else ""


def anchors(verb: Token, filled: tuple[Argument, ...]) -> Iterator[Token]:
    """The words of a clause that may stand for a part: the verb, and the complement or object of a light verb."""
    yield verb
    yield from (child for child in verb.children if child.dep_ == "ccomp" and child.pos_ == "ADJ")  # «holds Burundi responsible»
    if verb.lemma_ in LIGHT:
        yield from (head for role, head in filled if role in ("complement", "object", "as", "behind"))
        yield from (child for child in verb.children if child.dep_ == "prep" and child.lower_ == "behind")


def deeds(anchor: Token, entry: Part) -> Iterator[Token]:
    """What a wording of a part leads to."""
    wanted = set(entry.leads)
    for child in anchor.children:
        if child.dep_ == "prep" and child.lower_ in wanted and (inner := filler(child)) is not None:
            yield inner
        elif LEADS.get(child.dep_) in wanted and (child.pos_ == "VERB" or LEADS[child.dep_] != "verb"):
            yield child
        elif anchor.lower_ == "nothing" and child.lemma_ == "do":
            yield from deeds(child, entry)
    if anchor.dep_ == "prep" and anchor.lower_ in wanted and (inner := filler(anchor)) is not None:
        yield inner


def gerund(deed: Token) -> Token:
    """«the hub for smuggling gold», where the parser takes «smuggling» for an adjective of gold: the deed is smuggling."""
    first = deed.left_edge
    return first if deed.pos_ == "NOUN" and first.tag_ == "VBG" and first.dep_ == "amod" and first.head.i == deed.i else deed
