"""What a stretch of words says, as far as it is compared: the actors it names, the stems of its other words, its polarity."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rashomon.records import Claim, Found, Mention, Span, Term
from rashomon.worlds.roles import Roles, acting, is_past, read_typed, roles, typed_roles
from rashomon.worlds.stems import LETTERS, complements, contraries, denials, empty, joined, preambles, reversals, stem, words

LONGEST_NAME = 6  # words of a name that is looked up
OPENING_DENIALS = (
    ["unless"],
    ["without"],
    ["in", "the", "absence"],
)  # only at the head of a condition: «shoot without warning» is shooting
LONGEST_CONNECTIVE = 15  # characters: «provided that »
LINKS = frozenset({"and", "or", "but", "while"})
NO_ROLES = Roles()
NO_STATES: Mapping[str, str] = {}
NARROW = 3  # a chain runs from the longer wording to the shorter only if it has at most this many times its words


@dataclass(frozen=True, slots=True)
class Proposition:
    """Sets of actors and stems, a polarity, and who does it to whom as far as that is known."""

    actors: frozenset[str]
    stems: frozenset[str]
    negated: bool
    roles: Roles = NO_ROLES
    mixed: bool = False  # «wages rise and the port does not reopen»: of its parts some are denied, so that no part stands for it

    @property
    def size(self) -> int:
        """How much it says."""
        return len(self.actors) + len(self.stems)


def proposition(text: str, actors: Iterable[str], names: Iterable[str] = (), known: Roles = NO_ROLES) -> Proposition:
    """The proposition of a text that names these actors with these words."""
    taken = {word for name in names for word in words(name)}
    listed = words(text)
    turns = sum(word in denials() or stem(word) in complements() for word in listed) + any(
        listed[: len(opening)] == opening for opening in OPENING_DENIALS
    )
    return Proposition(frozenset(actors), frozenset(content(tuple(listed), frozenset(taken))), turns % 2 == 1, known)


@lru_cache(maxsize=50_000)
def content(listed: tuple[str, ...], taken: frozenset[str]) -> tuple[str, ...]:
    """The stems of the words that carry something, each once, without those of names."""
    left = (word for word in joined(listed) if word not in taken and word not in empty() and word not in denials())
    return tuple(dict.fromkeys(complements().get(found, found) for found in (stem(word) for word in left if len(word) > 1)))


def entails(one: Proposition, other: Proposition) -> bool:
    """True when the first says all that the second says and not so much more that it is about something else."""
    if one.negated != other.negated or not other.stems or turned(one) != turned(other):
        return False
    if (one.mixed or other.mixed) and one.stems != other.stems:
        return False
    within = other.actors <= one.actors and other.stems <= one.stems and other.roles.fit(one.roles)
    return within and (other.size >= 2 or one.size == 1) and one.size <= NARROW * other.size


def turned(said: Proposition) -> frozenset[str]:
    """The verbs in it that deny what follows: «fails to keep order»."""
    return said.stems & reversals()


def opposes(one: Proposition, other: Proposition) -> bool:
    """True when the two cannot both be so of a common actor.

    They say the same with opposite polarity (half of the shorter's words, two at least), or one says «rise» where the other
    says «fall» and the shorter has no other word that the longer lacks.
    """
    if not (one.actors & other.actors) or one.roles.exchange(other.roles):
        return False
    if one.mixed or other.mixed:
        return False
    if one.negated == other.negated:
        return not one.negated and contrary(one.stems, other.stems)
    if turned(one) != turned(other):
        return False
    shared = len(one.stems & other.stems)
    return shared >= 2 and 2 * shared >= min(len(one.stems), len(other.stems))


def contrary(one: frozenset[str], other: frozenset[str]) -> bool:
    """True for stems that differ in a pair of contraries and share another."""
    pairs = [found for found in one if contraries().get(found, frozenset()) & other]
    if len(pairs) != 1:
        return False
    rest, others = one - {pairs[0]}, other - contraries()[pairs[0]]
    return bool(rest & others) and (rest <= others or others <= rest)


@dataclass(frozen=True, slots=True)
class Reader:
    """The mentions and claims of one article, laid out so that those of a stretch are found by its place."""

    starts: tuple[int, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    said_to: tuple[int, ...]  # where each claim ends
    actors: Mapping[str, str]

    def of(self, spans: Sequence[Span], text: str) -> Proposition:
        """The proposition of the stretches of the page that hold the text."""
        inside = [mention for low, high in spans for mention in self.between(low, high) if mention.actor]
        named = [mention.cited.quote for mention in inside if mention.form != "role"]  # «the dockers» stay words to compare
        claims = [claim for low, high in spans for claim in self.claimed(low, high)]
        who = (self.actors.get(mention.actor, mention.actor) for mention in inside)
        mixed = len({claim.negated for claim in claims}) > 1 and not LINKS.isdisjoint(words(text))
        return replace(proposition(text, who, named, roles(claims, self.actors)), mixed=mixed)

    def between(self, low: int, high: int) -> Iterable[Mention]:
        """The mentions that begin and end there."""
        for mention in self.mentions[bisect_left(self.starts, low) : bisect_left(self.starts, high)]:
            if mention.cited.end <= high:
                yield mention

    def claimed(self, low: int, high: int) -> Iterable[Claim]:
        """The claims that end there and begin there or with the connective before: «if [wages fall]»."""
        for claim in self.claims[bisect_right(self.said_to, low) : bisect_right(self.said_to, high)]:
            if claim.cited.start >= low - LONGEST_CONNECTIVE:
                yield claim


def reader(found: Found, actors: Mapping[str, str]) -> Reader:
    """Lay out the mentions and claims of an article."""
    ordered = sorted(found.mentions, key=lambda mention: (mention.cited.start, mention.cited.end))
    said = sorted(found.claims, key=lambda claim: (claim.cited.end, claim.cited.start))
    starts, ends = (mention.cited.start for mention in ordered), (claim.cited.end for claim in said)
    return Reader(tuple(starts), tuple(ordered), tuple(said), tuple(ends), actors)


def of_claim(claim: Claim, actors: Mapping[str, str]) -> Proposition:
    """The proposition of a clause read as a claim; its polarity is what the clause makes of its verb."""
    named = {actors.get(actor, actor) for term in claim.terms for actor in term.actors}
    said = [claim.verb, *(term.head for term in claim.terms if not (term.actors and is_name(term)))]
    said += [word for term in claim.terms for word in term.words]
    turned_round = stem(claim.verb) in complements()  # «managed to» is «did not fail to»
    stems = frozenset(content(tuple(words(" ".join(said))), frozenset()))
    return Proposition(frozenset(named), stems, claim.negated != turned_round, roles([claim], actors))


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
    past: bool = False  # «the league had failed»

    def meets(self, side: Proposition) -> bool:
        """True when the side of a rule says all that was typed; a name unknown to its article is met by its words."""
        said = self.proposition
        if not said.size or said.negated != side.negated or not said.stems <= side.stems or turned(said) != turned(side):
            return False
        if side.mixed and said.stems != side.stems:
            return False
        there = all(actor in side.actors or stems <= side.stems for actor, stems in self.named)
        return there and said.roles.fit(side.roles)


def read(text: str, known: Mapping[tuple[str, ...], str], states: Mapping[str, str] = NO_STATES) -> Typed:
    """The proposition of words that somebody typed, with the names of the pile; «suppose that» before them says nothing.

    A capital that does something is its state (``states`` of places).
    """
    text = bare(text)
    spoken = read_typed(text)
    named = [(start, end, acting(spoken, (start, end), who, states)) for start, end, who in names_in(text, known)]
    names = {text[start:end]: who for start, end, who in named}
    stems = tuple((who, frozenset(stem(word) for word in words(name))) for name, who in sorted(names.items()))
    said = proposition(text, names.values(), names, typed_roles(spoken, named))
    return Typed(said, stems, is_past(spoken))


def bare(text: str) -> str:
    """What was typed without «suppose that», «what if»."""
    found = (word for word in LETTERS.finditer(text) if word.group().casefold() not in preambles())
    first = next(found, None)
    return text[first.start() :] if first is not None else ""


def names_in(text: str, known: Mapping[tuple[str, ...], str]) -> Iterator[tuple[int, int, str]]:
    """Where the text names whom, the longest names first."""
    found = list(LETTERS.finditer(text))
    listed = [word.group().casefold() for word in found]
    place = 0
    while place < len(listed):
        longest = min(LONGEST_NAME, len(listed) - place)
        length = next((n for n in range(longest, 0, -1) if tuple(listed[place : place + n]) in known), 0)
        if length:
            yield found[place].start(), found[place + length - 1].end(), known[tuple(listed[place : place + length])]
        place += length or 1
