"""Whether the words for a source name somebody who can speak: a policy, a song or «it» is no voice of its own."""

import re

from rashomon.find.statement.cues import listed
from rashomon.find.statement.tree import Tree
from rashomon.gazetteer import gazetteer

OURS = frozenset("i me my myself we us our ours ourselves you your yours yourself yourselves".split())
PERSONS = frozenset("he she they who everybody everyone somebody someone".split())
COUNTED = frozenset("many some others few most several those both all two three".split())
NO_ONE = frozenset("no neither nobody none".split())  # «no group has claimed the attack»
DOER = re.compile("[^aeiou](er|or|ist|eer|ian|ee|man|woman|men|women|person|people)s?$")  # «miner», «senator», «horsewoman»
DEPENDENTS = frozenset({"appos", "conj"})


def is_somebody(words: Tree, head: int) -> bool:
    """Whether a source can speak: a person, body, state, group, outlet or document; data only where they are somebody's."""
    if any(words.lower[kid] in NO_ONE for kid in words.kids[head]) or words.lower[head] in NO_ONE:
        return False
    return can_speak(words, head) or any(can_speak(words, kid) for kid in words.kids[head] if words.dep[kid] in DEPENDENTS)


def can_speak(words: Tree, head: int) -> bool:
    """The same of one word, without the names set beside it."""
    word, lemma = words.lower[head], words.lemma[head].lower()
    if word in PERSONS | COUNTED | OURS or words.pos[head] in {"PROPN", "NUM"}:
        return True
    if words.pos[head] not in {"NOUN", "ADJ"}:
        return False
    if is_name(words, head):
        return True
    if lemma in listed("owned"):
        return any(
            token != head and (words.pos[token] == "PROPN" or is_agent(words.lower[token])) for token in range(*words.span(head))
        )
    if lemma in listed("partitive"):
        return any(can_speak(words, token) for token in behind(words, head)) or is_share(words, head)
    return bool({word, lemma} & (listed("document") | listed("body"))) or is_agent(word) or is_agent(lemma) or is_doer(lemma)


def is_name(words: Tree, head: int) -> bool:
    """A name that the tagger took for a common noun, «said Lund»: one capital in the middle of a sentence."""
    word = words.doc[head].text
    return word[:1].isupper() and word[1:].islower() and head > words.opens[head] and words.lower[head - 1] not in OPENERS


OPENERS = frozenset({"“", '"', "``", "‘", "'", "«", ":", "-", "–", "—"})


def is_share(words: Tree, head: int) -> bool:
    """«Forty percent say»: a share of those who were asked."""
    kids = words.kids[head]
    return any(words.dep[kid] in {"nummod", "det"} for kid in kids) and not any(words.lower[kid] == "of" for kid in kids)


def behind(words: Tree, head: int) -> list[int]:
    """The nouns after «of»: «a majority of voters»."""
    return [
        inner
        for kid in words.kids[head]
        if words.lower[kid] == "of"
        for inner in words.kids[kid]
        if words.dep[inner] == "pobj" and words.lemma[inner] not in listed("partitive")
    ]


def is_agent(word: str) -> bool:
    """A common noun for those who act in the news."""
    return (word,) in gazetteer().agents


def is_doer(lemma: str) -> bool:
    """A noun that its ending shows to be a person's, unless it is listed as a thing: «factor», «letter»."""
    return bool(DOER.search(lemma)) and lemma not in listed("no_doer")
