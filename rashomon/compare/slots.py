"""The same deed, but by another doer, on another target, in another place or on another day.

Only deeds of which the lexicon says that a second answer excludes the first are looked at (``single`` in words/deeds.toml):
an airliner is shot down once, a town is shelled often.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.compare.independence import tellings
from rashomon.compare.lexicon import group_names, stands_for
from rashomon.compare.matching import days_between
from rashomon.compare.occasions import SELDOM, alike_otherwise, named_target, narrowed_alike, one_target, same_occasion, specific
from rashomon.compare.propositions import FACTUAL, Party, Proposition, propositions
from rashomon.compare.sides import answer_of, comparison
from rashomon.compare.whereabouts import other_place
from rashomon.records import Comparison, Found, Page

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
RECEIVED = ("recipient", "to")
MOST_TOLD = 500  # tellings of one deed that are set side by side one by one
QUESTIONS = {
    "actor": "Who did it: “{deed}”?",
    "recipient": "To whom or on whom was it done: “{deed}”?",
    "place": "Where was it: “{deed}”?",
    "date": "When was it: “{deed}”?",
}


@dataclass(frozen=True, slots=True)
class Known:
    """What the pile knows besides the propositions: type and country of each actor, and the pages."""

    actors: Mapping[str, tuple[str, str]]
    pages: Mapping[str, Page]


def slots(
    founds: Sequence[Found],
    pages: Mapping[str, Page],
    actors: Mapping[str, str],
    groups: Mapping[str, str],
    copies: Mapping[str, str],
) -> tuple[Comparison, ...]:
    """Every deed told with two answers to one of the questions: by whom, on whom, where, when."""
    known = Known(whos(founds, actors), pages)
    by_deed: dict[tuple[str, ...], list[Proposition]] = {}
    for one in propositions(tellings(founds, "claims", actors, copies), actors):
        if one.done and one.entry is not None and one.entry.single and one.claim.status in FACTUAL:
            for key in keys(one):
                by_deed.setdefault(key, []).append(one)
    found = [made for key, told in sorted(by_deed.items()) for made in differing(key[0], told, known)]
    return tuple({one.id: one for one in found}.values())


def whos(founds: Sequence[Found], actors: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Type and country of every actor, from its first mention that has them."""
    known: dict[str, tuple[str, str]] = {}
    for found in founds:
        for mention in found.mentions:
            if mention.actor:
                known.setdefault(actors.get(mention.actor, mention.actor), (mention.type, mention.country))
    return known


def keys(one: Proposition) -> Iterator[tuple[str, ...]]:
    """Under which questions a deed may be told differently, with what must then be the same."""
    single = one.entry.single if one.entry is not None else ""
    doer, target = one.doer, one.target
    if single in ("once", "dated", "seldom"):
        main = target or doer
        if main is not None and specific(main):
            deed = (one.entry.kin if one.entry is not None else "") or one.deed
            yield from (("when and where", deed, key) for key in main.files(one.telling, one.hints))
    if single in ("once", "dated", "alone") and target is not None and specific(target):
        yield from (("actor", one.deed, key) for key in target.files(one.telling, one.hints))
    if doer is None or target is None:
        if single == "recipient" and target is not None and target.definite:
            yield from (("recipient", one.deed, key) for key in target.files(one.telling, one.hints))
        return
    if single == "dated" and target.named and doer.named:
        yield "roles", one.deed, *sorted((min(doer.keys), min(target.keys)))
    if single == "recipient" and target.definite:
        yield from (("recipient", one.deed, key) for key in target.files(one.telling, one.hints))
    if single == "object" and "complement" in one.others:
        yield "object", one.deed, min(doer.keys), min(one.others["complement"].keys)


def differing(about: str, told: Sequence[Proposition], known: Known) -> Iterator[Comparison]:
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


