"""Whether two tellings of one deed may be of one occasion, and which of its parts are the same."""

from rashomon.compare.independence import one_affair
from rashomon.compare.lexicon import group_names
from rashomon.compare.matching import days_between, matches
from rashomon.compare.propositions import Party, Proposition

ONE_YEAR = 366
ONE_STAY = 3  # days between two undated tellings that may still be of one occasion
SELDOM = 92  # days within which nobody has it done to him twice


def same_occasion(left: Proposition, right: Proposition) -> bool:
    """Nothing tells two occasions apart: own dates, or days of telling for deeds that happen again."""
    if left.claim.low and right.claim.low:
        return left.claim.low == right.claim.low or days_between(left.claim.low, right.claim.low) == 0
    told = named_target(left, right) or narrowed_alike(left, right) or (bool(left.low) and left.low == right.low)
    single = left.entry.single if left.entry is not None else "dated"
    if not told and not one_affair(left.telling, right.telling):
        return False
    return (
        told_together(left, right) if single == "dated" else told_within(left, right, SELDOM if single == "seldom" else ONE_YEAR)
    )


def told_within(left: Proposition, right: Proposition, days: int) -> bool:
    """Days of telling so near to each other, or unknown; a named thing that it happens to once may be told of at any time."""
    apart_by = days_between(left.published, right.published)
    return apart_by is None or abs(apart_by) <= days or (days == ONE_YEAR and named_target(left, right))


def told_together(left: Proposition, right: Proposition) -> bool:
    """What happens again, told without a day: within one stay; known to be so unless it is told as known, «the attack»."""
    apart_by = days_between(left.published, right.published)
    if left.low or right.low:
        return False
    if apart_by is None:
        return nominal(left) or nominal(right)
    return abs(apart_by) <= ONE_STAY


def named_target(left: Proposition, right: Proposition) -> bool:
    """What it was done to bears a name: one president is killed once, «the agreement» may be another's."""
    return all(party is not None and party.named for party in (main_party(left), main_party(right)))


def narrowed_alike(left: Proposition, right: Proposition) -> bool:
    """Both narrow the thing by the same words: «the ferry at Likoni»."""
    one, other = left.target, right.target
    around = [frozenset().union(*(party.keys for party in side.others.values() if party.named)) for side in (left, right)]
    return bool(around[0] & around[1]) or (one is not None and other is not None and bool(told_of(one) & told_of(other)))


def told_of(party: Party) -> frozenset[str]:
    """All that tells a thing from others of its kind."""
    return party.words | party.actors | party.names | party.before


def main_party(one: Proposition) -> Party | None:
    """Whom or what the deed befell: «was killed», «died»."""
    return one.target or one.doer


def nominal(one: Proposition) -> bool:
    """The deed is told as known: «the attack on the hotel»."""
    return any(term.role == "deed" and term.definite for term in one.claim.terms)


def one_target(left: Proposition, right: Proposition) -> bool:
    """Both targets are one thing."""
    return left.target is not None and right.target is not None and matches(left.target, right.target)


def specific(party: Party) -> bool:
    """One thing and no other: a name, or a definite noun that is no kind of people."""
    return (party.named or party.definite) and not party.keys & group_names().keys()


def alike_otherwise(left: Proposition, right: Proposition) -> bool:
    """It befell the same thing, and the doer is the same as far as both name one besides."""
    one, other = main_party(left), main_party(right)
    if one is None or other is None or not matches(one, other):
        return False
    doers = [party.doer for party in (left, right) if party.target is not None and party.doer is not None]
    return len(doers) < 2 or matches(doers[0], doers[1])
