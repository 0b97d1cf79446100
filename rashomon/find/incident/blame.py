"""What an article says of who is behind a deed: whose deed it is, who claims it, who is accused of it and by whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span, Token

from rashomon.find.clauses import arguments, filler
from rashomon.find.incident.deeds import VERBAL, Deed
from rashomon.find.incident.groups import Group
from rashomon.find.incident.lexicon import Lexicon
from rashomon.find.parse import Parse
from rashomon.find.terms import Named
from rashomon.records import Certainty, Statement

How = Literal["claims", "does", "blamed", "rebels"]
# What one telling counts towards a group, and which of several tellings says how sure it is; set by hand, by what each is.
COUNTS: dict[How, float] = {"claims": 3, "does": 2, "blamed": 2, "rebels": 1.5}
FIRST: tuple[How, ...] = ("claims", "does", "blamed", "rebels")
NEAR = 80  # characters around a deed in which a word of doubt is about it
NEAREST = 90  # around a word of blame; and between the blame and an accused army
DEEPEST = 3  # «members of a column of the front»
LONGEST_SUBJECT = 25  # tokens
ACCORDING = re.compile(r"[^.]{0,200}?\baccording to ([^,.]{1,100})", re.IGNORECASE)
OFFICES = frozenset({"person", "government"})
OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "SPY"})  # PLOVER sectors
ARMY = re.compile(r"army|armed|military|air force|battalion|brigade|government", re.IGNORECASE)
POLICE = re.compile(r"police", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Blame:
    """One telling that a group is behind a deed."""

    group: Group
    how: How
    certainty: Certainty
    sentence: int  # number in the article
    place: Span  # the words that say so
    deed: Deed | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One article with all that the reading of blame needs."""

    parse: Parse
    statements: Sequence[Statement]
    known: Named
    words: Lexicon
    groups: tuple[Group, ...]
    at: dict[int, Group]  # token -> the group whose name it is part of
    officials: frozenset[str]  # actor keys

    @property
    def rebels(self) -> Group | None:
        """The armed group that the article is about: «the guerrillas» are its."""
        known = [group for group in self.groups if group.sort == "armed"]
        return max(known, key=lambda group: (len(group.places), -group.places[0].start), default=None)


def read(parse: Parse, statements: Sequence[Statement], known: Named, words: Lexicon, groups: tuple[Group, ...]) -> Reading:
    """Lay out an article."""
    at = {index: group for group in groups for place in group.places for index in range(place.start, place.end)}
    officials = frozenset(
        each.actor for each in known.mentions if each.actor and each.type in OFFICES and each.sector in OFFICIAL
    )
    return Reading(parse, statements, known, words, groups, at, officials)


def blames(reading: Reading, deeds: Sequence[Deed]) -> list[Blame]:
    """Every telling of who is behind the deeds, the doers first, then claims and accusations beside a deed, in text order."""
    near = {deed.sentence + step for deed in deeds for step in (-1, 0, 1)}
    every = enumerate(reading.parse.doc.sents)
    sentences = [(number, sentence) for number, sentence in every if number in near or points_back(sentence, reading.words)]
    suffering = {token.i for deed in deeds for victim in deed.victims for token in phrase(victim)}
    done = [blame for deed in deeds for blame in doers(reading, deed)]
    said = [blame for number, sentence in sentences for blame in held(reading, number, sentence)]
    return done + [blame for blame in said if not suffering & set(range(blame.place.start, blame.place.end))]


def points_back(sentence: Span, words: Lexicon) -> bool:
    """Whether a sentence speaks of a deed told elsewhere: «this crime»."""
    return any(token.lemma_.lower() in words.lists["deed"] for token in sentence)


def doers(reading: Reading, deed: Deed) -> Iterator[Blame]:
    """The groups whose deed the clause says it is."""
    for agent in deed.agents:
        group, how = behind(reading, agent)
        if group is not None and is_doer(group, deed):
            yield Blame(
                group,
                how,
                certainty(reading, deed.token, group),
                deed.sentence,
                reading.parse.doc[deed.token.i : deed.token.i + 1],
                deed,
            )


