"""Persons: whose surname it is, spellings the gazetteer does not list, and what a title says about its bearer."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from spacy.tokens import Doc, Token

from rashomon.actors.entry import Agent
from rashomon.find.mention_holders import OFFICES, country_of, sector_of
from rashomon.find.mention_named import Named, moved
from rashomon.find.mention_roles import Role
from rashomon.find.mention_use import words_at
from rashomon.folded import fold
from rashomon.gazetteer import Actor, Gazetteer, Sense
from rashomon.gazetteer import sector_of as office_sector
from rashomon.names import PATRONYMIC, likeness
from rashomon.spelling import keys, latin, voiced, words_of_name

SPELT_ALIKE = (
    0.84  # least likeness of an unlisted spelling to a listed name; below it other people come in: tuned on names/variants_dev
)
# Whose persons the English press spells in several ways, their own script being another; elsewhere «Mark Miller» is not a
# spelling of «Mark Milley», nor one Chinese syllable of another.
TRANSLITERATED = frozenset(
    """RUS UKR BLR KAZ KGZ UZB TJK TKM AZE ARM GEO MDA SRB BGR MKD MNE BIH XKX MNG GRC CYP ISR PSE SAU ARE QAT KWT BHR OMN YEM
    IRQ SYR LBN JOR EGY LBY TUN DZA MAR MRT ESH SDN SSD SOM DJI COM TCD ERI ETH IRN AFG PAK IND BGD NPL LKA MDV BTN THA KHM LAO
    TUR MLI NER""".split()
)
OF_STATES = frozenset({"GOV", "JUD", "LEG", "MIL", "COP", "SPY"})  # sectors whose people serve a state
NO_PERSONS = frozenset({"organisation", "company", "outlet", "government", "armed-group", "state"})  # types of roles
TOP = frozenset({"president", "prime minister", "chancellor", "monarch"})  # their holders are introduced without a country
GOVERNING = TOP | {"foreign minister", "defence minister", "interior minister", "vice president", "supreme leader"}
NEAR = 200  # characters before a sentence in which a relative's name still leaves a lone surname in doubt
INITIAL = re.compile(r"[A-Z]\.?")
KIN = frozenset(
    """father mother son daughter brother sister wife husband uncle aunt nephew niece cousin grandfather grandmother grandson
    granddaughter stepfather stepmother stepson widow widower fiance fiancee""".split()
)
LONGEST_SPAN = 4  # tokens between a name and its apposition
SHORTEST_ALONE = 6  # letters of a lone surname that may be spelt otherwise


def given_before(item: Named, doc: Doc, titles: Collection[str]) -> bool:
    """Whether a lone surname or city name has an unknown given name right before it: «Timur Tokayev», «Janet Lima»."""
    around = words_at(doc, item.start, item.end)
    if len(around) > 1 or around.start == 0:
        return False
    before = doc[around.start - 1]
    if before.is_sent_start is False and INITIAL.fullmatch(before.text):
        return True
    return before.pos_ == "PROPN" and before.is_alpha and before.text[0].isupper() and before.lower_ not in titles


def is_given(item: Named, doc: Doc, given: Collection[str]) -> bool:
    """Whether a city's name is a given name here, with a surname right behind: «Vladimir Orlov»."""
    around = words_at(doc, item.start, item.end)
    if len(around) > 1 or around.end == len(doc) or latin(around.text) not in given:
        return False
    after = doc[around.end]
    return after.pos_ == "PROPN" and after.is_title and bool(around[-1].whitespace_)


def is_surname_first(item: Named, doc: Doc) -> bool:
    """Whether a lone surname that stands first in its bearer's name has somebody else's given name behind it: «Moon Hyun-ki»."""
    around = words_at(doc, item.start, item.end)
    if len(around) > 1 or around.end == len(doc) or item.name.split()[0] != around.text:
        return False
    after = doc[around.end]
    return after.pos_ == "PROPN" and after.is_title and after.ent_type_ == "PERSON" and bool(around[-1].whitespace_)


