"""The deeds of violence an article tells of, with who does them to whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.find.clauses import arguments, filler, is_passive
from rashomon.find.incident.lexicon import DeedWords, Lexicon
from rashomon.find.truth import Truth, truth
from rashomon.records import IncidentKind, Status

UNDONE: frozenset[Status] = frozenset({"conditional", "predicted", "refused", "denied", "planned"})
# What is told as background: «years ago», «in the past».
PAST = re.compile(
    r"\b(?:years? ago|decades?|(?:in|over|for) the (?:past|last) (?:\w+ )?(?:years|decades?)|last year|history|anniversary|"
    r"months ago|since the beginning|so far this year|in (?:1[89]|20)\d\d)\b",
    re.IGNORECASE,
)
AIMED = frozenset({"at", "on", "against"})
PARTS = frozenset({"prt", "dobj", "advmod", "prep", "acomp", "oprd"})
HAPPENS_TO = frozenset({"die"})  # the subject suffers
GOES_OFF = frozenset({"explode", "go off", "burn"})  # the subject is the means
WHERE = frozenset({"at", "on", "against", "outside", "inside", "near", "in", "under", "front"})  # what a bomb is put to
THROWN = frozenset({"fire", "throw", "hurl"})  # the object is the means: «fired a missile»
TIMES = frozenset({"DATE", "TIME"})
VERBAL = frozenset({"VERB", "AUX"})
FARTHEST_BY = 25  # tokens between a deed and the «by» of who does it


@dataclass(frozen=True, slots=True)
class Deed:
    """One telling of a deed of violence."""

    token: Token
    incident: IncidentKind
    word: str
    entry: DeedWords
    agents: tuple[Token, ...]
    victims: tuple[Token, ...]
    sentence: int  # number in the article

    @property
    def verbal(self) -> bool:
        """Told by a verb."""
        return self.token.pos_ in VERBAL


def deeds(doc: Doc, words: Lexicon) -> tuple[Deed, ...]:
    """Every deed of violence that is spoken of, in text order."""
    return tuple(
        deed for number, sentence in enumerate(doc.sents) for token in sentence for deed in deed_at(token, number, words)
    )


def deed_at(token: Token, number: int, words: Lexicon) -> Iterator[Deed]:
    """The deed that a token tells of, at most one; «killed by a bomb» is a bombing."""
    verbal = token.pos_ in VERBAL
    for word in spellings(token, words):
        entry = (words.verbs if verbal else words.nouns).get(word)
        if entry is not None:
            agents, found = sides_of_verb(token, word) if verbal else sides_of_noun(token, words)
            blown = verbal and any(agent.lemma_.lower() in words.lists["explosive"] for agent in agents)
            victims = tuple(each for each in found if is_one(each, words))
            acting = agents or by_whom(token, words)
            yield Deed(token, "bombing" if blown else entry.incident, word, entry, tuple(acting), victims, number)
            return


def belongs_before(by: Token, deed: Token) -> bool:
    """Whether a «by» is that of an earlier word: «a report on the murder by the union»."""
    return by.head.i < deed.i and (by.head.pos_ not in VERBAL or is_passive(by.head))


def is_charge(noun: Token, words: Lexicon) -> bool:
    """Whether a deed is what somebody is charged with: «was accused of the murder by the union», where the union accuses."""
    return noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in words.lists["accusing"]


def by_whom(deed: Token, words: Lexicon) -> list[Token]:
    """Who stands after a later «by» of the sentence, wherever the parser hangs it: «murder of the judge, a poet, by rebels»."""
    for token in () if is_charge(deed, words) else deed.doc[deed.i + 1 : min(deed.i + FARTHEST_BY, deed.sent.end)]:
        if token.lower_ == "by" and token.pos_ == "ADP":
            inner = filler(token)
            return [inner] if inner is not None and not belongs_before(token, deed) else []
        if token.pos_ in VERBAL and token.dep_ != "aux" and token.lemma_.lower() not in words.lists["doing"]:
            break
    return []


def is_one(victim: Token, words: Lexicon) -> bool:
    """Whether a deed may be done to it: not «at the time», «in the capital»."""
    return victim.ent_type_ not in TIMES and victim.lemma_.lower() not in words.lists["setting"]


def spellings(token: Token, words: Lexicon) -> list[str]:
    """What the lexicon may call a token, the longer first: «set on fire», «blow up», «blow»; «bomb attack», «attack».

    Whatever explodes is called a bomb: «hurled grenades» is «hurl bomb».
    """
    lemma = token.lemma_.lower()
    if token.pos_ in VERBAL:
        if lemma == "go" and not any(sets_off(child, words) for child in token.children):
            return []
        beside = [part for child in token.children for part in explosive_in(child, words)]
        inner = [f"{lemma} {prep.lower_} {noun.lemma_.lower()}" for prep in token.children if (noun := filler(prep)) is not None]
        return [*inner, *(f"{lemma} {child}" for child in beside), lemma]
    narrowing = {child.lemma_.lower() for child in token.children if child.dep_ in ("compound", "amod")}
    if token.pos_ not in ("NOUN", "PROPN") or narrowing & words.lists["unlike"]:
        return []
    singular = token.lower_.removesuffix("s")
    beside = [f"{child.lemma_.lower()} {lemma}" for child in token.children if child.dep_ == "compound"]
    blasting = lemma == "attack" and any(child.lemma_.lower() in words.lists["explosive"] for child in around(token))
    at = [f"{lemma} {child.lower_}" for child in token.children if child.dep_ == "prep"]
    return [*(["bomb attack"] if blasting else []), *beside, *at, lemma, singular]


def sets_off(subject: Token, words: Lexicon) -> bool:
    """Whether it goes off with a bang: «the bomb went off», not «the meeting went off well»."""
    return subject.dep_ == "nsubj" and (
        subject.lower_ in ("it", "that", "which") or subject.lemma_.lower() in words.lists["blasting"]
    )


def around(noun: Token) -> list[Token]:
    """What narrows a noun: «dynamite attack», «attack with grenades»."""
    fillers = (filler(child) for child in noun.children if child.dep_ == "prep" and child.lower_ == "with")
    return [
        *(child for child in noun.children if child.dep_ in ("compound", "amod")),
        *(one for one in fillers if one is not None),
    ]


def explosive_in(child: Token, words: Lexicon) -> list[str]:
    """How a part of a verb's phrase is called: by its lemma, and as a bomb when it explodes, «an explosive device»."""
    called = [child.lemma_.lower()] if child.dep_ in PARTS else []
    narrowing = [child, *(each for each in child.children if each.dep_ in ("amod", "compound"))]
    explodes = child.dep_ in ("dobj", "nsubjpass") and any(each.lemma_.lower() in words.lists["explosive"] for each in narrowing)
    return [*called, "bomb"] if explodes else called


