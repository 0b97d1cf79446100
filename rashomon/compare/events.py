"""One event told several times: by another sentence, another article, in other words.

Two tellings are of one event when they name one kind of deed, nothing in them is at odds (outcome, sides, place, time) and
enough ties them.  What ties: a side, a place, a time, and in articles about one affair the mode or the very word for it.
Tellings that share no feature are never compared.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.compare.days import Days, days, is_past, times_apart
from rashomon.compare.deed_words import deed_word
from rashomon.compare.sufferers import one_and_many, other_people, strangers
from rashomon.records import Event, Found, Judgement, Linked

COMMONEST = 60  # tellings (or articles) that may share a feature for it to propose pairs; keeps pairs proportional to the pile
# Mean cosine over rare words from which an article belongs to an affair.  Tuned on ECB+ topics 1-35 with gold mentions (CoNLL F1
# .717 at .08, .723 at .09, .718 at .12, .706 at .16, before the last rules); to tune again run quality/sets/same_event.py and
# its scorer.
ONE_AFFAIR = 0.09
TIES_NEEDED = 2
HARD = frozenset({"actor", "recipient", "place", "time"})
BEFALLS = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION"})  # deeds done to somebody, whose number tells them apart
AHEAD = frozenset({"planned", "predicted", "conditional"})
ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
WORDS_AND_TALKS = frozenset("AGREE CONSULT SUPPORT REQUEST ACCUSE REJECT THREATEN COOPERATE".split())
KINDS = ("person:", "state:", "organisation:", "government:", "company:", "name:")
WORD = re.compile(r"[^\W\d_]{4,}|\d+")


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as far as it can be compared."""

    event: Event
    word: str
    ahead: bool  # planned or conditional: a plan and its result are two things
    actors: frozenset[str]
    recipients: frozenset[str]
    days: Days | None
    countries: frozenset[str]  # of the actors that are known
    aimed: frozenset[str] = frozenset()  # countries of the recipients that are known
    past: bool = False  # told again long after: «the attacks of November»


def same_events(founds: Sequence[Found], actors: Mapping[str, str]) -> Linked:
    """Judgements «same» between tellings of one event, each member with its representative.

    ``actors`` leads from an actor key to that of its cluster.
    """
    country = {mention.actor: mention.country for found in founds for mention in found.mentions if mention.actor}
    tellings = [telling(event, actors, country, found.article.published_on) for found in founds for event in found.events]
    affairs = affairs_of(founds)
    group: dict[int, list[int]] = {}  # representative -> members
    head: dict[int, int] = {}
    judgements: list[Judgement] = []
    for left, right in sorted(candidates(tellings)):
        if right in head or right in group:
            continue
        first = head.get(left, left)
        why = why_same(tellings[left], tellings[right], affairs)
        if why and not any(kept_apart(tellings[member], tellings[right]) for member in (first, *group.get(first, ()))):
            head[right] = first
            group.setdefault(first, []).append(right)
            judgements.append(judgement(tellings[right], tellings[first], why))
    return Linked(judgements=tuple(judgements))


def judgement(member: Telling, first: Telling, why: str) -> Judgement:
    """The judgement that a member tells of the same event as its representative."""
    left, right = member.event.id, first.event.id
    return Judgement(id=f"same-{left}-{right}", left=left, right=right, verdict="same", by="compare.events", why=why)


def telling(event: Event, actors: Mapping[str, str], country: Mapping[str, str], published_on: str) -> Telling:
    """An event made comparable."""
    return Telling(
        event=event,
        word=deed_word(event.cited.quote),
        ahead=event.status in AHEAD,
        actors=party_names(event.actor, event.actor_text, actors),
        recipients=party_names(event.recipient, event.recipient_text, actors),
        days=days(event.on),
        countries=frozenset(country.get(key, "") for key in event.actor) - {""},
        aimed=frozenset(country.get(key, "") for key in event.recipient) - {""},
        past=event.historical or is_past(event.on, published_on),
    )


