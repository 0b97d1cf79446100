"""How many independent origins stand behind a set of tellings, and what rests on one of them alone.

Two tellings share an origin when they are of one outlet, on one page, copies of one text, drawn from one named source
(«citing TASS»), or the word of the same person.  Unknown outlets share one origin: nobody can say that they are two.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.compare.lexicon import generic_words
from rashomon.records import Article, Comparison, Finding, Found, Mention, Side

# Set on the stories of ../shared/gold/stories: half of the pairs of one story share a third of the smaller set of actors,
# of pairs of two stories one in two hundred does.
MAIN = 4  # actors by which tellings of unnamed things are filed: two articles on one affair share one of these
COMMON = 0.3
ENOUGH = 4  # actors in common that always are enough
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")  # a capital in the middle of a sentence
CAPITAL = re.compile(r"\b[A-Z][a-z]{2,}\b")
OUTLET_PREFIXES = ("outlet:", "name:", "organisation:", "company:")


@dataclass(frozen=True, slots=True)
class Telling:
    """A finding, the article that tells it, and the article of which that one is a copy."""

    finding: Finding
    article: Article
    copied: str
    context: frozenset[str] = frozenset()  # whom the article names
    main: tuple[str, ...] = ()  # those whom it names most: what it is about

    @property
    def outlet(self) -> str:
        """The outlet as the reader sees it: the outermost voice."""
        return self.finding.voice[0] if self.finding.voice else self.article.outlet or "unknown outlet"


def tellings(founds: Sequence[Found], field: str, actors: Mapping[str, str], copies: Mapping[str, str]) -> Iterable[Telling]:
    """The findings of one field of Found, each with its article."""
    for found in founds:
        findings = getattr(found, field)
        tell = teller(found, actors, copies.get(found.article.id, found.article.id)) if findings else None
        yield from map(tell, findings) if tell is not None else ()


def teller(found: Found, actors: Mapping[str, str], copied: str) -> Callable[[Finding], Telling]:
    """What makes tellings of the findings of an article; whom it names is counted once."""
    counted = named_in(found, actors)
    main = tuple(sorted(counted, key=lambda actor: (-counted[actor], actor))[:MAIN])
    context = frozenset(counted)
    return lambda finding: Telling(finding, found.article, copied, context, main)


def named_in(found: Found, actors: Mapping[str, str]) -> Counter[str]:
    """How often an article names each actor and place, the countries that they are of, and names of nobody known."""
    named = [actors.get(mention.actor, mention.actor) for mention in found.mentions if is_known(mention)]
    countries = [f"state:{mention.country}" for mention in found.mentions if mention.country.isalpha()]
    known = {word for mention in found.mentions if is_known(mention) for word in mention.cited.quote.lower().split()}
    told = (finding.cited.quote for field in (found.claims, found.statements, found.rules) for finding in field)
    unknown = Counter(name.lower() for text in (found.article.title, *told) for name in NAME.findall(text))
    unknown.update(name.lower() for statement in found.statements for name in CAPITAL.findall(statement.speaker_text))
    for mention in found.mentions:
        if mention.actor.startswith("name:") and mention.form == "name":
            unknown.update(name.lower() for name in CAPITAL.findall(mention.cited.quote))
    for name in sorted(unknown):
        if name in known or name in generic_words():
            del unknown[name]
    return Counter([*named, *countries]) + unknown


def is_known(mention: Mention) -> bool:
    """The gazetteer knows the actor; a name that only the page knows is compared by its words."""
    return bool(mention.actor) and not mention.actor.startswith("name:")


def one_affair(left: Telling, right: Telling) -> bool:
    """Two articles name enough of the same actors to be about one affair; a telling of two lines needs no more than one,
    one that names nobody may be of any.  A name that no gazetteer knows, and that both name most, is enough."""
    fewest = min(len(left.context), len(right.context))
    if any(":" not in name and name in right.main for name in left.main):
        return True
    return not fewest or len(left.context & right.context) >= max(1, min(COMMON * fewest, ENOUGH))


def origins(told: Iterable[Telling]) -> int:
    """How many independent origins the tellings have; unknown outlets add none, but something told has one at least."""
    parent: dict[str, str] = {}
    known: list[str] = []
    for telling in told:
        keys = origin_keys(telling)
        for key in keys[1:]:
            join(parent, keys[0], key)
        root(parent, keys[0])
        known += [keys[0]] if telling.article.outlet else []
    return len({root(parent, key) for key in known}) or min(len(parent), 1)


def origin_keys(telling: Telling) -> list[str]:
    """What ties a telling to others of the same origin."""
    article = telling.article
    named = [article.outlet or "", *([article.origin] if article.origin else []), *telling.finding.voice[1:]]
    return [f"article {telling.copied}", f"page {article.page}", *(f"source {plain(name)}" for name in named)]


def plain(name: str) -> str:
    """A source's name without the prefix of an actor key, so that «TASS» the outlet is «outlet:tass» the voice."""
    for prefix in OUTLET_PREFIXES:
        name = name.removeprefix(prefix)
    return name.casefold().removeprefix("via ").strip()


def root(parent: dict[str, str], key: str) -> str:
    """The representative of a key, with the path to it made short."""
    top = key
    while parent.setdefault(top, top) != top:
        top = parent[top]
    while parent[key] != top:
        parent[key], key = top, parent[key]
    return top


def join(parent: dict[str, str], left: str, right: str) -> None:
    """Put two keys together."""
    one, other = sorted((root(parent, left), root(parent, right)))
    parent[other] = one


@dataclass(frozen=True, slots=True)
class Alone:
    """What falls if one outlet is removed."""

    outlet: str
    findings: tuple[str, ...]


def alone(comparisons: Iterable[Comparison]) -> tuple[Alone, ...]:
    """The findings that only one outlet's word supports, by outlet: «if this outlet is removed, these fall»."""
    by_outlet: dict[str, set[str]] = {}
    for comparison in comparisons:
        for side in comparison.sides:
            if rests_on_one(side):
                by_outlet.setdefault(side.outlets[0], set()).update(side.findings)
    return tuple(Alone(outlet, tuple(sorted(findings))) for outlet, findings in sorted(by_outlet.items()))


def rests_on_one(side: Side) -> bool:
    """One origin, of one outlet."""
    return side.origins <= 1 and len(side.outlets) == 1
