"""How a name is used: as an actor, as a place, or to qualify another word."""

import re

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
MOST_WORDS = 8  # of a dateline: «LA PAZ, Bolivia, 3 Jan 90 (EFE)»
LONGEST_DATELINE = 70  # characters
VISITING = frozenset(
    {"visit", "leave", "reach", "enter", "quit", "tour", "bomb", "shell", "flee", "cross", "capture", "seize", "rock"}
)
# «the port of Haiphong», «parts of Kashmir»: what lies in a place, not what a government has.
PARTS = frozenset(
    {
        "city", "capital", "town", "village", "port", "district", "region", "province", "state", "part", "area", "street",
        "outskirts", "suburb", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "centre",
        "center", "coast",
        "island", "peninsula", "valley", "border", "territory", "mayor", "university", "airport", "battle", "siege", "bombing",
    }
)  # fmt: skip
# What ends a dateline: «MOSCOW (Sputnik) - », «ADDIS ABABA, May 15 (Xinhua) -- », and on the first line «ISLAMABAD: ».
DATELINE_END = re.compile(r" ?(?:--|[—–]) ?| - |: ")
QUALIFYING = frozenset({"amod", "compound", "nmod", "npadvmod"})


def words_at(doc: Doc, start: int, end: int) -> Span:
    """The tokens that hold the characters ``start`` to ``end`` of the document."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no words at {start}:{end}")
    return span


def datelines(text: str) -> list[tuple[int, int]]:
    """The characters of the datelines of a text, one at most a line."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        end = DATELINE_END.search(line, 0, LONGEST_DATELINE)
        if end and is_dateline(line[: end.start()]) and (end.group() != ": " or not text[:start].strip()):
            found.append((start, start + end.start()))
        start += len(line)
    return found


def is_dateline(words: str) -> bool:
    """Whether words name but a place, a date and an agency: all but the shortest begin with a capital or a digit."""
    listed = [word.strip("()[],.") for word in words.split()]
    return 0 < len(listed) <= MOST_WORDS and all(word[:1].isupper() or word[:1].isdigit() for word in listed if len(word) > 2)


def use_of_place(around: Span) -> str:
    """The use of a region or city that stands for nobody else: an actor only where it does something."""
    head = around.root
    if head.dep_ in QUALIFYING and head.head.i >= around.end:
        return "modifier"
    governor = above(head)
    acts = governor.dep_ in {"nsubj", "ROOT"} or (governor.dep_ == "pobj" and governor.head.dep_ == "agent")
    return "actor" if acts else "place"


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
    if word in PLACING or (word == "of" and over.head.lemma_.lower() in PARTS):
        return True
    return word in LEADING and over.head.lemma_ in MOTION
