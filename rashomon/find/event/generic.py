"""What is told in the words of a deed and is no event of any affair: habits, games, accidents, deeds of nobody."""

import re
from typing import Literal

from spacy.tokens import Doc, Span, Token

from rashomon.find.event.lexicon import Deed, Lexicon
from rashomon.find.event.parties import PRONOUNS, Party
from rashomon.find.event.public import BODY, PUBLIC
from rashomon.find.event.roles import roles
from rashomon.find.event.sides import Sides
from rashomon.find.event.tree import SUBJECTS, is_verb

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
SHORTEST_TEXT = 150  # tokens; of a shorter text nobody can tell by its words what it is about
SHORTEST_TALE = 60  # tokens; a text of that length says what killed and injured
AMBIGUOUS = frozenset({"strike", "blow", "operation", "strikes", "aircraft", "jet", "battery", "bomber"})
PERSONAL = frozenset({"AID", "CONSULT", "SUPPORT", "COOPERATE"})  # types of which a thing is never the actor
FEWEST_OF_AFFAIRS = 4  # different words; a text with fewer of them is about a wedding, a lost bag, the weather
FEWEST_OF_PASTIME = 4  # different words; a page of an affair has one or two, «film», «stadium»
HARMED = frozenset({"kill", "injure", "wound", "hurt", "die"})  # «murdered», «shot» is by somebody
FEWEST_OF_VIOLENCE = 2  # different words of a text for violence, beside which the dead and injured of nobody are somebody's
ASKING = frozenset({"do", "be", "have", "will", "can", "could", "may", "might", "should", "would"})
FURNITURE = re.compile("(?i)hide caption|image caption|image copyright|just watched|replay more videos|photos: |read more:")
ANYBODY = frozenset("i we us me you it its my our your who anyone someone somebody everyone nobody one".split())

Topic = Literal["affair", "mishap", "pastime", "private"]
"""What an article is about: the affairs of states and people, an accident, or games, shows, wares, private life and the sky."""
# Deeds that matter whoever does them; any other deed is an event where somebody in public life takes part.
ANYBODYS_TYPES = frozenset({"ASSAULT", "PROTEST"})
PENAL = frozenset({"arrest", "convict"})
ANYBODYS_MODES = PENAL | {"allege", "deport", "curfew", "martial-law"}


def is_generic(token: Token, deed: Deed, both: Sides, dated: bool, words: Lexicon, *, topic: Topic) -> bool:
    """Whether no event of any affair is told: nobody takes part, a game or an accident is told, a private or habitual deed."""
    return (
        is_nobodys(token, deed, both, dated)
        or is_no_telling(token)
        or is_turned_inward(token, deed, both)
        or is_of_animals(token, words)
        or is_mishap(token, deed, both, words, topic)
        or in_class(token.sent, "sport", words) > 1
        or is_private(deed, both, topic)
        or is_habit(token, both)
    )


def is_nobodys(token: Token, deed: Deed, both: Sides, dated: bool) -> bool:
    """Whether the sides that the entry asks for are not there, or nobody is on either side and it has no time."""
    if (deed.agent and not is_somebodys(both.actor)) or (deed.weak and not is_between_public(both)):
        return True  # «when it comes to trade», «the bad press hurt them»
    if deed.type in PERSONAL and not both.actor and is_done_by_thing(token):
        return True  # «the price gives the bank a billion»
    if (deed.aimed and not both.recipient) or (deed.named and not any(party.key for party in both.recipient)):
        return True  # «fought for years», «came to the scene»
    if deed.mutual and all(not party.key and party.text.lower() in PRONOUNS for party in both.actor):
        return True  # «she was met with a bill»
    return not is_somebodys((*both.actor, *both.recipient)) and (not dated or deed.type in COOPERATIVE)


