"""What is told in the words of a deed and is no event of any affair: habits, games, accidents, deeds of nobody."""

from spacy.tokens import Span, Token

from rashomon.find.event.lexicon import Deed, Lexicon
from rashomon.find.event.parties import PRONOUNS, Party, Sides

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
ANYBODY = frozenset("i we us me you it its my our your who anyone someone somebody everyone nobody one".split())


def is_generic(token: Token, deed: Deed, both: Sides, dated: bool, words: Lexicon, *, of_mishaps: bool) -> bool:
    """Whether no event of any affair is told: nobody takes part, a game is told, an accident, or a habit is described.

    ``of_mishaps``: the article tells of accidents rather than of violence.
    """
    if (deed.agent and not is_somebodys(both.actor)) or (token.dep_ == "pobj" and token.head.lower_ == "without"):
        return True  # «when it comes to trade», «fired without warning»
    if not is_somebodys((*both.actor, *both.recipient)) and (not dated or deed.type in COOPERATIVE):
        return True
    if deed.mutual and all(not party.key and party.text.lower() in PRONOUNS for party in both.actor):
        return True  # «she was met with a bill»
    if is_mishap(token, deed, both, words, of_mishaps) or in_class(token.sent, "sport", words) > 1:
        return True
    simple_present = token.tag_ in {"VBP", "VBZ"} and not any(child.dep_ in {"aux", "auxpass"} for child in token.children)
    return simple_present and not any(is_named(party, token) for party in (*both.actor, *both.recipient))


def is_somebodys(side: tuple[Party, ...]) -> bool:
    """Whether a side holds more than «I», «we», «it», which may be anybody; «he» and «they» were named before."""
    return any(party.key or party.text.lower() not in ANYBODY for party in side)


def is_mishap(token: Token, deed: Deed, both: Sides, words: Lexicon, of_mishaps: bool) -> bool:
    """«Nine people were killed when the tram derailed»: dead and injured, and nobody's deed, in an article about such things."""
    harmed = deed.count in {"dead", "injured"} and not any(party.key for party in both.actor)
    if not harmed or in_class(token.sent, "violence", words):
        return False
    return in_class(token.sent, "accident", words) > 0 or of_mishaps


def tells_of_mishaps(text: Span, words: Lexicon) -> bool:
    """Whether a text has several words for accidents and more of them than for violence."""
    return in_class(text, "accident", words) > max(1, in_class(text, "violence", words))


def in_class(tokens: Span, name: str, words: Lexicon) -> int:
    """How many different words of a class there are."""
    return len({word.lemma_.lower() for word in tokens} & words.classes.get(name, frozenset()))


def is_named(party: Party, token: Token) -> bool:
    """Whether a party is somebody known, or has a capital that is not that of the sentence."""
    words = party.text.split()
    return bool(party.key) or any(word[:1].isupper() for word in words if word != token.sent[0].text)
