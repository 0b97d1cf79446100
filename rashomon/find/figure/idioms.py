"""What is counted by a saying rather than by one noun or verb: «63 people lost their lives», «took 700 into custody».

The sayings are data (``sayings`` of words/measures.toml), with «#» where the amount stands: as the subject, «# lose life», or
as the object, «take # into custody» (also in the passive); without one the saying's own noun is counted, «claim life».
"""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.find.figure.concepts import Concept
from rashomon.find.figure.measures import Measure, measures

WITH = ("dobj", "acomp", "oprd", "attr", "ccomp")
LED = ("prep", "prt", "advmod")


def measure_said(about: Concept) -> Measure | None:
    """The measure of the first saying in the clause of an amount, None without one."""
    known = measures().sayings
    return next((known[saying] for saying in sayings(about) if saying in known), None)


def sayings(about: Concept) -> Iterator[str]:
    """The verb of an amount with each thing that hangs on it, as the ontology writes sayings."""
    verb = about.verb
    if verb is not None and about.role == "pobj" and about.counted is not None:
        yield from of_whom(verb, about.counted)
    if verb is None or about.role not in ("nsubj", "nsubjpass", "dobj", "dative", "npadvmod"):
        return
    lemma = verb.lemma_.lower()
    own = about.counted.lemma_.lower() if about.counted is not None else ""
    if about.acts:
        yield from (f"# {lemma} {rest}" for rest in rests(verb, about.counted))
        return
    yield f"{lemma} {own}"
    if about.role == "nsubjpass":
        yield f"{lemma} #"  # «were held»; «the hall holds 900 people» holds nobody
    yield from (f"{lemma} # {rest}" for rest in rests(verb, about.counted))
    for child in about.counted.children if about.counted is not None else ():
        if child.dep_ == "prep":
            yield from (f"{lemma} # {rest}" for rest in led(child))  # «took 700 demonstrators into custody», read as theirs


def of_whom(verb: Token, counted: Token) -> Iterator[str]:
    """«took the lives of eight people»: what the verb does to what is theirs."""
    owned = counted.head.head if counted.head.lower_ == "of" else counted
    if owned.head == verb and owned.dep_ in ("dobj", "nsubjpass"):
        yield f"{verb.lemma_.lower()} {owned.lemma_.lower()}"


def rests(verb: Token, counted: Token | None) -> Iterator[str]:
    """What else hangs on a verb: «life», «into custody», «behind bar», «unaccounted», «up behind bar»."""
    for child in verb.children:
        if child == counted:
            continue
        if child.dep_ in WITH:
            yield child.lemma_.lower()
            yield from (
                f"{child.lemma_.lower()} {rest}" for inner in child.children if inner.dep_ == "prep" for rest in led(inner)
            )
        elif child.dep_ in LED:
            yield from led(child)


def led(word: Token) -> Iterator[str]:
    """A particle or preposition, alone and with what it leads to."""
    yield word.lower_
    yield from (f"{word.lower_} {inner.lemma_.lower()}" for inner in word.children)
