"""Roles and groups («the Kazakh president», «Israeli troops», «protesters») with country, sector and the holder of an office."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.actors.entry import Agent
from rashomon.find.mention_named import Named
from rashomon.find.mention_use import use_of, words_at
from rashomon.folded import Word, reach
from rashomon.gazetteer import Actor, Gazetteer

FORMER = frozenset(
    {"former", "ex", "late", "then", "retired", "ousted", "deposed", "disgraced", "outgoing", "onetime", "erstwhile"}
)
LESSER = frozenset({"deputy", "vice", "assistant", "acting", "first", "under", "aspiring", "would-be", "future", "designate"})
QUALIFIERS = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "POS", "CD", "RB", "HYPH", "VBN", "VBG", "AFX"})
OF = frozenset({"of", "for", "in", "from"})
FARTHEST = 6  # tokens from a role back to the country that qualifies it: «the Kazakh first deputy foreign minister»


@dataclass(frozen=True, slots=True)
class Role:
    """An agent word with what qualifies it, as tokens of the document, half-open."""

    agent: Agent
    words: str  # folded
    head: int  # the token that heads the phrase
    first: int
    last: int
    owner: Named | None  # the state or body it belongs to
    former: bool
    lesser: bool
    plural: bool


def agents_in(gazetteer: Gazetteer, words: Sequence[Word], text: str, taken: Sequence[bool]) -> list[tuple[int, int, Agent]]:
    """The agent words of a text, longest first from the left, as (first word, last word exclusive, agent)."""
    found: list[tuple[int, int, Agent]] = []
    position = 0
    while position < len(words):
        length = longest(gazetteer, words, position, text, taken)
        if length:
            key = tuple(word.folded for word in words[position : position + length])
            found.append((position, position + length, gazetteer.agents[key]))
        position += max(length, 1)
    return found


def longest(gazetteer: Gazetteer, words: Sequence[Word], first: int, text: str, taken: Sequence[bool]) -> int:
    """How many words the longest agent has that begins here and is not taken; 0 for none."""
    most = min(gazetteer.most.get(words[first].folded, 0), len(words) - first)
    for length in range(reach(words, first, most, text), 0, -1) if most else ():
        stretch = words[first : first + length]
        if not any(taken[first : first + length]) and tuple(word.folded for word in stretch) in gazetteer.agents:
            return length
    return 0


def role_at(doc: Doc, first: Token, head: Token, agent: Agent, names: Mapping[int, Named]) -> Role:
    """The role whose words run from ``first`` to ``head``, with its owner before it or after «of»."""
    start, owner, marks = leftwards(first, names)
    last = head.i + 1
    if owner is None:
        owner, last = rightwards(doc, head, names)
    words = doc[first.i : head.i + 1].text.casefold()
    plural = head.tag_ in {"NNS", "NNPS"} or head.lower_.endswith("men")
    return Role(agent, words, head.i, start, last, owner, bool(marks & FORMER), bool(marks & LESSER), plural)


def leftwards(first: Token, names: Mapping[int, Named]) -> tuple[int, Named | None, set[str]]:
    """Where the phrase begins, the name that qualifies it, and the words between."""
    doc, start, marks = first.doc, first.i, set[str]()
    for position in range(first.i - 1, max(first.i - FARTHEST, 0) - 1, -1):
        token = doc[position]
        owner = names.get(position)
        if owner and owner.type in {"state", "place", "organisation", "government", "company", "armed-group", "outlet"}:
            return words_at(doc, owner.start, owner.end).start, owner, marks
        if owner or token.tag_ not in QUALIFIERS or "\n" in token.text:
            break
        marks.add(token.lower_)
        start = position if token.pos_ in {"ADJ", "NOUN", "PROPN"} else start
    return start, None, marks


def rightwards(doc: Doc, head: Token, names: Mapping[int, Named]) -> tuple[Named | None, int]:
    """The name after «of», and where it ends."""
    position = head.i + 1
    if position >= len(doc) or doc[position].lower_ not in OF:
        return None, head.i + 1
    where = doc[position].lower_ != "of"
    position += 1
    if position < len(doc) and doc[position].lower_ == "the":
        position += 1
    owner = names.get(position)
    if owner is None or owner.form == "demonym" or (where and owner.type not in {"state", "place"}):
        return None, head.i + 1
    return owner, words_at(doc, owner.start, owner.end).end


def resolved(role: Role, doc: Doc, gazetteer: Gazetteer, day: str, present: Iterable[Actor]) -> Named:
    """The mention a role makes: its holder, its organ, the state itself, or a nameless group with country and sector."""
    country = role.owner.country if role.owner else ""
    sector = "ELI" if role.former and role.agent.type == "person" else role.agent.sector
    start, end = doc[role.first].idx, doc[role.last - 1].idx + len(doc[role.last - 1])
    actor, name, why = identity(role, gazetteer, country, day, present)
    held = gazetteer.actors.get(actor)
    return Named(
        start=start,
        end=end,
        actor=actor,
        name=name or " ".join(doc.text[start:end].split()),
        type=held.type if held and held.type == "person" else role.agent.type,
        country=country or (held.country if held else ""),
        sector=sector,
        use="modifier" if use_of(doc[role.head : role.head + 1]) == "modifier" else "actor",
        form="role",
        why=why,
    )


def identity(role: Role, gazetteer: Gazetteer, country: str, day: str, present: Iterable[Actor]) -> tuple[str, str, str]:
    """Key, name and reason of whoever has the role; empty where that is not certain."""
    agent = role.agent
    if agent.office:
        holder = None if role.plural or role.former or role.lesser else holder_of(agent.office, gazetteer, country, day, present)
        return (
            (holder.key, holder.name, f"{agent.office} of {country or 'that state'} on {day or 'the day'}")
            if holder
            else ("", "", "")
        )
    state = gazetteer.actors.get(f"state:{country}")
    if agent.state and state and role.owner and role.owner.actor == state.key:
        return state.key, state.name, f"«{role.words}» stands for the state"
    if agent.body and state:
        key = (
            f"government:{country}-{agent.body}"
            if agent.type == "government"
            else f"name:{state.adjective} {role.words}".casefold()
        )
        body = gazetteer.actors.get(key)
        return key, body.name if body else f"{state.adjective} {agent.body.replace('-', ' ')}", f"«{role.words}» of {state.name}"
    return "", "", f"«{role.words}»: sector {agent.sector}"


def holder_of(office: str, gazetteer: Gazetteer, country: str, day: str, present: Iterable[Actor]) -> Actor | None:
    """The one person who holds the office: of those the article names, else of those in the gazetteer."""
    named = [actor for actor in present if holds(actor, office, day) and (not country or actor.country == country)]
    if len(named) == 1:
        return named[0]
    if not country or named:
        return None
    holders = [actor for role in roles_of(office) for actor in gazetteer.holders(country, role, day)]
    return holders[0] if holders and (len(holders) == 1 or office == "leader") else None


def holds(actor: Actor, office: str, day: str) -> bool:
    """Whether a person holds the office on the day, or without a day ever held it."""
    return any(held.role in roles_of(office) and (held.holds(day) or not day) for held in actor.offices)


def roles_of(office: str) -> tuple[str, ...]:
    """The offices a word can mean, the highest first: a state's «leader» is whoever leads it."""
    return ("supreme leader", "chancellor", "president", "prime minister", "monarch") if office == "leader" else (office,)
