"""What an amount leaves unsaid because the words around say it: the unit of its neighbour, and that it is an age."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from rashomon.find.clauses import antecedent, child_of
from rashomon.find.figure.quantity import Found
from rashomon.find.figure.units import units

FROM = re.compile(r"\bfrom (?:about |around |some |over )?$", re.IGNORECASE)
TO = re.compile(r" (?:to|and)(?: about| around| some| over)? ?")  # «from 4.8 to 4.7 per cent», «from 7 and 8 per cent»
STOPS = re.compile(r"\s*(?:[.,;:)]|$|(?:by|for|in|at|after|on|and|but|while|last|this|since|from|per|a)\b)")
CHANGED = re.compile(
    r"\b(?:rose|rise[sn]?|fell|fall(?:s|en)?|gain(?:s|ed)?|los[te]|add(?:s|ed)?|drop(?:s|ped)?|shed|up|down|by|slid|climbed|jumped"
    r"|advanced|slipped|from) (?:by )?$",
    re.IGNORECASE,
)
OLDEST = 123  # years


def with_shared_units(text: str, found: Sequence[Found]) -> tuple[Found, ...]:
    """«from 4.8 to 4.7 percent» gives the first its unit, «rose 60 points to 4,500» the second; a rate may follow the goods."""
    made = [with_rate(text, each) for each in found]
    for place, (left, right) in enumerate(pairwise(found)):
        if TO.fullmatch(text, left.end, right.start) is None:
            continue
        before = text[max(0, left.start - 16) : left.start]
        if left.quantity.unit is None and right.quantity.unit is not None and FROM.search(before):
            made[place] = replace(made[place], quantity=replace(made[place].quantity, unit=right.quantity.unit))
        elif left.quantity.of_age and right.quantity.unit is None and STOPS.match(text, right.end):
            made[place + 1] = replace(right, quantity=replace(right.quantity, unit=left.quantity.unit, of_age=True))
        elif takes_unit(text, left, right) and CHANGED.search(before):
            made[place + 1] = replace(right, quantity=replace(right.quantity, unit=left.quantity.unit))
    return tuple(made)


RATE = re.compile(
    r" of (?:[a-z-]{2,20} ){1,3}(?:a|per|each|every) (hour|day|week|month|quarter|year)\b"
    r"(?! (?:ago|later|earlier|before|after|old|long|on|or so)\b|-)"
)
POURED = ("mass", "volume", "currency", "energy")  # kinds of unit that goods are told in


def with_rate(text: str, each: Found) -> Found:
    """«40 tons of hard coal a day»: so much in each day."""
    unit, rate = each.quantity.unit, RATE.match(text, each.end)
    if rate is None or unit is None or unit.kind not in POURED or each.quantity.per is not None:
        return each
    return replace(each, quantity=replace(each.quantity, per=units().forms[rate.group(1)]))


def takes_unit(text: str, left: Found, right: Found) -> bool:
    """Whether the second amount is in the unit of the first: «fell 2 % to 5,120» is no per cent, «to 40 men» are men."""
    unit = left.quantity.unit
    bare = right.quantity.unit is None and right.quantity.kind == "number" and left.quantity.per is None
    return bare and unit is not None and unit.name != "percent" and STOPS.match(text, right.end) is not None


def with_ages(doc: Doc, found: Sequence[Found]) -> tuple[Found, ...]:
    """The amounts with those that are ages as years of age: «she is 35», «who turned 50», «a life expectancy of 73»."""
    return tuple(
        replace(each, quantity=replace(each.quantity, unit=units().forms["year"], of_age=True)) if is_age(doc, each) else each
        for each in found
    )


def is_age(doc: Doc, each: Found) -> bool:
    """Whether a number says how old somebody is."""
    quantity = each.quantity
    years = quantity.unit is not None and quantity.unit.name == "year" and not quantity.of_age
    if AGE_OF.search(doc.text, max(0, each.start - 24), each.start):
        return years or quantity.unit is None
    number = quantity.value or 0.0
    if quantity.unit is not None or quantity.kind != "number" or not 0 < number < OLDEST or number % 1:
        return False
    span = doc.char_span(each.start, each.end, alignment_mode="expand")
    if span is None or any(
        child.i >= span.end and child.dep_ in ("prep", "relcl") and child.lower_ == "of" for child in span.root.children
    ):
        return False
    return is_said_of_somebody(span.root)


AGE_OF = re.compile(r"\b(?:the|an?) (?:average |median |mean )?age of (?:about |around |over )?$", re.IGNORECASE)
PERSONS = frozenset({"he", "she", "i"})
LIVED = frozenset({"expectancy", "age"})


def is_said_of_somebody(number: Token) -> bool:
    """«he was 35», «Anna, who turned 50», «life expectancy is around 73»."""
    token = number.head if number.head.dep_ == "prep" and number.head.lower_ in ("around", "about") else number
    verb = token.head
    if verb.lemma_ not in ("be", "turn") or token.dep_ not in ("attr", "oprd", "dobj", "acomp", "prep", "npadvmod"):
        return False
    subject = child_of(verb, "nsubj")
    if subject is None:
        return False
    who = antecedent(subject)
    return subject.lower_ == "who" or who.lower_ in PERSONS or who.ent_type_ == "PERSON" or who.lemma_.lower() in LIVED
