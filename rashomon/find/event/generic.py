"""What is told in the words of a deed and is no event of any affair: habits, games, accidents, deeds of nobody."""

from typing import Literal

from spacy.tokens import Span, Token

from rashomon.find.event.lexicon import Deed, Lexicon
from rashomon.find.event.parties import PRONOUNS, Party
from rashomon.find.event.public import BODY, PUBLIC
from rashomon.find.event.roles import roles
from rashomon.find.event.sides import Sides
from rashomon.find.event.tree import SUBJECTS

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
SHORTEST_TEXT = 150  # tokens; of a shorter text nobody can tell by its words what it is about
FEWEST_OF_AFFAIRS = 4  # different words; a text with fewer of them is about a wedding, a lost bag, the weather
FEWEST_OF_PASTIME = 4  # different words; a page of an affair has one or two, «film», «stadium»
ANYBODY = frozenset("i we us me you it its my our your who anyone someone somebody everyone nobody one".split())

Topic = Literal["affair", "mishap", "pastime", "private"]
"""What an article is about: the affairs of states and people, an accident, or games, shows, wares, private life and the sky."""
# Deeds that matter whoever does them; any other deed is an event where somebody in public life takes part.
ANYBODYS_TYPES = frozenset({"ASSAULT", "PROTEST"})
PENAL = frozenset({"arrest", "convict"})
ANYBODYS_MODES = PENAL | {"allege", "deport"}


def is_generic(token: Token, deed: Deed, both: Sides, dated: bool, words: Lexicon, *, topic: Topic) -> bool:
    """Whether no event of any affair is told: nobody takes part, a game or an accident is told, a private or habitual deed."""
    if (deed.agent and not is_somebodys(both.actor)) or is_adverbial(token):
        return True  # «when it comes to trade», «fired without warning»
    if not is_somebodys((*both.actor, *both.recipient)) and (not dated or deed.type in COOPERATIVE):
        return True
    if is_turned_inward(token, deed, both) or is_imperative(token) or is_of_animals(token, words):
        return True
    if deed.mutual and all(not party.key and party.text.lower() in PRONOUNS for party in both.actor):
        return True  # «she was met with a bill»
    if is_mishap(token, deed, both, words, topic) or in_class(token.sent, "sport", words) > 1 or is_private(deed, both, topic):
        return True
    simple_present = token.tag_ in {"VBP", "VBZ"} and not any(child.dep_ in {"aux", "auxpass"} for child in token.children)
    return simple_present and not any(is_named(party, token) for party in (*both.actor, *both.recipient))


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
    """«Welcome to Oslo», «Visit the shop»: what a sentence bids its reader do."""
    return (
        token.tag_ in {"VB", "VBP"}
        and token.i == token.sent.start
        and not any(child.dep_ in {"aux", *SUBJECTS} for child in token.children)
    )


def is_private(deed: Deed, both: Sides, topic: Topic) -> bool:
    """Whether nobody in public life takes part in a deed that is an event only of such people: «she recognised the cabin»."""
    parties = both.actor if deed.type == "CONSULT" else (*both.actor, *both.recipient)  # «two brothers flew to Tokyo»
    public = max((party.public for party in parties), default=0)
    if topic == "pastime":
        return public < PUBLIC
    if topic in {"private", "mishap"}:
        return public < PUBLIC and not (both.recipient and (deed.mode in PENAL or deed.type == "ASSAULT"))
    anybodys = deed.type in ANYBODYS_TYPES or deed.mode in ANYBODYS_MODES
    return bool(parties) and public < BODY and not (anybodys or (deed.mode == "release" and bool(both.recipient)))


def is_somebodys(side: tuple[Party, ...]) -> bool:
    """Whether a side holds more than «I», «we», «it», which may be anybody; «he» and «they» were named before."""
    return any(party.key or party.text.lower() not in ANYBODY for party in side)


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
    return in_class(token.sent, "accident", words) > 0 or topic == "mishap"


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