def behind(reading: Reading, agent: Token) -> tuple[Group | None, How]:
    """The group that an agent names or belongs to: «members of the front», «the guerrillas», «soldiers»."""
    around = sorted(phrase(agent), key=lambda token: token.i)
    named = [reading.at[token.i] for token in around if token.i in reading.at]
    lemmas = {token.lemma_.lower() for token in around}
    if named:
        return next((group for group in named if group.sort != "state"), named[0]), "does"
    if lemmas & reading.words.lists["rebel"]:
        return reading.rebels, "rebels"
    return None, "does"


def is_doer(group: Group, deed: Deed) -> bool:
    """Whether an agent counts: not the police beside a bomb, nor an army where nobody suffers."""
    if group.sort != "state":
        return True
    if not deed.verbal:
        return not POLICE.search(group.name)
    return deed.incident != "attack" or bool(deed.victims)


def phrase(token: Token, depth: int = 0) -> list[Token]:
    """The tokens that say who an agent is: itself, its names, and those whose member it is."""
    found = [token]
    for child in token.children:
        inner = filler(child) if child.dep_ == "prep" and child.lower_ in {"of", "from"} else None
        if child.dep_ in {"compound", "amod", "nmod", "poss", "appos", "conj"}:
            inner = child
        if inner is not None:
            found += phrase(inner, depth + 1) if depth < DEEPEST else [inner]
    return found


def certainty(reading: Reading, token: Token, group: Group) -> Certainty:
    """How sure a deed is a group's, by who says so and by the doubt and the blame around the word for it."""
    if around(reading.words.possible, token, NEAREST):
        return "possible"
    said = statement_at(reading, token)
    if said is not None and is_own(said, group):
        return "admitted"
    cue = around(reading.words.doubt, token, NEAR)
    if cue is None and not (said is not None and said.status == "alleged") and not is_denied(reading, group):
        return "stated as fact"
    at = token.doc.char_span(*cue.span(), alignment_mode="expand") if cue else None
    return "accused by authorities" if by_authority(reading, at[0] if at is not None else token, group) else "accused"


def is_own(said: Statement, group: Group) -> bool:
    """Whether the group itself speaks."""
    named = any(len(part) > 2 and part.lower() in said.speaker_text.lower() for part in re.split(r"[\[\]]", group.name))
    return named or (bool(group.actor) and said.speaker == group.actor)


def is_denied(reading: Reading, group: Group) -> bool:
    """Whether the article tells that the group denies it; «the guerrillas» of its one armed group are that group."""
    own = {place.sent.start for place in group.places}
    rebels = group is reading.rebels
    for sentence in reading.parse.doc.sents:
        if reading.words.denial.search(sentence.text):
            called = rebels and any(token.lemma_.lower() in reading.words.lists["rebel"] for token in sentence)
            if sentence.start in own or called:
                return True
    return False


def around(pattern: re.Pattern[str], token: Token, width: int) -> re.Match[str] | None:
    """The first match within so many characters of a token, in its sentence."""
    sentence = token.sent
    return pattern.search(token.doc.text, max(sentence.start_char, token.idx - width), min(sentence.end_char, token.idx + width))


def by_authority(reading: Reading, cue: Token, group: Group) -> bool:
    """Whether an authority speaks or accuses: the speaker around the cue, the subject of its verb, or «according to»."""
    said, told, accuser = statement_at(reading, cue), ACCORDING.match(cue.sent.text), subjects(cue)
    if (said is not None and said.speaker in reading.officials) or any(is_official(reading, head) for head in accuser):
        return True
    full = " ".join(" ".join(word.text for word in list(head.subtree)[:LONGEST_SUBJECT]) for head in accuser)
    words = " | ".join((said.speaker_text if said is not None else "", full, told[1] if told else ""))
    return bool(reading.words.authority.search(words.lower().replace(group.name.split(" [")[0].lower(), "")))


