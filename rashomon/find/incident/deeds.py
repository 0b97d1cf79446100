"""The deeds of violence an article tells of, with who does them to whom, and how much each speaks for an incident."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.find.clauses import arguments, filler
from rashomon.find.incident.lexicon import DeedWords, Lexicon
from rashomon.find.truth import Truth, truth
from rashomon.records import IncidentKind, Status

UNDONE: frozenset[Status] = frozenset({"conditional", "predicted", "refused", "denied", "planned"})
# What is told as background: «years ago», «in the past».
PAST = re.compile(
    r"\b(?:years? ago|decades?|(?:in|over|for) the (?:past|last) (?:\w+ )?(?:years|decades?)|last year|history|anniversary|"
    r"months ago|since the beginning|in (?:1[89]|20)\d\d)\b",
    re.IGNORECASE,
)
AIMED = frozenset({"at", "on", "against"})
PARTS = frozenset({"prt", "dobj", "advmod", "prep", "acomp", "oprd"})
HAPPENS_TO = frozenset({"die"})  # the subject suffers
GOES_OFF = frozenset({"explode", "go off", "burn"})  # the subject is the means
MOST_DEAD = 500  # a number above it is a sum over a war, «70,000 were killed»
VERBAL = frozenset({"VERB", "AUX"})
EARLY = 5  # sentences in which news says what it is about

# How much a telling counts; from the articles for measuring (``python -m quality.predict muc``), by halving and doubling each.
WEAK, OPEN, LATE = 0.3, 0.5, 0.85
PRESENT, GERUND, GENERIC, UNSAID = 0.3, 0.5, 0.4, 0.5
PLURAL, VICTIM, ALONE, ANY = 0.4, 1.5, 0.7, 0.3


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
    weight: float = 0.0

    @property
    def verbal(self) -> bool:
        """Told by a verb."""
        return self.token.pos_ in VERBAL


def deeds(doc: Doc, words: Lexicon) -> tuple[Deed, ...]:
    """The deeds that are told as done, not long ago, and to others than fighters, in text order."""
    found = (deed for number, sentence in enumerate(doc.sents) for token in sentence for deed in deed_at(token, number, words))
    return tuple(weighed(deed, words) for deed in found if is_incident(deed, words))


def deed_at(token: Token, number: int, words: Lexicon) -> Iterator[Deed]:
    """The deed that a token tells of, at most one."""
    for word in spellings(token):
        entry = (words.verbs if token.pos_ in VERBAL else words.nouns).get(word)
        if entry is not None:
            agents, victims = sides_of_verb(token, word) if token.pos_ in VERBAL else sides_of_noun(token, words)
            people = tuple(victim for victim in victims if victim.ent_type_ not in {"DATE", "TIME"})
            yield Deed(token, entry.incident, word, entry, tuple(agents), people, number)
            return


def spellings(token: Token) -> list[str]:
    """What the lexicon may call a token, the longer first: «blow up», «blow»; «bomb attack», «attack»; «bombings», «bombing»."""
    lemma = token.lemma_.lower()
    if token.pos_ in VERBAL:
        return [*(f"{lemma} {child.lemma_.lower()}" for child in token.children if child.dep_ in PARTS), lemma]
    if token.pos_ not in ("NOUN", "PROPN"):
        return []
    singular = token.lower_.removesuffix("s")
    beside = [f"{child.lemma_.lower()} {lemma}" for child in token.children if child.dep_ == "compound"]
    explosive = ["bomb attack"] if lemma == "attack" and any("bomb" in word or "dynamite" in word for word in beside) else []
    return [*explosive, *beside, lemma, singular]


def sides_of_verb(verb: Token, word: str) -> tuple[list[Token], list[Token]]:
    """Who does it, and to whom."""
    told = arguments(verb)
    subjects = [head for role, head in told if role == "subject"]
    victims = [head for role, head in told if role == "object" or (role in AIMED and role != "against")]
    if word in HAPPENS_TO:
        return [], subjects
    return ([], victims) if word in GOES_OFF else (subjects, victims)


def sides_of_noun(noun: Token, words: Lexicon) -> tuple[list[Token], list[Token]]:
    """Who does it («X's attack», «attack by X», «X carried out the attack»), and to whom («attack on Y», «murder of Y»)."""
    agents, victims = [], []
    for child in noun.children:
        inner = filler(child) if child.dep_ == "prep" else None
        if child.dep_ in ("poss", "compound"):
            agents.append(child)
        elif inner is not None and child.lower_ == "by":
            agents.append(inner)
        elif inner is not None and child.lower_ in {"of", "against", "on"}:
            victims.append(inner)
        elif child.dep_ in ("acl", "relcl"):
            agents += doers(child, noun, words)
    if noun.dep_ in ("dobj", "nsubjpass"):
        agents += doers(noun.head, noun, words)
    return agents, victims


def doers(verb: Token, noun: Token, words: Lexicon) -> list[Token]:
    """The subject of a verb that says no more than that a deed is done."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in words.lists["doing"] or is_undone(truth(verb)):
        return []
    return [head for role, head in arguments(verb) if role == "subject" and head.i != noun.i]


def is_incident(deed: Deed, words: Lexicon) -> bool:
    """Whether a deed is told as done, as news, and not to fighters alone."""
    fighters = deed.victims and all(victim.lemma_.lower() in words.lists["fighter"] for victim in deed.victims)
    around = {token.lower_ for token in deed.token.sent}
    return not (
        is_undone(truth(deed.token))
        or fighters
        or PAST.search(deed.token.sent.text)
        or around & words.lists["accident"]
        or any(victim.lemma_.lower() in words.lists["pictured"] for victim in deed.victims)
    )


def is_undone(told: Truth) -> bool:
    """Whether something is not told as done."""
    return told.negated or told.status in UNDONE


def weighed(deed: Deed, words: Lexicon) -> Deed:
    """The deed with its weight: the more it looks like one deed done to somebody in particular, the more."""
    weight = (WEAK if deed.entry.weak else OPEN if deed.entry.open else 1.0) * (1.0 if deed.sentence < EARLY else LATE)
    weight *= weight_of_verb(deed, words) if deed.verbal else weight_of_noun(deed, words)
    return Deed(deed.token, deed.incident, deed.word, deed.entry, deed.agents, deed.victims, deed.sentence, weight)


def weight_of_verb(deed: Deed, words: Lexicon) -> float:
    """«killed a judge» counts whole; «kill», «killing», «killed people» and «killed» less."""
    weight = {"VBD": 1.0, "VBN": 1.0, "VBG": GERUND}.get(deed.token.tag_, PRESENT)
    if deed.victims and not any(is_particular(victim, words) for victim in deed.victims):
        weight *= GENERIC
    return weight * (UNSAID if not deed.victims and deed.incident in {"attack", "kidnapping"} else 1.0)


def weight_of_noun(deed: Deed, words: Lexicon) -> float:
    """«the murder of the judge» counts more than whole; «murders», «the murder» and «any murder» less."""
    weight = PLURAL if is_plural(deed.token) and number_on(deed.token) is None else 1.0
    if any(is_particular(victim, words) for victim in deed.victims):
        weight *= VICTIM
    elif not deed.victims:
        weight *= ALONE
    return weight * (ANY if any(child.lower_ in {"any", "no", "such", "every"} for child in deed.token.children) else 1.0)


def is_plural(token: Token) -> bool:
    """«bombings»."""
    return token.tag_ in {"NNS", "NNPS"}


def number_on(token: Token) -> int | None:
    """The number that counts a noun, None without one; a number word is a small one unless it names a large unit."""
    for child in token.children:
        if child.dep_ == "nummod":
            digits = child.text.replace(",", "")
            return int(digits) if digits.isdecimal() and len(digits) < 10 else 10**6 if digits.endswith(("nd", "ion")) else 5
    return None


def is_particular(victim: Token, words: Lexicon) -> bool:
    """Whether somebody in particular is meant: a name, «he», «two nuns», «the judge»; not «people»."""
    if victim.pos_ == "PROPN":
        return victim.text[:1].isupper()
    if victim.pos_ == "PRON":
        return victim.lower_ in {"he", "she", "him", "her", "who"}
    number = number_on(victim)
    if number is not None:
        return number < MOST_DEAD
    return not is_plural(victim) and victim.lemma_.lower() not in words.lists["anybody"]
