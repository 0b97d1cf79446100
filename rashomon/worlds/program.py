"""The records of a case as a program: who says what follows from what, and what they say is so."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from rashomon.records import Article, Claim, Finding, Found, Rule
from rashomon.worlds.propositions import Proposition, Reader, entails, known_names, of_claim, opposes, reader
from rashomon.worlds.signs import Edge, edges

Key = TypeVar("Key")
Value = TypeVar("Value")
LEADS = frozenset(
    {"conditional", "prediction", "cause", "counterfactual"}
)  # kinds of rules that derive; a purpose derives nothing
SAID_TO_BE = frozenset({"stated", "reported", "denied", "refused"})
HYPOTHETICAL = frozenset({"conditional", "prediction", "counterfactual"})


@dataclass(frozen=True, slots=True)
class Saying:
    """One claim of the program: a rule with both its sides, or what is said to be so."""

    number: int  # from 1
    finding: Finding
    article: Article
    condition: int  # atom; 0 for what is said to be so without a condition
    outcome: int  # atom
    says: str  # the outcome in the page's words
    default: bool
    title: bool  # said by the headline

    @property
    def world(self) -> str:
        """The world it belongs to."""
        return world_of(self.article)


def world_of(article: Article) -> str:
    """The outlet; an unknown outlet is a world of its own, called by the article's title."""
    return article.outlet or f"unknown outlet («{article.title[:60] or article.id}»)"


@dataclass(frozen=True, slots=True)
class Program:
    """All sayings of a case, laid out so that those which a question reaches are found by place and word."""

    sayings: tuple[Saying, ...]  # sayings[n - 1] has the number n
    propositions: tuple[Proposition, ...]  # of each atom; propositions[0] is nobody's
    known: Mapping[tuple[str, ...], str]  # wordings of names and who is meant
    names: Mapping[str, str]
    countries: Mapping[str, str]  # actor -> the state it belongs to
    starting: Mapping[int, tuple[int, ...]]  # atom of a condition -> numbers of the rules that start from it
    rarest: Mapping[str, tuple[int, ...]]  # stem -> atoms of the conditions of which it is the rarest stem
    about: Mapping[tuple[str, str], tuple[int, ...]]  # actor and stem -> numbers of the sayings of what is so
    headlines: Mapping[int, tuple[int, ...]]  # number of a rule -> numbers of the headlines that shorten it
    edges: Mapping[frozenset[str], tuple[Edge, ...]]  # two actors -> what is said of them
    denied: tuple[Saying, ...] = ()  # rules of which somebody says that they do not hold; nothing follows from them

    def saying(self, number: int) -> Saying:
        """The saying of a number."""
        return self.sayings[number - 1]

    def met(self, atom: int) -> tuple[int, ...]:
        """The conditions that an atom meets: its own, and shorter ones that it entails."""
        one = self.propositions[atom]
        near = {other for stem in one.stems for other in self.rarest.get(stem, ())}
        return tuple(sorted(other for other in near if other == atom or entails(one, self.propositions[other])))

    def near(self, atom: int) -> Iterator[Saying]:
        """What is said to be so of one of its actors, in one of its words."""
        one = self.propositions[atom]
        numbers = {number for actor in one.actors for stem in one.stems for number in self.about.get((actor, stem), ())}
        return (self.saying(number) for number in sorted(numbers))

    def opposing(self, atom: int) -> tuple[Saying, ...]:
        """The sayings that what the atom says is not so."""
        return tuple(saying for saying in self.near(atom) if opposes(self.propositions[atom], self.propositions[saying.outcome]))


@dataclass(slots=True)
class Atoms:
    """Propositions numbered as they come."""

    numbers: dict[Proposition, int] = field(default_factory=dict)
    listed: list[Proposition] = field(default_factory=lambda: [Proposition(frozenset(), frozenset(), False)])

    def atom(self, proposition: Proposition) -> int:
        """The number of a proposition."""
        number = self.numbers.setdefault(proposition, len(self.listed))
        if number == len(self.listed):
            self.listed.append(proposition)
        return number


def program(founds: Sequence[Found], actors: Mapping[str, str], names: Mapping[str, str]) -> Program:
    """The program of a pile; ``actors`` gives each key its representative, ``names`` what a representative is called."""
    atoms = Atoms()
    sayings: list[Saying] = []
    denied: list[Saying] = []
    for found in founds:
        known = reader(found, actors)
        sayings.extend(sayings_of(found, known, atoms, len(sayings)))
        denied.extend(denied_of(found, known, atoms))
    conditions = grouped((saying.condition, saying.number) for saying in sayings if saying.condition)
    states = countries(founds, actors)
    return Program(
        sayings=tuple(sayings),
        propositions=tuple(atoms.listed),
        known=known_names(founds, actors, names),
        names=names,
        countries=states,
        starting=conditions,
        rarest=by_rarest_stem(conditions, atoms.listed),
        about=grouped(places(sayings, atoms.listed)),
        headlines=grouped(shortened(sayings, atoms.listed)),
        edges=grouped((frozenset((edge.one, edge.other)), edge) for edge in edges(founds, actors, states)),
        denied=tuple(denied),
    )