def party_names(keys: Sequence[str], texts: Sequence[str], actors: Mapping[str, str]) -> frozenset[str]:
    """One name a party: the key of its cluster, or «?» and its words where nobody is known for certain."""
    return frozenset(actors.get(key, key) if key else f"?{plain(text)}" for key, text in zip(keys, texts, strict=True))


def plain(text: str) -> str:
    """Lower-case words without a leading article."""
    words = text.lower().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)


def affairs_of(founds: Sequence[Found]) -> dict[str, int]:
    """The number of the affair of each article: that of the earlier articles it shares most rare words with, or a new one."""
    words = {found.article.id: article_words(found) for found in founds}
    common = Counter(word for each in words.values() for word in each)
    weight = {word: math.log(1 + len(words) / count) for word, count in common.items()}
    length = {article: math.sqrt(sum(weight[word] ** 2 for word in each)) or 1.0 for article, each in words.items()}
    holders: defaultdict[str, list[str]] = defaultdict(list)
    affair: dict[str, int] = {}
    sizes: Counter[int] = Counter()
    for article, each in words.items():
        near: defaultdict[int, float] = defaultdict(float)
        for word in sorted(each):
            for other in holders[word][-COMMONEST:]:
                near[affair[other]] += weight[word] ** 2 / (length[article] * length[other])
            holders[word].append(article)
        best = max(sorted(near), key=lambda number: near[number] / sizes[number], default=-1)
        affair[article] = best if best >= 0 and near[best] >= ONE_AFFAIR * sizes[best] else len(sizes)
        sizes[affair[article]] += 1
    return affair


def article_words(found: Found) -> frozenset[str]:
    """The words of an article's title, names, statements and events."""
    texts = [
        found.article.title,
        *(mention.name for mention in found.mentions),
        *(statement.cited.quote for statement in found.statements),
        *(text for event in found.events for text in (event.cited.quote, *event.actor_text, *event.recipient_text)),
    ]
    return frozenset(word for text in texts for word in WORD.findall(text.lower()))


def candidates(tellings: Sequence[Telling]) -> set[tuple[int, int]]:
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


def why_same(left: Telling, right: Telling, affairs: Mapping[str, int]) -> str:
    """Why two tellings are of one event; empty when they are not, or when too little ties them."""
    if at_odds(left, right):
        return ""
    ties = [name for name, tied in ties_of(left, right, affairs) if tied]
    loose = not HARD & set(ties)
    unsure = placed_once(left, right) or both_told(left, right) or unlike(left, right)
    if len(ties) < TIES_NEEDED or (loose and unsure):
        return ""
    return f"both tell {left.event.type or left.word}; same {', '.join(ties)}"


def placed_once(left: Telling, right: Telling) -> bool:
    """Whether only one of two PLOVER events is said to be somewhere; then words and modes alone tie nothing to it."""
    typed = bool(left.event.type and right.event.type)
    return typed and bool(left.event.country) != bool(right.event.country)


def both_told(left: Telling, right: Telling) -> bool:
    """Whether both are words or talks and say whose; then words alone do not tie one warning to another."""
    return all(each.event.type in WORDS_AND_TALKS and (each.actors or each.recipients) for each in (left, right))


def ties_of(left: Telling, right: Telling, affairs: Mapping[str, int]) -> Iterator[tuple[str, bool]]:
    """Each thing that can tie two tellings, and whether it does."""
    one_affair = affairs[left.event.article] == affairs[right.event.article]
    yield "actor", tied(left.actors & right.actors, one_affair)
    yield "recipient", tied(left.recipients & right.recipients, one_affair)
    yield "place", bool(left.event.place) and left.event.place == right.event.place
    yield "time", bool(left.days and right.days)  # times that do not meet are at odds already
    same_word = bool(left.word) and left.word == right.word
    yield "mode", bool(left.event.mode) and left.event.mode == right.event.mode and one_affair
    yield "word", same_word
    yield "affair", same_word and one_affair


