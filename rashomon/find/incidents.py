"""Deeds of violence against people who do not fight or against property, told apart, and who is held responsible for each."""

from collections.abc import Sequence

from spacy.tokens import Token

from rashomon.find.clauses import filler
from rashomon.find.incident.blame import COUNTS, FIRST, Blame, blames
from rashomon.find.incident.circumstances import circumstances, is_old
from rashomon.find.incident.deeds import Deed, deeds, is_incident
from rashomon.find.incident.gathering import Telling, Told, gathered
from rashomon.find.incident.groups import groups
from rashomon.find.incident.lexicon import Lexicon, lexicon
from rashomon.find.incident.reading import read
from rashomon.find.incident.weights import weight
from rashomon.find.parse import Parse
from rashomon.find.terms import named
from rashomon.find.voices import Standing, Voices, voices
from rashomon.records import Certainty, Date, Incident, Mention, Span, Statement, Status, place_id

UNTRUE: frozenset[Status] = frozenset({"denied", "refused"})  # by the statement around: «denied that the army shelled the town»
BESIDE = 1  # sentences between a deed and what is said of it
FARTHEST = 3  # sentences to who did a deed of another kind, «burned the town hall … killed the mayor»
MOST_HELD = 2  # responsible for one incident


def incidents(
    parse: Parse, dates: tuple[Date, ...], mentions: tuple[Mention, ...], statements: tuple[Statement, ...]
) -> tuple[Incident, ...]:
    """Every incident of an article, in text order; clashes between armed sides, plans, habits and old deeds are none."""
    words, said = lexicon(), voices(parse, statements)
    every = deeds(parse.doc, words)
    done = [deed for deed in every if is_incident(deed, words) and standing(parse, deed, said).status not in UNTRUE]
    done = [deed for deed in done if not is_old(parse, dates, deed)]
    if not done:
        return ()
    known = named(parse, mentions)
    acting = groups(parse, known)
    fighting = frozenset(
        token.i for group in acting if group.sort not in ("state", "body") for place in group.places for token in place
    )
    told = gathered([Telling(deed, circumstances(parse, known, dates, deed), weight(deed, words, fighting)) for deed in done])
    if not told:
        return ()
    held = blames(read(parse, statements, known, words, acting), done, every)
    return tuple(
        sorted((record(parse, each, behind(each, held, words), said) for each in told), key=lambda one: (one.cited.start, one.id))
    )


def standing(parse: Parse, deed: Deed, said: Voices) -> Standing:
    """On whose word a deed is told, and how: «denied that the army shelled the town» tells of none."""
    return said.at(*parse.in_page(deed.token.idx, deed.token.idx + len(deed.token)))


def behind(told: Told, held: Sequence[Blame], words: Lexicon) -> list[Blame]:
    """Who is held responsible for an incident: by what is said of its own deeds or beside them, else by what is said of any."""
    own = [blame for blame in held if is_own(blame, told)] or shared(told, held, words)
    counted: dict[int, float] = {}
    for blame in own:
        counted[id(blame.group)] = counted.get(id(blame.group), 0) + COUNTS[blame.how]
    if not counted:
        return []
    best = max(own, key=lambda blame: (counted[id(blame.group)], -blame.sentence))
    joined = [blame for blame in own if blame.how == best.how == "blamed" and blame.sentence == best.sentence]
    of = list({id(blame.group): blame.group for blame in (best, *joined)}.values())[:MOST_HELD]
    return [min((b for b in own if b.group is group), key=sureness) for group in of]


def sureness(blame: Blame) -> tuple[bool, int, int]:
    """Which of several tellings says how sure an article is: one that hedges before one that does not, then by what it is."""
    return blame.certainty == "stated as fact", FIRST.index(blame.how), blame.sentence


def is_own(blame: Blame, told: Told) -> bool:
    """Whether somebody is held responsible for one of the deeds, or is blamed beside it."""
    if blame.deed is None:
        return away(blame, told) <= BESIDE
    return any(blame.deed is deed for deed in told.deeds) and not (blame.group.police and answers(blame.deed, told))


def answers(deed: Deed, told: Told) -> bool:
    """Whether an incident is also done to others than one of its deeds: «a driver killed ten; police shot the driver»."""
    victims = {victim.lemma_.lower() for victim in deed.victims}
    return any(other.victims and not victims & {each.lemma_.lower() for each in other.victims} for other in told.deeds)


def shared(told: Told, held: Sequence[Blame], words: Lexicon) -> Sequence[Blame]:
    """What is said of other deeds, of the same kind first; of a deed done by «unidentified men» only what is tied to no other."""
    loose = [blame for blame in held if blame.deed is None]
    if any(is_unnamed(doer, words) for deed in told.deeds for doer in (*deed.agents, *means(deed.token))):
        return loose
    others = [blame for blame in held if blame.deed is not None and not blame.group.police]
    alike = [*loose, *(blame for blame in others if blame.deed is not None and blame.deed.incident == told.incident)]
    return alike or [blame for blame in others if away(blame, told) <= FARTHEST]


def means(token: Token) -> list[Token]:
    """«were killed in an airstrike»."""
    fillers = (filler(child) for child in token.children if child.dep_ == "prep")
    return [inner for inner in fillers if inner is not None]


def away(blame: Blame, told: Told) -> int:
    """Sentences between the words of blame and the nearest telling of an incident."""
    return min(abs(blame.sentence - deed.sentence) for deed in told.deeds)


def is_unnamed(agent: Token, words: Lexicon) -> bool:
    """«unidentified men», «masked gunmen»."""
    return any(token.lemma_.lower() in words.lists["unnamed"] for token in (agent, *agent.children))


def record(parse: Parse, told: Told, held: Sequence[Blame], said: Voices) -> Incident:
    """The record of an incident, cited where it is told most clearly."""
    best = told.clearest
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
