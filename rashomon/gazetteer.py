"""The gazetteer: actors and places that are public knowledge, under all their names, from TOML files.

Shipped files stand in ``rashomon/actors``.  A user's own files are read after them: they may add entries and, under a key
that is known already, further forms, offices and a country.  Look-ups are by folded words.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal

import msgspec

from rashomon.actors.entry import (
    SECTORS,
    Agent,
    Capital,
    City,
    Epithet,
    Membership,
    Nobody,
    Office,
    Organisation,
    Outlet,
    Person,
    Place,
    Region,
    State,
)
from rashomon.folded import Word, fits, fold, is_acronym, reach, words_of
from rashomon.spelling import keys, tables, words_of_name
from rashomon.words import LexiconError, document, entries, line_of, text_of

SHIPPED = Path(__file__).parent / "actors"
Kind = Literal["name", "acronym", "metonym", "capital", "demonym", "epithet", "surname"]
STATE_OWNED = re.compile(r"\b(state|government|Ministry)\b")
ARTICLE = re.compile(r"^[AaEe]l-(?=.)")  # «Assad» for «al-Assad»
NUMBER = re.compile(r"[IVX]+|[JS]r\.?|\w{1,2}")  # no surnames by themselves: «Charles III», «John Berg Jr.»
NOBODY = "nobody"  # the type of what looks like a name and is none
FORMER = "ELI"  # PLOVER: elites, among them former officials


@dataclass(frozen=True, slots=True)
class Actor:
    """One entry: who or what it is, whatever it is called."""

    key: str
    name: str
    type: str  # Mention.type
    country: str = ""
    sector: str = ""
    wikidata: str = ""
    offices: tuple[Office, ...] = ()
    surname: str = ""
    adjective: str = ""  # of a state: «Kazakh»
    led_by: str = ""  # of a state: the office of its leader
    owner: str = ""  # of an outlet
    members: tuple[Membership, ...] = ()  # of an organisation
    states: tuple[str, ...] = ()  # of a part of the world: the codes of the states that lie in it
    until: str = ""  # of a state of the past
    successor: str = ""  # of a state of the past: the key of the state that took its place

    def sector_on(self, day: str) -> str:
        """The PLOVER sector on a day; without a day, by a person's last office in the entry."""
        if not self.offices:
            return self.sector
        if self.type != "person":
            return next((sector_of(office) for office in self.offices if office.holds(day)), self.sector)
        if not day:
            return sector_of(max(self.offices, key=lambda office: (office.until or "9", office.since)))
        held = [office for office in self.offices if office.holds(day)]
        return sector_of(held[-1]) if held else FORMER

    def country_on(self, day: str) -> str:
        """The country, or the body that an office makes its holder speak for on a day."""
        return next((office.country for office in self.offices if office.country and office.holds(day)), self.country)

    @property
    def countries(self) -> tuple[str, ...]:
        """The country, and those that an office made its holder speak for: Gorbachev's are Russia and the Soviet Union."""
        return tuple(dict.fromkeys((self.country, *(office.country for office in self.offices if office.country))))

    def held(self, role: str, country: str, day: str) -> bool:
        """Whether the actor had that office of that country on that day (ISO 8601, of any precision)."""
        return any(
            office.role == role and (office.country or self.country) == country and office.holds(day) for office in self.offices
        )