def is_done_by_thing(token: Token) -> bool:
    """Whether a verb in the active has a subject of its own that is nobody; «that», «it» may be somebody."""
    subjects = [child for child in token.children if child.dep_ == "nsubj"]
    return is_verb(token) and bool(subjects) and subjects[0].pos_ == "NOUN"


def is_no_telling(token: Token) -> bool:
    """Whether the sentence tells no deed: an adverbial, a command, headlines in a row."""
    return is_adverbial(token) or is_imperative(token) or is_heap(token.sent) or is_asked(token)


def is_habit(token: Token, both: Sides) -> bool:
    """«Gangs attack villages»: the simple present of nobody that is named."""
    simple_present = token.tag_ in {"VBP", "VBZ"} and not any(child.dep_ in {"aux", "auxpass"} for child in token.children)
    return simple_present and not any(is_named(party, token) for party in (*both.actor, *both.recipient))


def is_between_public(both: Sides) -> bool:
    """Whether somebody in public life does it, or both sides stand there and it is done to somebody in public life."""
    public = [any(party.public == PUBLIC for party in side) for side in (both.actor, both.recipient)]
    return public[0] or (public[1] and bool(both.actor))


def is_adverbial(token: Token) -> bool:
    """«fired without warning», «in order to win»."""
    before = token.head.lower_ if token.dep_ == "pobj" or token.lower_ == "warning" else ""
    return before == "without" or (before == "in" and token.lower_ == "order")


def is_turned_inward(token: Token, deed: Deed, both: Sides) -> bool:
    """«defended itself», «felt guilty», of which nobody else is accused; killing oneself is a deed of its own."""
    reflexive = any(
        child.dep_ in {"dobj", "oprd", "dative"} and child.lower_.endswith(("self", "selves")) for child in token.children
    )
    own = token.pos_ == "ADJ" and all(not party.key and party.text.lower() in PRONOUNS for party in both.recipient)
    return (reflexive and deed.type != "ASSAULT") or (own and deed.type == "ACCUSE")


def is_of_animals(token: Token, words: Lexicon) -> bool:
    """«The gorilla was shot», «feeding the pigeons»."""
    filled = roles(token)
    animals = words.classes.get("animals", frozenset())
    return any(noun.lemma_.lower() in animals for role in ("subject", "object", "of") for noun in filled.get(role, ()))


def is_imperative(token: Token) -> bool:
    """«Welcome to Oslo», «Visit the shop», «“Kill them”, he said»: what a sentence bids its reader do."""
    if token.tag_ not in {"VB", "VBP"} or any(child.dep_ in {"aux", "mark", *SUBJECTS} for child in token.children):
        return False
    if token.dep_ == "conj":
        return token.tag_ == "VB" and is_imperative(token.head)
    before = token.doc[token.i - 1] if token.i > token.sent.start else None
    return before is None or (token.dep_ in {"ROOT", "ccomp"} and before.is_quote and token.text[:1].isupper())


def is_private(deed: Deed, both: Sides, topic: Topic) -> bool:
    """Whether nobody in public life takes part in a deed that is an event only of such people: «she recognised the cabin»."""
    parties = both.actor if deed.type == "CONSULT" else (*both.actor, *both.recipient)  # «two brothers flew to Tokyo»
    public = max((party.public for party in parties), default=0)
    if topic == "pastime":
        return public < PUBLIC
    if topic in {"private", "mishap"}:
        return public < PUBLIC and not (both.recipient and (deed.mode in PENAL or deed.type == "ASSAULT"))
    anybodys = deed.type in ANYBODYS_TYPES or deed.mode in ANYBODYS_MODES
    least = PUBLIC if deed.mode == "visit" else BODY
    return bool(parties) and public < least and not (anybodys or (deed.mode == "release" and bool(both.recipient)))


def is_somebodys(side: tuple[Party, ...]) -> bool:
    """Whether a side holds more than «I», «we», «it», which may be anybody; «he» and «they» were named before."""
    return any(party.key or party.text.lower() not in ANYBODY for party in side)


