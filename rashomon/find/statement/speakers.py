"""Whom the words of a source mean: the actor of the mention that stands there."""

from bisect import bisect_right
from dataclasses import dataclass

from rashomon.find.parse import Parse
from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.somebody import NO_ONE, is_somebody
from rashomon.find.statement.sources import phrase
from rashomon.find.statement.tree import Range, Tree
from rashomon.records import Mention, Span

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
FIRST_PERSON = frozenset({"i", "me", "my", "myself"})
UNSPEAKING = frozenset({"place", "project"})  # types of a mention that are no voice
PLACE = "place:"  # «Radio Boston», «Uighurs in Xinjiang»: a place is no speaker, though its name stands in the speaker's
NAMING = frozenset({"colon", "standpoint"})  # frames that only a speaker fills: «in her view»
LONGEST_MENTION = 300  # characters; how far back a mention that covers a place may begin


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words for a speaker and the actor key where one is certain."""

    text: str
    actor: str
    span: Span | None  # of the words, on the page
    speaks: bool = True  # whether the words name somebody who can be a voice: no policy, no «it»

    @property
    def name(self) -> str:
        """What the voice ends in."""
        return self.actor or self.text


NOBODY = Speaker("", "", None)


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The mentions of an article by where they start."""

    starts: tuple[int, ...]
    mentions: tuple[Mention, ...]

    def actor(self, start: int, end: int) -> str:
        """The actor of the longest mention over the page's span; empty when there is none for certain."""
        over = [mention for mention in self.over(start, end) if mention.actor]
        best = max(over, key=lambda mention: (mention.cited.end - mention.cited.start, mention.id), default=None)
        return best.actor if best else ""

    def over(self, start: int, end: int) -> list[Mention]:
        """The mentions that cover the page's span, the last to begin first."""
        place = bisect_right(self.starts, start)
        found = []
        while place and self.starts[place - 1] > start - LONGEST_MENTION:
            place -= 1
            if self.mentions[place].cited.end >= end:
                found.append(self.mentions[place])
        return found


def mentioned(mentions: tuple[Mention, ...]) -> Mentioned:
    """The mentions laid out for look-up."""
    order = sorted(mentions, key=lambda mention: mention.cited.start)
    return Mentioned(tuple(mention.cited.start for mention in order), tuple(order))


def speaker(parse: Parse, tree: Tree, attribution: Attribution, mentions: Mentioned) -> Speaker:
    """The speaker of an attribution; of a relative pronoun, the noun it stands for."""
    if attribution.source is None or attribution.source_head is None:
        return NOBODY
    low, high = attribution.source
    if tree.lower[attribution.source_head] in {"’s", "'s"}:  # «Let’s add»
        return NOBODY
    start, end = tree.start[low], tree.end[high - 1]
    head = attribution.source_head
    said, words = head, (low, high)
    if tree.lower[head] in RELATIVE:
        meant = antecedent(tree, head)
        if meant is not None:
            said, words = meant, phrase(tree, meant, (head, head + 1))
    text = " ".join(parse.text[tree.start[words[0]] : tree.end[words[1] - 1]].split())
    named = (mentions.actor(*parse.in_page(tree.start[token], tree.end[token])) for token in naming(tree, said, words))
    actor = next((key for key in named if key and not key.startswith(PLACE)), "")
    if tree.lower[words[0]] in NO_ONE:
        return Speaker(text, "", parse.in_page(start, end), speaks=False)
    over = mentions.over(*parse.in_page(tree.start[said], tree.end[said]))
    known = any(mention.type not in UNSPEAKING and mention.form != "pronoun" for mention in over)
    return Speaker(
        text, actor, parse.in_page(start, end), bool(actor) or known or attribution.frame in NAMING or is_somebody(tree, said)
    )


def naming(tree: Tree, head: int, words: Range) -> list[int]:
    """The tokens that may carry the speaker's name: the head, then the name set beside it; of several speakers none."""
    if any(tree.dep[kid] == "conj" and kid < words[1] for kid in tree.kids[head]):
        return []
    beside = [kid for kid in tree.kids[head] if tree.dep[kid] == "appos" and kid < words[1]]
    last = words[1] - 1
    return [head, *beside, *([last] if tree.pos[last] == "PROPN" and tree.lower[max(last - 2, 0)] == "," else [])]


def antecedent(tree: Tree, pronoun: int) -> int | None:
    """The noun a relative pronoun stands for, «the mayor, who said»."""
    for token in (pronoun, *tree.up(pronoun)):
        if tree.dep[token] == "relcl":
            return tree.head[token]
    return None
