"""Deeds of violence against people who do not fight or against property, told apart, and who is held responsible for each."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.find.incident.blame import COUNTS, FIRST, Blame, blames, read
from rashomon.find.incident.deeds import Deed, deeds
from rashomon.find.incident.groups import groups
from rashomon.find.incident.lexicon import lexicon
from rashomon.find.parse import Parse
from rashomon.find.terms import named
from rashomon.find.voices import Standing, Voices, voices
from rashomon.records import Certainty, Incident, IncidentKind, Mention, Span, Statement, Status, place_id

# What tells a further incident: «another bomb», «meanwhile», «also».
FURTHER = re.compile(
    r"\b(?:another|others?|second|third|also|meanwhile|in addition|elsewhere|moreover|likewise|furthermore|separately)\b",
    re.IGNORECASE,
)
UNTRUE: frozenset[Status] = frozenset({"denied", "refused"})  # by the statement around: «denied that the army shelled the town»
LEAST = 0.7  # weight of a single incident; set on the articles for measuring between .4 and 1.5
MOST = 5  # incidents of one kind told apart in an article
MOST_HELD = 2  # responsible for one incident
DISTINCT = 0.7  # weight of a deed that may be a further incident


@dataclass(slots=True)
class Told:
    """The tellings of one incident, gathered in text order."""

    incident: IncidentKind
    deeds: list[Deed]

    @property
    def weight(self) -> float:
        """How clearly it is told in all."""
        return sum(deed.weight for deed in self.deeds)

    @property
    def victims(self) -> set[str]:
        """The lemmas of those it is done to."""
        return {victim.lemma_.lower() for deed in self.deeds for victim in deed.victims}


def incidents(parse: Parse, mentions: tuple[Mention, ...], statements: tuple[Statement, ...]) -> tuple[Incident, ...]:
    """Every incident of an article, in text order; clashes between armed sides, plans, habits and old deeds are none."""
    words, said = lexicon(), voices(parse, statements)
    done = [deed for deed in deeds(parse.doc, words) if standing(parse, deed, said).status not in UNTRUE]
    told = gathered(done)
    if not told:
        return ()
    known = named(parse, mentions)
    held = blames(read(parse, statements, known, words, groups(parse, known)), done)
    return tuple(
        sorted((record(parse, each, behind(each, held), said) for each in told), key=lambda one: (one.cited.start, one.id))
    )


def standing(parse: Parse, deed: Deed, said: Voices) -> Standing:
    """On whose word a deed is told, and how: «denied that the army shelled the town» tells of none."""
    return said.at(*parse.in_page(deed.token.idx, deed.token.idx + len(deed.token)))


def gathered(done: Sequence[Deed]) -> list[Told]:
    """The deeds as incidents: what another kind explains joins it, a further one of a kind is told apart."""
    sure = {deed.incident for deed in done if not deed.entry.weak}
    kinds = {kind for kind in sure - {"attack"} if weight(done, kind) >= LEAST}
    specific = {deed.sentence for deed in done if deed.incident != "attack"}
    told: list[Told] = []
    for kind in sorted(kinds):
        told += apart(kind, [deed for deed in done if deed.incident == kind])
    attacks = [deed for deed in done if deed.incident == "attack"]
    own = [deed for deed in attacks if deed.sentence not in specific and not (deed.entry.open and kinds)]
    if weight(done, "attack") >= LEAST and (not kinds or sum(deed.weight for deed in own) >= 1):
        told += apart("attack", own if kinds else attacks)
    return told


def weight(done: Iterable[Deed], kind: IncidentKind) -> float:
    """How clearly deeds of a kind are told in all."""
    return sum(deed.weight for deed in done if deed.incident == kind)


def apart(kind: IncidentKind, done: Sequence[Deed]) -> list[Told]:
    """The deeds of a kind as one incident, or as several where the text says so and they are done to others."""
    told = [Told(kind, [done[0]])]
    for deed in done[1:]:
        if len(told) < MOST and is_further(deed, told):
            told.append(Told(kind, [deed]))
        else:
            nearest(deed, told).deeds.append(deed)
    return told


def nearest(deed: Deed, told: Sequence[Told]) -> Told:
    """The incident a deed belongs to: one with the same victims, or the last."""
    victims = {victim.lemma_.lower() for victim in deed.victims}
    return next((each for each in told if victims & each.victims), told[-1])


def is_further(deed: Deed, told: Sequence[Told]) -> bool:
    """Whether a deed is another one than those told so far."""
    victims = {victim.lemma_.lower() for victim in deed.victims}
    known = any(deed.sentence == other.sentence for each in told for other in each.deeds) or any(
        victims & each.victims for each in told
    )
    return deed.weight >= DISTINCT and not known and bool(victims) and bool(FURTHER.search(deed.token.sent.text))


def behind(told: Told, held: Sequence[Blame]) -> list[Blame]:
    """Who is held responsible for an incident: by what is said of its own deeds, else by what is said of any."""
    own = [blame for blame in held if blame.deed is None or blame.deed.incident == told.incident] or held
    counted: dict[int, float] = {}
    for blame in own:
        counted[id(blame.group)] = counted.get(id(blame.group), 0) + COUNTS[blame.how]
    if not counted:
        return []
    best = max(own, key=lambda blame: (counted[id(blame.group)], -blame.sentence))
    joined = [blame for blame in own if blame.how == best.how == "blamed" and blame.sentence == best.sentence]
    of = list({id(blame.group): blame.group for blame in (best, *joined)}.values())[:MOST_HELD]
    return [min((b for b in own if b.group is group), key=lambda b: (FIRST.index(b.how), b.sentence)) for group in of]


def record(parse: Parse, told: Told, held: Sequence[Blame], said: Voices) -> Incident:
    """The record of an incident, cited where it is told most clearly."""
    best = max(told.deeds, key=lambda deed: deed.weight)
    start, end = best.token.idx, best.token.idx + len(best.token)
    low, high = parse.in_page(start, end)
    told_by = standing(parse, best, said)
    others = [deed.token for deed in told.deeds if deed is not best]
    certainty: tuple[Certainty, ...] = tuple(blame.certainty for blame in held)
    return Incident(
        id=place_id("incident", parse.page.id, low, high),
        article=parse.article.id,
        cited=parse.cite(start, end),
        sentence=parse.sentence(start, end),
        voice=told_by.voice,
        status=told_by.status,
        incident=told.incident,
        victims=tuple(dict.fromkeys(written(parse, victim.idx, len(victim)) for deed in told.deeds for victim in deed.victims)),
        told=tuple(parse.in_page(token.idx, token.idx + len(token)) for token in others),
        responsible=tuple(blame.group.name for blame in held),
        responsible_actor=tuple(blame.group.actor for blame in held),
        certainty=certainty,
        held_at=tuple(place_of(parse, blame) for blame in held),
    )


def written(parse: Parse, start: int, length: int) -> str:
    """The page's own letters at a place of the reading."""
    return parse.cite(start, start + length).quote


def place_of(parse: Parse, blame: Blame) -> Span:
    """The page's span of the words that hold a group responsible."""
    return parse.in_page(blame.place.start_char, blame.place.end_char)