def other_doer(left: Proposition, right: Proposition, known: Known) -> bool:
    """The same deed on the same thing by somebody else."""
    if left.claim.part or right.claim.part or left.doer is None or right.doer is None:
        return False
    if left.entry is not None and left.entry.single == "alone" and "only" not in (left.claim.scope, right.claim.scope):
        return False
    return one_target(left, right) and same_occasion(left, right) and exclude(left.doer, right.doer, known)


def swapped(left: Proposition, right: Proposition, known: Known) -> bool:
    """A did it to B, B did it to A, on one day or «first»."""
    if left.doer is None or right.doer is None or left.doer.keys & right.doer.keys:
        return False
    first = left.claim.scope == right.claim.scope == "first"
    return first or (bool(left.low) and left.low == right.low)


def other_recipient(left: Proposition, right: Proposition, known: Known) -> bool:
    """The same thing handed by the same doer, as far as both are named, to somebody else."""
    one, other = receiver(left), receiver(right)
    if one is None or other is None or not one_target(left, right) or not same_occasion(left, right):
        return False
    if left.doer is not None and right.doer is not None and not left.doer.keys & right.doer.keys:
        return False
    one_doer = left.doer is not None and right.doer is not None
    return (one_doer or named_target(left, right) or narrowed_alike(left, right)) and exclude(one, other, known)


def other_object(left: Proposition, right: Proposition, known: Known) -> bool:
    """Somebody else named to the same office."""
    both = left.target is not None and right.target is not None and left.target.named and right.target.named
    return both and same_occasion(left, right) and not one_target(left, right)


def receiver(one: Proposition) -> Party | None:
    """To whom something goes."""
    return next((one.others[role] for role in RECEIVED if role in one.others), None)


def exclude(left: Party, right: Party, known: Known) -> bool:
    """Two parties that cannot be one, nor a part or a servant of one another."""
    if left.keys & right.keys or left.actors & right.actors or left.names & right.names or (left.words | right.words) & VAGUE:
        return False
    kinds = frozenset(kind_of(party, known) for party in (left, right))
    countries = [{known.actors[actor][1] for actor in party.actors if actor in known.actors} for party in (left, right)]
    foreign = bool(countries[0] and countries[1] and not countries[0] & countries[1])
    unknown = bool(left.names and right.names) and not (left.actors or right.actors)
    if kinds in (frozenset({"state"}), frozenset({"state", "person"}), frozenset({"state", "organisation"})):
        return foreign or (unknown and kinds == frozenset({"state"}))
    return kinds in ALWAYS


def kind_of(party: Party, known: Known) -> str:
    """What a party is as far as it matters here: a state with its arms, a person, an organisation, a kind of people."""
    if party.keys & group_names().keys():
        return "group"
    types = {known.actors[actor][0] for actor in party.actors if actor in known.actors}
    if party.named and types and not types & {"state", "government"}:
        return min(types)
    if types & {"state", "government"} or party.arm or any(stands_for().get(key, frozenset()) & ARMED for key in party.keys):
        return "state"
    return "name" if party.named else ""


def elsewhere(left: Proposition, right: Proposition, known: Known) -> bool:
    """The same occasion in another place; a place inside the other is none."""
    return alike_otherwise(left, right) and same_occasion(left, right) and other_place(left, right, known.pages, known.actors)


def other_date(left: Proposition, right: Proposition, known: Known) -> bool:
    """The same thing, that happens once, on another day; what happens seldom, some weeks apart."""
    if left.entry is None or not (left.claim.low and right.claim.low):
        return False
    first, second = sorted((left.claim, right.claim), key=lambda claim: claim.low)
    gap = days_between(first.high or first.low, second.low)
    only = "only" in (left.claim.scope, right.claim.scope)  # «was arrested for the only time»
    most = None if left.entry.single == "once" or only else SELDOM if left.entry.single == "seldom" else 0
    return gap is not None and gap > 1 and (most is None or gap <= most) and alike_otherwise(left, right)


CHECKS = {
    "actor": other_doer,
    "actors swapped": swapped,
    "recipient": other_recipient,
    "objects swapped": other_object,
    "place": elsewhere,
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
