"""Two at once: «the Kazakh and Russian presidents», «the presidents of France and Germany», «the two leaders»."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from rashomon.find.mention_holders import holder_of, holds
from rashomon.find.mention_named import Named
from rashomon.find.mention_roles import Role
from rashomon.find.mention_use import words_at
from rashomon.gazetteer import Actor, Gazetteer

BOTH = frozenset({"two", "both"})
NEAR = 2  # sentences before, with which the role's own names the two


def pair_of(
    role: Role, doc: Doc, names: Mapping[int, Named], people: Sequence[Named], *, known: Gazetteer, day: str
) -> list[Named]:
    """The two mentions that a plural office makes when just two persons are meant by it; none otherwise."""
    if not role.agent.office or not role.plural or role.former or role.lesser:
        return []
    states = joined(role, doc, names)
    if states:
        holders = [holder_of(role.agent.office, known, state.country, day, ()) for state in states]
    else:
        holders = list(named_before(role, doc, people, known, day)) if is_both(role, doc) else []
    certain = [holder for holder in holders if holder is not None]
    if len(certain) != len(holders) or len(certain) != len(BOTH):
        return []
    start = min([doc[role.first].idx, *(state.start for state in states)])
    end = max([doc[role.last - 1].idx + len(doc[role.last - 1]), *(state.end for state in states)])
    return [mention_by(role, start, end, holder, day) for holder in certain]


def joined(role: Role, doc: Doc, names: Mapping[int, Named]) -> list[Named]:
    """The two states of «the X and Y presidents» and «presidents of X and Y»."""
    if role.owner is None or role.owner.type != "state":
        return []
    around = words_at(doc, role.owner.start, role.owner.end)
    step = -1 if around.start < role.head else 1
    link = around.start - 1 if step < 0 else around.end
    other = names.get(link + step) if 0 < link < len(doc) - 1 and doc[link].lower_ == "and" else None
    fits = other is not None and other.type == "state" and other.actor != role.owner.actor
    return [other, role.owner] if other is not None and fits else []


def is_both(role: Role, doc: Doc) -> bool:
    """Whether the office has «two» or «both» before it and nobody to belong to."""
    return role.owner is None and any(child.lower_ in BOTH for child in doc[role.head].children)


def named_before(role: Role, doc: Doc, people: Sequence[Named], known: Gazetteer, day: str) -> list[Actor]:
    """The persons of the gazetteer named in the role's sentence or the ones before who hold such an office."""
    low = doc[role.head].sent
    for _ in range(NEAR - 1):
        low = doc[low.start - 1].sent if low.start else low
    start = doc[role.first].idx
    keys = dict.fromkeys(item.actor for item in people if low.start_char <= item.start < start)
    return [known.actors[key] for key in keys if key in known.actors and holds(known.actors[key], role.agent.office, "", day)]


def mention_by(role: Role, start: int, end: int, holder: Actor, day: str) -> Named:
    """The mention of one of the two."""
    return Named(
        start=start,
        end=end,
        actor=holder.key,
        name=holder.name,
        type="person",
        country=holder.country_on(day),
        sector=holder.sector_on(day),
        form="role",
        why=f"«{role.words}» of two, one of them {holder.name}",
    )
