"""What an entry of the gazetteer may hold, one struct an array of the TOML files."""

from typing import Annotated, Literal

import msgspec

Day = Annotated[str, msgspec.Meta(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?)?$")]
"""A day, month or year, ISO 8601; empty: open."""
Country = Annotated[str, msgspec.Meta(pattern=r"^([A-Z]{3})?$")]
"""ISO 3166-1 alpha-3, or UNO, EUR, IGO, NGO, IMG (international militant group); empty: none."""
Key = Annotated[str, msgspec.Meta(pattern=r"^[a-z]+:\S+$")]
"""«person:xi-jinping»."""
Text = Annotated[str, msgspec.Meta(pattern=r"[^\W_]")]
"""Has at least a letter or a digit."""

# What an office makes of its holder, while it lasts (PLOVER sector); every other office is the government's.
SECTORS = {
    "speaker": "LEG",
    "legislator": "LEG",
    "intelligence chief": "SPY",
    "commander": "MIL",
    "police chief": "COP",
    "rebel leader": "REB",
    "opposition leader": "OPP",
    "businessman": "BUS",
    "religious leader": "REL",
    "journalist": "JRN",
    "party leader": "PTY",
    "political party": "PTY",  # what a group that once was armed became
    "regular force": "MIL",  # what a militia became
    "militia leader": "PRM",
    "judge": "JUD",
    "scholar": "EDU",
    "crime boss": "CRM",
}


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all entries share: a misspelt field is an error."""

    wikidata: Annotated[str, msgspec.Meta(pattern=r"^(Q\d+)?$")] = ""
    forms: tuple[Text, ...] = ()  # further names, as written with their capitals
    weak: tuple[Text, ...] = ()  # forms that count only where the country or the full name is named too


class Period(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A first and a last day."""

    since: Day = ""
    until: Day = ""

    def holds(self, on: str) -> bool:
        """Whether it lasted on a day (or at some time in a month or year); never without a day."""
        return bool(on) and self.since[: len(on)] <= on and (not self.until or on[: len(self.until)] <= self.until)


class Office(Period, frozen=True, kw_only=True):
    """An office and its first and last day."""

    role: Text  # «president», an ``office`` of agents.toml, or any other word
    country: Country = ""  # of the body, when that is not its holder's country: «UNO»


class Capital(Period, frozen=True, kw_only=True):
    """A capital, and when it was the capital under this name."""

    name: Text
    city: str = ""  # the city's present name, when this is a former one or another spelling: «Astana» for «Nur-Sultan»
    country: Country = ""  # where it lies, when that is not its actor's country: «Brussels» for the EU


class Membership(Period, frozen=True, kw_only=True):
    """A member of an organisation."""

    country: Country


class State(Entry, frozen=True, kw_only=True):
    """A state, or a territory with an ISO code."""

    code: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}$")]
    name: Text
    demonyms: tuple[Text, ...] = ()  # the adjective first: «Kazakh», «Kazakhs»
    capitals: tuple[Capital, ...] = ()
    led_by: str = ""  # the office of its «leader», when that is not the president
    seats: tuple[Text, ...] = ()  # palaces and streets that stand for the government
    until: Day = ""  # of a state of the past, its last day
    successor: Annotated[str, msgspec.Meta(pattern=r"^([A-Z]{3})?$")] = ""  # the code of the state that took its place


class Organisation(Entry, frozen=True, kw_only=True):
    """An organisation, a body of a state, an armed group, a party, a company, a project."""

    key: Key
    name: Text
    type: Literal["organisation", "government", "armed-group", "company", "project", "people"]
    country: Country = ""
    sector: str = ""
    members: tuple[Membership, ...] = ()
    offices: tuple[Office, ...] = ()  # when an armed group governed: the Taliban since 2021
    capitals: tuple[Capital, ...] = ()  # a city that stands for it: «Brussels» for the EU


class Outlet(Entry, frozen=True, kw_only=True):
    """A newspaper, agency or broadcaster."""

    key: Key
    name: Text
    country: Country = ""
    owner: str = ""


class Person(Entry, frozen=True, kw_only=True):
    """A person and the offices held."""

    key: Key
    name: Text
    country: Country = ""
    surname: str = ""  # when it is not the last word of the name
    alone: bool = False  # the surname is enough
    sector: str = ""  # when it does not follow from an office
    offices: tuple[Office, ...] = ()


class Place(Entry, frozen=True, kw_only=True):
    """A region, sea or city, and the people named after it."""

    key: Key
    name: Text
    country: Country = ""
    pretender: bool = False  # acts as a state without being recognised as one
    people: tuple[Text, ...] = ()
    states: tuple[Country, ...] = ()  # that lie in it, of a part of the world


class City(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The cities of one country by their English names."""

    country: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}$")]
    cities: tuple[Text, ...]


class Region(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The provinces of one country by their English names."""

    country: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}$")]
    regions: tuple[Text, ...]


class Epithet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Another word for an actor, and the condition under which it holds."""

    text: Text
    means: Key
    needs: str = ""  # an actor key that the article must name otherwise
    example: str = ""


class Nobody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Capitalised words that look like a name and mean nobody, and why."""

    text: Text
    why: Text


class Agent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Common nouns for those who act in the news, with their PLOVER sector."""

    words: tuple[Text, ...]
    sector: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}$")]
    type: Literal["person", "people", "government", "armed-group", "organisation", "company", "outlet", "state"]
    generic: bool = False  # takes the sector of the body it belongs to: «a CIA official» is of the CIA
    owned: bool = False  # counts only with a country or body it belongs to: «NATO forces», not «market forces»
    office: str = ""  # looked up by country and date
    body: str = ""  # the organ or group of a country, a part of its key
    state: bool = False  # stands for the state itself
    example: str = ""
