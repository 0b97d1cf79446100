"""One event told several times: by another sentence, another article, in other words.

Two tellings are of one event when they name one kind of deed, nothing in them is at odds (outcome, sides, place, time) and
enough ties them.  What ties: a side, a place, a time, the very word for the deed in articles about one affair.  Tellings that
share no feature are never compared.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.compare.deed_words import deed_word
from rashomon.records import Event, Found, Judgement, Linked

COMMONEST = 60  # tellings (or articles) that may share a feature for it to propose pairs; keeps pairs proportional to the pile
# Cosine over the rare names of two articles from which they are taken to be about one affair.  Tuned on ECB+ topics 1-35 with
# gold mentions (CoNLL F1 .755 at .06, .757 at .08, .758 at .10, .755 at .12); to tune again run quality/sets/same_event.py.
ONE_AFFAIR = 0.10
TIES_NEEDED = 2
UNDONE = frozenset({"refused", "planned", "predicted", "conditional", "possible"})
ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
Days = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as far as it can be compared."""

    event: Event
    word: str
    done: str  # «done», or what kept it from being done: a plan and its result are two things
    actors: frozenset[str]
    recipients: frozenset[str]
    days: Days | None


def same_events(founds: Sequence[Found], actors: Mapping[str, str]) -> Linked:
    """Judgements «same» between tellings of one event, each member with its representative.

    ``actors`` leads from an actor key to that of its cluster.
    """
    tellings = [telling(event, actors) for found in founds for event in found.events]
    affairs = near_articles(founds, actors)
    group: dict[int, list[int]] = {}  # representative -> members
    head: dict[int, int] = {}
    judgements: list[Judgement] = []
    for left, right in sorted(candidates(tellings, affairs)):
        if right in head or right in group:
            continue
        first = head.get(left, left)
        why = why_same(tellings[left], tellings[right], affairs)
        if why and not any(at_odds(tellings[member], tellings[right]) for member in (first, *group.get(first, ()))):
            head[right] = first
            group.setdefault(first, []).append(right)
            judgements.append(judgement(tellings[right], tellings[first], why))
    return Linked(judgements=tuple(judgements))


def judgement(member: Telling, first: Telling, why: str) -> Judgement:
    """The judgement that a member tells of the same event as its representative."""
    left, right = member.event.id, first.event.id
    return Judgement(id=f"same-{left}-{right}", left=left, right=right, verdict="same", by="compare.events", why=why)


def telling(event: Event, actors: Mapping[str, str]) -> Telling:
    """An event made comparable."""
    return Telling(
        event=event,
        word=deed_word(event.cited.quote),
        done="not" if event.negated else event.status if event.status in UNDONE else "done",
        actors=party_names(event.actor, event.actor_text, actors),
        recipients=party_names(event.recipient, event.recipient_text, actors),
        days=days(event.on),
    )


def party_names(keys: Sequence[str], texts: Sequence[str], actors: Mapping[str, str]) -> frozenset[str]:
    """One name a party: the key of its cluster, or «?» and its words where nobody is known for certain."""
    return frozenset(actors.get(key, key) if key else f"?{plain(text)}" for key, text in zip(keys, texts, strict=True))


def plain(text: str) -> str:
    """Lower-case words without a leading article."""
    words = text.lower().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)


def days(on: str) -> Days | None:
    """First and last day of an event's time as comparable strings; None when it has none."""
    first, _, last = on.partition("/")
    return (first, f"{last or first}~") if first else None  # «2022-01~» sorts after every day of that month