def is_official(reading: Reading, head: Token) -> bool:
    """Whether a name or a role is somebody of a state's authorities."""
    mention = reading.known.of(head)
    return mention is not None and mention.type in OFFICES and mention.sector in OFFICIAL


def statement_at(reading: Reading, token: Token) -> Statement | None:
    """The statement that a token is part of; of several the one that begins last."""
    at = reading.parse.in_page(token.idx, token.idx + 1)[0]
    holding = [each for each in reading.statements if any(start <= at < end for start, end in each.content)]
    return max(holding, key=lambda each: each.content[0][0], default=None)


def subjects(token: Token) -> list[Token]:
    """The subjects of the verb over a token."""
    verb = token
    while verb.pos_ not in VERBAL and verb.head.i != verb.i:
        verb = verb.head
    return [head for role, head in arguments(verb) if role == "subject"] if verb.pos_ in VERBAL else []


def held(reading: Reading, number: int, sentence: Span) -> Iterator[Blame]:
    """What a sentence beside a deed says of who is responsible for it: a claim, or else an accusation."""
    words, inside = reading.words, named_in(reading, sentence)
    if words.unclaimed.search(sentence.text):
        return
    claim = words.claim.search(sentence.text)
    own = [(place, group) for place, group in inside if group.sort != "state"]
    if claim and own:
        yield Blame(own[0][1], "claims", "admitted", number, own[0][0])
        return
    for cue in words.blame.finditer(sentence.text):
        accused = accused_by(reading, cue, sentence, inside)
        if accused:
            token, done = at_character(sentence, cue.start()), words.sides[cue.group().lower()] == "doer"
            for place, group in accused:
                sure = certainty(reading, token, group) if done else level(reading, token, group)
                yield Blame(group, "does" if done else "blamed", sure, number, place)
            return


def named_in(reading: Reading, sentence: Span) -> list[tuple[Span, Group]]:
    """The groups named in a sentence, in text order."""
    named = [(place, group) for group in reading.groups for place in group.places if sentence.start <= place.start < sentence.end]
    return sorted(named, key=lambda each: each[0].start)


def at_character(sentence: Span, place: int) -> Token:
    """The token at a character of a sentence."""
    found = sentence.doc.char_span(sentence.start_char + place, sentence.start_char + place + 1, alignment_mode="expand")
    return found[0] if found is not None else sentence.root


def accused_by(
    reading: Reading, cue: re.Match[str], sentence: Span, inside: list[tuple[Span, Group]]
) -> list[tuple[Span, Group]]:
    """The groups that a word of blame is about: the nearest that may stand there, and who is joined to it by «and»."""
    start = sentence.start_char + cue.start()
    side = reading.words.sides[cue.group().lower()]
    fit = [(place, group) for place, group in inside if stands(place.start_char - start, side)]
    own = [each for each in fit if each[1].sort != "state"]
    forces = [each for each in fit if ARMY.search(each[1].name) and side != "close" and abs(each[0].start_char - start) < NEAREST]
    chosen = min(own or forces, key=lambda each: abs(each[0].start_char - start), default=None)
    if chosen is None:
        return []
    return [chosen, *(each for each in own or forces if is_joined(chosen[0], each[0]) and each[1] is not chosen[1])][:2]


def stands(distance: int, side: str) -> bool:
    """Whether a group so many characters behind a word of blame may be the one blamed."""
    return {"either": True, "close": abs(distance) < NEAREST}.get(side, distance > 0)


def is_joined(first: Span, second: Span) -> bool:
    """«the government and the armed forces»."""
    between = first.doc[first.end : second.start].text.split() if first.end <= second.start else []
    return 0 < len(between) < 4 and "and" in between


def level(reading: Reading, cue: Token, group: Group) -> Certainty:
    """How sure an accusation is, and whether authorities make it."""
    if around(reading.words.possible, cue, NEAREST):
        return "possible"
    return "accused by authorities" if by_authority(reading, cue, group) else "accused"
