"""Phrases that hand a clause to somebody: «in the opinion of the analyst», «from his point of view», «by the mayor's account»."""

from collections.abc import Iterator

from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.cues import Cue, standpoints
from rashomon.find.statement.nominals import around_phrase, before_subject
from rashomon.find.statement.somebody import is_somebody
from rashomon.find.statement.sources import phrase
from rashomon.find.statement.tree import Range, Tree

LEADING = frozenset({"in", "from", "by", "to"})
POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our"})


def standpoint_attributions(tree: Tree) -> Iterator[Attribution]:
    """«In the opinion of the analyst Ana Rell, the harbour will never reopen.»"""
    for token in range(len(tree) - 2):
        if tree.lower[token] in LEADING and tree.dep[token] == "prep" and (noun := tree.kid(token, "pobj")) is not None:
            cue = next(iter(standpoints().get(tree.lemma[noun], ())), None)
            found = None if cue is None or noun < token else standing(tree, token, noun, cue)
            if found is not None:
                yield found


def standing(tree: Tree, opens: int, noun: int, cue: Cue) -> Attribution | None:
    """The attribution of a phrase that commas set apart, when it says whose view it is."""
    owner = holder(tree, noun)
    if owner is None:
        return None
    closes = max(before_subject(tree, opens, owner), noun + 1)
    if not set_apart(tree, opens, closes):
        return None
    content = around_phrase(tree, opens, closes)
    if not content:
        return None
    return Attribution(cue, noun, (opens, noun), source(tree, opens, owner), owner, content, frame="standpoint")


def source(tree: Tree, opens: int, owner: int) -> Range:
    """The words for whose view it is, «the analyst’s» without its ending."""
    low, high = phrase(tree, owner)[0], before_subject(tree, opens, owner)
    return (low, high - 1) if high - low > 1 and tree.tag[high - 1] == "POS" else (low, high)


def holder(tree: Tree, noun: int) -> int | None:
    """Whose view it is: the possessor, or who stands behind «of»; of «the point of view of the mayor» the second «of»."""
    owner = tree.kid(noun, "poss")
    behind = [token for token in range(noun + 1, tree.right[noun]) if tree.lower[token] == "of"]
    if owner is None and behind:
        owner = tree.kid(behind[-1 if tree.lemma[noun] == "point" else 0], "pobj")
    if owner is None:
        return None
    return owner if tree.lower[owner] in POSSESSIVES or is_somebody(tree, owner) else None


def set_apart(tree: Tree, opens: int, closes: int) -> bool:
    """Whether a phrase opens its sentence or follows a comma, and a comma or the sentence's end follows it."""
    before = opens - 1
    first = opens == tree.opens[opens] or tree.lower[before] in {",", "“", '"', "(", "and", "but", "so", "–", "—"}
    after = closes >= tree.closes[opens] or tree.pos[closes] == "PUNCT" or tree.lower[closes - 1] == ","
    return first and after
