"""Who does it and whom it is done to, as far as a wording says: «Vale attacks Orm» is not «Orm attacks Vale».

A wording of the pages has the roles of the claims found in it.  What somebody types is short and has no findings, so it is parsed
here.  A passive is turned round in both; a name after «in» or «with» has no role.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from rashomon.find.parse import model
from rashomon.records import Claim

DOER = frozenset({"subject"})
UNDERGOING = frozenset({"object", "recipient", "to", "against", "on", "upon", "at"})
# Of a dependency, the role of the claims' vocabulary; «Vale's troops attack» is a deed of Vale.
ROLES = {"nsubj": "subject", "csubj": "subject", "nsubjpass": "object", "dobj": "object", "dative": "recipient"}
INHERIT = frozenset({"poss", "amod", "compound", "conj", "nmod", "appos"})
OWN = frozenset({"conj", "appos"})  # «they attack Vale and Orm»
OPENING = frozenset({"det", "mark", "punct"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Actors by what they do; both sets are empty when nothing is known."""

    doers: frozenset[str] = frozenset()
    undergoing: frozenset[str] = frozenset()

    def fit(self, wider: "Roles") -> bool:
        """True when what is known here agrees with what is known of a wording that says as much or more."""
        doing = not wider.doers or self.doers <= wider.doers
        done_to = not wider.undergoing or self.undergoing <= wider.undergoing | self.doers
        turned = (self.undergoing - self.doers) & (wider.doers - wider.undergoing)
        turned |= (self.doers - self.undergoing) & (wider.undergoing - wider.doers)
        return doing and done_to and not turned

    def exchange(self, other: "Roles") -> bool:
        """True when each names another doer, and the one of either is whom the other does it to.

        «Vale's troops were not sent to Orm» says who was sent and not by whom: it is no exchange of «Vale sends troops to Orm».
        """
        apart = bool(self.doers and other.doers) and not self.doers & other.doers
        return apart and bool(self.doers & other.undergoing or other.doers & self.undergoing)


def roles(claims: Iterable[Claim], actors: Mapping[str, str]) -> Roles:
    """The roles of the claims of one wording together."""
    told: dict[bool, set[str]] = {True: set(), False: set()}
    for claim in claims:
        for term in claim.terms:
            if term.role in DOER or (term.role in UNDERGOING and term.named):  # «Vale's troops were sent» is no deed to Vale
                told[term.role in DOER].update(actors.get(actor, actor) for actor in term.actors)
    return Roles(frozenset(told[True]), frozenset(told[False]))


def read_typed(text: str) -> Doc:
    """The parse of words that somebody typed."""
    return model()(text)


def typed_roles(doc: Doc, named: Iterable[tuple[int, int, str]]) -> Roles:
    """The roles of the names at these characters of what was typed."""
    told: dict[str, set[str]] = {}
    for start, end, actor in named:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            told.setdefault(role_of(span), set()).add(actor)
    undergoing = (actor for role in sorted(UNDERGOING & told.keys()) for actor in told[role])
    return Roles(frozenset(told.get("subject", ())), frozenset(undergoing))


def acting(doc: Doc, place: tuple[int, int], who: str, states: Mapping[str, str]) -> str:
    """Who a name stands for: of a place that does something, its state («Vale City warns Orm»)."""
    span = doc.char_span(*place, alignment_mode="expand")
    acts = who.startswith("place:") and span is not None and role_of(span) == "subject"
    return states.get(who, who) if acts else who


def role_of(name: Span) -> str:
    """The role of a name by its place in the parse; its preposition when it has one, empty when it has none."""
    own, token = True, name.root
    while token.dep_ in INHERIT and token.head.i != token.i:
        own = own and token.dep_ in OWN
        token = token.head
    role = ROLES.get(token.dep_) or by_place(name, token)
    if token.dep_ == "pobj":
        role = "subject" if token.head.dep_ == "agent" else token.head.lower_
    return role if own or role == "subject" else ""


def by_place(name: Span, head: Token) -> str:
    """The role in «Vale attacks Orm» where the parse sees three nouns and no verb; empty where it sees one."""
    if all(before.dep_ in OPENING for before in name.doc[: name.start]):
        return "subject"
    last = all(after.is_punct for after in name.doc[name.end :])
    return "object" if last and head.dep_ == "ROOT" and head.pos_ in {"NOUN", "PROPN"} else ""


def is_past(doc: Doc) -> bool:
    """True for «the league failed», «the league had failed»; false for «wages are cut»."""
    root = next(doc.sents).root if len(doc) else None
    helping = [child for child in root.children if child.dep_ in {"aux", "auxpass"}] if root is not None else []
    if any(helper.lemma_ in {"have", "be"} and helper.tag_ == "VBD" for helper in helping):
        return True
    perfect = any(helper.lemma_ == "have" for helper in helping)
    return root is not None and (root.tag_ == "VBD" or (root.tag_ == "VBN" and perfect))
