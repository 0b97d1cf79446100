"""Names, epithets, roles and pronouns of an article, and whom they mean."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from rashomon.actors.entry import Agent
from rashomon.find.mention_cues import cues
from rashomon.find.mention_holders import COUNTERPART, mention_of
from rashomon.find.mention_lands import lands
from rashomon.find.mention_named import Named, Setting, moved, named, setting_of
from rashomon.find.mention_ours import ours
from rashomon.find.mention_pairs import pair_of
from rashomon.find.mention_persons import (
    given_before,
    governing,
    introduced,
    is_given,
    is_surname_first,
    namesakes,
    one_of,
    titled,
)
from rashomon.find.mention_pronouns import in_quotes, pronouns
from rashomon.find.mention_roles import Role, agents_in, is_role, role_at
from rashomon.find.mention_runs import BODIES, unknown
from rashomon.find.mention_use import datelines, words_at
from rashomon.find.parse import Parse
from rashomon.folded import Word, words_of
from rashomon.gazetteer import NOBODY, Actor, Gazetteer, Match, gazetteer
from rashomon.records import Date, Mention, place_id

SHOUTING = 0.7  # share of capitals among the letters from which a text counts as written in capitals throughout
LONGEST_SAMPLE = 20_000  # characters looked at for it
COURTESY = frozenset({"mr", "mrs", "ms"})
LONGEST_ABBREVIATION = 4  # letters of a title that is cut short: «Capt.», «Gen.»
Roles = Sequence[tuple[int, int, Agent]]


def mentions(parse: Parse, dates: tuple[Date, ...]) -> tuple[Mention, ...]:
    """Every mention of an actor or place, in text order, by the gazetteer in use."""
    names = gazetteer()
    words = words_of(parse.text)
    matches = names.matches(words, parse.text, is_shouting(parse.text))
    agents = agents_in(names, words, parse.text, [False] * len(words))
    setting = setting_of(matches, parse.article.published_on, tuple(sorted(dates, key=lambda date: date.cited.start)))
    setting = replace(setting, datelines=tuple(datelines(parse.text)))
    setting, found = by_title(setting, matches, agents, words, parse.text)
    found += [item for match in matches if (item := named(match, words, parse.text, parse.doc, setting))]
    found = kept(found, parse.doc, titles_of(agents, words), names.given)
    found += unknown(parse.doc, covered(parse.doc, found), agent_ends(agents, words), names, setting)
    found = within_bodies(namesakes(found, parse.doc))
    quoted = in_quotes(parse.doc)
    found += lands(parse.doc, found, names)
    found += ours(parse.doc, parse.article.outlet, found, quoted, names)
    found = with_roles(parse, words, found, names, setting)
    found = alike_in_all(found + pronouns(parse.doc, found, quoted))
    found = [item for item in found if item.type != NOBODY]
    return tuple(mention(parse, item, number) for item, number in numbered(sorted(found, key=lambda n: (n.start, -n.end))))


def is_shouting(text: str) -> bool:
    """Whether a text is written in capitals throughout, as old wire news is."""
    letters = [letter for letter in text[:LONGEST_SAMPLE] if letter.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) > SHOUTING * len(letters)


def by_title(
    setting: Setting, matches: Sequence[Match], agents: Roles, words: Sequence[Word], text: str
) -> tuple[Setting, list[Named]]:
    """The setting with the persons whom a title introduces, and those of whom a title tells but the country."""
    titles = {last: agent for _, last, agent in agents if agent.type == "person" and is_beside(words, last, text)}
    keys, others = set(setting.keys), list[Named]()
    for match in matches:
        agent = titles.get(match.first)
        met = introduced(match.senses, agent, setting.countries, setting.day) if agent else []
        if match.first and words[match.first - 1].folded in COURTESY:
            met = governing(match.senses, setting.countries, setting.day)
        if len(met) == 1:
            keys.add(met[0].key)
        elif agent and met and not any(sense.actor.key in keys for sense in match.senses):
            named_so = one_of(words[match.first].start, words[match.last - 1].end, text, met, agent)
            others += [named_so] if named_so else []
    return replace(setting, keys=frozenset(keys)), others


def is_beside(words: Sequence[Word], last: int, text: str) -> bool:
    """Whether the word after a title stands in its sentence: «Gen. Berg», not «they met the president. Berg»."""
    gap = text[words[last - 1].end : words[last].start] if last < len(words) else "\n"
    return "\n" not in gap and ("." not in gap or len(words[last - 1].text) <= LONGEST_ABBREVIATION)


def within_bodies(found: Sequence[Named]) -> list[Named]:
    """What is found, a name inside a body's name only qualifying it: «Norway» in «the Union of Writers of Norway».

    A person inside one is nobody: «the Berg Foundation».
    """
    bodies = sorted((item.start, item.end) for item in found if item.type in BODIES and item.actor.startswith("name:"))
    inside = {id(item) for item in found if is_inside(item, bodies)}
    kept_so = [item for item in found if item.type != "person" or id(item) not in inside]
    return [moved(item, use="modifier") if id(item) in inside else item for item in kept_so]


def is_inside(item: Named, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a larger one of the spans, in text order and apart from each other, holds a name."""
    place = bisect_left(spans, (item.start, item.end + 1)) - 1
    return place >= 0 and spans[place] != (item.start, item.end) and item.end <= spans[place][1]


