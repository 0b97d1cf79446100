"""The same deed, but by another doer, on another target, in another place or on another day.

Only deeds of which the lexicon says that a second answer excludes the first are looked at (``single`` in words/deeds.toml):
an airliner is shot down once, a town is shelled often.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

from rashomon.actors.entry import Place
from rashomon.compare.independence import one_affair, tellings
from rashomon.compare.lexicon import group_names, stands_for
from rashomon.compare.matching import days_between, matches
from rashomon.compare.propositions import FACTUAL, Party, Proposition, propositions
from rashomon.compare.sides import answer_of, comparison
from rashomon.gazetteer import gazetteer
from rashomon.records import Comparison, Found, Page
from rashomon.words import entries

PLACES = Path(__file__).parent.parent / "actors" / "places.toml"
ARMED = frozenset({"forces", "government"})
# Kinds that cannot be one and the same, nor serve one another.
ALWAYS = tuple(
    frozenset(kinds)
    for kinds in (
        {"person"},
        {"armed-group"},
        {"company"},
        {"name"},
        {"name", "person"},
        {"state", "group"},
        {"state", "armed-group"},
    )
)
VAGUE = frozenset({"unknown", "unidentified", "unnamed", "masked", "mysterious"})
PLACED = ("in", "at", "near", "outside")
RECEIVED = ("recipient", "to")
ONE_YEAR = 366
ONE_STAY = 3  # days between two undated tellings that may still be of one occasion
MOST_TOLD = 500  # tellings of one deed that are set side by side one by one
QUESTIONS = {
    "actor": "Who did it: “{deed}”?",
    "recipient": "To whom or on whom was it done: “{deed}”?",
    "place": "Where was it: “{deed}”?",
    "date": "When was it: “{deed}”?",
}


@dataclass(frozen=True, slots=True)
class Who:
    """What is known of an actor besides its key."""

    type: str
    country: str


def slots(
    founds: Sequence[Found],
    pages: Mapping[str, Page],
    actors: Mapping[str, str],
    groups: Mapping[str, str],
    copies: Mapping[str, str],
) -> tuple[Comparison, ...]:
    """Every deed told with two answers to one of the questions: by whom, on whom, where, when."""
    known = whos(founds, actors)
    by_deed: dict[tuple[str, ...], list[Proposition]] = {}
    for one in propositions(tellings(founds, "claims", actors, copies), actors):
        if one.done and one.entry is not None and one.entry.single and one.claim.status in FACTUAL:
            for key in keys(one):
                by_deed.setdefault(key, []).append(one)
    found = [made for key, told in sorted(by_deed.items()) for made in differing(key[0], told, known)]
    return tuple({one.id: one for one in found}.values())


def whos(founds: Sequence[Found], actors: Mapping[str, str]) -> dict[str, Who]:
    """Type and country of every actor, from its first mention that has them."""
    known: dict[str, Who] = {}
    for found in founds:
        for mention in found.mentions:
            if mention.actor:
                known.setdefault(actors.get(mention.actor, mention.actor), Who(mention.type, mention.country))
    return known


def keys(one: Proposition) -> Iterator[tuple[str, ...]]:
    """Under which questions a deed may be told differently, with what must then be the same."""
    single = one.entry.single if one.entry is not None else ""
    doer, target = one.doer, one.target
    if single in ("once", "dated"):
        main = target or doer
        if main is not None and specific(main):
            deed = (one.entry.kin if one.entry is not None else "") or one.deed
            yield from (("when and where", deed, key) for key in main.files(one.telling, one.hints))
        if target is not None and specific(target):
            yield from (("actor", one.deed, key) for key in target.files(one.telling, one.hints))
    if doer is None or target is None:
        return
    if single == "dated" and target.named and doer.named:
        yield "roles", one.deed, *sorted((min(doer.keys), min(target.keys)))
    if single == "recipient" and target.definite:
        yield from (("recipient", one.deed, by, key) for by in sorted(doer.keys) for key in target.files(one.telling, one.hints))
    if single == "object" and "complement" in one.others:
        yield "object", one.deed, min(doer.keys), min(one.others["complement"].keys)


def specific(party: Party) -> bool:
    """One thing and no other: a name, or a definite noun that is no kind of people and no number."""
    return (party.named or party.definite) and not party.number and not party.keys & group_names().keys()


def differing(about: str, told: Sequence[Proposition], known: Mapping[str, Who]) -> Iterator[Comparison]:
    """The comparisons of tellings of one deed."""
    if len(told) > MOST_TOLD:
        yield crowd(told)
        return
    for left, right in combinations(told, 2):
        for kind in KINDS[about]:
            if left.claim.id != right.claim.id and CHECKS[kind](left, right, known):
                yield made(kind.removesuffix("s swapped"), left, right)


def crowd(told: Sequence[Proposition]) -> Comparison:
    """Too many tellings of one deed to set each against each: said so, with all of them."""
    tellings_ = [one.telling for one in told]
    deed = told[0].deed
    why = f"{len(told)} tellings of deeds of this kind: too many to set each against each."
    return comparison(
        "actor", deed, QUESTIONS["actor"].format(deed=deed), [(answer_of(tellings_), tellings_)], verdict="unsure", why=why
    )


def same_occasion(left: Proposition, right: Proposition) -> bool:
    """Nothing tells two occasions apart: own dates, or days of telling for deeds that happen again."""
    if left.claim.low and right.claim.low:
        gap = days_between(left.claim.low, right.claim.low)
        return left.claim.low == right.claim.low or (gap is not None and gap == 0)
    told = named_target(left, right) or narrowed_alike(left, right) or (bool(left.low) and left.low == right.low)
    if not told and not one_affair(left.telling, right.telling):
        return False
    apart_by = days_between(left.published, right.published)
    if left.entry is not None and left.entry.single != "dated":
        return apart_by is None or named_target(left, right) or abs(apart_by) <= ONE_YEAR
    if left.low or right.low:
        return False
    if nominal(left) or nominal(right):
        return apart_by is None or abs(apart_by) <= ONE_STAY
    return apart_by is not None and abs(apart_by) <= ONE_STAY


def named_target(left: Proposition, right: Proposition) -> bool:
    """What it was done to bears a name: one president is killed once, «the agreement» may be another's."""
    return all(party is not None and party.named for party in (main_party(left), main_party(right)))


