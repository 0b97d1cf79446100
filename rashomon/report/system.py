"""The system as a graph: the actors, the ties between them, and what they did to each other."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from rashomon.records import Event, Mention, Tie
from rashomon.report.deeds import deed
from rashomon.report.index import Index
from rashomon.report.layout import layout
from rashomon.report.passages import Passage, passage
from rashomon.report.timeline import days
from rashomon.report.words import date_words

MOST_NODES = 26
"""Actors in the picture, those with most ties; more would hide each other.  The tables hold all of them."""
WIDTH, HEIGHT = 980.0, 600.0


class Form(msgspec.Struct, frozen=True):
    """How an actor is called in the pages, how often, and where first."""

    text: str
    count: int
    first: str  # id of a mention


class Known(msgspec.Struct, frozen=True):
    """An actor as the case knows it."""

    key: str
    name: str
    type: str
    country: str
    mentions: int
    articles: int
    forms: tuple[Form, ...]


class Relation(msgspec.Struct, frozen=True):
    """A tie in words, with everybody who tells it."""

    subject: str
    relation: str
    object: str
    negated: bool
    details: tuple[str, ...]  # amounts and times
    passages: tuple[Passage, ...]


class Node(msgspec.Struct, frozen=True):
    """An actor in the picture."""

    name: str
    type: str
    x: float
    y: float


class Edge(msgspec.Struct, frozen=True):
    """All ties between two actors in the picture."""

    x1: float
    y1: float
    x2: float
    y2: float
    label: str
    contested: bool  # nobody states one of them in their own word
    target: str  # id of a tie


class Picture(msgspec.Struct, frozen=True):
    """The graph, and how many actors found no room in it."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int


class Entry(msgspec.Struct, frozen=True):
    """A deed in a ledger."""

    date: str
    what: str
    passage: Passage


class Ledger(msgspec.Struct, frozen=True):
    """What two actors did to each other, by time."""

    one: str
    other: str
    entries: tuple[Entry, ...]


def actors(index: Index) -> tuple[Known, ...]:
    """Every actor that is mentioned, the one with most mentions first."""
    mentioned: dict[str, list[Mention]] = defaultdict(list)
    for found in index.contents.founds:
        for mention in found.mentions:
            if mention.actor:
                mentioned[index.representative(mention.actor)].append(mention)
    listed = [known(index, key, mentions) for key, mentions in mentioned.items()]
    return tuple(sorted(listed, key=lambda actor: (-actor.mentions, actor.key)))


def known(index: Index, key: str, mentions: Sequence[Mention]) -> Known:
    """One actor with the forms that name it; pronouns are counted, not listed."""
    named = [mention for mention in mentions if mention.form != "pronoun"]
    counts = Counter(" ".join(mention.cited.quote.split()) for mention in named)
    first = {" ".join(mention.cited.quote.split()): mention.id for mention in reversed(named)}
    forms = tuple(Form(text, count, first[text]) for text, count in sorted(counts.items(), key=lambda form: (-form[1], form[0])))
    actor = index.actor(key)
    articles = len({mention.article for mention in mentions})
    return Known(key, actor.name, actor.type or mentions[0].type, actor.country, len(mentions), articles, forms)


def relations(index: Index) -> tuple[Relation, ...]:
    """Every tie, told by however many, in alphabetical order of its words."""
    grouped: dict[tuple[str, str, str, bool], list[Tie]] = defaultdict(list)
    for tie in index.ties():
        grouped[
            end(index, tie.subject, tie.subject_text), tie.relation, end(index, tie.object, tie.object_text), tie.negated
        ].append(tie)
    return tuple(relation(index, words, ties) for words, ties in sorted(grouped.items()))


def end(index: Index, key: str, text: str) -> str:
    """One end of a tie: the actor's name, or the words."""
    return index.actor(key).name if key else text


def relation(index: Index, words: tuple[str, str, str, bool], ties: Sequence[Tie]) -> Relation:
    """One relation with its tellings."""
    details = dict.fromkeys(" ".join(filter(None, (tie.amount, date_words(tie.as_of)))) for tie in ties)
    return Relation(*words, tuple(filter(None, details)), tuple(passage(index, tie) for tie in ties))


def picture(index: Index) -> Picture:
    """The graph of the ties between the actors that have most of them."""
    between: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in index.ties():
        if tie.subject and tie.object:
            between[index.representative(tie.subject), index.representative(tie.object)].append(tie)
    degree = Counter(key for pair, ties in between.items() for key in pair for _ in ties)
    chosen = [key for key, _ in sorted(degree.items(), key=lambda item: (-item[1], item[0]))[:MOST_NODES]]
    pairs = {pair: ties for pair, ties in sorted(between.items()) if pair[0] != pair[1] and {*pair} <= {*chosen}}
    places = layout(chosen, list(pairs), WIDTH, HEIGHT)
    nodes = tuple(Node(index.actor(key).name, index.actor(key).type, *places[key]) for key in chosen)
    edges = tuple(edge(places[one], places[other], ties) for (one, other), ties in pairs.items())
    return Picture(WIDTH, HEIGHT, nodes, edges, len(degree) - len(chosen))


def edge(start: tuple[float, float], finish: tuple[float, float], ties: Sequence[Tie]) -> Edge:
    """The line between two actors, with the words of all their ties."""
    words = dict.fromkeys(("not " if tie.negated else "") + tie.relation for tie in ties)
    contested = all(tie.status not in ("stated", "reported") for tie in ties)
    return Edge(*start, *finish, ", ".join(words), contested, ties[0].id)


def ledgers(index: Index) -> tuple[Ledger, ...]:
    """For any two actors what one did to the other, the pair with most deeds first; each event is entered once."""
    entered: dict[tuple[str, str], dict[str, Event]] = defaultdict(dict)
    for event in index.events():
        for pair in pairs_of(index, event):
            entered[pair].setdefault(index.group(event.id), event)
    listed = [ledger(index, pair, list(events.values())) for pair, events in entered.items()]
    return tuple(sorted(listed, key=lambda ledger: (-len(ledger.entries), ledger.one, ledger.other)))


def pairs_of(index: Index, event: Event) -> list[tuple[str, str]]:
    """The pairs of actors between whom an event happened, each in alphabetical order."""
    who = {index.representative(key) for key in event.actor if key}
    whom = {index.representative(key) for key in event.recipient if key}
    return sorted({(min(one, other), max(one, other)) for one in who for other in whom if one != other})


def ledger(index: Index, pair: tuple[str, str], events: Sequence[Event]) -> Ledger:
    """The ledger of one pair, by time; deeds without a date come last."""
    ordered = sorted(events, key=lambda event: (days(event) or (10**7, 0), event.id))
    entries = tuple(Entry(date_words(event.on), deed(index, event), passage(index, event)) for event in ordered)
    return Ledger(index.actor(pair[0]).name, index.actor(pair[1]).name, entries)
