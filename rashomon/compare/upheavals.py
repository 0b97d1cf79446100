"""Upheavals that a country does not see twice in a few years, under two years: «the colour revolution of 2020»."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.compare.accounts import Reading, is_country, reading
from rashomon.compare.independence import Telling
from rashomon.compare.lexicon import Rare, rare_upheavals
from rashomon.compare.sides import answer_of, comparison
from rashomon.gazetteer import gazetteer
from rashomon.records import Claim, Comparison, Found, Page, Term


@dataclass(frozen=True, slots=True)
class Upheaval:
    """A dated telling of one."""

    kind: Rare
    proper: bool  # under its own name, not that of a kin
    country: str
    year: int
    telling: Telling


def upheavals(
    founds: Sequence[Found],
    pages: Mapping[str, Page],
    actors: Mapping[str, str],
    groups: Mapping[str, str],
    copies: Mapping[str, str],
) -> tuple[Comparison, ...]:
    """Every such upheaval told with two years."""
    by_country: dict[tuple[str, str], list[Upheaval]] = {}
    for found in founds:
        for upheaval in told_in(found, pages[found.article.page], actors, copies):
            by_country.setdefault((upheaval.kind.name, upheaval.country), []).append(upheaval)
    return tuple(one for _, told in sorted(by_country.items()) for one in compared(told))


def told_in(found: Found, page: Page, actors: Mapping[str, str], copies: Mapping[str, str]) -> Iterator[Upheaval]:
    """The dated upheavals of one article."""
    read: Reading | None = None
    for claim in found.claims:
        for term in claim.terms if claim.low else ():
            for kind in rare_upheavals():
                proper = term.head in kind.heads and bool(kind.words & set(term.words))
                if proper or term.head in kind.kin:
                    read = read or reading(found, page, actors)
                    telling = Telling(claim, found.article, copies.get(found.article.id, found.article.id))
                    for country in countries(term, claim, read):
                        yield Upheaval(kind, proper, country, int(claim.low[:4]), telling)


def countries(term: Term, claim: Claim, read: Reading) -> list[str]:
    """The country of the upheaval: in its own words, else the one that its sentence names."""
    own = {actor[6:] for actor in term.actors if actor.startswith("state:")}
    around = [mention for mention in read.within([claim.sentence]) if mention.type != "person" or mention.form != "name"]
    named = own or {mention.country for mention in around if is_country(mention.country)}
    return sorted(named) if len(named) == 1 else []


def compared(told: Sequence[Upheaval]) -> Iterator[Comparison]:
    """The year of an upheaval under its own name against the nearest other year that the rest give."""
    for year in sorted({one.year for one in told if one.proper}):
        mine = [one for one in told if one.proper and one.year == year]
        kind = mine[0].kind
        others = [one for one in told if 0 < abs(one.year - year) <= kind.years]
        both = {one.telling.article.id for one in others} & {one.telling.article.id for one in mine}
        if others and not both:
            other = max({one.year for one in others}, key=lambda one: (sum(o.year == one for o in others), one))
            yield made(mine, [one for one in others if one.year == other])


def made(mine: Sequence[Upheaval], others: Sequence[Upheaval]) -> Comparison:
    """The comparison of two years."""
    kind, code = mine[0].kind.name, mine[0].country
    state = gazetteer().actors.get(f"state:{code}")
    country = state.name if state is not None else code
    sides = [(answer_of([one.telling for one in side]), [one.telling for one in side]) for side in (mine, others)]
    why = (
        f"A {kind} in {country} is put in {mine[0].year} by one side and in {others[0].year} by the other; no page tells of two."
    )
    return comparison("date", f"{kind}, {country}", f"When was the {kind} in {country}?", sides, verdict="conflicts", why=why)
