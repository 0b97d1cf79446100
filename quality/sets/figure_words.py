"""The words that say what an amount measures, as the annotators of news sentences write them down."""

import re

from spacy.tokens import Token

from rashomon.find.figure.concepts import Concept
from rashomon.find.figure.measures import measures
from rashomon.find.figure.quantity import Quantity
from rashomon.find.figure.subjects import LONGEST_CHAIN, NOUNS, subject_of

LEFT_OUT = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "PUNCT", "PART", "AUX", "SYM", "ADV", "INTJ", "SPACE"})
APART = ("relcl", "appos", "advcl", "ccomp")
LEADS_ON = ("of", "in", "for", "to", "on", "from", "with", "between", "among", "across", "near", "within", "throughout")
ASIDE = frozenset(
    {"to", "on", "than", "from", "under"}
)  # what stands there is measured for itself: «fell on turnover of 2 billion»
NUMBERED = ("nummod", "compound", "pobj", "appos", "nmod", "quantmod")
LOOSE = frozenset(
    {"of", "for", "into", "in", "on"}
)  # «won for five clubs», «split into two flats»: the count says nothing of the subject


def concept_words(about: Concept, quantity: Quantity, amounts: frozenset[int]) -> str | None:
    """The words that say what is measured: of a plain count the subject, else what stands nearest and the subject."""
    if about.counted is not None and is_one_of(about.counted):
        return None  # «one of the busiest ports» counts nothing of anything
    owners = [head for head in about.heads[:1] if head != about.subject and not (quantity.of_age and head.lemma_ == "age")]
    plain = quantity.unit is None and about.counted is not None
    subject = whole(about.subject) if about.subject is not None else None
    if plain and led_by(about.counted) in LOOSE:
        subject = None
    nearest: list[Token | None] = [*owners] or [subject] if plain else [*owners, subject]
    changed = subject is not None and subject.dep_ == "dobj"  # «raised output to 40 tons of ore»
    if owners and not plain and not changed and led_by(owners[0]) in ASIDE:
        nearest = [*owners]
    heads = [head for head in nearest if head is not None and head.pos_ not in LEFT_OUT and head != about.counted]
    own = frozenset(token.i for token in about.counted.subtree) if about.counted is not None else frozenset[int]()
    if changed and about.verb is not None and (doer := subject_of(about.verb, amounts)) is not None:
        heads += [doer] if doer.pos_ in NOUNS else []  # «The mill raised its output by 40 tons»
    parts = [joined(phrase(head, amounts | (own if head.i not in own else frozenset()))) for head in dict.fromkeys(heads)]
    return ", ".join(dict.fromkeys(part for part in parts if part)) or None


def is_one_of(noun: Token) -> bool:
    """«one of the ports»."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.i > 0 and noun.head.nbor(-1).lower_ == "one"


def led_by(noun: Token | None) -> str:
    """The preposition before a noun, or before the noun whose «of» leads to it."""
    for _ in range(LONGEST_CHAIN):
        if noun is None or noun.dep_ != "pobj":
            return ""
        if noun.head.lower_ != "of":
            return noun.head.lower_
        if noun.head.head.dep_ != "pobj":
            return "of"
        noun = noun.head.head
    return ""


def whole(subject: Token) -> Token:
    """«the volume of loans», of which the concept keeps the loans only."""
    over = subject.head.head
    carried = subject.dep_ == "pobj" and subject.head.lower_ == "of" and over.lemma_.lower() in measures().carriers
    return over if carried else subject


def phrase(noun: Token, amounts: frozenset[int]) -> list[Token]:
    """A noun with what describes it: adjectives, compounds, participles, and the nouns its prepositions lead to."""
    found = [
        token for part in glued(noun) for token in part.subtree if token.i not in amounts and describes(token, part, amounts)
    ]
    return sorted(set(found), key=lambda token: token.i)


def glued(noun: Token) -> list[Token]:
    """The words that a mark joins to a noun without a space, where the parser took them for words apart: «e-minis», «S&P/ASX»."""
    found = [noun]
    while len(found) < LONGEST_CHAIN and found[0].i > 1 and is_joined(found[0].nbor(-1)):
        found.insert(0, found[0].nbor(-2))
    while len(found) < LONGEST_CHAIN and found[-1].i + 2 < len(noun.doc) and is_joined(found[-1].nbor()):
        found.append(found[-1].nbor(2))
    return found


def is_joined(mark: Token) -> bool:
    """Whether a mark has no space on either side."""
    return mark.text in MARKS and not mark.whitespace_ and not mark.nbor(-1).whitespace_


def describes(token: Token, noun: Token, amounts: frozenset[int]) -> bool:
    """Whether a word of the subtree belongs to the noun's own description."""
    if token.pos_ in LEFT_OUT or (token.pos_ == "VERB" and token.dep_ not in ("amod", "compound", "pobj", "acl")):
        return False
    if token.pos_ == "NUM" and token.dep_ not in NUMBERED and not is_of_age(token):
        return False
    if token.dep_ == "compound" and token.head == noun:
        return True  # «the September contract»
    for _ in range(LONGEST_CHAIN):
        if token == noun:
            return True
        if is_apart(token, noun, amounts):
            return False
        token = token.head
    return False


def is_apart(token: Token, noun: Token, amounts: frozenset[int]) -> bool:
    """Whether a clause, an aside, a time or a circumstance begins here."""
    return (
        token.dep_ in APART
        or (token.dep_ == "acl" and token.lemma_ != "age" and any(inner.i in amounts for inner in token.subtree))
        or (token.dep_ == "conj" and token.head == noun and noun.dep_ not in ("pobj", "nsubj"))
        or (token.ent_type_ in ("DATE", "TIME") and token.dep_ not in ("compound", "nmod", "amod") and not is_of_age(token))
        or (token.dep_ == "prep" and token.lower_ not in LEADS_ON)
        or (token.dep_ == "prep" and token.lower_ != "of" and any(inner.i in amounts for inner in token.subtree))
        or (token.dep_ == "amod" and token.i > token.head.i)  # «a loss of 61 cents, wider than …»
    )


def is_of_age(token: Token) -> bool:
    """«women aged 25 to 54»."""
    return "aged" in (token.lower_, token.head.lower_, token.head.head.lower_)


def joined(tokens: list[Token]) -> str:
    """The words as written, hyphens kept: «blue-chip index», «US customs»."""
    text, last = "", None
    for token in tokens:
        if not is_word(token):
            continue
        between = token.doc.text[last.idx + len(last) : token.idx] if last is not None else " "
        text += (between if between in ("-", "/", "&") else " ") + (
            token.text.replace(".", "") if ACRONYM.fullmatch(token.text) else token.text
        )
        last = token
    return text.strip()


MARKS = frozenset({"-", "/", "&"})
ACRONYM = re.compile(r"(?:[A-Z]\.){2,}")
SAYS_NOTHING = frozenset({"'s", "’s", "the", "a", "an", "total"})


def is_word(token: Token) -> bool:
    """A word that says something: no article, no pronoun, no lone mark, no «total»."""
    said = token.lower_ == "us" or token.text[:1].isupper() or token.like_num or not token.is_stop
    named = token.dep_ == "acl" and token.lower_ in ("called", "named", "known")
    return said and not named and token.lower_ not in SAYS_NOTHING and any(letter.isalnum() for letter in token.text)
