"""Numbers that name and do not count: «Boeing 737», «Article 5»."""

import re

from spacy.tokens import Doc, Token


def part_of_name(doc: Doc, start: int, end: int) -> bool:
    """«Boeing 737», «the S&P 500», «Game 7», «category 4»: a number that names and does not count.

    The word before it is capitalised, no verb and no preposition, and nothing but a blank stands between.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or len(span) > 1:
        return False
    number = span[0]
    if number.text.istitle() and number.is_alpha and not number.is_sent_start:
        return True  # «the Group of Seven»
    if span.start and named_before(doc[span.start - 1], number):
        return True
    after = doc[span.end] if span.end < len(doc) else None
    if counted_already(number):
        return True
    return after is not None and number.text.isdigit() and number.dep_ in ("compound", "nummod") and named_by(after)


def counted_already(number: Token) -> bool:
    """«two new 737 Max jets»: of two numbers before one noun the second, in digits before a capital, is its model."""
    before = any(child.dep_ == "nummod" and child.i < number.i for child in number.head.children)
    capital = number.i + 1 < len(number.doc) and number.nbor(1).pos_ == "PROPN"
    return before and capital and number.text.isdigit() and number.dep_ == "nummod"


NAMING = ("PROPN", "NOUN", "X", "ADJ")


NUMBERED = frozenset(
    "article resolution chapter section paragraph route highway flight unit no number page row group channel category phase "
    "version decree block room line class type tier grade protocol".split()
)


def named_before(before: Token, number: Token) -> bool:
    """Whether the word before makes the number part of a name."""
    if before.idx + len(before) + 1 != number.idx or not before.text[0].isalpha():
        return False
    if before.lemma_.lower() in NUMBERED and before.pos_ != "VERB":  # «the garrison numbers 1,500 men»
        return True
    counts = number.dep_ == "nummod" and number.head.i > number.i and number.head.pos_ == "NOUN" and before.head != number.head
    if counts or (number.i + 1 < len(number.doc) and number.nbor(1).lower_ == "of"):
        return False  # «In Oslo 20 people», «In Oslo 20 of those»
    capitals = any(letter.isupper() for letter in before.text)
    starts = before.is_sent_start and before.pos_ != "PROPN"
    return capitals and before.text.isascii() and (before.pos_ in NAMING or before.text.isupper()) and not starts


def named_by(after: Token) -> bool:
    """«787 Dreamliner»: a proper name in the singular that heads no plural."""
    return after.tag_ == "NNP" and after.text[:1].isupper() and after.head.tag_ != "NNS"


STREET = re.compile(
    r"[A-Za-z]?,?\s+(?:[A-Z][\w’'.-]{0,30}\s+){1,3}(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Lane|Boulevard|Drive|Square|Prospekt|Highway)\b"
)


def is_address(text: str, end: int) -> bool:
    """«12 Baker Street», «16-18 Industrial Avenue»: the number of a house."""
    return STREET.match(text, end) is not None


def is_year_of_rights(text: str, start: int) -> bool:
    """«© 2016 NPR», where NPR is no rupee of Nepal."""
    return text[max(0, start - 12) : start].rstrip().lower().endswith(("©", "(c)", "copyright"))


COUNTER = re.compile(r"\W*(?:views?|comments?|shares?|likes?|page|p\.|posts?|tags?|replies|reads?|votes?)\W{0,3}", re.IGNORECASE)
SHORT = 40  # characters before a number on its line that can be the name of a counter


CALL = re.compile(r"\b(?:call|calling|called|dial|dialled|dialing|phone|phoned|tel\.?:?) $", re.IGNORECASE)


def is_counter(text: str, start: int, end: int) -> bool:
    """«Views: 4313», «1. », «12)»: the line is a counter or an item of a list; «call 911»: a number that is dialled."""
    if CALL.search(text, max(0, start - 10), start):
        return True
    line = max(text.rfind("\n", max(0, start - SHORT), start) + 1, start - SHORT)
    before = text[max(line, 0) : start]
    begins = line <= 0 or text[line - 1] == "\n"
    return begins and (COUNTER.fullmatch(before) is not None or (not before.strip() and text[end : end + 2] in (". ", ") ")))


def is_counted_ordinal(doc: Doc, start: int, end: int) -> bool:
    """Only the ordinals that count years are figures: «the 30th anniversary»."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span is not None and span.root.head.lemma_.lower() in ("anniversary", "birthday", "jubilee")
