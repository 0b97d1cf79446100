"""What a statement makes of a deed told in it: its status there, and the speaker as the one who does a deed of words."""

from spacy.tokens import Token

from rashomon.find.event.parties import Party
from rashomon.find.event.roles import is_suffered
from rashomon.find.event.sides import Sides
from rashomon.find.event.subjects import subjects
from rashomon.find.event.tree import is_circumstance, is_verb
from rashomon.find.voices import Standing
from rashomon.records import Statement, Status

HEEDING = frozenset(
    "violate breach defy evade circumvent flout respect observe enforce implement undermine condemn protest".split()
)
HEEDERS = frozenset("violator violation breach evasion enforcement implementation compliance defiance victim".split())
SINCE = frozenset({"after", "since", "because"})
SPOKEN = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})


def status_of(token: Token, own: Status, standing: Standing) -> Status:
    """The status of a deed within a statement; what is wanted or planned leaves what it takes for done as it is."""
    statement = standing.statement
    if statement is not None and statement.status in {"planned", "possible"} and is_relative(token):
        return as_told(statement, own)
    if statement is None or statement.status not in {"planned", "alleged"} or not is_presupposed(token):
        return standing.status_of(own)
    return as_told(statement, own)


def as_told(statement: Statement, own: Status) -> Status:
    """The status of a deed that a statement takes for done."""
    return "reported" if statement.kind == "speech" and own == "stated" else own


def is_presupposed(token: Token) -> bool:
    """«decided to lift the ban imposed by Oslo»: the imposing is not what is decided; nor is «after Oslo attacked»."""
    if (token.dep_ == "acl" and token.tag_ == "VBN") or is_circumstance(token):
        return True
    if token.pos_ == "NOUN":
        above = token.head.head if token.dep_ == "pobj" else token.head
        return above.lemma_ in HEEDING or above.lemma_ in HEEDERS
    return token.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ in SINCE for child in token.children)


def is_relative(verb: Token) -> bool:
    """«moved from Bergen, where thirty were killed»: what is told of the town was done."""
    finite = verb.tag_ in {"VBD", "VBN"} and not any(child.tag_ == "MD" for child in verb.children)
    return verb.dep_ == "relcl" and finite


def spoken_in(token: Token, standing: Standing) -> Statement | None:
    """The statement that tells a deed whose own words leave open who does it."""
    return standing.statement if has_no_subject(token) and token.pos_ not in {"NOUN", "PROPN"} else None


def spoken_by(token: Token, both: Sides, spoken: Statement | None) -> Sides:
    """The sides with the speaker as actor, «…, warned the king», unless the deed is done to him: «the miners stood accused»."""
    if spoken is None or not spoken.speaker_text:
        return both
    others = tuple(party for party in both.recipient if party.text not in spoken.speaker_text)
    if len(others) < len(both.recipient) and is_suffered(token):
        return both
    return Sides((Party(spoken.speaker_text, spoken.speaker),), others)


def has_no_subject(token: Token) -> bool:
    """Whether a deed's word leaves open who does it: «must», «demanding»; not «we were offered», «the deal offers»."""
    open_verb = not (is_suffered(token) or token.tag_ == "VBN" or subjects(token))
    return open_verb or not is_verb(token)
