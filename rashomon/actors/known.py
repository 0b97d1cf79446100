"""The gazetteer as a value: actors and places under all their names, and the look-ups by folded words."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from rashomon.actors.entry import SECTORS, Agent, Membership, Office
from rashomon.folded import Word, fits, fold, is_acronym, reach, words_of

Kind = Literal["name", "acronym", "metonym", "capital", "demonym", "epithet", "surname"]
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
    doers: set[str] = field(default_factory=set)  # the last words of agents, folded: «guards» of «border guards»
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
