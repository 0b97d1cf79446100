"""What a definite noun stands for: the phrase in which the article named the same thing before, «the dock strike»."""

from spacy.tokens import Token

FURTHEST = 400  # tokens, about two paragraphs and a half; a thing named longer ago is named anew
KNOWN = frozenset({"the", "this", "that", "these", "those"})
NARROWS = frozenset({"amod", "compound", "nmod", "poss", "nummod"})


def antecedent(head: Token) -> Token | None:
    """The last noun before a bare definite one that has its lemma and something that narrows it; None where there is none.

    An indefinite one in between begins a new thing: «a bridge» is none that was named before.
    """
    if not is_bare(head) or determiner(head) not in KNOWN:
        return None
    lemma = head.lemma_.lower()
    for place in range(head.i - 1, max(head.i - FURTHEST, -1), -1):
        other = head.doc[place]
        if other.pos_ not in ("NOUN", "PROPN") or lemma not in (other.lemma_.lower(), other.lower_):
            continue
        if other.dep_ == "compound":
            continue
        if not is_bare(other):
            return other if agree(head, other) else None
        if determiner(other) not in KNOWN:
            return None
    return None


def is_bare(noun: Token) -> bool:
    """A common noun that nothing narrows."""
    narrowed = any(
        child.dep_ in NARROWS or (child.dep_ == "prep" and child.lower_ in ("of", "on", "with", "at", "in"))
        for child in noun.children
    )
    return noun.pos_ == "NOUN" and not narrowed


def determiner(noun: Token) -> str:
    """Its article or demonstrative, lower case; empty without one."""
    return next((child.lower_ for child in noun.children if child.dep_ == "det"), "")


def agree(one: Token, other: Token) -> bool:
    """Both are of one number: «the strikes» are not «the dock strike»."""
    return (one.tag_ in ("NNS", "NNPS")) == (other.tag_ in ("NNS", "NNPS"))
