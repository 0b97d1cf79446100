"""Names that the gazetteer knows: which sense a form has in this article."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from rashomon.find.mention_use import use_of, use_of_place, words_at
from rashomon.folded import Word
from rashomon.gazetteer import Match, Sense
from rashomon.records import Date

FORMS = {"capital": "metonym", "surname": "name"}  # kinds of senses that Mention.form calls otherwise
STATES = frozenset({"state", "place"})


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of the reading and whom it means: a mention before it is cited."""

    start: int
    end: int
    actor: str
    name: str
    type: str
    country: str = ""
    sector: str = ""
    use: str = "actor"
    form: str = "name"
    why: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article names beyond doubt, and when: by this a doubtful form is read."""

    keys: frozenset[str]
    countries: Counter[str]
    day: str  # of the article, ISO 8601, empty when unknown
    dates: tuple[Date, ...] = ()
    datelines: tuple[tuple[int, int], ...] = ()  # characters of the reading


def setting_of(matches: Iterable[Match], day: str, dates: tuple[Date, ...]) -> Setting:
    """The actors that are named by a form that needs no help, and how often each country is."""
    certain = [match.senses[0] for match in matches if is_certain(match.senses[0]) and not is_of_many(match)]
    countries = Counter(sense.actor.country for sense in certain if sense.actor.country)
    return Setting(frozenset(sense.actor.key for sense in certain), countries, day, dates)


def is_of_many(match: Match) -> bool:
    """Whether the form is the name of several cities, or of the people of several states: «Congolese»."""
    first = match.senses[0]
    return len(match.senses) > 1 and (
        first.city or (first.kind == "demonym" and first.actor.country != match.senses[1].actor.country)
    )


def is_certain(sense: Sense) -> bool:
    """Whether a form means its actor wherever it is written."""
    return not sense.weak and not sense.needs and sense.kind != "surname"


def fitting(senses: Iterable[Sense], setting: Setting) -> list[Sense]:
    """The senses whose conditions the article meets, the likeliest first."""
    met = [sense for sense in senses if is_met(sense, setting)]
    if len(met) > 1 and all(sense.city and sense.actor.country not in setting.countries for sense in met):
        return []  # «San Miguel», of which there are many, where no country is named
    return sorted(met, key=lambda sense: (sense.weak, -setting.countries[sense.actor.country]))


def is_met(sense: Sense, setting: Setting) -> bool:
    """Whether the condition of a sense holds in the article."""
    if sense.lapsed and (not setting.day or setting.day > sense.lapsed):
        return False
    if sense.kind == "surname" or (sense.weak and sense.actor.key in setting.keys):
        return sense.actor.key in setting.keys
    if sense.weak:
        return sense.actor.country in setting.countries or not setting.countries
    return not sense.needs or sense.needs in setting.keys


def named(match: Match, words: Sequence[Word], text: str, doc: Doc, setting: Setting) -> Named | None:
    """What a match means here; None when no sense holds."""
    senses = fitting(match.senses, setting)
    if not senses:
        return None
    start, end = stretch(match, words, text)
    around = words_at(doc, start, end)
    dated = is_within(start, end, setting.datelines)
    sense, use = by_use(senses, around, dated)
    meant = sense.people if sense.people and use == "actor" else sense.actor  # «the Uyghurs» are no place
    return Named(
        start=start,
        end=end,
        actor=meant.key,
        name=meant.name,
        type=meant.type,
        country=sense.actor.country_on(setting.day),
        sector=sector_of(sense, use, setting.day),
        use=use,
        form=FORMS.get(sense.kind, sense.kind),
        why=reason(sense, use, text[start:end]),
    )


def is_within(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the spans, in text order, holds the characters."""
    place = bisect_right(spans, start, key=lambda span: span[0]) - 1
    return place >= 0 and end <= spans[place][1]


def stretch(match: Match, words: Sequence[Word], text: str) -> tuple[int, int]:
    """The characters of a match: without a leading article, with the last stop of «U.S.»."""
    first = match.first + (words[match.first].folded == "the" and match.last - match.first > 1)
    start, end = words[first].start, words[match.last - 1].end
    abbreviated = end - start >= 3 and text[end - 2] == "." and text[end : end + 1] == "."
    return start, end + abbreviated


def by_use(senses: Sequence[Sense], around: Span, dated: bool) -> tuple[Sense, str]:
    """The sense that fits the grammar: «Beijing warned» is the state, «visited Beijing» the city; so is a dateline."""
    first = senses[0]
    is_place = first.actor.type == "place" and first.kind != "demonym"
    use = use_of_place(around) if is_place else use_of(around, city=first.kind == "capital")
    use = "place" if dated and first.actor.type in STATES else use
    if first.kind == "capital" and use == "place":
        place = next((sense for sense in senses if sense.actor.type == "place"), None)
        return (place or first), use
    if first.kind == "demonym":
        return first, "modifier" if use == "modifier" or around.root.pos_ == "ADJ" else "actor"
    return first, use


def sector_of(sense: Sense, use: str, day: str) -> str:
    """A capital that acts is its government; a person has the sector of the day."""
    if sense.kind == "capital" and sense.actor.type == "state":
        return "GOV" if use == "actor" else ""
    if sense.actor.type == "place" and use == "actor" and sense.actor.country and not sense.actor.sector:
        return "CVL"  # «Sydney votes»: its people
    return sense.actor.sector_on(day)


def reason(sense: Sense, use: str, text: str) -> str:
    """Why the form means the actor, for people."""
    name = sense.actor.name
    if sense.kind == "capital":
        dated = f" ({sense.since or '…'}–{sense.until or 'now'})" if sense.since or sense.until else ""
        return f"«{text}», capital{dated}, used as {use}: {name}"
    if sense.kind == "surname":
        return f"surname of {name}, named in full in this article"
    if sense.people and use == "actor":
        return f"«{text}» are the people of {name}"
    past = f", a state until {sense.actor.until}" if sense.actor.until else ""
    if sense.kind in {"metonym", "epithet", "demonym"}:
        return f"«{text}» is a {sense.kind} of {name}{past}"
    return f"the gazetteer's {name}{past}"


def moved(item: Named, **changes: str) -> Named:
    """The same stretch read otherwise."""
    return replace(item, **changes)  # type: ignore[arg-type]
