"""The tellings of one incident brought together: what an article tells again, and what it tells as a further one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.find.incident.circumstances import Circumstances
from rashomon.find.incident.deeds import Deed
from rashomon.records import IncidentKind

# What tells a further incident: «another bomb», «meanwhile», «also».
FURTHER = re.compile(
    r"\b(?:another|others?|second|third|also|meanwhile|in addition|elsewhere|moreover|likewise|furthermore|separately)\b",
    re.IGNORECASE,
)
NEW = frozenset({"a", "an", "another", "second", "third", "other", "two", "three", "four", "several"})
# Set on the articles for measuring (``python -m quality.predict muc``), by halving and doubling each; the figures move little.
LEAST = 0.6  # weight of a single incident
OWN = 0.7  # weight of what no other kind of incident explains
DISTINCT = 0.6  # weight of a deed that may be a further incident
APART = 2.0  # points from which a deed is another incident
MOST = 5  # incidents of one kind told apart in an article


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of a deed, what it says of the circumstances, and how much it counts."""

    deed: Deed
    known: Circumstances
    weight: float


@dataclass(slots=True)
class Told:
    """The tellings of one incident, gathered in text order."""

    incident: IncidentKind
    tellings: list[Telling]
    known: Circumstances

    @property
    def deeds(self) -> list[Deed]:
        """The deeds that are told."""
        return [telling.deed for telling in self.tellings]

    @property
    def clearest(self) -> Deed:
        """The deed that tells it most clearly."""
        return max(self.tellings, key=lambda telling: telling.weight).deed


def gathered(done: Sequence[Telling]) -> list[Told]:
    """The deeds as incidents: what another kind explains joins it, a further one of a kind is told apart."""
    sure = {telling.deed.incident for telling in done if not telling.deed.entry.weak or telling.weight >= DISTINCT}
    kinds = {kind for kind in sure - {"attack"} if clearness(done, kind) >= LEAST}
    specific = {telling.deed.sentence for telling in done if telling.deed.incident != "attack"}
    told = [each for kind in sorted(kinds) for each in apart(kind, [one for one in done if one.deed.incident == kind])]
    attacks = [telling for telling in done if telling.deed.incident == "attack"]
    own = [each for each in attacks if each.deed.sentence not in specific and not (each.deed.entry.open and kinds)]
    if "attack" in sure and clearness(done, "attack") >= LEAST and (not kinds or clearness(own, "attack") >= OWN):
        told += apart("attack", own if kinds else attacks)
    return told


def clearness(done: Iterable[Telling], kind: IncidentKind) -> float:
    """How clearly deeds of a kind are told in all."""
    return sum(telling.weight for telling in done if telling.deed.incident == kind)


def apart(kind: IncidentKind, done: Sequence[Telling]) -> list[Told]:
    """The deeds of a kind as one incident, or as several where the circumstances differ; the clear tellings decide."""
    clear = [telling for telling in done if telling.weight >= DISTINCT] or [done[0]]
    told: list[Told] = []
    for telling in clear:
        far, nearest = closest(telling, told)
        if nearest is None or (far >= APART and len(told) < MOST):
            told.append(Told(kind, [telling], telling.known))
        else:
            join(telling, nearest)
    for telling in done:
        _, nearest = closest(telling, told)
        if telling not in clear and nearest is not None:
            join(telling, nearest)
    return told


def closest(telling: Telling, told: Sequence[Told]) -> tuple[float, Told | None]:
    """The incident that a telling most likely is of, the last of several, and how far it is from it."""
    far = {number: distance(telling, each) for number, each in enumerate(told)}
    best = min(far, key=lambda number: (far[number], -number), default=None)
    return (0.0, None) if best is None else (far[best], told[best])


def join(telling: Telling, told: Told) -> None:
    """Add a telling to an incident."""
    told.tellings.append(telling)
    told.known = told.known.joined(telling.known)


def distance(telling: Telling, told: Told) -> float:
    """How much speaks for a deed being another one than those told: points for each circumstance, by what it usually means."""
    new, old, deed = telling.known, told.known, telling.deed
    points = 2.0 * new.differs_in_time(old)
    points += compared(new.names, old.names, same=-3.0, other=1.0)
    points += compared(new.heads, old.heads, same=0.0 if new.names and old.names else -1.0, other=0.5)
    points += compared(new.places, old.places, same=-0.5, other=1.0)
    points -= 0.0 if new.names or new.heads else 2.0  # «the attack»
    points += 1.0 if FURTHER.search(deed.token.sent.text) else 0.0
    points += 0.5 if is_new(deed) else 0.0
    return points - (3.0 if any(deed.sentence == other.sentence for other in told.deeds) else 0.0)


def compared(new: frozenset[str], old: frozenset[str], same: float, other: float) -> float:
    """The points for a circumstance that both tellings give; none when one is silent."""
    return 0.0 if not (new and old) else same if new & old else other


def is_new(deed: Deed) -> bool:
    """Whether a deed is told as one not known before: «another explosion», «a bomb exploded»."""
    beside = [child for child in deed.token.children if child.dep_ in ("nsubj", "nsubjpass", "dobj")]
    return any(child.lower_ in NEW for head in (beside if deed.verbal else [deed.token]) for child in head.children)