def sayings_of(found: Found, known: Reader, atoms: Atoms, before: int) -> list[Saying]:
    """The sayings of one article, numbered after those before."""
    title = found.article.title_span or (0, 0)
    drafts: list[tuple[Finding, int, int, str, bool]] = [
        (rule, *sides(rule, known, atoms), rule.then_text, rule.default or rule.rule == "cause")
        for rule in found.rules
        if rule.rule in LEADS and rule.if_spans and holds(rule)
    ]
    drafts += [(claim, 0, atoms.atom(said_to_be(claim, known.actors)), claim.cited.quote, False) for claim in real(found)]
    return [
        Saying(before + place, finding, found.article, condition, outcome, says, default, within(finding, title))
        for place, (finding, condition, outcome, says, default) in enumerate(drafts, 1)
    ]


def holds(rule: Rule) -> bool:
    """False for a rule of which it is said that it does not hold."""
    return not rule.negated and rule.status != "denied"


def sides(rule: Rule, known: Reader, atoms: Atoms) -> tuple[int, int]:
    """The atoms of the two sides of a rule."""
    return atoms.atom(known.of(rule.if_spans, rule.if_text)), atoms.atom(known.of(rule.then_spans, rule.then_text))


def denied_of(found: Found, known: Reader, atoms: Atoms) -> Iterator[Saying]:
    """The rules of an article of which it is said that they do not hold; they have no number, since nothing follows from them."""
    for rule in found.rules:
        if rule.rule in LEADS and rule.if_spans and not holds(rule):
            yield Saying(0, rule, found.article, *sides(rule, known, atoms), rule.then_text, rule.default, title=False)


def real(found: Found) -> Iterator[Claim]:
    """The claims of what is so: no expectation, and no part of a rule's own sides."""
    spans = sorted(span for rule in found.rules if rule.rule in HYPOTHETICAL for span in (*rule.if_spans, *rule.then_spans))
    starts = [low for low, _ in spans]
    for claim in found.claims:
        place = bisect_right(starts, claim.cited.start) - 1
        inside = place >= 0 and claim.cited.start < spans[place][1]
        if claim.status in SAID_TO_BE and claim.tense != "future" and not inside:
            yield claim


def said_to_be(claim: Claim, actors: Mapping[str, str]) -> Proposition:
    """The proposition of a claim; one that its speaker denies is turned round."""
    read = of_claim(claim, actors)
    return read if claim.status != "denied" else replace(read, negated=not read.negated)


def within(finding: Finding, span: tuple[int, int]) -> bool:
    """True for a finding inside the span."""
    return span[0] <= finding.cited.start and finding.cited.end <= span[1]


def grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    """The values of each key, in order."""
    found: dict[Key, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def by_rarest_stem(conditions: Iterable[int], listed: Sequence[Proposition]) -> dict[str, tuple[int, ...]]:
    """The conditions by the one of their stems that the fewest conditions have."""
    atoms = sorted(conditions)
    told = Counter(stem for atom in atoms for stem in listed[atom].stems)
    rarest = ((min(listed[atom].stems, key=lambda stem: (told[stem], stem)), atom) for atom in atoms if listed[atom].stems)
    return grouped(rarest)


def places(sayings: Iterable[Saying], listed: Sequence[Proposition]) -> Iterator[tuple[tuple[str, str], int]]:
    """Where the sayings of what is so are looked up."""
    for saying in sayings:
        if not saying.condition:
            said = listed[saying.outcome]
            yield from (((actor, stem), saying.number) for actor in sorted(said.actors) for stem in sorted(said.stems))


def shortened(sayings: Sequence[Saying], listed: Sequence[Proposition]) -> Iterator[tuple[int, int]]:
    """Each rule of a body and the headline of its article that shortens it: a common actor in the outcome, a common word before.

    «Vale will send fleet if north fails» over «if the northern league fails to keep order, Vale will do it».
    """
    of_article: dict[str, list[Saying]] = {}
    for saying in sayings:
        if saying.condition:
            of_article.setdefault(saying.article.id, []).append(saying)
    for told in of_article.values():
        heads = [saying for saying in told if saying.title]
        for body in (saying for saying in told if not saying.title):
            for head in heads:
                conditions, outcomes = (
                    (listed[body.condition], listed[head.condition]),
                    (listed[body.outcome], listed[head.outcome]),
                )
                if conditions[0].stems & conditions[1].stems and outcomes[0].actors & outcomes[1].actors:
                    yield body.number, head.number


def countries(founds: Sequence[Found], actors: Mapping[str, str]) -> dict[str, str]:
    """The state that each actor belongs to, by most of its mentions."""
    told: dict[str, Counter[str]] = {}
    for found in founds:
        for mention in found.mentions:
            if mention.actor and len(mention.country) == 3 and mention.country not in {"IGO", "NGO"}:
                told.setdefault(actors.get(mention.actor, mention.actor), Counter())[mention.country] += 1
    return {actor: "state:" + min(count, key=lambda code: (-count[code], code)) for actor, count in told.items()}
