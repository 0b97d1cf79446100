"""When and where something was said, which is no part of what was said: «said on Friday the road was closed»."""

from rashomon.find.statement.cues import listed
from rashomon.find.statement.tree import Range, Tree

TIMES = frozenset({"DATE", "TIME"})
LONGEST = 25  # tokens


def occasion(tree: Tree, kid: int) -> bool:
    """«on Friday», «in an interview», «during the debate»."""
    if tree.dep[kid] != "prep":
        return False
    held = tree.kid(kid, "pobj")
    if held is None or tree.lower[kid] in {"during", "after", "before", "by", "through", "since", "until", "via", "ahead"}:
        return True
    return tree.lemma[held] in listed("occasion") or tree.doc[held].ent_type_ in TIMES


def timeless(tree: Tree, piece: Range, verb: int) -> Range:
    """A clause without the time behind its cue, or without the occasion that opens the sentence.

    A time that opens the sentence is left, for it may be that of the deed: «In June he left, the paper reported».
    """
    low, high = piece
    behind = low == verb + 1
    if not behind and (low != tree.opens[verb] or high > verb):
        return piece
    for token in range(low, min(low + LONGEST, high)):
        if tree.left[token] == low and tree.right[token] < high and (is_time(tree, token) if behind else is_venue(tree, token)):
            end = tree.right[token]
            comma = tree.lower[end] == ","
            return (end + 1, high) if comma else (end, high) if behind else piece
    return piece


def is_time(tree: Tree, token: int) -> bool:
    """«on Friday», «in a statement», «Tuesday»."""
    if tree.dep[token] == "prep":
        return tree.lower[token] in {"on", "in", "at", "during"} and occasion(tree, token) and tree.kid(token, "pobj") is not None
    return tree.dep[token] == "npadvmod" and tree.doc[token].ent_type_ in TIMES


def is_venue(tree: Tree, token: int) -> bool:
    """«In a statement», «On Twitter»."""
    held = tree.kid(token, "pobj") if tree.dep[token] == "prep" and tree.lower[token] in {"on", "in", "at", "during"} else None
    return held is not None and tree.lemma[held] in listed("occasion")