def titles_of(agents: Roles, words: Sequence[Word]) -> frozenset[str]:
    """Words that stand before a name without being part of it, in lower case."""
    return frozenset(cues()[0]) | {words[last - 1].text.lower() for _, last, _ in agents}


def kept(found: Iterable[Named], doc: Doc, titles: Collection[str], given: Collection[str]) -> list[Named]:
    """Without surnames and cities that belong to a longer, unknown name: «Timur Tokayev» is no Kassym-Jomart."""
    listed = list(found)
    ends = {item.end for item in listed}
    return [item for item in listed if not is_part(item, doc, titles, ends, given)]


def is_part(item: Named, doc: Doc, titles: Collection[str], ends: Collection[int], given: Collection[str]) -> bool:
    """Whether a name is but the last word of a longer one."""
    nameable = item.type in {"person", "place"} or item.form == "metonym"
    by_itself = not nameable or item.form == "demonym" or item.start - 1 in ends
    if not by_itself and (given_before(item, doc, titles) or (item.type == "place" and is_given(item, doc, given))):
        return True
    return item.type == "person" and is_surname_first(item, doc)


def agent_ends(agents: Roles, words: Sequence[Word]) -> dict[int, tuple[int, Agent]]:
    """The role words with the character they begin on, by the character they end on."""
    return {words[last - 1].end: (words[first].start, agent) for first, last, agent in agents}


def covered(doc: Doc, found: Iterable[Named]) -> list[bool]:
    """Which tokens of the document stand inside what is found."""
    taken = [False] * len(doc)
    for item in found:
        for token in words_at(doc, item.start, item.end):
            taken[token.i] = True
    return taken


def alike_in_all(found: Sequence[Named]) -> list[Named]:
    """What is found, an actor's country and sector being the same wherever the article names him."""
    countries = {item.actor: item.country for item in reversed(found) if item.actor.startswith("name:") and item.country}
    sectors = {item.actor: item.sector for item in reversed(found) if item.actor.startswith("name:") and item.sector}
    return [
        moved(
            item,
            country=item.country or countries.get(item.actor, ""),
            sector=item.sector or sectors.get(item.actor, ""),
        )
        for item in found
    ]


def with_roles(parse: Parse, words: Sequence[Word], found: Sequence[Named], known: Gazetteer, setting: Setting) -> list[Named]:
    """What is found, with the sectors that titles give to persons, and the roles that are no title right before a name."""
    doc = parse.doc
    listed = roles_in(parse, words, found, known)
    only = only_country(setting.countries)
    people = [item for item in found if item.type == "person"]
    changed, bearers = titled(people, listed, doc, only)
    starts = {words_at(doc, person.start, person.end).start for person in people}
    names = edges_of(doc, found)
    present = list(dict.fromkeys(known.actors[item.actor] for item in people if item.actor in known.actors))
    made = []
    for number, role in enumerate(listed):
        day = day_of(role, parse, setting) if role.agent.office else setting.day
        held = present if role.agent.office != COUNTERPART else subject(role, doc, people, known)
        item, bearer = mention_of(role, doc, known, day=day, present=held, only=only), bearers.get(number)
        if bearer:
            country = item.country or bearer.country
            item = moved(item, actor=bearer.actor, name=bearer.name, type="person", country=country, why=f"said of {bearer.name}")
        two = pair_of(role, doc, names, people, known=known, day=day) if bearer is None else []
        made += two
        if two:
            continue
        if role.last not in starts or (role.owner is not None and role.owner.start > doc[role.head].idx):
            made.append(item)
    owners = {id(role.owner) for role in listed if role.owner is not None and not is_facility(role.agent)}
    others = [moved(item, use="modifier") if id(item) in owners else item for item in found if item.type != "person"]
    return [*others, *changed, *made]


def is_facility(agent: Agent) -> bool:
    """Whether a role is a building or ground where people are: «a wedding hall in Kabul» leaves Kabul the place."""
    return agent.owned and agent.type == "organisation"


