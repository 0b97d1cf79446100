"""What the writer adds of a content in the same sentence, «…, a charge that Baku denies»: his own words, and no part of it."""

from dataclasses import replace

from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.cues import listed
from rashomon.find.statement.tree import Tree

MARKS = frozenset({"“", "”", '"', "``", "''", "«", "»"})
LEADING = frozenset({"a", "an"})
LONGEST = 4  # tokens of «, a very grave charge»


def without_comment(tree: Tree, attribution: Attribution) -> Attribution:
    """The attribution with its last piece of content cut before such a comment; between marks it is the speaker's own."""
    low, high = attribution.content[-1]
    if low < attribution.head or any(tree.lower[token] in MARKS for token in range(low, high)):
        return attribution
    comma = next((token for token in range(low + 1, high - 2) if tree.lower[token] == "," and comments(tree, token, high)), None)
    return attribution if comma is None else replace(attribution, content=(*attribution.content[:-1], (low, comma)))


def comments(tree: Tree, comma: int, high: int) -> bool:
    """«, a charge that …», «, an assertion not borne out»: the noun is set beside what was said."""
    if tree.lower[comma + 1] not in LEADING:
        return False
    noun = next((token for token in range(comma + 2, min(comma + 2 + LONGEST, high)) if tree.pos[token] == "NOUN"), None)
    return (
        noun is not None
        and tree.lemma[noun] in listed("commenting")
        and tree.dep[noun] in {"appos", "attr", "conj", "dobj", "npadvmod"}
    )
