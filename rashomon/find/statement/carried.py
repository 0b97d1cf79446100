"""«…,” said Anna Berg. “…,” she added»: a pronoun that goes on with the speaker before it."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.find.parse import Parse
from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.speakers import Mentioned, Speaker
from rashomon.find.statement.tree import Tree

SINGULAR = {"he": "he", "his": "he", "she": "she", "her": "she"}
POSSESSIVE = frozenset({"his", "her"})
BODILESS = ("state:", "organisation:", "government:", "company:")  # actors that no «he» or «she» means
TELLING = frozenset({"clause", "quote", "bare", "marks", "according", "quoting", "object", "preposition", "standpoint"})
FARTHEST = 4  # sentences outside marks between a speaker and the pronoun that goes on with him


@dataclass(frozen=True, slots=True)
class Scene:
    """Where paragraphs end, what stands between marks, and where persons are named outside them; actor empty where unknown."""

    words: Tree
    marked: list[bool]
    ends: list[int]
    places: tuple[int, ...]
    actors: tuple[str, ...]

    def only(self, actor: str, low: int, high: int) -> bool:
        """Whether nobody but one actor is named in a range of tokens."""
        return set(self.actors[bisect_left(self.places, low) : bisect_left(self.places, high)]) <= {actor}

    def near(self, before: int, after: int) -> bool:
        """Whether two cues stand in one paragraph or in two that follow each other, with few sentences between them."""
        first, second = (bisect_right(self.ends, self.words.start[cue]) for cue in (before, after))
        between = {self.words.opens[token] for token in range(before, after) if not self.marked[token]}
        return second - first <= 1 and len(between) <= FARTHEST


def scene(parse: Parse, words: Tree, mentions: Mentioned, marked: list[bool]) -> Scene:
    """The scene of an article."""
    placed: list[tuple[int, str]] = []
    for place in range(len(words)):
        if words.pos[place] == "PROPN" and not marked[place]:
            over = mentions.over(*parse.in_page(words.start[place], words.end[place]))
            placed.extend((place, mention.actor) for mention in over if mention.type == "person" and mention.form != "pronoun")
    ends = [end for _, end in parse.paragraphs]
    return Scene(words, marked, ends, tuple(place for place, _ in placed), tuple(actor for _, actor in placed))


def carried(around: Scene, order: Sequence[Attribution], speakers: Mapping[int, Speaker]) -> dict[int, Speaker]:
    """The speaker of each cue; «he» and «she» with the actor of the statement before them, where nobody else is named between.

    Only statements count that stand neither between marks nor in the content of another.
    """
    found = dict(speakers)
    held = {token for each in order for low, high in each.content for token in range(low, high)}
    persons = set(around.actors) - {""}
    called: dict[str, str] = {}  # the pronoun by which each actor was meant
    last: Attribution | None = None
    for each in sorted(order, key=lambda each: each.head):
        if around.marked[each.head] or each.source is None or each.frame not in TELLING or each.head in held:
            continue
        own = found[each.head]
        word = SINGULAR.get(own.text.lower(), "")
        before = found[last.head].actor if last is not None and word and not own.actor else ""
        if last is not None and before in persons and called.get(before, word) == word and goes_on(around, last, each, before):
            found[each.head] = replace(own, actor=before)
        if word:
            called.setdefault(found[each.head].actor, word)
        last = each
    return found


def owned(around: Scene, outer: tuple[Attribution, Speaker], each: Attribution, own: Speaker) -> Speaker:
    """«Ottawa backed Anna Berg in her demand that …»: a state has no «her», so the one person named in between is meant."""
    holder, holding = outer
    bodiless = holding.actor.startswith(BODILESS)
    if own.actor or own.text.lower() not in POSSESSIVE or not bodiless or each.source is None or holder.head > each.head:
        return own
    between = {actor for place, actor in zip(around.places, around.actors, strict=True) if holder.head < place < each.source[0]}
    return replace(own, actor=between.pop(), speaks=True) if len(between) == 1 and between != {""} else own


def goes_on(around: Scene, last: Attribution, each: Attribution, actor: str) -> bool:
    """Whether a pronoun can only mean the speaker of the statement before it."""
    if last.source is None or each.source is None:
        return False
    return around.only(actor, last.source[0], each.source[0]) and around.near(last.head, each.head)
