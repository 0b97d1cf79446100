"""A verb and a noun that together are one deed: «put her signature to the pact», «came into force»."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec
from spacy.tokens import Token

from rashomon.find.clauses import Argument, filler
from rashomon.words import entries

FILE = Path(__file__).parent / "words" / "set_phrases.toml"
NARROWS = frozenset({"amod", "compound", "nummod", "relcl", "acl"})


class SetPhrase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of words/set_phrases.toml."""

    verbs: tuple[str, ...]
    nouns: frozenset[str]
    roles: frozenset[str]
    means: str
    of: tuple[str, ...] = ()


@cache
def by_verb() -> dict[str, tuple[SetPhrase, ...]]:
    """The set phrases of each verb, in the order of the file."""
    found: dict[str, tuple[SetPhrase, ...]] = {}
    for phrase in entries(FILE, "phrase", SetPhrase):
        for verb in phrase.verbs:
            found[verb] = (*found.get(verb, ()), phrase)
    return found


def one_deed(verb: str, filled: Sequence[Argument]) -> tuple[str, tuple[Argument, ...]]:
    """The verb of the deed and its arguments: those given, unless verb and noun are a set phrase."""
    for phrase in by_verb().get(verb, ()):
        for role, noun in filled:
            if role in phrase.roles and noun.lemma_.lower() in phrase.nouns:
                rest = with_object(phrase, noun, tuple(one for one in filled if one[1].i != noun.i))
                if any(left in ("subject", "object") for left, _ in rest):  # «the talks were held» is about the talks
                    return phrase.means, rest
    return verb, tuple(filled)


def with_object(phrase: SetPhrase, noun: Token, rest: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """The arguments with the object that the noun, or else the clause, leads to."""
    governed = [
        inner
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ in phrase.of and (inner := filler(child)) is not None
    ]
    if governed:
        return (*rest, ("object", governed[0]))
    return tuple(("object", head) if role in phrase.of else (role, head) for role, head in rest)
