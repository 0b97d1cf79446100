"""How sure an article is that a group is behind a deed, and on whose word it says so."""

import re

from spacy.tokens import Token

from rashomon.find.incident.groups import Group
from rashomon.find.incident.reading import OFFICES, OFFICIAL, Reading, around, statement_at, subjects, verb_over
from rashomon.find.terms import phrase, phrase_text
from rashomon.records import Certainty, Statement

NEAR = 80  # characters around a deed in which a word of doubt is about it
NEAREST = 90  # around a word of blame
LONGEST_DATELINE = 90  # characters
ACCORDING = re.compile(r"[^.]{0,200}?\baccording to ([^,.]{1,100})", re.IGNORECASE)


def certainty(reading: Reading, token: Token, group: Group) -> Certainty:
    """How sure a deed is a group's, by who says so and by the doubt and the blame around the word for it."""
    if around(reading.words.possible, token, NEAREST):
        return "possible"
    said = statement_at(reading, token)
    if is_told_by_itself(reading, said, group):
        return "admitted"
    cue = around(reading.words.doubt, token, NEAR)
    if cue is None and not (said is not None and said.status == "alleged") and not is_denied(reading, group):
        return "stated as fact"
    at = token.doc.char_span(*cue.span(), alignment_mode="expand") if cue else None
    if at is not None and at[0].lemma_.lower() not in reading.words.lists["accusing"]:
        return "accused"  # «alleged rebels»: a doubt, and nobody's accusation
    return "accused by authorities" if by_authority(reading, at[0] if at is not None else token, group) else "accused"


def level(reading: Reading, cue: Token, group: Group) -> Certainty:
    """How sure an accusation is, and whether authorities make it."""
    if around(reading.words.possible, cue, NEAREST):
        return "possible"
    return "accused by authorities" if by_authority(reading, cue, group) else "accused"


def is_told_by_itself(reading: Reading, said: Statement | None, group: Group) -> bool:
    """Whether the group, or an outlet of its own, tells of the deed; the dateline of an article names its outlet."""
    if said is not None and is_speaker(said, group):
        return said.status != "planned"  # «the front decided to free the mayor whom it had kidnapped» tells of no claim
    teller = said.speaker_text if said is not None else f"{reading.parse.article.outlet} {reading.parse.text[:LONGEST_DATELINE]}"
    return bool(group.actor) and any(key == group.actor and outlet.search(teller) for outlet, key in reading.words.organs)


def is_speaker(said: Statement, group: Group) -> bool:
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


def by_authority(reading: Reading, cue: Token, group: Group) -> bool:
    """Whether an authority accuses: the subject of the verb of blame, else the speaker around it, else «according to»."""
    accusing = verb_over(cue).lemma_.lower() in reading.words.lists["accusing"]
    accusers = [head for head in subjects(cue) if accusing and head.pos_ != "PRON"]
    if accusers:
        return any(is_official(reading, head) or is_authority(reading, phrase_text(phrase(head)), group) for head in accusers)
    said, told = statement_at(reading, cue), ACCORDING.match(cue.sent.text)
    if said is not None and said.speaker in reading.officials:
        return True
    return is_authority(reading, said.speaker_text if said is not None else told[1] if told else "", group)


def is_authority(reading: Reading, words: str, group: Group) -> bool:
    """Whether words call somebody of the authorities, and not the accused themselves."""
    return bool(reading.words.authority.search(words.lower().replace(group.name.split(" [")[0].lower(), "")))


def is_official(reading: Reading, head: Token) -> bool:
    """Whether a name or a role is somebody of a state's authorities."""
    mention = reading.known.of(head)
    return mention is not None and mention.type in OFFICES and mention.sector in OFFICIAL
