"""The words of ``find/words/rules*.toml``, laid out for look-up."""

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from rashomon.records import RuleKind, Status
from rashomon.words import entries

WORDS = Path(__file__).parent.parent / "words"


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What every entry has: an example of our own, which the tests run."""

    example: str


class Connective(Entry, frozen=True, kw_only=True):
    """Words that join two clauses, or a clause and a phrase."""

    words: str
    takes: Literal["clause", "phrase", "verb"]
    kind: RuleKind
    complement: Literal["if", "then"]  # the side of the rule that stands after the words
    only: str = ""  # the name of a test in rule/tests.py that the complement must pass
    reversed: bool = False  # «unless»: the complement holds negated


class Opener(Entry, frozen=True, kw_only=True):
    """Words that open a sentence and make the sentence before it the cause."""

    words: str


class Verb(Entry, frozen=True, kw_only=True):
    """A verb whose subject and object are the two sides of a rule."""

    lemma: str
    kind: RuleKind
    after: str = ""  # what stands between the verb and its object, «rise to»
    object: Literal["noun", "verb", "any", "gerund", "infinitive"] = "noun"
    deed: bool = False  # with a person or a state as its subject it is a deed and no cause
    passive: bool = False  # only its passive counts
    by: bool = True  # «sparked by»: the agent of its passive is the cause
    backwards: bool = False  # «stems from»: the object is the cause
    future: bool = False  # only after a modal
    present: bool = False  # only in the present tense


class Outlook(Entry, frozen=True, kw_only=True):
    """A word that makes its clause an expectation or a commitment."""

    lemma: str
    form: Literal["modal", "to", "object"]
    status: Status
    default: bool = False
    negative: bool = False  # «unlikely»
    negated: bool = False  # counts only under a negation, «do not rule out»
    passive: bool = False
    active: bool = False
    noun: bool = False
    progressive: bool = False
    not_before: tuple[str, ...] = ()


class Noun(Entry, frozen=True, kw_only=True):
    """A noun that names an end, or something said."""

    lemma: str


class Root(Entry, frozen=True, kw_only=True):
    """A noun that names a cause or an effect."""

    lemma: str
    after: tuple[str, ...]  # prepositions before the other side: «the reason for …»
    backwards: bool = False  # «the result of …»: the other side is the cause


@cache
def connectives() -> dict[str, tuple[Connective, ...]]:
    """The connectives by their first word, the longest first."""
    grouped: dict[str, list[Connective]] = {}
    for entry in sorted(entries(WORDS / "rules.toml", "connective", Connective), key=lambda entry: -len(entry.words)):
        grouped.setdefault(entry.words.split()[0], []).append(entry)
    return {first: tuple(group) for first, group in grouped.items()}


@cache
def openers() -> tuple[Opener, ...]:
    """The sentence openers."""
    return entries(WORDS / "rules.toml", "opener", Opener)


@cache
def verbs() -> dict[str, tuple[Verb, ...]]:
    """The causal, aiming and purposing verbs by lemma."""
    grouped: dict[str, list[Verb]] = {}
    for entry in entries(WORDS / "rules.toml", "verb", Verb):
        grouped.setdefault(entry.lemma, []).append(entry)
    return {lemma: tuple(group) for lemma, group in grouped.items()}


@cache
def outlooks() -> dict[str, Outlook]:
    """The words of expectation and commitment by lemma."""
    return {entry.lemma: entry for entry in entries(WORDS / "rules_outlook.toml", "outlook", Outlook)}


@cache
def goals() -> frozenset[str]:
    """The nouns that name an end, by lemma."""
    return frozenset(entry.lemma for entry in entries(WORDS / "rules.toml", "goal", Noun))


@cache
def roots() -> dict[str, Root]:
    """The nouns that name a cause or an effect, by lemma."""
    return {entry.lemma: entry for entry in entries(WORDS / "rules.toml", "root", Root)}


@cache
def messages() -> frozenset[str]:
    """The nouns for something said, by lemma."""
    return frozenset(entry.lemma for entry in entries(WORDS / "rules.toml", "message", Noun))
