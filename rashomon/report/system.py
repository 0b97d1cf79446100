"""The system as a graph: the actors, the ties between them, and what they did to each other."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from rashomon.records import Event, Mention, Tie
from rashomon.report.cards import letter
from rashomon.report.deeds import deed
from rashomon.report.index import Index
from rashomon.report.layout import connected, layout
from rashomon.report.passages import Passage, passage
from rashomon.report.rows import Rows, rows
from rashomon.report.timeline import days
from rashomon.report.words import counted, date_words

MOST_NODES = 26
"""Actors in the picture, those with most ties; more would hide each other.  The tables hold all of them."""
MOST_GROUPS = 6
"""Groups of actors without a tie between them."""
MOST_PAIRS, MOST_ENTRIES = 300, 100
"""Ledgers, and deeds in one of them; the events stand in the timeline besides."""
MOST_FORMS = 40
"""Forms of an actor's name, the most frequent first."""
WIDTH, HEIGHT = 1130.0, 620.0
BEND, SHORT = 22.0, 10.0  # pixels: how far a line is bent, and how far from the middle of a shape it ends


class Form(msgspec.Struct, frozen=True):
    """How an actor is called in the pages, how often, and where first."""

    text: str
    count: int
    id: str  # of the first mention


class Known(msgspec.Struct, frozen=True):
    """An actor as the case knows it."""

    key: str
    name: str
    type: str
    country: str
    mentions: int
    articles: int
    forms: Rows[Form]


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
    """All ties and deeds from one actor to another in the picture."""

    path: str  # of the line, bent so that the way there and the way back do not cover each other
    x: float  # of the label
    y: float
    label: str
    shown: bool  # the label has room
    contested: bool  # nobody states or reports one of them
    id: str  # of the first of them
    who: tuple[str, ...] = ()  # letters of the outlets that tell them
    deeds: bool = False  # no lasting tie among them


