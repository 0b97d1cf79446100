"""How a name is used: as an actor, as a place, or to qualify another word."""

from spacy.tokens import Doc, Span, Token

# Prepositions after which a country or a city is where something is, not who does it.
PLACING = frozenset({"in", "at", "near", "inside", "outside", "throughout", "across", "within", "around", "into", "onto"})
# After these a place is only where a motion leads: «travelled to», «returned from», «fled through».
LEADING = frozenset({"to", "from", "through", "via", "towards", "toward", "for"})
MOTION = frozenset(
    {
        "go", "come", "travel", "fly", "arrive", "return", "move", "march", "flee", "drive", "sail", "head", "leave", "depart",
        "deport", "extradite", "send", "bring", "transport", "take", "visit", "trip", "journey", "flight", "route", "road",
        "pipeline", "border", "tour", "departure", "withdraw", "withdrawal", "transfer", "deploy", "export", "import",
        "advance", "retreat", "evacuate", "expel", "escape", "migrate", "emigrate", "rush", "fall", "way", "train",
    }
)  # fmt: skip
VISITING = frozenset(
    {"visit", "leave", "reach", "enter", "quit", "tour", "bomb", "shell", "flee", "cross", "capture", "seize", "rock"}
)
QUALIFYING = frozenset({"amod", "compound", "nmod", "npadvmod"})


def words_at(doc: Doc, start: int, end: int) -> Span:
    """The tokens that hold the characters ``start`` to ``end`` of the document."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no words at {start}:{end}")
    return span


def use_of(around: Span, city: bool = False) -> str:
    """The use of a name: «Beijing warned» actor, «in Beijing» place, «Beijing summit» modifier.

    ``city``: the name is a city that may stand for a government, so that it is a place more readily than a state is.
    """
    head = around.root
    if head.dep_ == "poss":
        return "actor"
    if head.dep_ in QUALIFYING and head.head.i >= around.end:
        return "modifier"
    governor = above(head)
    if governor.dep_ in {"pobj", "dobj"} or city:
        return "place" if is_placed(governor, city) else "actor"
    return "actor"


def above(token: Token) -> Token:
    """The first of a list of names: in «Moscow and Beijing» Beijing is used as Moscow is."""
    seen = 0
    while token.dep_ in {"conj", "appos"} and seen < 10:
        token, seen = token.head, seen + 1
    return token


def is_placed(token: Token, city: bool) -> bool:
    """Whether the word is where something happens or leads."""
    over = token.head
    if token.dep_ == "dobj":
        return city and over.lemma_ in VISITING
    if token.dep_ != "pobj":
        return False
    word = over.lower_
    if word in PLACING:
        return True
    return word in LEADING and over.head.lemma_ in MOTION
