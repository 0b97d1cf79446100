"""The groups an article names that may stand behind a deed: armed groups, gangs, and the forces of a state."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span, Token

from rashomon.find.parse import Parse
from rashomon.find.terms import Named
from rashomon.records import Mention

Sort = Literal["armed", "named", "called", "fighters", "gang", "state", "body"]
BEGINS = frozenset({"PROPN", "NOUN", "ADJ", "NUM"})
POLICE = re.compile(r"\bpolice", re.IGNORECASE)
MEN = frozenset(
    {
        "member",
        "force",
        "man",
        "unit",
        "personnel",
        "agent",
        "patrol",
        "soldier",
        "troop",
        "troops",
        "plane",
        "squad",
        "officer",
        "helicopter",
        "aircraft",
        "warplane",
        "jet",
        "gunship",
        "tank",
        "detachment",
        "column",
        "commando",
        "battalion",
    }
)
ARMED = frozenset({"REB", "CRM", "UAF", "INS", "PRM"})  # PLOVER sectors of armed groups
FARTHEST_NOT = 40  # characters
# Between «not» and the name stand only words that lead to it: «not the work of the front», «not by members of the front».
RULED_OUT = re.compile(
    r"\b(?:not|nor|rather than|instead of|other than)"
    r"(?: (?:by|of|the|a|an|any|work|action|act|attack|members?|fighters?|guerrillas|rebels))* $",
    re.IGNORECASE,
)
LONGEST_ACRONYM = 6
LONGEST_NAME = 9  # tokens
SAYING = frozenset({"VERB", "AUX", "PRON"})  # a quotation with one of these is a sentence and no name
KIND = (
    r"(?i:front|movement|commandos?(?: unit)?|group|gang|squads?|cartel|clan|self-defense|alliance|faction|militia|forces?|army|"
    r"brigades?)"
)
NARROWING = (
    r"(?i:popular|people's|national|liberation|revolutionary|patriotic|armed|civic|democratic|peasant|workers'?|secret|"
    r"action|urban)"
)
BEGINNING = r"(?!(?:The|This|An?|In|On|Of|Another|Other)\b)[A-Z][\w-]{1,30}"  # a capital that is not only that of a sentence
ACRONYM = r"(?: [(\[]([A-Z][\w-]{1,7})[)\]])?"
# «the Gerardo Luna civic force», «Northern Patriotic Front [NPF]»; the parse may have left any of it in lower case.
NAMED = re.compile(
    rf"(?<![\w\"“-])[\"“]?((?:{BEGINNING}[\"”]? |{NARROWING} ){{1,5}}{KIND}\b(?: of [A-Z]\w{{1,30}})?)[\"”]?{ACRONYM}"
)
# «a group calling itself “Love for Tarma”».
QUOTED = re.compile(
    r"\b(?:group|organi[sz]ation|commandos?|unit|gang|band|squad|guerrillas|movement|themselves|itself|self-styled|self-named)"
    r"[^.\"“\n]{0,25}[\"“]([^\"”\n]{3,60})[\"”]()"
)
# «a gang called the Magpies», «calling itself the Green Reef unit»: up to a verb or a stop.
CALLED = re.compile(
    r"\b(?:calling (?:itself|themselves)|self-(?:styled|named|proclaimed|called)|"
    r"(?:gang|band|group|organi[sz]ation|squad|unit|movement|cell|faction) (?:called|named|known as)) (?:the )?[\"“]?"
    r"((?!the\b)[\w'’-]{2,30}(?: [\w'’-]{1,30}){0,5}?)[\"”]?"
    r"(?= (?:has|have|had|is|are|was|were|claimed|claims|said|says|took|takes|announced|sent|which|that|who|today|yesterday|"
    r"tonight|threatened|operating|and)\b|[,.;:(\n\"”])()"
)
# «Green Reef guerrillas», «members of the NRX»: a name that only its fighters give away.
FIGHTERS = re.compile(
    r"\b((?:[A-Z][\w-]{1,30} ){0,3}[A-Z][\w-]{1,30})(?= (?:guerrillas?|rebels?|militants?|insurgents?|terrorists?|gunmen|"
    r"(?:urban )?commandos|guerrilla (?:group|organi[sz]ation|movement)|agents|group|gang)\b)()"
)
# «Tamil rebels», «DEA agents»: fighters of a people, agents of a state.
NO_FIGHTERS = re.compile(r"(?:ian|ean|ish|ese|ist|ite|i|an)$|^(?:U\.S\.|DEA|CIA|FBI|UN)$")
GANG = re.compile(
    r"\b((?:death squads?|(?:\w{1,30} )?(?:drug )?(?:cartels?|mafias?)|paramilitary (?:groups?|squads?)|"
    r"(?:extreme|ultra|far)[ -]?(?:right|left)(?:ist|[ -]?wing)?[\"”]?(?: \w{1,20})? (?:groups?|factions?|squads?|gangs?)|"
    r"(?:drug|narcotics|cocaine)[ -]traffick\w{1,8} (?:gangs?|rings?|(?:criminal )?organi[sz]ations?)|self-defense groups?))\b()",
    re.IGNORECASE,
)
UNIT = re.compile(r"[\"“]?\b((?:[A-Z]\w{1,30}|\d{1,4}\w\w)[\"”]? (?:infantry )?(?:battalion|brigade))\b()")
FORCE = r"(?i:army|armed forces|air force|national guard|military|high command|security forces|government|regime|police)"
# What only introduces a person of them: «army chief», «police sources».
OFFICE = r"(?i:'s (?:press|chief)| (?:chief|press|spokes|sources?|command(?:er)?|official|reported|said|officer))"
STATE = re.compile(rf"\b((?:(?!The |An? )[A-Z][\w.]{{1,30}} |national |government )?{FORCE})\b(?!{OFFICE})()")
NO_GROUP = re.compile(
    r"\b(?:security|air|armed|public) forces?\b|\b(?:[A-Z]\w{1,30}an|national) (?:army|forces?)$|"
    r"\bworking group\b|\bgroup of \w{1,30}$|\bnews\b|^U\.S\.",
    re.IGNORECASE,
)
PATTERNS: tuple[tuple[re.Pattern[str], Sort], ...] = (
    (NAMED, "named"),
    (QUOTED, "named"),
    (CALLED, "called"),
    (FIGHTERS, "fighters"),
    (GANG, "gang"),
    (UNIT, "state"),
    (STATE, "state"),
)


@dataclass(frozen=True, slots=True)
class Group:
    """A group and where the article names it, in text order."""

    name: str  # as first written in full, with the acronym that the article gives it: «NORTHERN FRONT [NF]»
    actor: str  # actor key, or empty
    sort: Sort
    places: tuple[Span, ...]

    @property
    def police(self) -> bool:
        """The police, who more often answer a deed than do one."""
        return self.sort == "state" and bool(POLICE.search(self.name))


def groups(parse: Parse, known: Named) -> tuple[Group, ...]:
    """The groups of an article, those that the gazetteer knows first; no place of the text belongs to two.

    Where an article says that it was «the army and not the front», the front is not named.
    """
    found: list[Group] = []
    taken: set[int] = set()
    for group in [*armed(parse, known.mentions), *written(parse, known), *bodies(parse, known.mentions)]:
        free = tuple(
            place for place in group.places if not taken & set(range(place.start, place.end)) and not is_ruled_out(place)
        )
        if free:
            found.append(Group(group.name, group.actor, group.sort, free))
            taken.update(index for place in free for index in range(place.start, place.end))
    return tuple(found)


def is_ruled_out(place: Span) -> bool:
    """«and not the front», «rather than by the army»."""
    return bool(RULED_OUT.search(place.doc.text, max(0, place.start_char - FARTHEST_NOT), place.start_char))


def armed(parse: Parse, mentions: Iterable[Mention]) -> Iterator[Group]:
    """The armed groups that the gazetteer knows."""
    fitting = [each for each in mentions if each.sector in ARMED and each.actor.startswith("organisation:")]
    return named_as(parse, fitting, "armed")


def bodies(parse: Parse, mentions: Iterable[Mention]) -> Iterator[Group]:
    """Parties, unions and other organisations: their members may do a deed."""
    return named_as(parse, [each for each in mentions if each.type == "organisation" and each.actor], "body")


def named_as(parse: Parse, mentions: Iterable[Mention], sort: Sort) -> Iterator[Group]:
    """The groups that mentions name, one an actor."""
    named: dict[str, list[Mention]] = {}
    at = {parse.in_page(token.idx, token.idx + 1)[0]: token for token in parse.doc}
    for mention in mentions:
        if mention.form in {"name", "acronym"}:
            named.setdefault(mention.actor, []).append(mention)
    for actor, told in named.items():
        forms = [mention.cited.quote for mention in told]
        places = [words(at, mention) for mention in told]
        yield Group(full_name(forms), actor, sort, tuple(place for place in places if place is not None))


def words(at: dict[int, Token], mention: Mention) -> Span | None:
    """The tokens of a mention."""
    inside = [at[place] for place in range(mention.cited.start, mention.cited.end) if place in at]
    return inside[0].doc[inside[0].i : inside[-1].i + 1] if inside else None


def full_name(forms: list[str]) -> str:
    """The longest form, with the first acronym among them."""
    longest = max(forms, key=len)
    short = [form for form in forms if len(form) <= LONGEST_ACRONYM and form != longest]
    return f"{longest} [{short[0]}]" if short else longest


def written(parse: Parse, known: Named) -> Iterator[Group]:
    """The groups that the words give away."""
    for pattern, sort in PATTERNS:
        by_name: dict[str, list[Span]] = {}
        acronyms: dict[str, str] = {}
        for match in pattern.finditer(parse.text):
            place = parse.doc.char_span(*match.span(1), alignment_mode="expand")
            place = trimmed(place, sort) if place is not None else None
            if place is not None and FITS[sort](place):
                by_name.setdefault(place.text.upper(), []).append(place)
                acronyms.setdefault(place.text.upper(), match[2] or "")
        for name, places in by_name.items():
            yield made(parse, known, sort, places, acronyms[name])


def made(parse: Parse, known: Named, sort: Sort, places: list[Span], acronym: str) -> Group:
    """A group that the words give away, with the places of its acronym."""
    first = places[0]
    name = parse.cite(first.start_char, first.end_char).quote.strip('"“” ')
    mention = known.of(first.root)
    every = sorted([*places, *acronyms_at(parse, acronym)], key=lambda place: place.start)
    return Group(f"{name} [{acronym}]" if acronym else name, mention.actor if mention else "", sort, tuple(every))


def acronyms_at(parse: Parse, acronym: str) -> list[Span]:
    """Where an acronym stands in an article; nowhere when it is empty."""
    found = re.finditer(rf"\b{re.escape(acronym)}\b", parse.text) if acronym else ()
    places = (parse.doc.char_span(*match.span(), alignment_mode="expand") for match in found)
    return [place for place in places if place is not None]


def trimmed(place: Span, sort: Sort) -> Span | None:
    """A name without what only stands before it («When police», «the army»); one that is introduced ends before a verb."""
    first = next((token.i for token in place if token.pos_ in BEGINS), None)
    if first is None:
        return None
    last = next((token.i for token in place if sort == "called" and token.i > first and token.pos_ in SAYING), place.end)
    return place.doc[first:last]


def is_group(place: Span) -> bool:
    """Whether a name may be that of an armed group of its own: two words at least, and no army of a state."""
    named = any(token.text[:1].isupper() and not token.is_sent_start for token in place)
    return (
        named
        and 1 < len(place) <= LONGEST_NAME
        and not any(token.pos_ in SAYING for token in place)
        and not NO_GROUP.search(place.text)
        and (place[-1].lower_ not in {"army", "force", "forces"} or is_force(place))
    )


def is_force(place: Span) -> bool:
    """Whether the forces of a state are meant: «the military», «military patrols», not «military uniforms»."""
    head = place.root.head
    return place.root.dep_ not in {"amod", "compound", "nmod"} or head.lemma_.lower() in MEN


def is_fighters(place: Span) -> bool:
    """A name of its own, and no people or place: «Tamil rebels», «Cali gunmen»."""
    return (
        not place[0].is_sent_start
        and not NO_FIGHTERS.search(place.text)
        and all(token.pos_ == "PROPN" and token.ent_type_ not in {"NORP", "GPE", "LOC", "PERSON", "DATE"} for token in place)
    )


FITS: dict[Sort, Callable[[Span], bool]] = {
    "named": is_group,
    "gang": lambda _: True,
    "state": is_force,
    "called": lambda place: len(place) <= LONGEST_NAME,
    "fighters": is_fighters,
    "armed": lambda _: True,
    "body": lambda _: True,
}
