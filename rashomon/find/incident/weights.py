"""How much a telling speaks for an incident: the more it looks like one deed done to somebody in particular, the more."""

from spacy.tokens import Token

from rashomon.find.incident.blame import phrase
from rashomon.find.incident.deeds import Deed
from rashomon.find.incident.lexicon import Lexicon

MOST_DEAD = 500  # a number above it is a sum over a war, «70,000 were killed»
EARLY = 2  # sentences in which news says what it is about
NARROWED = frozenset({"det", "amod", "compound", "poss", "prep"})

# How much a telling counts; from the articles for measuring (``python -m quality.predict muc``), by halving and doubling each.
WEAK, OPEN, LATE = 0.3, 0.4, 0.75
PRESENT, GERUND, GENERIC, UNSAID = 0.3, 0.5, 0.4, 0.3
PLURAL, VICTIM, ALONE, ANY = 0.2, 1.5, 0.7, 0.3


def weight(deed: Deed, words: Lexicon, fighting: frozenset[int]) -> float:
    """How much a deed speaks for an incident; ``fighting`` are the tokens that name armed groups."""
    own = weight_of_word(deed, words, fighting) * (1.0 if deed.sentence < EARLY else LATE)
    return own * (weight_of_verb(deed, words) if deed.verbal else weight_of_noun(deed, words))


def weight_of_word(deed: Deed, words: Lexicon, fighting: frozenset[int]) -> float:
    """«murdered» counts whole; «attacked» and «was wounded» less, unless armed people do it."""
    if (deed.entry.weak or deed.entry.open) and is_done_by_fighters(deed, words, fighting):
        return 1.0
    return WEAK if deed.entry.weak else OPEN if deed.entry.open else 1.0


def is_done_by_fighters(deed: Deed, words: Lexicon, fighting: frozenset[int]) -> bool:
    """Whether armed people do something to something: «the rebels destroyed the bridge», «members of the front burned buses»."""
    doing = [each for agent in deed.agents for each in phrase(agent)]
    armed = words.lists["rebel"] | words.lists["armed"] | words.lists["explosive"]
    return bool(deed.victims) and deed.verbal and any(each.i in fighting or each.lemma_.lower() in armed for each in doing)


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
    if victim.lemma_.lower() in words.lists["anybody"]:
        return False
    return not is_plural(victim) or any(child.dep_ in NARROWED for child in victim.children)
