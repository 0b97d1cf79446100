"""The parse of an article as plain lists, so that a look at a word costs a list index and not a call into spaCy."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

Range = tuple[int, int]
"""First token and the one after the last."""


BARS = frozenset("―‒–—")  # the tagger takes some of them for verbs


@dataclass(frozen=True, slots=True)
class Tree:
    """One list entry a token; ``left`` and ``right`` are the edges of its subtree, half-open."""

    doc: Doc
    text: str
    head: list[int]
    dep: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    lower: list[str]
    left: list[int]
    right: list[int]
    kids: list[list[int]]
    start: list[int]  # character offsets
    end: list[int]
    opens: list[int]  # first token of the sentence
    closes: list[int]  # the token after the last of the sentence

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.head)

    def kid(self, token: int, *deps: str) -> int | None:
        """The first child that stands in one of the relations."""
        return next((kid for kid in self.kids[token] if self.dep[kid] in deps), None)

    def span(self, token: int) -> Range:
        """The subtree of a token."""
        return self.left[token], self.right[token]

    def up(self, token: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        while self.head[token] != token:
            token = self.head[token]
            yield token


def tree(doc: Doc) -> Tree:
    """The lists of one parse."""
    rows = doc.to_array(["HEAD", "DEP", "LEMMA", "POS", "TAG", "LOWER", "SENT_START"]).tolist()
    strings = doc.vocab.strings
    names = {key: strings[key] for row in rows for key in row[1:6]}
    head = [(token + signed(row[0])) for token, row in enumerate(rows)]
    start = [token.idx for token in doc]
    kids: list[list[int]] = [[] for _ in rows]
    for token, above in enumerate(head):
        if above != token:
            kids[above].append(token)
    left, right = edges(head)
    opens, closes = sentences([row[6] for row in rows])
    dep, lemma, pos, tag, lower = ([names[row[column]] for row in rows] for column in range(1, 6))
    pos = ["PUNCT" if word in BARS else kind for word, kind in zip(lower, pos, strict=True)]
    end = [token.idx + len(token) for token in doc]
    return Tree(doc, doc.text, head, dep, lemma, pos, tag, lower, left, right, kids, start, end, opens, closes)


def signed(offset: int) -> int:
    """spaCy gives a head's distance as an unsigned number."""
    return offset - 2**64 if offset >= 2**63 else offset


def edges(head: list[int]) -> tuple[list[int], list[int]]:
    """The subtree of each token, by handing the edges up until nothing moves (two or three rounds)."""
    left, right = list(range(len(head))), list(range(1, len(head) + 1))
    order = by_depth(head)
    for token in order:
        above = head[token]
        left[above] = min(left[above], left[token])
        right[above] = max(right[above], right[token])
    return left, right


def by_depth(head: list[int]) -> list[int]:
    """The tokens, deepest first."""
    waiting = [0] * len(head)
    for token, above in enumerate(head):
        if above != token:
            waiting[above] += 1
    order = [token for token, count in enumerate(waiting) if not count]
    for token in order:
        above = head[token]
        if above != token:
            waiting[above] -= 1
            if not waiting[above]:
                order.append(above)
    return order


def sentences(starts: list[int]) -> tuple[list[int], list[int]]:
    """First token of the sentence of each token, and the one after its last."""
    opens: list[int] = []
    for token, start in enumerate(starts):
        opens.append(token if start == 1 or not token else opens[-1])
    closes = [len(starts)] * len(starts)
    for token in range(len(starts) - 2, -1, -1):
        closes[token] = token + 1 if opens[token + 1] == token + 1 else closes[token + 1]
    return opens, closes
