"""Where a deed was done, and whether two places exclude each other: a village lies in its district."""

import re
from collections.abc import Mapping

from rashomon.compare.propositions import Party, Proposition
from rashomon.gazetteer import gazetteer
from rashomon.records import Page

PLACED = ("in", "at", "inside", "on", "near", "outside")
WATER = frozenset({"sea", "ocean", "lake", "river", "bay", "gulf", "strait", "water", "waters"})
COAST = frozenset({"coast", "shore", "side", "area", "vicinity", "border", "outskirt", "mile", "kilometre", "kilometer"})
LAND = frozenset(
    "village town city field school hospital house building street square airport station camp prison island farm market "
    "district province county forest desert mountain".split()
)
DISTANCE = re.compile(r"\b(?:miles|kilometres|kilometers|km|hours|away|not|never|instead|rather)\b")


def place_of(one: Proposition) -> Party | None:
    """Where it happened, as far as its own clause says."""
    around = (one.others[role] for role in PLACED if role in one.others)
    return next((party for party in around if party.named or party.names or party.keys & (WATER | LAND)), None)


def other_place(
    left: Proposition, right: Proposition, pages: Mapping[str, Page], countries: Mapping[str, tuple[str, str]]
) -> bool:
    """Two places of which neither can lie in the other; ``countries`` gives an actor key its type and country."""
    one, other = place_of(left), place_of(right)
    if one is None or other is None or one.keys & other.keys or one.actors & other.actors or one.names & other.names:
        return False
    if (one.keys & WATER and other.keys & LAND) or (one.keys & LAND and other.keys & WATER):
        return True
    if one.named and other.named and is_city(one) and is_city(other):
        return cities_apart(one, other, countries)
    if one.actors or other.actors or not (one.names and other.names) or (one.keys | other.keys) & (WATER | COAST):
        return False  # of a known and an unknown place nobody can say what lies in which, nor of waters
    return not any(joined(one, other, told, pages) for told in (left, right))


def cities_apart(one: Party, other: Party, countries: Mapping[str, tuple[str, str]]) -> bool:
    """Not two names of one capital, nor a city and the land it lies in."""
    lands = [{countries[actor][1] for actor in party.actors if actor in countries} for party in (one, other)]
    types = [{countries[actor][0] for actor in party.actors if actor in countries} for party in (one, other)]
    contained = bool(lands[0] & lands[1]) and types[0] != types[1]
    return not contained and not one_capital(one.text, other.text)


def joined(one: Party, other: Party, told: Proposition, pages: Mapping[str, Page]) -> bool:
    """A sentence of the page names both places, and no distance between them: one may lie in the other."""
    text = pages[told.claim.cited.page].text.lower()
    for sentence in re.split(r"(?<=[.!?])\s", text):
        words = set(re.findall(r"[^\W\d_]+", sentence))
        if words & one.names and words & other.names and not DISTANCE.search(sentence):
            return True
    return False


def is_city(place: Party) -> bool:
    """The gazetteer knows it as a city, or as a state; of other places nobody can say what lies in them."""
    if any(sense.kind == "capital" for sense in gazetteer().of(place.text)):
        return True
    return bool(place.actors) and not place.actors & gazetteer().regions


def one_capital(left: str, right: str) -> bool:
    """Two names of one capital, or two capitals of one state: the press takes one for the other."""
    states = [{sense.actor.key for sense in gazetteer().of(name) if sense.kind == "capital"} for name in (left, right)]
    return bool(states[0] & states[1])
