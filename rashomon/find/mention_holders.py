"""Who has a role: the holder of an office on a day, an organ of a state, the state itself, or somebody of a sector."""

from collections.abc import Iterable

from spacy.tokens import Doc

from rashomon.find.mention_named import Named
from rashomon.find.mention_roles import Role
from rashomon.gazetteer import FORMER, Actor, Gazetteer

# A state's «leader» is whoever leads it; «chairman» is how a Chinese president's title is translated.
OFFICES = {
    "leader": ("supreme leader", "chancellor", "president", "prime minister", "monarch"),
    "chairman": ("chairman", "president"),
}
COUNTERPART = "counterpart"  # the office of whoever it is said of, in another state: «his Kazakh counterpart»
# Singular nouns for many people.
COLLECTIVE = frozenset(
    """people population public opposition crowd mob community electorate diaspora minority elite society family tribe clan
    movement party bloc alliance coalition group staff civilians""".split()
)
PARTS = frozenset({"state", "place"})


def mention_of(role: Role, doc: Doc, gazetteer: Gazetteer, *, day: str, present: Iterable[Actor], only: str) -> Named:
    """The mention a role makes; ``only`` is the one country that the article names, if it names just one."""
    country = country_of(role, only)
    start, end = doc[role.first].idx, doc[role.last - 1].idx + len(doc[role.last - 1])
    key, name, why = identity(role, gazetteer, country, day, present)
    holder = gazetteer.actors.get(key)
    is_person = holder is not None and holder.type == "person"
    return Named(
        start=start,
        end=end,
        actor=key,
        name=name or " ".join(doc[role.first : role.last].text.split()),
        type="person" if is_person else role.agent.type,
        country=country or (holder.country if holder else ""),
        sector=sector_of(role),
        form="role",
        why=why,
    )


def country_of(role: Role, only: str) -> str:
    """The country of the owner, or the only country there is for an organ that must have one."""
    if role.owner:
        return role.owner.country
    if role.possessed or (role.agent.office and role.elsewhere):
        return ""
    return only if role.agent.body or role.agent.state or role.agent.office else ""


def sector_of(role: Role) -> str:
    """The sector of the role, of a body it belongs to, or of a role word that qualifies it."""
    owner = role.owner
    if role.former and role.agent.type == "person":
        return FORMER
    lent = bool(role.agent.office or role.agent.generic)
    if lent and role.inner and not role.inner.generic:
        return role.inner.sector
    if lent and owner and owner.sector and owner.type not in PARTS:
        return owner.sector
    return role.agent.sector


def identity(role: Role, gazetteer: Gazetteer, country: str, day: str, present: Iterable[Actor]) -> tuple[str, str, str]:
    """Key, name and reason of whoever has the role; the key is empty where that is not certain."""
    agent, state = role.agent, gazetteer.actors.get(f"state:{country}")
    if agent.office:
        return of_office(role, gazetteer, country, day, present)
    own = state is not None and not role.of_organ and (role.owner is None or role.owner.actor == state.key)
    if agent.state and state and own:
        return state.key, state.name, f"«{role.words}» stands for the state"
    if agent.body and state and own and not (agent.type == "people" and is_one(role)):
        return of_body(role, gazetteer, state)
    return "", "", f"«{role.words}»: sector {sector_of(role)}"


def of_office(role: Role, gazetteer: Gazetteer, country: str, day: str, present: Iterable[Actor]) -> tuple[str, str, str]:
    """The holder of the office, when there is one for certain."""
    ours = role.owner is None or role.owner.type in PARTS or role.owner.country in {"UNO", "EUR", "IGO"}
    if role.plural or role.former or role.lesser or role.elsewhere or role.vague or not ours:
        return "", "", f"«{role.words}», {'former' if role.former else 'of no certain state'}"
    owned = country if role.owner else ""
    offices = offices_of(present, day) if role.agent.office == COUNTERPART else (role.agent.office,)
    others = () if role.agent.office == COUNTERPART or is_any_chairman(role) else present
    holder = next((found for office in offices if (found := holder_of(office, gazetteer, owned, day, others))), None)
    if holder is None:
        return "", "", f"«{role.words}»: no one holder is known"
    return holder.key, holder.name, f"{role.agent.office} of {holder.country} {'on ' + day if day else 'in this article'}"


def is_one(role: Role) -> bool:
    """Whether the role is that of one person of a group: «a Kazakh protester», «the wife» are not all of them."""
    return not role.plural and role.words.rpartition(" ")[2] not in COLLECTIVE


def is_any_chairman(role: Role) -> bool:
    """Whether «chairman» may be that of whatever board: a state's has a capital or the state beside it."""
    return role.agent.office == "chairman" and role.owner is None and not role.capital


def offices_of(present: Iterable[Actor], day: str) -> tuple[str, ...]:
    """The offices that persons hold on a day."""
    return tuple(dict.fromkeys(office.role for actor in present for office in actor.offices if office.holds(day)))


def holder_of(office: str, gazetteer: Gazetteer, country: str, day: str, present: Iterable[Actor]) -> Actor | None:
    """The one person who holds the office: of those the article names, else of those in the gazetteer."""
    named = [actor for actor in present if holds(actor, office, country, day)]
    own = [actor for actor in named if any(one.role == office and one.holds(day) for one in actor.offices)]
    if len(named) == 1 or len(own) == 1:
        return (own or named)[0]
    if not country or named or not day:
        return None
    led_by = gazetteer.actors[f"state:{country}"].led_by if office == "leader" and f"state:{country}" in gazetteer.actors else ""
    for role in (led_by,) if led_by else OFFICES.get(office, (office,)):
        holders = gazetteer.holders(country, role, day)
        if holders:
            return holders[0] if len(holders) == 1 else None
    return None


def holds(actor: Actor, office: str, country: str, day: str) -> bool:
    """Whether a person holds the office on the day, or without a day ever held it; of any country where none is given."""
    called = OFFICES.get(office, (office,))
    roles = (office,) if office == "chairman" and not country else called  # a president is Chairman only of a state that is named
    held = [one for one in actor.offices if one.role in roles and (one.holds(day) or not day)]
    return any(not country or (one.country or actor.country) == country for one in held)


def of_body(role: Role, gazetteer: Gazetteer, state: Actor) -> tuple[str, str, str]:
    """The organ or group of a state that the role names."""
    body = role.agent.body
    key = f"government:{state.country}-{body}" if role.agent.type == "government" else f"name:{state.adjective} {body}".casefold()
    known = gazetteer.actors.get(key)
    whose = "of" if role.owner else "of the only country named,"
    return key, known.name if known else f"{state.adjective} {body.replace('-', ' ')}", f"«{role.words}» {whose} {state.name}"
