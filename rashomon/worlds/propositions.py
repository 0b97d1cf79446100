"""What a stretch of words says, as far as it is compared: the actors it names, the stems of its other words, its polarity."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.records import Claim, Found, Mention, Span, Term
from rashomon.worlds.stems import denials, empty, reversals, stem, words

LONGEST_NAME = 6  # words of a name that is looked up
OPENING_DENIALS = (["unless"], ["without"])  # only at the head of a condition: «shoot without warning» is shooting
NARROW = 3  # a chain runs from the longer wording to the shorter only if it has at most this many times its words


@dataclass(frozen=True, slots=True)
class Proposition:
    """Actors and stems are sets: who does it to whom is left to the quoted words."""

    actors: frozenset[str]
    stems: frozenset[str]
    negated: bool

    @property
    def size(self) -> int:
        """How much it says."""
        return len(self.actors) + len(self.stems)


def proposition(text: str, actors: Iterable[str], names: Iterable[str] = ()) -> Proposition:
    """The proposition of a text that names these actors with these words."""
    taken = {word for name in names for word in words(name)}
    listed = words(text)
    denied = (sum(word in denials() for word in listed) + (listed[:1] in OPENING_DENIALS)) % 2 == 1
    return Proposition(frozenset(actors), frozenset(content(tuple(listed), frozenset(taken))), denied)


@lru_cache(maxsize=50_000)
def content(listed: tuple[str, ...], taken: frozenset[str]) -> tuple[str, ...]:
    """The stems of the words that carry something, each once, without those of names."""
    left = (word for word in listed if word not in taken and word not in empty() and word not in denials())
    return tuple(dict.fromkeys(stem(word) for word in left if len(word) > 1))


def entails(one: Proposition, other: Proposition) -> bool:
    """True when the first says all that the second says and not so much more that it is about something else."""
    if one.negated != other.negated or not other.stems or turned(one) != turned(other):
        return False
    within = other.actors <= one.actors and other.stems <= one.stems
    return within and (other.size >= 2 or one.size == 1) and one.size <= NARROW * other.size


def turned(said: Proposition) -> frozenset[str]:
    """The verbs in it that deny what follows: «fails to keep order»."""
    return said.stems & reversals()


def opposes(one: Proposition, other: Proposition) -> bool:
    """True when the two say the same of a common actor with opposite polarity: half of the shorter's words, two at least."""
    if one.negated == other.negated or not (one.actors & other.actors) or turned(one) != turned(other):
        return False
    shared = len(one.stems & other.stems)
    return shared >= 2 and 2 * shared >= min(len(one.stems), len(other.stems))


@dataclass(frozen=True, slots=True)
class Reader:
    """The mentions of one article, laid out so that the actors of a stretch are found by its place."""

    starts: tuple[int, ...]
    mentions: tuple[Mention, ...]
    actors: Mapping[str, str]

    def of(self, spans: Sequence[Span], text: str) -> Proposition:
        """The proposition of the stretches of the page that hold the text."""
        inside = [mention for low, high in spans for mention in self.between(low, high) if mention.actor]
        named = [mention.cited.quote for mention in inside if mention.form != "role"]  # «the dockers» stay words to compare
        return proposition(text, (self.actors.get(mention.actor, mention.actor) for mention in inside), named)

    def between(self, low: int, high: int) -> Iterable[Mention]:
        """The mentions that begin and end there."""
        for mention in self.mentions[bisect_left(self.starts, low) : bisect_left(self.starts, high)]:
            if mention.cited.end <= high:
                yield mention


def reader(found: Found, actors: Mapping[str, str]) -> Reader:
    """Lay out the mentions of an article."""
    ordered = sorted(found.mentions, key=lambda mention: (mention.cited.start, mention.cited.end))
    return Reader(tuple(mention.cited.start for mention in ordered), tuple(ordered), actors)


def of_claim(claim: Claim, actors: Mapping[str, str]) -> Proposition:
    """The proposition of a clause read as a claim; its polarity is what the clause makes of its verb."""
    named = {actors.get(actor, actor) for term in claim.terms for actor in term.actors}
    said = [claim.verb, *(term.head for term in claim.terms if not (term.actors and is_name(term)))]
    said += [word for term in claim.terms for word in term.words]
    return Proposition(frozenset(named), frozenset(content(tuple(words(" ".join(said))), frozenset())), claim.negated)


def is_name(term: Term) -> bool:
    """True when the head is a name, «Vale», and no common noun, «Vale's soldiers»."""
    return not any(word[:1].islower() and word.startswith(term.head[:4]) for word in term.text.split())


def known_names(founds: Sequence[Found], actors: Mapping[str, str], names: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    """Who is meant by each wording of a name in the pile: the actor that most mentions of it mean."""
    told: dict[tuple[str, ...], Counter[str]] = {}
    for found in founds:
        for mention in found.mentions:
            if mention.actor and mention.form not in {"pronoun", "role"}:
                told.setdefault(tuple(words(mention.cited.quote)), Counter())[actors.get(mention.actor, mention.actor)] += 1
    for key, name in names.items():
        told.setdefault(tuple(words(name)), Counter())[actors.get(key, key)] += 1
    return {form: min(count, key=lambda actor: (-count[actor], actor)) for form, count in told.items() if form}


@dataclass(frozen=True, slots=True)
class Typed:
    """Words that somebody typed: what they say, and with which words they name whom."""

    proposition: Proposition
    named: tuple[tuple[str, frozenset[str]], ...]  # actor key and the stems of its name

    def meets(self, side: Proposition) -> bool:
        """True when the side of a rule says all that was typed; a name unknown to its article is met by its words."""
        said = self.proposition
        if not said.size or said.negated != side.negated or not said.stems <= side.stems or turned(said) != turned(side):
            return False
        return all(actor in side.actors or stems <= side.stems for actor, stems in self.named)


def read(text: str, known: Mapping[tuple[str, ...], str]) -> Typed:
    """The proposition of words that somebody typed, with the names of the pile."""
    listed = words(text)
    named: dict[str, str] = {}
    place = 0
    while place < len(listed):
        length = next((n for n in range(LONGEST_NAME, 0, -1) if tuple(listed[place : place + n]) in known), 0)
        if length:
            named[" ".join(listed[place : place + length])] = known[tuple(listed[place : place + length])]
        place += length or 1
    stems = tuple((actor, frozenset(stem(word) for word in words(name))) for name, actor in sorted(named.items()))
    return Typed(proposition(text, named.values(), named), stems)
