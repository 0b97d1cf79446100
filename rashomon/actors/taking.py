"""The entries of TOML files taken into a gazetteer: the shipped files, and a user's own after them."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from rashomon.actors.entry import (
    Agent,
    Capital,
    City,
    Epithet,
    Nobody,
    Organisation,
    Outlet,
    Person,
    Place,
    Region,
    State,
)
from rashomon.actors.known import NOBODY, Actor, Gazetteer
from rashomon.folded import words_of
from rashomon.spelling import keys, tables, words_of_name
from rashomon.words import LexiconError, document, entries, line_of, text_of

SHIPPED = Path(__file__).parent
STATE_OWNED = re.compile(r"\b(state|government|Ministry)\b")
ARTICLE = re.compile(r"^[AaEe]l-(?=.)")  # «Assad» for «al-Assad»
NUMBER = re.compile(r"[IVX]+|[JS]r\.?|\w{1,2}")  # no surnames by themselves: «Charles III», «John Berg Jr.»


def take_state(into: Gazetteer, entry: State) -> None:
    """A state, its people, its capitals and the seats of its government."""
    adjective = entry.demonyms[0] if entry.demonyms else entry.name
    state = into.put(
        Actor(
            f"state:{entry.code}",
            entry.name,
            "state",
            entry.code,
            wikidata=entry.wikidata,
            adjective=adjective,
            led_by=entry.led_by,
            until=entry.until,
            successor=f"state:{entry.successor}" if entry.successor else "",
        )
    )
    take_forms(into, state, entry.forms, entry.weak)
    for demonym in entry.demonyms:
        into.add(demonym, state, "demonym")
    take_capitals(into, state, entry.capitals)
    for seat in entry.seats:
        if not any(sense.actor.type == "government" for sense in into.of(seat)):
            into.add(seat, state, "metonym")


def take_capitals(into: Gazetteer, actor: Actor, capitals: Sequence[Capital]) -> None:
    """Cities that stand for an actor and are places as well."""
    for capital in capitals:
        name = capital.city or capital.name
        city = into.put(Actor(f"place:{slug(name)}", name, "place", capital.country or actor.country))
        renamed = any(other.name == name and not other.until for other in capitals)
        lapsed = "" if renamed else capital.until  # «Nur-Sultan» still stands for the state, «Bonn» no longer
        into.add(capital.name, actor, "capital", since=capital.since, until=capital.until, lapsed=lapsed)
        into.add(capital.name, city, "name")


def take_organisation(into: Gazetteer, entry: Organisation) -> None:
    """An organisation under all its names."""
    actor = Actor(entry.key, entry.name, entry.type, entry.country, entry.sector, entry.wikidata, entry.offices)
    actor = into.put(replace(actor, members=entry.members))
    take_forms(into, actor, entry.forms, entry.weak)
    take_capitals(into, actor, entry.capitals)


def take_outlet(into: Gazetteer, entry: Outlet) -> None:
    """An outlet under all its names."""
    sector = "GOV" if STATE_OWNED.search(entry.owner) else "JRN"  # PLOVER counts the state's media with the government
    actor = Actor(entry.key, entry.name, "outlet", entry.country, sector, wikidata=entry.wikidata, owner=entry.owner)
    take_forms(into, into.put(actor), entry.forms, entry.weak)


def take_person(into: Gazetteer, entry: Person) -> None:
    """A person by full name, by the surname, and by given name and surname alone."""
    surname = entry.surname or entry.name.split()[-1]
    actor = Actor(
        entry.key, entry.name, "person", entry.country, entry.sector, entry.wikidata, offices=entry.offices, surname=surname
    )
    actor = into.put(actor)
    take_forms(into, actor, entry.forms, entry.weak)
    for form in {surname: None, ARTICLE.sub("", surname): None} if entry.surname or not NUMBER.fullmatch(surname) else ():
        into.add(form, actor, "name" if entry.alone else "surname")
    for name in (entry.name, *entry.forms, *((surname,) if entry.alone else ())):
        take_spelling(into, name, actor)


def take_spelling(into: Gazetteer, name: str, actor: Actor) -> None:
    """Let a person be found under other spellings of the first or the last word of a name."""
    words = words_of_name(name)
    into.given.update(words[:1] if len(words) > 1 and words[0] not in tables().plain else ())
    for key in sorted({key for word in (words[0], words[-1]) for key in keys(word)} if words else ()):
        into.spelt.setdefault(key, []).append((name, actor))


def take_place(into: Gazetteer, entry: Place) -> None:
    """A region, a sea, a city."""
    sector = "PRE" if entry.pretender else ""
    place = into.put(Actor(entry.key, entry.name, "place", entry.country, sector, wikidata=entry.wikidata, states=entry.states))
    into.regions.add(place.key)
    take_forms(into, place, entry.forms, entry.weak)
    name = next((form for form in entry.people if form.endswith("s")), entry.people[0] if entry.people else "")
    people = into.put(Actor(f"people:{slug(name)}", name, "people", entry.country)) if name else None
    for form in entry.people:
        into.add(form, place, "demonym", people=people)


def take_city(into: Gazetteer, entry: City) -> None:
    """The cities of a country; a name that means something other than cities already gets no further sense."""
    for name in entry.cities:
        known = into.of(name)
        if all(sense.city for sense in known):
            key = f"place:{slug(name)}" + (f"-{entry.country.lower()}" if known else "")
            into.add(name, into.put(Actor(key, name, "place", entry.country)), "name", city=True)


def take_region(into: Gazetteer, entry: Region) -> None:
    """The provinces of a country; one that is called as a city of it, or as something that is no place, gets no further sense."""
    for name in entry.regions:
        known = into.of(name)
        if all(sense.city and sense.actor.country != entry.country for sense in known):
            key = f"place:{slug(name)}" + (f"-{entry.country.lower()}" if known else "")
            into.add(name, into.put(Actor(key, name, "place", entry.country)), "name", city=True)
            into.regions.add(key)


def take_epithet(into: Gazetteer, entry: Epithet) -> None:
    """An epithet of an actor read before.

    Raises LexiconError when no entry has that key.
    """
    if entry.means not in into.actors:
        raise LexiconError(f"epithet «{entry.text}» means {entry.means}, which no entry has as its key")
    into.add(entry.text, into.actors[entry.means], "epithet", needs=entry.needs)


def take_nobody(into: Gazetteer, entry: Nobody) -> None:
    """Words that mean nobody, so that nothing is read into them."""
    into.add(entry.text, Actor(f"nobody:{slug(entry.text)}", entry.text, NOBODY), "name")


def take_agent(into: Gazetteer, entry: Agent) -> None:
    """Common nouns for those who act."""
    for phrase in entry.words:
        folded = tuple(word.folded for word in words_of(phrase))
        into.agents[folded] = entry
        into.doers.add(folded[-1])
        into.most[folded[0]] = max(into.most.get(folded[0], 0), len(folded))


def take_forms(into: Gazetteer, actor: Actor, forms: Iterable[str], weak: Iterable[str]) -> None:
    """The name, the further forms and the weak forms of an actor; a leading article counts only in «the West»."""
    for form in (actor.name, *forms):
        into.add(form, actor, "name")
    for form in weak:
        into.add(form, actor, "name", weak=True)


def slug(name: str) -> str:
    """A name as a key: «Nur-Sultan» is «nur-sultan»."""
    return "-".join(word.folded for word in words_of(name) if word.text != ",")


# Array of a TOML file -> what an entry holds and how it is taken in, in this order: an epithet needs its actor first.
ARRAYS: dict[str, tuple[type[msgspec.Struct], Callable[[Gazetteer, Any], None]]] = {
    "organisation": (Organisation, take_organisation),
    "outlet": (Outlet, take_outlet),
    "state": (State, take_state),
    "person": (Person, take_person),
    "place": (Place, take_place),
    "city": (City, take_city),
    "region": (Region, take_region),
    "epithet": (Epithet, take_epithet),
    "agent": (Agent, take_agent),
    "nobody": (Nobody, take_nobody),
}


def load(paths: Sequence[Path] = ()) -> Gazetteer:
    """The shipped gazetteer with the entries of further TOML files, each read whole before anything is taken from it.

    Raises LexiconError, naming file, line and what is wrong.
    """
    files = [*sorted(SHIPPED.glob("*.toml")), *paths]
    read = [(path, array, entries(path, array, kind)) for path in files for array, kind in arrays_of(path)]
    into = Gazetteer()
    for name, (_, take) in ARRAYS.items():
        for path, array, listed in read:
            if array == name:
                take_all(path, name, partial(take, into), listed)
    return into


def take_all(path: Path, array: str, take: Callable[[Any], None], listed: Iterable[msgspec.Struct]) -> None:
    """Take in the entries of one array; an error names the file and the line."""
    for number, entry in enumerate(listed):
        try:
            take(entry)
        except LexiconError as error:
            line = line_of(text_of(path), array, number)
            raise LexiconError(f"{path.name}, line {line}, entry {number + 1} of {array}: {error}") from error


def arrays_of(path: Path) -> list[tuple[str, type[msgspec.Struct]]]:
    """The arrays of a gazetteer file.

    Raises LexiconError for one that is none of ARRAYS.
    """
    text = text_of(path)
    found = document(path, text)
    for name in found:
        if name not in ARRAYS:
            line = line_of(text, name, 0)
            raise LexiconError(f"{path.name}, line {line}: [[{name}]] is no array of the gazetteer: {', '.join(ARRAYS)}")
    return [(name, ARRAYS[name][0]) for name in found]