def namesakes(found: Sequence[Named], doc: Doc) -> list[Named]:
    """What is found, a lone surname being the last named of those who bear it, where the article names another in full."""
    words = {id(item): doc.text[item.start : item.end].lower().split() for item in found if item.type == "person"}
    bearers: dict[str, list[Named]] = defaultdict(list)
    for item in sorted(found, key=lambda item: item.start):
        if len(words.get(id(item), ())) > 1:
            bearers[words[id(item)][-1]].append(item)
    relatives = {id(item) for full in bearers.values() for item in full if is_relative(item, doc)}
    unknown = {surname for surname, full in bearers.items() if any(item.actor.startswith("name:") for item in full)}
    return [
        bearer_of(item, bearers[words[id(item)][0]], relatives, doc)
        if len(words.get(id(item), ())) == 1 and words[id(item)][0] in unknown
        else item
        for item in found
    ]


def is_relative(item: Named, doc: Doc) -> bool:
    """Whether a full name is introduced as that of somebody's relative: «her father, Jon Berg», «his wife Anna Berg»."""
    first = words_at(doc, item.start, item.end).start
    place = first - 1 - (first > 1 and doc[first - 1].text == ",")
    kin = doc[max(place, 0)]
    return place >= 0 and kin.lower_ in KIN and any(child.dep_ == "poss" for child in kin.children)


def bearer_of(item: Named, bearers: Sequence[Named], relatives: Collection[int], doc: Doc) -> Named:
    """The lone surname as a mention of one who bears it in full and is not named as somebody's relative, «her father, Jon Berg».

    Where only a relative bears it, it is a name by itself; right after a relative is named it may be his, and is nobody's.
    """
    own = [bearer for bearer in bearers if id(bearer) not in relatives]
    text = doc.text[item.start : item.end]
    if not own:
        return moved(item, actor=f"name:{fold(text)}", name=text, why=f"«{text}»; another of the name is somebody's relative")
    near = words_at(doc, item.start, item.end)[0].sent.start_char - NEAR
    if any(id(bearer) in relatives and near <= bearer.start < item.start for bearer in bearers):
        return moved(item, actor="", name=text, why="two of this surname are named just before")
    return last_bearer(item, own, doc)


def last_bearer(item: Named, bearers: Sequence[Named], doc: Doc) -> Named:
    """The lone surname as a mention of the bearer named last before it, else of the first; of nobody when it may be two."""
    before = [bearer for bearer in bearers if bearer.start < item.start]
    bearer = (before or [*bearers])[-1 if before else 0]
    sentence = words_at(doc, bearer.start, bearer.end)[0].sent
    if len({other.actor for other in before if other.start >= sentence.start_char}) > 1:
        return moved(item, actor="", name=doc.text[item.start : item.end], why="two of this surname are named just before")
    why = f"the surname of {bearer.name}, of those who bear it the last named"
    return moved(item, actor=bearer.actor, name=bearer.name, country=bearer.country, sector=bearer.sector, why=why)


def spelt_otherwise(
    text: str, gazetteer: Gazetteer, countries: Mapping[str, int], named: Collection[str] = ()
) -> tuple[Actor, str] | None:
    """The person of the gazetteer whose name this is in another spelling; his country must be named in the article.

    ``named`` are the keys of those the article names otherwise: of them a name with one more name in it is not, «John Addo
    Berg» being perhaps the son of «John Berg».
    """
    words = words_of_name(text)
    best: tuple[float, Actor, str] | None = None
    for form, actor in candidates(gazetteer, words):
        if not any(map(countries.get, actor.countries)) or (len(words) == 1 and len(words[0]) < SHORTEST_ALONE):
            continue
        if actor.key in named and has_more(words, words_of_name(form)):
            continue
        if actor.country not in TRANSLITERATED and not sounds_alike(words, words_of_name(form)):
            continue
        found = likeness(form, text)
        if found.score >= SPELT_ALIKE and (best is None or found.score > best[0]):
            best = found.score, actor, f"«{text}» is «{form}» in another spelling ({found.score:.2f}): {found.why}"
    return (best[1], best[2]) if best else None