def near_articles(founds: Sequence[Found], actors: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """Pairs of articles, each with itself, whose rare names agree so well that they are about one affair."""
    names = {found.article.id: article_names(found, actors) for found in founds}
    common = Counter(name for each in names.values() for name in each)
    weight = {name: math.log(1 + len(names) / count) for name, count in common.items()}
    length = {article: math.sqrt(sum(weight[name] ** 2 for name in each)) for article, each in names.items()}
    holders: defaultdict[str, list[str]] = defaultdict(list)
    shared: defaultdict[tuple[str, str], float] = defaultdict(float)
    for article in sorted(names):
        for name in sorted(names[article]):
            for other in holders[name][-COMMONEST:]:
                shared[other, article] += weight[name] ** 2
            holders[name].append(article)
    near = {pair for pair, value in shared.items() if value >= ONE_AFFAIR * length[pair[0]] * length[pair[1]]}
    return frozenset(near | {(article, article) for article in names})


def article_names(found: Found, actors: Mapping[str, str]) -> frozenset[str]:
    """Everybody and every place an article names, and the words of its title."""
    named = {actors.get(mention.actor, mention.actor) or plain(mention.name) for mention in found.mentions}
    return frozenset(named | {word for word in found.article.title.lower().split() if len(word) > 3}) - {""}


def candidates(tellings: Sequence[Telling], affairs: frozenset[tuple[str, str]]) -> set[tuple[int, int]]:
    """Pairs that share a feature, the earlier first; found by index, never by trying all pairs."""
    index: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, each in enumerate(tellings):
        for feature in features(each):
            index[feature].append(number)
    pairs: set[tuple[int, int]] = set()
    for numbers in index.values():
        for place, right in enumerate(numbers):
            pairs.update((left, right) for left in numbers[max(0, place - COMMONEST) : place])
    return pairs


def features(each: Telling) -> Iterator[tuple[str, ...]]:
    """What may propose a telling as the same as another: its type with a side, place or day, or its word."""
    if each.event.type:
        yield from (("side", each.event.type, side) for side in sorted(each.actors | each.recipients))
        if each.event.place:
            yield "place", each.event.type, each.event.place
        if each.days:
            yield "day", each.event.type, each.days[0]
    if each.word:
        yield "word", each.word


def why_same(left: Telling, right: Telling, affairs: frozenset[tuple[str, str]]) -> str:
    """Why two tellings are of one event; empty when they are not, or when too little ties them."""
    if at_odds(left, right):
        return ""
    ties = [name for name, tied in ties_of(left, right, affairs) if tied]
    if len(ties) < TIES_NEEDED:
        return ""
    return f"both tell {left.event.type or left.word}; same {', '.join(ties)}"


def ties_of(left: Telling, right: Telling, affairs: frozenset[tuple[str, str]]) -> Iterator[tuple[str, bool]]:
    """Each thing that can tie two tellings, and whether it does."""
    yield "actor", bool(left.actors & right.actors)
    yield "recipient", bool(left.recipients & right.recipients)
    yield "place", bool(left.event.place) and left.event.place == right.event.place
    yield "time", bool(left.days and right.days)  # times that do not meet are at odds already
    yield "word", bool(left.word) and left.word == right.word
    yield "affair", (left.event.article, right.event.article) in affairs


def at_odds(left: Telling, right: Telling) -> bool:
    """Whether something keeps two tellings apart: the deed, its outcome, sides, place, or times that do not meet."""
    return (
        other_deed(left, right)
        or left.done != right.done
        or apart(left.actors, right.actors)
        or apart(left.recipients, right.recipients)
        or (bool(left.event.place and right.event.place) and left.event.place != right.event.place)
        or times_apart(left.days, right.days)
    )


def other_deed(left: Telling, right: Telling) -> bool:
    """Whether two deeds differ in type, in mode where both have one, or, outside the types, in word."""
    if not left.event.type or not right.event.type:
        return left.word != right.word
    return left.event.type != right.event.type or bool(
        left.event.mode and right.event.mode and left.event.mode != right.event.mode
    )


def apart(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether both sides are known for certain and nobody is on both."""
    known = not any(name.startswith("?") for name in left | right)
    return bool(left and right) and known and not left & right


def times_apart(left: Days | None, right: Days | None) -> bool:
    """Whether two times have no day in common: a visit in May is not the visit in June."""
    return left is not None and right is not None and (left[1] < right[0] or right[1] < left[0])
