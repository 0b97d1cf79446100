"""One article laid out for the question who is behind a deed: its groups, its statements, its officials."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from rashomon.find.clauses import arguments
from rashomon.find.incident.deeds import VERBAL
from rashomon.find.incident.groups import Group
from rashomon.find.incident.lexicon import Lexicon
from rashomon.find.parse import Parse
from rashomon.find.terms import Named
from rashomon.records import Statement

OFFICES = frozenset({"person", "government"})
OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "SPY"})  # PLOVER sectors


@dataclass(frozen=True, slots=True)
class Reading:
    """One article with all that the reading of blame needs."""

    parse: Parse
    statements: Sequence[Statement]
    known: Named
    words: Lexicon
    groups: tuple[Group, ...]
    at: dict[int, Group]  # token -> the group whose name it is part of
    officials: frozenset[str]  # actor keys

    @property
    def rebels(self) -> Group | None:
        """The armed group that the article is about: «the guerrillas» are its."""
        known = [group for group in self.groups if group.sort == "armed"]
        return max(known, key=lambda group: (len(group.places), -group.places[0].start), default=None)


def last_named(reading: Reading, token: Token) -> Group | None:
    """The group, no force of a state, that the article named last before a token: «the organization» is that."""
    named = [(place.start, group) for group in reading.groups for place in group.places if place.start < token.i]
    own = [each for each in named if each[1].sort not in ("state", "body")]
    return max(own, key=lambda each: each[0])[1] if own else reading.rebels


def read(parse: Parse, statements: Sequence[Statement], known: Named, words: Lexicon, groups: tuple[Group, ...]) -> Reading:
    """Lay out an article."""
    at = {index: group for group in groups for place in group.places for index in range(place.start, place.end)}
    officials = frozenset(
        each.actor for each in known.mentions if each.actor and each.type in OFFICES and each.sector in OFFICIAL
    )
    return Reading(parse, statements, known, words, groups, at, officials)


def statement_at(reading: Reading, token: Token) -> Statement | None:
    """The statement that a token is part of; of several the one that begins last."""
    at = reading.parse.in_page(token.idx, token.idx + 1)[0]
    holding = [each for each in reading.statements if any(start <= at < end for start, end in each.content)]
    return max(holding, key=lambda each: each.content[0][0], default=None)


def verb_over(token: Token) -> Token:
    """The verb that a token is or hangs on, or the top of its sentence."""
    verb = token
    while verb.pos_ not in VERBAL and verb.head.i != verb.i:
        verb = verb.head
    return verb


def subjects(token: Token) -> list[Token]:
    """The subjects of the verb over a token."""
    verb = verb_over(token)
    return [head for role, head in arguments(verb) if role == "subject"] if verb.pos_ in VERBAL else []


def named_in(reading: Reading, sentence: Span) -> list[tuple[Span, Group]]:
    """The groups named in a sentence, in text order; no parties and unions, which are blamed for much else."""
    fit = [group for group in reading.groups if group.sort != "body"]
    named = [(place, group) for group in fit for place in group.places if sentence.start <= place.start < sentence.end]
    return sorted(named, key=lambda each: each[0].start)


def at_character(sentence: Span, place: int) -> Token:
    """The token at a character of a sentence."""
    found = sentence.doc.char_span(sentence.start_char + place, sentence.start_char + place + 1, alignment_mode="expand")
    return found[0] if found is not None else sentence.root


def around(pattern: re.Pattern[str], token: Token, width: int) -> re.Match[str] | None:
    """The first match within so many characters of a token, in its sentence."""
    sentence = token.sent
    return pattern.search(token.doc.text, max(sentence.start_char, token.idx - width), min(sentence.end_char, token.idx + width))