def narrowed_alike(left: Proposition, right: Proposition) -> bool:
    """Both narrow the thing by the same words: «the ferry at Likoni»."""
    one, other = left.target, right.target
    around = [frozenset().union(*(party.keys for party in side.others.values() if party.named)) for side in (left, right)]
    return bool(around[0] & around[1]) or (
        one is not None and other is not None and bool(one.words & other.words or one.actors & other.actors)
    )


def main_party(one: Proposition) -> Party | None:
    """Whom or what the deed befell: «was killed», «died»."""
    return one.target or one.doer


def nominal(one: Proposition) -> bool:
    """The deed is told as known: «the attack on the hotel»."""
    return any(term.role == "deed" and term.definite for term in one.claim.terms)


def one_target(left: Proposition, right: Proposition) -> bool:
    """Both targets are one thing."""
    return left.target is not None and right.target is not None and matches(left.target, right.target)


def other_doer(left: Proposition, right: Proposition, known: Mapping[str, Who]) -> bool:
    """The same deed on the same thing by somebody else."""
    if left.claim.part or right.claim.part or left.doer is None or right.doer is None:
        return False
    return one_target(left, right) and same_occasion(left, right) and exclude(left.doer, right.doer, known)


def swapped(left: Proposition, right: Proposition, known: Mapping[str, Who]) -> bool:
    """A did it to B, B did it to A, on one day or «first»."""
    if left.doer is None or right.doer is None or left.doer.keys & right.doer.keys:
        return False
    first = left.claim.scope == right.claim.scope == "first"
    return first or (bool(left.low) and left.low == right.low)


def other_recipient(left: Proposition, right: Proposition, known: Mapping[str, Who]) -> bool:
    """The same thing handed by the same doer to somebody else."""
    one, other = receiver(left), receiver(right)
    return (
        one is not None
        and other is not None
        and same_occasion(left, right)
        and one_target(left, right)
        and exclude(one, other, known)
    )


def other_object(left: Proposition, right: Proposition, known: Mapping[str, Who]) -> bool:
    """Somebody else named to the same office."""
    both = left.target is not None and right.target is not None and left.target.named and right.target.named
    return both and same_occasion(left, right) and not one_target(left, right)


def receiver(one: Proposition) -> Party | None:
    """To whom something goes."""
    return next((one.others[role] for role in RECEIVED if role in one.others), None)