def kept_apart(member: Telling, new: Telling) -> bool:
    """Whether a telling stays out of a group for one member of it, whatever ties it to another: one shot, eighty killed."""
    return at_odds(member, new) or (not member.actors & new.actors and one_or_many(member, new))


def one_or_many(left: Telling, right: Telling) -> bool:
    """Whether a deed befell one here and several there."""
    return left.event.type in BEFALLS and one_and_many(left.event.recipient_text, right.event.recipient_text)


def unlike(left: Telling, right: Telling) -> bool:
    """Whether words alone tie too little: other sufferers by name or number, or one of the two told again long after."""
    named = strangers(left.event.recipient_text, right.event.recipient_text)
    return named or left.past != right.past or one_or_many(left, right)


def tied(shared: frozenset[str], one_affair: bool) -> bool:
    """Whether a shared party ties: somebody known always, «the police» and «a man» only within one affair."""
    return bool(shared) and (one_affair or not all(name.startswith("?") for name in shared))


def at_odds(left: Telling, right: Telling) -> bool:
    """Whether something keeps two tellings apart: the deed, plan against result, sides, country, or times that do not meet."""
    return (
        other_deed(left, right)
        or left.ahead != right.ahead
        or (bool(left.event.country and right.event.country) and left.event.country != right.event.country)
        or times_apart(left.days, right.days)
    )


def other_deed(left: Telling, right: Telling) -> bool:
    """Whether two deeds differ: in type, sides, or mode where both have one; outside the types, in word.

    The sides of a word outside the lexicon are guesses and keep nothing apart.
    """
    if not left.event.type or not right.event.type:
        return left.word != right.word
    modes = {left.event.mode, right.event.mode} - {""}
    return (
        left.event.type != right.event.type
        or len(modes) > 1
        or apart(left.actors, right.actors)
        or other_doers(left, right)
        or (disjoint(left.countries, right.countries) and not left.actors & right.actors)
        or apart(left.recipients, right.recipients)
        or befalls_others(left, right)
    )


def befalls_others(left: Telling, right: Telling) -> bool:
    """Whether what was done to some was done to others: the killing of nine and that of ninety, of «other» girls."""
    if left.event.type not in BEFALLS or any(key and key in right.event.recipient for key in left.event.recipient):
        return False
    return other_people(left.event.recipient_text, right.event.recipient_text)


def other_doers(left: Telling, right: Telling) -> bool:
    """Whether words or talks are plainly of others: «a spokesman» beside «Oslo», A's talks with B and with C, praise of two."""
    if left.event.type not in WORDS_AND_TALKS or not left.actors or not right.actors:
        return False
    if disjoint(left.aimed, right.aimed) and not left.recipients & right.recipients:
        return True
    if left.event.type == "CONSULT" and min(len(left.actors), len(right.actors)) > 1:
        return not (left.actors <= right.actors or right.actors <= left.actors)
    return not left.actors & right.actors and any(all(name.startswith("?") for name in each.actors) for each in (left, right))


def disjoint(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether both are known and have nothing in common: the troops of one country and of another."""
    return bool(left and right) and not left & right


def apart(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether both sides are known for certain, nobody is on both, and two of a kind stand against each other.

    «Xi» and «China» may be one party told more or less exactly; «Xi» and «the Pope», a state and a body of states are two.
    """
    if not left or not right or left & right or any(name.startswith("?") for name in left | right):
        return False
    alike = any(starts(left, kind) and starts(right, kind) for kind in KINDS)
    return alike or any(starts(one, "organisation:") and starts(other, "state:") for one, other in ((left, right), (right, left)))


def starts(names: frozenset[str], kind: str) -> bool:
    """Whether a party of a kind is among the names."""
    return any(name.startswith(kind) for name in names)
