"""Whose a figure is, and what else ties it to the affair it belongs to: its place and day, its thing, who got the votes."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rashomon.compare.lexicon import generic_words
from rashomon.find.figure.measures import Measure
from rashomon.records import Claim, Figure, Found, Mention, Span

SCENE_LEAST = 3  # mentions of places in the state where an article takes place
SCENE_LEAD = 2  # times those in any other; both set by eye on examples/pages, re-run quality.gate
PEOPLE = "people of "
UNKNOWN = "unknown:"  # before a name that no gazetteer knows
GETTING = frozenset({"win", "get", "take", "receive", "garner", "secure", "poll", "collect", "gain", "obtain", "score"})
OFTEN = frozenset(
    {"talk", "meeting", "session", "visit", "call", "conversation", "hearing", "battle", "clash"}
)  # there are several
HOLDING = frozenset({"have", "keep", "maintain", "station", "base", "host", "retain"})  # who «has 500 men in Lome» has them now
STAGE = re.compile(r"\b(?:round|run-?off|polls?|primary|province|region|district|city)\b", re.IGNORECASE)
Anchor = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """The findings of one article by the sentence they stand in."""

    found: Found
    mentions: Mapping[Span, tuple[Mention, ...]]
    claims: Mapping[Span, tuple[Claim, ...]]
    counts: Mapping[Span, int]  # bare numbers and amounts in the sentence


def ground(found: Found) -> Ground:
    """An article laid out for looking things up beside its figures."""
    mentions: dict[Span, list[Mention]] = {}
    claims: dict[Span, list[Claim]] = {}
    for mention in found.mentions:
        mentions.setdefault(mention.sentence, []).append(mention)
    for claim in found.claims:
        claims.setdefault(claim.sentence, []).append(claim)
    return Ground(
        found,
        {at: tuple(listed) for at, listed in mentions.items()},
        {at: tuple(listed) for at, listed in claims.items()},
        Counter(figure.sentence for figure in found.figures),
    )


def owners(figure: Figure, told: Ground, measure: Measure, actors: Mapping[str, str]) -> frozenset[str]:
    """The actors a figure is of; the dead of a country's people are not those in the country («two Latvian pilots»).

    A toll without a place is that of the place its sentence names, or of the state the article is about: «Hundreds were injured.»
    """
    spoken = tuple(key for key in figure.of if key not in figure.voice)  # «according to the bank» says whose word it is
    keys = (spoken if len(spoken) >= max(measure.ends, 1) else figure.of) or located(figure, told)
    if len(keys) < measure.ends:
        keys = (*keys, *other_ends(figure, told, measure, keys))
    if not keys and measure.cumulative:
        here = places(figure, told)
        keys = tuple(here) if len(here) == 1 else ()
        keys = keys or (scene(told.found) if not figure.historical and not here else ())
    people = measure.cumulative and figure.of and not figure.place
    return frozenset(
        PEOPLE + actors.get(key, key) if people and not key.startswith("place:") else actors.get(key, key) for key in keys
    )


def located(figure: Figure, told: Ground) -> tuple[str, ...]:
    """The place of a figure, by its key where the sentence has one; a name that nobody knows is left to ``unknown_places``."""
    if not figure.place:
        return ()
    if figure.place.startswith("state:") and len(here := places(figure, told)) == 1 and not is_named(figure, told):
        return tuple(here)  # the people are those of a state nobody names here: «63 people fell when the mill of Lome burned»
    if ":" in figure.place:
        return (figure.place,)
    named = [m.actor for m in told.mentions.get(figure.sentence, ()) if m.type == "place" and m.name == figure.place and m.actor]
    return tuple(named[:1])


def is_named(figure: Figure, told: Ground) -> bool:
    """Whether the sentence of a figure names the state where it was counted."""
    return any(m.actor == figure.place and m.type == "state" for m in told.mentions.get(figure.sentence, ()))


def other_ends(figure: Figure, told: Ground, measure: Measure, keys: tuple[str, ...]) -> Iterator[str]:
    """Who else stands at an end: of a clause about the same thing («the credit that China extended to Laos»), or «the fund»."""
    for claim in told.claims.get(figure.sentence, ()):
        about = any(term.head in measure.nouns for term in claim.terms)
        for term in claim.terms:
            if about and term.named:
                yield from (key for key in term.actors if key not in keys)
            elif keys and claim.verb in measure.verbs and term.role == "subject" and term.definite and not term.actors:
                yield f"the {term.head}"


def places(figure: Figure, told: Ground) -> list[str]:
    """The keys of the places, smaller than a state, that the sentence of a figure names."""
    return sorted({m.actor for m in told.mentions.get(figure.sentence, ()) if m.type == "place" and m.actor})


def unknown_places(figure: Figure, told: Ground) -> frozenset[str]:
    """The names in the sentence of a figure that no gazetteer knows, without persons: «The quake in Barima killed 40.»"""
    here = told.mentions.get(figure.sentence, ())
    known = {word.lower() for one in here if one.actor and not one.actor.startswith("name:") for word in one.cited.quote.split()}
    known |= {word.lower() for one in told.found.mentions if one.type == "person" for word in one.cited.quote.split()}
    names = {name for claim in told.claims.get(figure.sentence, ()) for term in claim.terms for name in term.names}
    names |= set(figure.place.lower().split()) if ":" not in figure.place else set()
    return frozenset(f"{UNKNOWN}{name}" for name in names - known - generic_words())


def scene(found: Found) -> tuple[str, ...]:
    """The state in which an article takes place: most of its places lie there; none when they lie in several."""
    named = (m for m in found.mentions if m.country and (m.type == "place" or m.use == "place"))
    lands = Counter(m.country for m in named if m.type in ("place", "state"))
    (first, often), (_, next_often) = (*lands.most_common(2), ("", 0), ("", 0))[:2]
    return (f"state:{first}",) if often >= SCENE_LEAST and often >= SCENE_LEAD * next_often else ()


def anchors(figure: Figure, told: Ground, measure: Measure) -> tuple[Anchor, ...]:
    """What ties a figure to one affair besides its actors; empty when the sentence does not say."""
    sites = sites_of(figure, told)
    ties = {
        "": [],
        "day": [(site, figure.as_of) for site in sites if len(figure.as_of) == len("2022-01-05")],
        "place": [(holder, site) for holder in holders(figure, told, measure) for site in sites],
        "thing": [(thing, site) for thing in things(figure, told, measure) for site in sites],
        "subject": [(name, figure.as_of) for name in receivers(figure, told)],
    }
    return tuple(ties[measure.anchor])


def sites_of(figure: Figure, told: Ground) -> list[str]:
    """Where it was: the place of the figure itself, else the places and unknown names of its sentence."""
    own = [key for key in located(figure, told) if key.startswith("place:")]
    return own or [*places(figure, told), *sorted(unknown_places(figure, told))]


def holders(figure: Figure, told: Ground, measure: Measure) -> list[str]:
    """Who has, keeps or hosts what is counted: «Norway keeps 900 soldiers in Lome»."""
    held = (claim for claim in told.claims.get(figure.sentence, ()) if claim.verb in HOLDING and not claim.negated)
    counted = (claim for claim in held if any(term.head in measure.nouns for term in claim.terms))
    return sorted(
        {key for claim in counted for term in claim.terms if term.role == "subject" and term.named for key in term.actors}
    )


def things(figure: Figure, told: Ground, measure: Measure) -> list[str]:
    """The definite thing a figure is said of: «the siege of the mill lasted nine days»."""
    words = {form for word in figure.of_text.lower().split() for form in (word, word.removesuffix("s"))}
    claims = [c for c in told.claims.get(figure.sentence, ()) if c.verb in measure.verbs or not measure.verbs]
    return sorted(
        {
            t.head
            for c in claims
            for t in c.terms
            if t.role == "subject" and t.definite and not t.named and t.head in words - OFTEN and not c.negated
        }
    )


def receivers(figure: Figure, told: Ground) -> list[str]:
    """Who got a share of the votes, in one vote as a whole: «Rassendyll won 51 percent»."""
    if STAGE.search(f"{figure.base} {figure.of_text}"):
        return []
    subjects = [
        t
        for c in told.claims.get(figure.sentence, ())
        if c.verb in GETTING
        for t in c.terms
        if t.role == "subject" and t.definite
    ]
    return sorted({name for term in subjects for name in (term.actors or tuple(f"{UNKNOWN}{name}" for name in term.names))})
