"""Purposes said with a bare infinitive: «sent envoys to calm the villages»."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from rashomon.find.clauses import is_infinitive
from rashomon.find.rule import clause
from rashomon.find.rule.draft import Draft, trimmed

# Verbs after which an infinitive is no purpose: «continued to act», «it took years to build», «was too weak to resist».
NO_DEED = frozenset(
    {
        *("be", "seem", "appear", "continue", "begin", "start", "fail", "come", "tend", "happen", "take", "need", "have", "cost"),
        *("want", "talk", "wait", "purport", "claim", "stand", "expect"),
        *("call", "urge", "ask", "order", "force", "push", "press", "persuade"),  # to make somebody else do it
        *(
            "lead",
            "allow",
            "enable",
            "inspire",
            "encourage",
            "prompt",
            "compel",
            "require",
            "tell",
            "invite",
            "advise",
            "convince",
        ),
    }
)
# Nouns that take an infinitive of their own: «gave orders to fire».
CONTENT = frozenset(
    {
        *("order", "effort", "attempt", "plan", "decision", "right", "chance", "way", "time", "ability", "power", "permission"),
        *("courage", "strength", "reason", "opportunity", "authority", "freedom", "incentive", "willingness", "desire", "need"),
        *(
            "failure",
            "refusal",
            "promise",
            "pledge",
            "threat",
            "request",
            "appeal",
            "call",
            "mandate",
            "capacity",
            "duty",
            "task",
        ),
        *("choice", "option", "proposal", "bid", "readiness", "intention", "intent", "vow", "obligation", "demand", "vote"),
    }
)
NO_END = frozenset({"be", "find", "learn", "discover", "see", "say", "become", "have", "continue"})
BETWEEN = frozenset(
    {"only", "enough", "too", "likely", "about", "how", "what", "whether", "than", "as", "finally", "ever", "simply"}
)


def purposed(tokens: Sequence[Token]) -> Iterator[Draft]:
    """Every deed with an infinitive that says what it was for."""
    for act in tokens:
        if act.dep_ == "advcl" and act.tag_ == "VB" and is_infinitive(act) and serves(act):
            deed = clause.clause_of(act.head)
            ends = clause.subtree(act)
            yield Draft("purpose", trimmed(act.doc, clause.body(served(deed), ends)), trimmed(act.doc, ends), cue_of(act))


def served(deed: Token) -> Token:
    """What the end is the end of: of «the laws which he passed to calm the coast» the laws."""
    relative = deed.dep_ in {"relcl", "acl"} and deed.head.pos_ in {"NOUN", "PROPN"}
    return deed.head if relative and (deed.dep_ == "acl" or clause.subject(deed) is not None) else deed


def serves(act: Token) -> bool:
    """True when the infinitive names the end of a deed before it."""
    deed, to = act.head, cue_of(act)[0]
    if deed.pos_ != "VERB" or deed.i > act.i or deed.lemma_ in NO_DEED or act.lemma_ in NO_END or clause.asks(act):
        return False
    before = act.doc[to - 1]
    if (deed.lemma_, before.lower_) == ("go", "on") or (deed.lemma_ == "bring" and before.lower_.endswith("self")):
        return False  # «went on to win», «could not bring himself to leave»
    if deed.tag_ == "VB" and deed.dep_ == "ROOT" and clause.subject(deed) is None:
        return False  # «Click here to register»
    if any(child.lemma_ in CONTENT for child in deed.subtree if child.dep_ in {"dobj", "pobj"} and child.i < to):
        return False
    return (
        before.lower_ not in BETWEEN
        and not before.is_punct
        and clause.negation(act) is None
        and not any(
            child.dep_ in {"xcomp", "acomp"} or (child.dep_ == "advmod" and child.lower_ in BETWEEN) for child in deed.children
        )
    )


def cue_of(act: Token) -> tuple[int, ...]:
    """The index of the infinitive's «to»."""
    return tuple(child.i for child in act.children if child.dep_ == "aux")[:1]