def sounds_alike(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether each word of the shorter name sounds like one of the other, vowels and all: «Makron» and «Macron»."""
    short, long = sorted((words, others), key=len)
    return {voiced(word) for word in short} <= {voiced(word) for word in long}


def has_more(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a name has a word more than the other that is no initial and no patronymic."""
    return sum(len(word) > 1 and not PATRONYMIC.search(word) for word in words) > len(others)


def candidates(gazetteer: Gazetteer, words: Sequence[str]) -> list[tuple[str, Actor]]:
    """The persons of the gazetteer who share a key with the first or the last word, with the name that does."""
    found = {
        (form, actor.key): actor
        for word in (words[0], words[-1])
        for key in keys(word)
        for form, actor in gazetteer.spelt.get(key, ())
        if (len(words_of_name(form)) > 1) == (len(words) > 1)
    }
    return [(form, found[form, key]) for form, key in sorted(found)]


def introduced(senses: Iterable[Sense], agent: Agent, countries: Mapping[str, int], day: str) -> list[Actor]:
    """Whom a title and a surname may mean together, «Foreign Minister Colonna»: on the day, or whenever nobody did on it."""
    roles = OFFICES.get(agent.office, (agent.office,))
    met = {
        sense.actor.key: sense.actor
        for sense in senses
        if sense.kind == "surname" and (agent.office in TOP or any(map(countries.get, sense.actor.countries)))
        for office in sense.actor.offices
        if (office.role in roles if agent.office else office_sector(office) == agent.sector)
    }
    near = {key: actor for key, actor in met.items() if any(map(countries.get, actor.countries))} or met
    holding = [actor for actor in near.values() if any(office.holds(day) for office in actor.offices)]
    return holding if len(holding) == 1 else list(near.values())


def governing(senses: Iterable[Sense], countries: Mapping[str, int], day: str) -> list[Actor]:
    """Those of a surname who are in the government of a country that the article names: «Mr. Tillerson» of 2017."""
    return [
        sense.actor
        for sense in senses
        if sense.kind == "surname" and any(map(countries.get, sense.actor.countries))
        for office in sense.actor.offices
        if office.role in GOVERNING and office.holds(day)
    ]


def one_of(start: int, end: int, text: str, actors: Sequence[Actor], agent: Agent) -> Named | None:
    """A title and a surname that two persons of one country had: «President Bush», without a date, is of the United States."""
    if len({actor.country for actor in actors}) != 1:
        return None
    why = f"{len(actors)} persons of this name held such an office"
    return Named(start, end, "", text[start:end], "person", actors[0].country, agent.sector, why=why)


def titled(persons: Sequence[Named], roles: Sequence[Role], doc: Doc, only: str) -> tuple[list[Named], dict[int, Named]]:
    """The persons with the sector and country of their titles, and for each role by number the person who bears it."""
    starts = {words_at(doc, person.start, person.end).start: number for number, person in enumerate(persons)}
    inside = {token.i: number for number, person in enumerate(persons) for token in words_at(doc, person.start, person.end)}
    changed, bearers = list(persons), dict[int, Named]()
    for number, role in enumerate(roles):
        bearer = starts.get(behind(role, doc), appositive(doc[role.head], inside))
        if bearer is None or role.plural or role.agent.type in NO_PERSONS:
            continue
        person = changed[bearer]
        sector = sector_of(role) if role.agent.type == "person" and not role.agent.generic else person.sector or sector_of(role)
        changed[bearer] = moved(person, country=country_by(role, person, only), sector=sector)
        bearers[number] = changed[bearer]
    return changed, bearers


def behind(role: Role, doc: Doc) -> int:
    """Where the name stands that a role is the title of: right behind it, or past a comma where the role is somebody's.

    «Norway's foreign minister, Anna Berg» but not «an aide to Norway's foreign minister, Anna Berg wrote».
    """
    past = role.last + 1 < len(doc) and doc[role.last].text == "," and role.owner is not None
    return role.last + (past and doc[role.head].dep_ != "pobj")


def country_by(role: Role, person: Named, only: str) -> str:
    """The country of a titled person: of the office («Georgian President Shevardnadze»), else his own, else the only one."""
    if role.owner and role.owner.type == "state" and (role.agent.office or not person.country):
        return role.owner.country
    if person.country or role.possessed:
        return person.country
    return country_of(role, only) or (only if role.owner is None and role.agent.sector in OF_STATES else "")


def appositive(head: Token, inside: Mapping[int, int]) -> int | None:
    """The number of the person whose apposition a role is, or who is the role's apposition."""
    if head.dep_ == "appos" and head.head.i in inside and abs(head.i - head.head.i) <= LONGEST_SPAN + 6:
        return inside[head.head.i]
    return next((inside[child.i] for child in head.children if child.dep_ == "appos" and child.i in inside), None)
