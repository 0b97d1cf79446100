"""Whether two actors are bound together or set against each other, by what is said of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from rashomon.records import Article, Event, Finding, Found, Span
from rashomon.words import entries
from rashomon.worlds.stems import stem

WORDS = Path(__file__).parent / "words" / "signs.toml"
# The quarters of PLOVER 2.0 (Open Event Data Alliance): what its types mean for the two sides.
COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
CONFLICT = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
OPEN = frozenset(
    {"REQUEST", "CONSULT", "MOBILIZE"}
)  # a request or a talk binds nobody; whom a mobilisation is against is not said
SAID = frozenset({"stated", "reported"})
Sign = Literal[-1, 0, 1]


class Signed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words or relations of one sign."""

    names: tuple[str, ...]
    sign: Literal[-1, 1]
    example: str


@dataclass(frozen=True, slots=True)
class Edge:
    """What one finding says of two actors."""

    one: str
    other: str
    sign: Sign
    finding: Finding
    article: Article


@cache
def relations() -> dict[str, Sign]:
    """The sign of each relation."""
    return {name: entry.sign for entry in entries(WORDS, "relation", Signed) for name in entry.names}


@cache
def stems() -> dict[str, Sign]:
    """The sign of each stem."""
    return {stem(name): entry.sign for entry in entries(WORDS, "word", Signed) for name in entry.names}


def sign_of_words(said: Iterable[str]) -> Sign:
    """The sign of stems; 0 when they have none or both."""
    found = {stems()[one] for one in said if one in stems()}
    return found.pop() if len(found) == 1 else 0


def sign_of_type(type_: str) -> Sign:
    """The sign of a PLOVER type."""
    if type_ in OPEN:
        return 0
    return 1 if type_ in COOPERATION else -1 if type_ in CONFLICT else 0


def edges(founds: Sequence[Found], actors: Mapping[str, str], countries: Mapping[str, str]) -> Iterator[Edge]:
    """What ties, deeds and aims say of pairs of actors; an actor of a state counts as the state."""
    who = (actors, countries)
    for found in founds:
        for tie in found.ties:
            if tie.status in SAID and not tie.negated:
                sign = relations().get(tie.relation, 0)
                yield from between(([tie.subject], [tie.object]), sign, tie, found.article, who)
        for event in found.events:
            if told(event):
                sign = sign_of_type(event.type)
                yield from between((event.actor, event.recipient), sign, event, found.article, who)
        for rule in found.rules:
            if rule.rule == "aim" and not rule.negated:
                ends = (named(found, rule.if_spans), named(found, rule.then_spans))
                yield from between(ends, -1, rule, found.article, who)


def told(event: Event) -> bool:
    """True for a deed said to have been done, and lately."""
    return event.status in SAID and not event.negated and not event.historical


def named(found: Found, spans: Sequence[Span]) -> list[str]:
    """The actors that the spans name."""
    return [
        mention.actor
        for mention in found.mentions
        if mention.actor and any(low <= mention.cited.start and mention.cited.end <= high for low, high in spans)
    ]


def between(
    ends: tuple[Sequence[str], Sequence[str]],
    sign: Sign,
    finding: Finding,
    article: Article,
    who: tuple[Mapping[str, str], Mapping[str, str]],
) -> Iterator[Edge]:
    """An edge for each pair of different actors."""
    left, right = ({side(actor, *who) for actor in listed if actor} for listed in ends)
    for one in sorted(left):
        for other in sorted(right - {one}):
            yield Edge(one, other, sign, finding, article)


def side(actor: str, actors: Mapping[str, str], countries: Mapping[str, str]) -> str:
    """The state an actor belongs to, or the actor."""
    key = actors.get(actor, actor)
    return countries.get(key, key)