def sides_of_verb(verb: Token, word: str) -> tuple[list[Token], list[Token]]:
    """Who does it, and to whom."""
    if verb.dep_ == "amod" and verb.tag_ == "VBN":
        return [], [verb.head]  # «the murdered judge»
    told = arguments(verb)
    subjects = [head for role, head in told if role == "subject"]
    if word.partition(" ")[0] in HAPPENS_TO:
        return [], subjects
    if word in THROWN:
        return subjects, [head for role, head in told if role in AIMED]
    places = [head for role, head in told if role in WHERE]
    if word in GOES_OFF and not any(role == "object" for role, _ in told):
        return [], places
    if word.endswith(" bomb"):
        return subjects, places
    return subjects, [head for role, head in told if role == "object" or (role in AIMED and role != "against")]


def sides_of_noun(noun: Token, words: Lexicon) -> tuple[list[Token], list[Token]]:
    """Who does it («X's attack», «attack by X», «X carried out the attack»), and to whom («attack on Y», «murder of Y»)."""
    agents, victims = [], []
    for child in noun.children:
        inner = filler(child) if child.dep_ == "prep" else None
        if child.dep_ == "poss" and is_sufferer(child, noun, words):
            victims.append(child)
        elif child.dep_ in ("poss", "compound"):
            agents.append(child)
        elif inner is not None and child.lower_ == "by":
            agents += [] if is_charge(noun, words) else [inner]
        elif inner is not None and child.lower_ in {"of", "against", "on"}:
            victims.append(inner)
        elif child.dep_ in ("acl", "relcl"):
            agents += doers(child, noun, words)
            victims += targets(child, words)
    if noun.dep_ in ("dobj", "nsubjpass"):
        agents += doers(noun.head, noun, words)
    return agents, victims


def is_sufferer(owner: Token, noun: Token, words: Lexicon) -> bool:
    """«the judge's murder», not «the rebels' killings»."""
    return noun.lemma_.lower() in words.lists["suffered"] and owner.lemma_.lower() not in words.lists["rebel"]


def doers(verb: Token, noun: Token, words: Lexicon) -> list[Token]:
    """The subject of a verb that says no more than that a deed is done."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in words.lists["doing"] or is_undone(truth(verb)):
        return []
    return [head for role, head in arguments(verb) if role == "subject" and head.i != noun.i]


def targets(verb: Token, words: Lexicon) -> list[Token]:
    """«the attack staged by rebels on the town hall»."""
    if verb.lemma_.lower() not in words.lists["doing"]:
        return []
    return [head for role, head in arguments(verb) if role in AIMED]


def is_incident(deed: Deed, words: Lexicon) -> bool:
    """Whether a deed is told as done, as news, and not to fighters alone."""
    fighters = deed.victims and all(is_fighter(victim, words) for victim in deed.victims)
    around = {form for token in deed.token.sent for form in (token.lower_, token.lemma_.lower())}
    return not (
        is_undone(truth(deed.token))
        or fighters
        or PAST.search(deed.token.sent.text)
        or around & words.lists["accident"]
        or any(victim.lemma_.lower() in words.lists["pictured"] for victim in deed.victims)
    )


def is_fighter(victim: Token, words: Lexicon) -> bool:
    """«three soldiers», «an army helicopter»."""
    beside = {child.lemma_.lower() for child in victim.children if child.dep_ in ("amod", "compound", "nmod")}
    return victim.lemma_.lower() in words.lists["fighter"] or bool(beside & words.lists["military"])


def is_undone(told: Truth) -> bool:
    """Whether something is not told as done."""
    return told.negated or told.status in UNDONE
