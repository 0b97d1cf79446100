"""Near-copies: passages that agree since one was made from the other, with the small changes that desks make."""

import re
from collections.abc import Callable, Iterator
from random import Random

from quality.conflicts.tellings import Contrast

SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
HEADS = ("(Agency) - ", "LONDON - ", "Photo: Agency. ", "BERLIN (AP) — ", "Updated: ", "“")
QUOTES = str.maketrans('“”"', "'''")
SHARING = 0.6  # of the sets also give two passages that share a sentence and differ in what does not conflict


def headed(text: str, chance: Random) -> str:
    """With what a desk puts before a text."""
    return chance.choice(HEADS) + text


def requoted(text: str, chance: Random) -> str:
    """With other quotation marks."""
    return text.translate(QUOTES)


def cut(text: str, chance: Random) -> str:
    """Without its last words, as a teaser is."""
    words = text.split()
    return " ".join(words[: -chance.randint(1, 3)]) + " …" if len(words) > 10 else text


def without_first(text: str, chance: Random) -> str:
    """Without its first sentence, if it has others."""
    _, *others = SENTENCE_END.split(text)
    return " ".join(others) or text


def reordered(text: str, chance: Random) -> str:
    """With its sentences in another order."""
    sentences = SENTENCE_END.split(text)
    return " ".join(chance.sample(sentences, len(sentences)))


def unchanged(text: str, chance: Random) -> str:
    """As it is."""
    return text


CHANGES: tuple[Callable[[str, Random], str], ...] = (headed, requoted, cut, without_first, reordered, unchanged)


def changed(text: str, chance: Random) -> str:
    """A text with one of the small changes."""
    return chance.choice(CHANGES)(text, chance)


def near_copies(one: Contrast, chance: Random) -> Iterator[tuple[str, str]]:
    """Pairs of texts from a set that agree: a text and its near-copy; often also two that share the passage of the set."""
    text = chance.choice([one.left, *(rival.text for rival in one.rights)])
    yield text, changed(text, chance)
    agreeing = [rival.text for rival in one.rights if rival.kind == "none"]
    if agreeing and chance.random() < SHARING:
        added = chance.choice(agreeing)
        others = (one.left, added, f"{added} {one.left}", f"{changed(one.left, chance)} {chance.choice(agreeing)}")
        yield f"{one.left} {added}", chance.choice(others)
