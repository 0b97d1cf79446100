"""Sentences that only say whose word the sentence before them is: «This was stated by the mayor Ana Rell.»"""

from collections.abc import Iterable, Iterator, Sequence

from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.cues import Cue, listed, verbs
from rashomon.find.statement.sources import head_of, phrase, source_of, trimmed
from rashomon.find.statement.tree import Range, Tree

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
FARTHEST = 3  # tokens of blank between two sentences


def pointing_attributions(tree: Tree, known: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions of sentences whose «this» is the sentence before; none where that is somebody's word already."""
    said: frozenset[int] | None = None
    for verb in range(1, len(tree)):
        if tree.lemma[verb] in listed("pointing") and points(tree, verb):
            said = covered(known) if said is None else said
            before = sentence_before(tree, tree.opens[verb])
            head = source_of(tree, verb)
            cue = reading(tree, verb)
            if before is not None and head is not None and cue is not None and before[0] not in said:
                source = phrase(tree, head, (verb, verb + 1))
                words = tuple(sorted([verb, *(kid for kid in tree.kids[verb] if tree.dep[kid] in {"aux", "auxpass"})]))
                yield Attribution(cue, verb, words, source, head_of(tree, source), (before,), frame="pointing")


def points(tree: Tree, verb: int) -> bool:
    """«This was stated by the mayor», «The mayor said this on Friday»: the verb has nothing else to tell."""
    subject, held = tree.kid(verb, "nsubjpass"), tree.kid(verb, "dobj")
    if any(tree.dep[kid] in {"ccomp", "xcomp", "advcl", "neg"} for kid in tree.kids[verb]) or tree.head[verb] != verb:
        return False
    if subject is not None:
        return tree.lower[subject] == "this" and subject == tree.opens[verb] and tree.kid(verb, "agent") is not None
    return held is not None and held == verb + 1 and tree.lower[held] == "this" and tree.right[held] == held + 1


def reading(tree: Tree, verb: int) -> Cue | None:
    """The group by which a verb hands on what was said."""
    return next((cue for cue in verbs().get(tree.lemma[verb], ()) if "clause" in cue.takes), None)


def covered(known: Iterable[Attribution]) -> frozenset[int]:
    """The tokens that stand in a content."""
    return frozenset(token for each in known for low, high in each.content for token in range(low, high))


def sentence_before(tree: Tree, opens: int) -> Range | None:
    """The sentence that ends right before another begins; None when there is none with a verb."""
    last = opens - 1
    while last > 0 and tree.pos[last] == "SPACE" and opens - last < FARTHEST:
        last -= 1
    if last < 1:
        return None
    low, high = trimmed(tree, tree.opens[last], last + 1)
    return (low, high) if any(tree.tag[token] in FINITE for token in range(low, high)) else None
