"""What loses its only support when an outlet is left out."""

from collections.abc import Hashable, Iterator, Mapping, Sequence

from rashomon.records import Event, Figure, Finding, Found, Page, Tie
from rashomon.worlds.outcome import Loss
from rashomon.worlds.passages import passage
from rashomon.worlds.program import world_of

KINDS = ("events", "figures", "ties", "rules", "statements")


def losses(
    founds: Sequence[Found],
    gone: frozenset[str],
    actors: Mapping[str, str],
    groups: Mapping[str, str],
    pages: Mapping[str, Page],
) -> tuple[Loss, ...]:
    """The passages of the outlets left out, in text order, with what in them nobody else tells."""
    told = {sign for found in founds if world_of(found.article) not in gone for sign in signs(found, actors, groups)}
    lost: list[Loss] = []
    for found in founds:
        if world_of(found.article) in gone:
            lost.extend(losses_of(found, told, actors=actors, groups=groups, pages=pages))
    return tuple(lost)


def losses_of(
    found: Found,
    told: set[Hashable],
    *,
    actors: Mapping[str, str],
    groups: Mapping[str, str],
    pages: Mapping[str, Page],
) -> Iterator[Loss]:
    """One loss for each sentence in which something loses its only support."""
    only: dict[tuple[int, int], dict[str, Finding]] = {}
    for kind in KINDS:
        for finding in getattr(found, kind):
            if sign_of(finding, actors, groups) not in told:
                only.setdefault(finding.sentence, {}).setdefault(kind.removesuffix("s"), finding)
    for _, kinds in sorted(only.items()):
        first = next(iter(kinds.values()))
        shown = passage(first, found.article, pages)
        yield Loss(kind=", ".join(kinds), says=shown.quote, passage=shown)


def signs(found: Found, actors: Mapping[str, str], groups: Mapping[str, str]) -> Iterator[Hashable]:
    """What the findings of an article are known by."""
    for kind in KINDS:
        for finding in getattr(found, kind):
            yield sign_of(finding, actors, groups)


def sign_of(finding: Finding, actors: Mapping[str, str], groups: Mapping[str, str]) -> Hashable:
    """What makes two findings of two articles one: their group, or for figures and ties what they say."""
    if isinstance(finding, Figure):
        return "figure", finding.measures, finding.unit, finding.low, finding.high
    if isinstance(finding, Tie):
        return "tie", actors.get(finding.subject, finding.subject), finding.relation, actors.get(finding.object, finding.object)
    if isinstance(finding, Event) and finding.id not in groups and finding.type and all(finding.actor) and all(finding.recipient):
        return "event", finding.type, finding.negated, ends(finding.actor, actors), ends(finding.recipient, actors)
    return groups.get(finding.id, finding.id)


def ends(keys: Sequence[str], actors: Mapping[str, str]) -> tuple[str, ...]:
    """The actors of one side of a deed."""
    return tuple(sorted(actors.get(key, key) for key in keys))