class Picture(msgspec.Struct, frozen=True):
    """The graph, and how many actors found no room in it."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int
    outlets: tuple[tuple[str, str], ...] = ()  # with the letter that stands for each


class Entry(msgspec.Struct, frozen=True):
    """A deed in a ledger."""

    date: str
    what: str
    passage: Passage


class Ledger(msgspec.Struct, frozen=True):
    """What two actors did to each other, by time."""

    one: str
    other: str
    entries: Rows[Entry]


def actors(index: Index) -> Rows[Known]:
    """Every actor that is mentioned, the one with most mentions first."""
    mentioned: dict[str, list[Mention]] = defaultdict(list)
    for found in index.contents.founds:
        for mention in found.mentions:
            if mention.actor:
                mentioned[index.representative(mention.actor)].append(mention)
    ordered = sorted(mentioned.items(), key=lambda item: (-len(item[1]), item[0]))
    return rows(ordered, lambda item: known(index, *item))


def known(index: Index, key: str, mentions: Sequence[Mention]) -> Known:
    """One actor with the forms that name it; pronouns are counted, not listed."""
    named = [mention for mention in mentions if mention.form != "pronoun"]
    counts = Counter(" ".join(mention.cited.quote.split()) for mention in named)
    first = {" ".join(mention.cited.quote.split()): mention.id for mention in reversed(named)}
    ordered = sorted(counts.items(), key=lambda form: (-form[1], form[0]))
    forms = rows(ordered, lambda form: Form(*form, first[form[0]]), MOST_FORMS)
    actor = index.actor(key)
    articles = len({mention.article for mention in mentions})
    return Known(key, actor.name, actor.type or mentions[0].type, actor.country, len(mentions), articles, forms)


def relations(index: Index) -> Rows[Relation]:
    """Every tie, told by however many, in alphabetical order of its words."""
    grouped: dict[tuple[str, str, str, bool], list[Tie]] = defaultdict(list)
    for tie in index.ties():
        grouped[
            index.called(tie.subject, tie.subject_text), tie.relation, index.called(tie.object, tie.object_text), tie.negated
        ].append(tie)
    return rows(sorted(grouped.items(), key=lambda item: item[0]), lambda item: relation(index, *item))


def relation(index: Index, words: tuple[str, str, str, bool], ties: Sequence[Tie]) -> Relation:
    """One relation with its tellings."""
    details = dict.fromkeys(" ".join(filter(None, (tie.amount, date_words(tie.as_of)))) for tie in ties)
    return Relation(*words, tuple(filter(None, details)), tuple(passage(index, tie) for tie in ties))


def picture(index: Index) -> Picture:
    """The graph of the ties between the actors that have most of them, and of the deeds between those."""
    ties = between(index, ((tie, (tie.subject,), (tie.object,)) for tie in index.ties()))
    degree = Counter(key for pair, told in ties.items() for key in pair for _ in told)
    most = [key for key, _ in sorted(degree.items(), key=lambda item: (-item[1], item[0]))[:MOST_NODES]]
    tied = [key for key in most if any(key in pair and {*pair} <= {*most} for pair in ties)]
    chosen = [key for group in connected(tied, [pair for pair in ties if {*pair} <= {*tied}])[:MOST_GROUPS] for key in group]
    deeds = between(index, ((event, event.actor, event.recipient) for event in index.events()))
    pairs = {pair: (*ties.get(pair, ()), *deeds.get(pair, ())) for pair in sorted({*ties, *deeds}) if {*pair} <= {*chosen}}
    places = layout(chosen, list(pairs), WIDTH, HEIGHT)
    nodes = tuple(node(index, key, places[key]) for key in chosen)
    sources = sorted({index.source(one.article) for told in pairs.values() for one in told})
    letters = {source: letter(number) for number, source in enumerate(sources)}
    edges = tuple(edge(index, letters, (places[one], places[other]), told) for (one, other), told in pairs.items())
    return Picture(WIDTH, HEIGHT, nodes, labelled(nodes, edges), len(degree) - len(chosen), tuple(letters.items()))


def between(
    index: Index, told: Iterable[tuple[Tie | Event, Sequence[str], Sequence[str]]]
) -> Mapping[tuple[str, str], Sequence[Tie | Event]]:
    """What is told of each two different actors, from the one that does it to the one whom it meets."""
    found: dict[tuple[str, str], list[Tie | Event]] = defaultdict(list)
    for one, left, right in told:
        who, whom = ({index.representative(key) for key in side if key} for side in (left, right))
        for pair in sorted((source, target) for source in who for target in whom if source != target):
            found[pair].append(one)
    return found


def node(index: Index, key: str, place: tuple[float, float]) -> Node:
    """An actor in the picture; what its key says it is outweighs what its mentions do."""
    prefix = key.partition(":")[0]
    return Node(index.actor(key).name, prefix if prefix in ("state", "person") else index.actor(key).type, *place)


def labelled(nodes: Sequence[Node], edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """The edges, with a label where it hides no name and no other label."""
    taken = [(node.x, node.y - 8, min(len(node.name), 26) * 3.7 + 4, 20.0) for node in nodes]
    decided = []
    for one in edges:
        box = (one.x, one.y - 4, min(len(one.label), 30) * 2.9 + len(one.who) * 5 + 2, 7.0)
        free = not any(abs(box[0] - x) < box[2] + w and abs(box[1] - y) < box[3] + h for x, y, w, h in taken)
        taken += [box] if free else []
        decided.append(msgspec.structs.replace(one, shown=free))
    return tuple(decided)


def edge(
    index: Index, letters: Mapping[str, str], ends: tuple[tuple[float, float], tuple[float, float]], told: Sequence[Tie | Event]
) -> Edge:
    """The line from one actor to another, with the words of all their ties and by whom; it stops short of the shapes."""
    contested = all(one.status not in ("stated", "reported") for one in told)
    (x1, y1), (x2, y2) = ends
    length = math.hypot(x2 - x1, y2 - y1) or 1.0
    dx, dy = (x2 - x1) / length, (y2 - y1) / length
    bend_x, bend_y = (x1 + x2) / 2 - dy * BEND, (y1 + y2) / 2 + dx * BEND
    path = f"M{x1 + dx * SHORT:.1f} {y1 + dy * SHORT:.1f}Q{bend_x:.1f} {bend_y:.1f} {x2 - dx * SHORT:.1f} {y2 - dy * SHORT:.1f}"
    x, y = round((x1 + x2) / 4 + bend_x / 2, 1), round((y1 + y2) / 4 + bend_y / 2, 1)
    who = tuple(sorted({letters[index.source(one.article)] for one in told}))
    return Edge(path, x, y, edge_words(told), False, contested, told[0].id, who, not any(isinstance(one, Tie) for one in told))


def edge_words(told: Sequence[Tie | Event]) -> str:
    """The ties by name, and how many deeds there are: «borders, 2 deeds»."""
    words = dict.fromkeys(("not " if one.negated else "") + one.relation for one in told if isinstance(one, Tie))
    deeds = sum(1 for one in told if isinstance(one, Event))
    return ", ".join([*words, *([counted(deeds, "deed")] if deeds else [])])


def ledgers(index: Index) -> Rows[Ledger]:
    """For any two actors what one did to the other, the pair with most deeds first; each event is entered once."""
    entered: dict[tuple[str, str], dict[str, Event]] = defaultdict(dict)
    for event in index.events():
        for pair in pairs_of(index, event):
            entered[pair].setdefault(index.group(event.id), event)
    ordered = sorted(entered.items(), key=lambda item: (-len(item[1]), item[0]))
    return rows(ordered, lambda item: ledger(index, item[0], list(item[1].values())), MOST_PAIRS)


def pairs_of(index: Index, event: Event) -> list[tuple[str, str]]:
    """The pairs of actors between whom an event happened, each in alphabetical order."""
    who = {index.representative(key) for key in event.actor if key}
    whom = {index.representative(key) for key in event.recipient if key}
    return sorted({(min(one, other), max(one, other)) for one in who for other in whom if one != other})


def ledger(index: Index, pair: tuple[str, str], events: Sequence[Event]) -> Ledger:
    """The ledger of one pair, by time; deeds without a date come last."""
    ordered = sorted(events, key=lambda event: (days(event) or (10**7, 0), event.id))
    entries = rows(ordered, lambda event: Entry(date_words(event.on), deed(index, event), passage(index, event)), MOST_ENTRIES)
    return Ledger(index.actor(pair[0]).name, index.actor(pair[1]).name, entries)
