"""The verb an amount hangs on, and of whom or what that verb speaks."""

from spacy.tokens import Span, Token

from rashomon.find.clauses import antecedent, arguments
from rashomon.find.figure.measures import measures

NOUNS = ("NOUN", "PROPN")

VERBS = ("VERB", "AUX")

LONGEST_CHAIN = 12  # steps up a parse tree; a bound for hostile text, no sentence of the news comes near it


def subject_of(verb: Token, amounts: frozenset[int]) -> Token | None:
    """Of whom or what the verb speaks: its subject, the one it inherits, or the noun a relative clause describes."""
    found = spoken_of(verb, amounts)
    if not found:
        return led_by(verb, amounts)
    if found[0].pos_ == "PRON" and verb.dep_ == "relcl":  # «everybody in the town that is 90 miles long»: the noun right before
        pronoun = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), verb)
        return told_by(pronoun)
    subject = told_by(antecedent(found[0]))
    if subject.lemma_.lower() in measures().carriers:
        for child in subject.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                return next((inner for inner in child.children if inner.dep_ == "pobj"), subject)
    return subject


def spoken_of(verb: Token, amounts: frozenset[int]) -> list[Token]:
    """What fills the place of the subject: of a passive what is done to, unless those who do it are the amount."""
    filled = arguments(verb)
    objects = [token for role, token in filled if role == "object" and verb.tag_ == "VBN"]
    subjects = [token for role, token in filled if role == "subject"]
    # «was valued by the bank at 9 billion»: the bank is worth less
    doer = next((child for child in verb.children if child.dep_ == "agent"), None)
    priced = doer is not None and not any(token.i in amounts for token in doer.subtree)
    said_of = copula(verb, amounts) if priced else None
    if said_of is not None:
        return [token for role, token in arguments(said_of) if role == "subject"] or subjects
    found = objects if objects and priced else subjects or objects
    if found and found[0].i in amounts:  # «fell 2 % and ended on 5,120 points»: the index ends there, not the per cent
        return [child for child in verb.head.children if child.dep_ in ("nsubj", "nsubjpass") and child.i not in amounts]
    return found


def copula(verb: Token, amounts: frozenset[int]) -> Token | None:
    """The «is» of «the pier is 40 percent-owned by the guild», whichever of its words the parser takes for the complement."""
    complement = verb.head if verb.dep_ == "acl" and verb.head.i in amounts else verb
    return complement.head if complement.dep_ in ("acomp", "attr") and complement.head.lemma_ == "be" else None


def left_out(span: Span, verb: Token, amounts: frozenset[int]) -> Token | None:
    """«Wheat fell by 2 percent, maize by 3 percent»: whose amount it is where the verb is not said again."""
    start = span.start - (span.start > 0 and span.doc[span.start - 1].lower_ in GAP_LEADS)
    if start < 1 or (start == span.start and span[0].lower_ not in GAP_LEADS):
        return None
    noun = span.doc[start - 1]
    if noun.pos_ not in NOUNS or noun.dep_ not in ("npadvmod", "conj") or noun.i < verb.i:
        return None
    first = noun
    while first.dep_ == "conj" and first.head.dep_ in ("conj", "npadvmod") and first.head.pos_ in NOUNS:
        first = first.head  # «wool and flax by 3 percent»
    return first if not amounts.isdisjoint(range(verb.i, first.left_edge.i)) else None


GAP_LEADS = frozenset({"by", "between", "at"})


def led_by(verb: Token, amounts: frozenset[int]) -> Token | None:
    """«Before the crisis world debt was 113 billion», where the parser takes the subject for part of what leads to it."""
    if verb.lemma_ != "be":
        return None
    nouns = (inner for child in verb.lefts if child.dep_ == "prep" for inner in child.children if inner.dep_ == "pobj")
    return next((noun for noun in nouns if noun.pos_ in NOUNS and noun.i not in amounts and not noun.ent_type_), None)


def told_by(subject: Token) -> Token:
    """The noun right before «who» or «which», when the parser lost the clause."""
    lost = subject.tag_ in ("WP", "WDT") and subject.i and subject.nbor(-1).pos_ in NOUNS
    return subject.nbor(-1) if lost else subject


PRONOUNS = frozenset({"it", "he", "she", "they"})


def outer_subject(subject: Token, verb: Token) -> Token:
    """Whom a pronoun means when the clause around has a subject: «The firm said it has 40 shops»."""
    if subject.lower_ not in PRONOUNS:
        return subject
    for _ in range(LONGEST_CHAIN):
        if verb.head == verb:
            break
        verb = verb.head
        around = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if verb.pos_ in VERBS and around is not None and around.i < subject.i and around.pos_ in NOUNS:
            return around
    return subject


def governing(inner: Token) -> Token | None:
    """The verb the amount hangs on: also the participle that follows it («thousands wounded»)."""
    for child in inner.children:
        if (
            child.dep_ in ("acl", "relcl", "amod")
            and child.tag_ in ("VBN", "VBD")
            and child.i > inner.i
            and child.lemma_ != "say"
        ):
            return child
    token = inner
    for _ in range(LONGEST_CHAIN):
        if token.head == token:
            return token if token.pos_ in VERBS else None
        token = token.head
        if token.pos_ in VERBS:
            return token
    return None