def subject(role: Role, doc: Doc, people: Sequence[Named], known: Gazetteer) -> list[Actor]:
    """The last person named before the role in its sentence, of whom «his Kazakh counterpart» is said."""
    sentence, start = doc[role.head].sent, doc[role.first].idx
    before = [item for item in people if sentence.start_char <= item.start < start and item.actor in known.actors]
    return [known.actors[before[-1].actor]] if before else []


def is_title(span: Span, agent: Agent, persons: Collection[int]) -> bool:
    """Whether a person's name begins right after the role; ``persons`` by the token they begin on."""
    return agent.type == "person" and span.end in persons


def day_of(role: Role, parse: Parse, setting: Setting) -> str:
    """The day a role is to be read by: of the past date before it in its sentence or of its own verb, else of the article.

    «In January 2018 the Kazakh president flew to Washington», written in 2022, means the president of 2018; so does «the Kazakh
    president flew there in January 2018», not «the president of Kazakhstan, which became a state in 1991, flew there».
    """
    span = parse.doc[role.first : role.last]
    start, _ = parse.in_page(span.start_char, span.end_char)
    sentence = parse.sentence(span.start_char, span.end_char)
    low, high = (bisect_left(setting.dates, place, key=lambda date: date.cited.start) for place in (sentence[0], start))
    past = [date.high for date in setting.dates[low:high] if is_past(date, setting.day)]
    end = bisect_left(setting.dates, sentence[1], key=lambda date: date.cited.start)
    after = [date for date in setting.dates[high:end] if is_past(date, setting.day)]
    past = past or [date.high for date in after if verb_above(token_at(parse, span, date)) == verb_above(parse.doc[role.head])]
    return past[0] if len(past) == 1 else setting.day


def is_past(date: Date, day: str) -> bool:
    """Whether a date is over on a day."""
    return bool(date.kind == "date" and date.low and date.high and date.high < day)


def token_at(parse: Parse, span: Span, date: Date) -> Token:
    """The first word of a date that stands in the sentence of a span."""
    sentence = span[0].sent
    return next((token for token in sentence if parse.in_page(token.idx, token.idx + 1)[0] >= date.cited.start), sentence[-1])


def verb_above(token: Token) -> int:
    """The number of the first verb above a word; of the word itself where there is none."""
    over = next((ancestor for ancestor in token.ancestors if ancestor.pos_ in {"VERB", "AUX"}), token)
    return int(over.i)


def roles_in(parse: Parse, words: Sequence[Word], found: Sequence[Named], known: Gazetteer) -> list[Role]:
    """The roles outside the names that are found."""
    doc = parse.doc
    edges = [(words_at(doc, item.start, item.end), item) for item in found]
    names = edges_of(doc, found)
    marked = covered(doc, found)
    taken = [marked[words_at(doc, word.start, word.end).start] for word in words]
    spans = [
        (words_at(doc, words[first].start, words[last - 1].end), agent)
        for first, last, agent in agents_in(known, words, parse.text, taken)
    ]
    ends = {span.end - 1: agent for span, agent in spans}
    titled_from = {span.start for span, item in edges if item.type == "person"}
    listed = [role_at(span, agent, names, ends) for span, agent in spans if is_role(span) or is_title(span, agent, titled_from)]
    return [role for role in listed if role.owner is not None or not role.agent.owned]


def edges_of(doc: Doc, found: Sequence[Named]) -> dict[int, Named]:
    """What is found by the tokens it begins and ends on."""
    spans = [(words_at(doc, item.start, item.end), item) for item in found]
    return {span.end - 1: item for span, item in spans} | {span.start: item for span, item in spans}


def only_country(countries: Counter[str]) -> str:
    """The country an article is about when it names no other; empty when it names several."""
    return next(iter(countries)) if len(countries) == 1 else ""


def numbered(found: Iterable[Named]) -> Iterable[tuple[Named, int]]:
    """Each mention with its number among those that share its place."""
    seen: dict[tuple[int, int], int] = {}
    for item in found:
        place = item.start, item.end
        seen[place] = seen.get(place, 0) + 1
        yield item, seen[place]


def mention(parse: Parse, item: Named, number: int) -> Mention:
    """The record of a mention."""
    start, end = parse.in_page(item.start, item.end)
    return Mention(
        id=place_id("mention", parse.page.id, start, end) + (f"-{number}" if number > 1 else ""),
        article=parse.article.id,
        cited=parse.cite(item.start, item.end),
        sentence=parse.sentence(item.start, item.end),
        voice=(parse.outlet,),
        type=item.type,
        actor=item.actor,
        name=item.name,
        country=item.country,
        sector=item.sector,
        use=item.use,  # type: ignore[arg-type]
        form=item.form,  # type: ignore[arg-type]
        why=item.why,
    )