def exclude(left: Party, right: Party, known: Mapping[str, Who]) -> bool:
    """Two parties that cannot be one, nor a part or a servant of one another."""
    if left.keys & right.keys or left.actors & right.actors or (left.words | right.words) & VAGUE:
        return False
    kinds = frozenset(kind_of(party, known) for party in (left, right))
    countries = [{known[actor].country for actor in party.actors if actor in known} for party in (left, right)]
    foreign = bool(countries[0] and countries[1] and not countries[0] & countries[1])
    if kinds in (frozenset({"state"}), frozenset({"state", "person"}), frozenset({"state", "organisation"})):
        return foreign
    return kinds in ALWAYS


def kind_of(party: Party, known: Mapping[str, Who]) -> str:
    """What a party is as far as it matters here: a state with its arms, a person, an organisation, a kind of people."""
    if party.keys & group_names().keys():
        return "group"
    types = {known[actor].type for actor in party.actors if actor in known}
    if party.named and types and not types & {"state", "government"}:
        return min(types)
    if types & {"state", "government"} or party.arm or any(stands_for().get(key, frozenset()) & ARMED for key in party.keys):
        return "state"
    return "name" if party.named else ""


def other_place(left: Proposition, right: Proposition, known: Mapping[str, Who]) -> bool:
    """The same occasion in another place; a place inside the other is none."""
    one, other = place_of(left), place_of(right)
    if one is None or other is None or not (one.named and other.named) or one.keys & other.keys or one.actors & other.actors:
        return False
    countries = [{known[actor].country for actor in party.actors if actor in known} for party in (one, other)]
    types = [{known[actor].type for actor in party.actors if actor in known} for party in (one, other)]
    contained = bool(countries[0] & countries[1]) and types[0] != types[1]
    if contained or not (is_city(one) and is_city(other)) or one_capital(one, other):
        return False
    return alike_otherwise(left, right) and same_occasion(left, right)


def is_city(place: Party) -> bool:
    """The gazetteer knows it as a city, or as a state; of other places nobody can say what lies in them."""
    if any(sense.kind == "capital" for sense in gazetteer().of(place.text)):
        return True
    return bool(place.actors) and not place.actors & regions()


@cache
def regions() -> frozenset[str]:
    """The places of the gazetteer that cities lie in."""
    return frozenset(region.key for region in entries(PLACES, "place", Place))


def one_capital(left: Party, right: Party) -> bool:
    """Two names of one capital, or two capitals of one state: the press takes one for the other."""
    states = [{sense.actor.key for sense in gazetteer().of(place.text) if sense.kind == "capital"} for place in (left, right)]
    return bool(states[0] & states[1])


def other_date(left: Proposition, right: Proposition, known: Mapping[str, Who]) -> bool:
    """The same thing, that happens once, on another day."""
    if left.entry is None or left.entry.single != "once" or not (left.claim.low and right.claim.low):
        return False
    first, second = sorted((left.claim, right.claim), key=lambda claim: claim.low)
    gap = days_between(first.high or first.low, second.low)
    return gap is not None and gap > 1 and alike_otherwise(left, right)


def place_of(one: Proposition) -> Party | None:
    """Where it happened, as far as its own clause says."""
    return next((one.others[role] for role in PLACED if role in one.others), None)


def alike_otherwise(left: Proposition, right: Proposition) -> bool:
    """It befell the same thing, and the doer is the same as far as both name one besides."""
    one, other = main_party(left), main_party(right)
    if one is None or other is None or not matches(one, other):
        return False
    doers = [party.doer for party in (left, right) if party.target is not None and party.doer is not None]
    return len(doers) < 2 or matches(doers[0], doers[1])


CHECKS = {
    "actor": other_doer,
    "actors swapped": swapped,
    "recipient": other_recipient,
    "objects swapped": other_object,
    "place": other_place,
    "date": other_date,
}
KINDS = {
    "actor": ("actor",),
    "roles": ("actors swapped",),
    "recipient": ("recipient",),
    "object": ("objects swapped",),
    "when and where": ("place", "date"),
}


def made(kind: str, left: Proposition, right: Proposition) -> Comparison:
    """The comparison of two tellings."""
    about = "recipient" if kind == "object" else kind
    sides = [(answer_of([one.telling]), [one.telling]) for one in sorted((left, right), key=lambda one: one.claim.id)]
    deed = f"{left.deed} {left.target.text}" if left.target is not None else left.deed
    why = f"{left.telling.outlet} and {right.telling.outlet} tell the same deed with another {WORDS[about]}."
    return comparison(about, deed, QUESTIONS[about].format(deed=deed), sides, verdict="conflicts", why=why)


WORDS = {"actor": "doer", "recipient": "recipient", "place": "place", "date": "day"}