def is_asked(token: Token) -> bool:
    """«Did Oslo attack the convoy?»: what is asked is not told; «Why did Oslo attack?» tells it."""
    sentence = token.sent
    first = next((word for word in sentence if word.is_alpha), token)
    last = next((word for word in reversed(list(sentence)) if not (word.is_space or word.is_quote)), token)
    return last.text == "?" and first.tag_ in {"MD", "VBD", "VBZ", "VBP"} and first.lemma_ in ASKING


def is_heap(sentence: Span) -> bool:
    """«STORM HAVOC Two ferries collide RATE SHOCK Bank attacked»: headlines in a row tell no deeds; nor do captions."""
    if FURNITURE.search(sentence.text):
        return True
    loud = [word.is_upper and len(word) > 2 and word.is_alpha for word in sentence]
    runs = [place for place in range(1, len(loud)) if loud[place - 1] and loud[place] and (place < 2 or not loud[place - 2])]
    return len(runs) > 1 and sum(loud) < len(loud) / 2


def is_mishap(token: Token, deed: Deed, both: Sides, words: Lexicon, topic: Topic) -> bool:
    """«Nine people were killed when the tram derailed»: dead and injured, and nobody's deed, in an article about such things."""
    if deed.count not in {"dead", "injured"}:
        return False
    accidents = words.classes.get("accident", frozenset())
    doers = roles(token).get("subject", ())
    above = token.head if token.dep_ in {"advcl", "conj"} else token
    if above.lemma_.lower() in accidents or any(
        doer.lemma_.lower() in accidents for head in doers for doer in (head, *appositions(head))
    ):
        return True  # «a crash in Norway killed two»
    if any(party.key or party.public == PUBLIC for party in both.actor) or in_class(token.sent, "violence", words):
        return False
    if in_class(token.sent, "accident", words) > 0 or topic == "mishap":
        return True
    return not both.actor and token.lemma_ in HARMED and is_peaceful(token.doc, words)


def is_peaceful(doc: Doc, words: Lexicon) -> bool:
    """Whether a text long enough to name them has hardly a word of violence; it reads the whole text, so it is asked last."""
    return len(doc) >= SHORTEST_TALE and len(in_text(doc, words)) < FEWEST_OF_VIOLENCE


def in_text(doc: Doc, words: Lexicon) -> set[str]:
    """The words of violence of a text, without those that ships and storms do too: «struck a bridge»."""
    told = {word.lemma_.lower() for word in doc}
    return {word for name in ("violence", "weapons", "armed") for word in told & words.classes.get(name, frozenset())} - AMBIGUOUS


def appositions(noun: Token) -> list[Token]:
    """What stands beside a noun for the same; after a dateline, who acts."""
    return [child for child in noun.children if child.dep_ == "appos"]


def topic_of(text: Span, words: Lexicon) -> Topic:
    """What a text is about, by how many different words of each class it has."""
    lemmas = {word.lemma_.lower() for word in text}
    counts = {name: len(lemmas & words.classes.get(name, frozenset())) for name in ("accident", "violence", "pastime", "affairs")}
    if counts["pastime"] >= FEWEST_OF_PASTIME and counts["pastime"] > counts["affairs"]:
        return "pastime"
    if counts["accident"] > max(1, counts["violence"]):
        return "mishap"
    return "private" if len(text) >= SHORTEST_TEXT and counts["affairs"] < FEWEST_OF_AFFAIRS else "affair"


def in_class(tokens: Span, name: str, words: Lexicon) -> int:
    """How many different words of a class there are."""
    return len({word.lemma_.lower() for word in tokens} & words.classes.get(name, frozenset()))


def is_named(party: Party, token: Token) -> bool:
    """Whether a party is somebody known, or has a capital that is not that of the sentence."""
    words = party.text.split()
    return bool(party.key) or any(word[:1].isupper() for word in words if word != token.sent[0].text)
