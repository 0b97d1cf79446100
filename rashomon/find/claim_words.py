"""The words of a clause that say what is done, how far, and when."""

from typing import Literal

from spacy.tokens import Token

from rashomon.find.clauses import Argument, is_existential, is_passive

SCOPES = (
    "since",
    "until",
    "before",
    "not all",
    "longer",
    "yet",
    "first",
    "only",
    "any",
    "all",
    "every",
    "never",
    "always",
    "still",
    "again",
    "both",
)
ALONE = frozenset({"alone", "solely", "exclusively", "single-handedly", "singlehandedly"})  # «Oslo alone brokered the swap»
PARTICLES = {
    "call": ("home", "back", "off"),
    "bring": ("home", "down", "back"),
    "send": ("home", "back"),
    "step": ("down", "aside"),
    "stand": ("down", "firm"),
    "come": ("down",),
    "go": ("off", "down", "ahead", "up"),
    "fall": ("through", "apart", "back", "down"),
    "break": ("down", "up", "off"),
    "turn": ("back", "away", "down"),
    "drive": ("back", "off"),
    "push": ("back",),
    "pull": ("back",),
    "hand": ("back", "over"),
    "give": ("back", "up"),
    "put": ("off", "back"),
    "press": ("ahead", "on"),
    "back": ("down", "off"),
}
OUTCOMES = {"shoot": "dead", "let": "go"}  # «shot the guard dead», «were let go»
LET = {"in": "in", "into": "in", "through": "through", "out": "out"}
Tense = Literal["past", "present", "future", "none"]


def verb_words(deed: Token) -> str:
    """The lemma with its particle: «carry out»."""
    if deed.lemma_ == "be" and is_existential(deed):
        return "exist"
    if deed.lemma_ in OUTCOMES and any(child.lower_ == OUTCOMES[deed.lemma_] for child in deed.children):
        return f"{deed.lemma_} {OUTCOMES[deed.lemma_]}"
    particle = next((child.lower_ for child in deed.children if child.dep_ == "prt" or is_homeward(child)), "")
    if deed.lemma_ == "let" and not particle:  # «let the ship into the port»
        near = [child for head in (deed, *deed.children) if head.i == deed.i or head.dep_ == "dobj" for child in head.children]
        particle = next((LET[child.lower_] for child in near if child.dep_ == "prep" and child.lower_ in LET), "")
    lemma = deed.lemma_.lower()
    return f"{lemma} {particle}" if particle else lemma


def is_homeward(child: Token) -> bool:
    """«called home its envoy», «stepped down», where the parser takes the particle for an adverb."""
    alone = child.dep_ == "advmod" or (child.dep_ == "prep" and not any(child.children))  # «the talks fell through»
    return alone and child.lower_ in PARTICLES.get(child.head.lemma_, ())


def is_no_day(child: Token) -> bool:
    """«not for a single day», «not once», «at no time»."""
    words = {token.lower_ for token in child.subtree}
    return (
        child.dep_ in ("prep", "npadvmod") and bool(words & {"day", "time", "moment"}) and bool(words & {"single", "any", "no"})
    )


def is_only_time(child: Token) -> bool:
    """«for the only time»."""
    return child.dep_ == "prep" and any(
        noun.lemma_ == "time" and any(inner.lower_ == "only" for inner in noun.subtree) for noun in child.children
    )


def scope(clause: Token, deed: Token, filled: tuple[Argument, ...]) -> str:
    """The first word of the clause that widens or narrows what is said: «any», «only», «never»."""
    near_words = {child.lower_ for head in (clause, deed) for child in head.children}
    for _, head in filled:
        near_words |= {child.lower_ for child in head.children if child.dep_ in ("det", "advmod", "predet")}
        near_words |= {head.head.lower_} if head.head.lower_ == "of" and head.head.head.lower_ == "any" else set()
    if any(is_no_day(child) for child in clause.children):
        return "never"
    if any(is_only_time(child) for child in deed.children):
        return "only"
    if near_words & ALONE or any(child.lower_ == "on" and child.right_edge.lower_ == "own" for child in deed.children):
        return "only"
    if "not" in near_words and near_words & {"all", "every"}:
        return "not all"
    return next((word for word in SCOPES if word in near_words), "")


def tense(verb: Token) -> Tense:
    """Past, present or future, by the finite word of the clause."""
    tags = {child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")} | {verb.tag_}
    if any(child.lower_ in ("will", "shall", "wo", "’ll", "'ll") for child in verb.children):
        return "future"
    if tags & {"VBD"} or ("VBN" in tags and not is_passive(verb)):
        return "past"
    return "present" if tags & {"VBZ", "VBP"} else "none"