def sector_of(office: Office) -> str:
    """The PLOVER sector an office gives its holder."""
    return SECTORS.get(office.role, "GOV")


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a form: whom it means, and as what."""

    actor: Actor
    kind: Kind
    form: tuple[str, ...]  # the words as the gazetteer writes them, for their capitals
    weak: bool = False  # counts only where its country or full name is named too, or no country at all
    needs: str = ""  # an actor key that the article must name otherwise
    since: str = ""
    until: str = ""
    lapsed: str = ""  # the day from which the form no longer means the actor
    city: bool = False  # one of the cities and provinces of the world, of which several may have one name
    people: Actor | None = None  # of a demonym of a place: the people, when the word is a noun: «the Uyghurs»


@dataclass(frozen=True, slots=True)
class Match:
    """Words ``first`` to ``last`` (exclusive) of a text, and the senses that fit their capitals."""

    first: int
    last: int
    senses: tuple[Sense, ...]


@dataclass(slots=True)
class Gazetteer:
    """All entries, by key and by folded form."""

    actors: dict[str, Actor] = field(default_factory=dict)
    senses: dict[tuple[str, ...], list[Sense]] = field(default_factory=dict)
    agents: dict[tuple[str, ...], Agent] = field(default_factory=dict)
    most: dict[str, int] = field(default_factory=dict)  # first folded word of a form or agent -> most words of one
    spelt: dict[str, list[tuple[str, Actor]]] = field(default_factory=dict)  # key of a first or last word -> persons' names
    regions: set[str] = field(default_factory=set)  # keys of the places that cities lie in
    given: set[str] = field(default_factory=set)  # the first words of persons' names, in Latin letters

    def of(self, form: str) -> tuple[Sense, ...]:
        """The senses of a form, whatever its capitals and accents."""
        return tuple(self.senses.get(tuple(word.folded for word in words_of(form)), ()))

    def holders(self, country: str, role: str, day: str) -> tuple[Actor, ...]:
        """Who held that office of that country on that day (ISO 8601, of any precision)."""
        return tuple(actor for actor in self.actors.values() if actor.held(role, country, day))

    def matches(self, words: Sequence[Word], text: str, shouting: bool = False) -> list[Match]:
        """The longest matches from left to right, without overlap; ``shouting``: the text has no lower case."""
        found: list[Match] = []
        position = 0
        while position < len(words):
            match = self.longest(words, position, text, shouting)
            if match and words[position].folded == "the":
                within = self.longest(words, position + 1, text, shouting) if position + 1 < len(words) else None
                match = within if within and within.last > match.last else match  # «the West Bank» is not «the West»
            if match:
                found.append(match)
            position = match.last if match else position + 1
        return found

    def longest(self, words: Sequence[Word], first: int, text: str, shouting: bool) -> Match | None:
        """The longest form that begins with the word of that number."""
        most = min(self.most.get(words[first].folded, 0), len(words) - first)
        for length in range(reach(words, first, most, text), 0, -1) if most else ():
            stretch = words[first : first + length]
            senses = self.senses.get(tuple(word.folded for word in stretch), ())
            fitting = tuple(sense for sense in senses if fits(sense.form, stretch, shouting))
            if fitting:
                return Match(first, first + length, fitting)
        return None

    def add(self, form: str, actor: Actor, kind: Kind, **condition: Any) -> None:  # noqa: ANN401 - the conditions of a Sense
        """Let a form mean an actor."""
        written = tuple(word.text for word in words_of(form))
        folded = tuple(fold(word) for word in written)
        kind = "acronym" if kind == "name" and is_acronym(form) else kind
        sense = Sense(actor, kind, written, **condition)
        known = self.senses.setdefault(folded, [])
        if folded and not any(other.actor.key == actor.key and other.form == written for other in known):
            known.append(sense)
            self.most[folded[0]] = max(self.most.get(folded[0], 0), len(folded))

    def put(self, actor: Actor) -> Actor:
        """Take in an actor; under a key that is known already it adds to what was there."""
        known = self.actors.get(actor.key)
        if known:
            actor = replace(
                known,
                country=actor.country or known.country,
                sector=actor.sector or known.sector,
                wikidata=actor.wikidata or known.wikidata,
                offices=known.offices + actor.offices,
                members=known.members + actor.members,
            )
        self.actors[actor.key] = actor
        return actor


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


@cache
def gazetteer() -> Gazetteer:
    """The shipped gazetteer, read once in each process."""
    return load()
