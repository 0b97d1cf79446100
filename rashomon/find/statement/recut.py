"""Contents that swallowed the next cue: «said it was closed, adding that …», «said it was closed and told them …»."""

from dataclasses import replace

from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.cues import listed
from rashomon.find.statement.sources import SUBJECTS
from rashomon.find.statement.tree import Range, Tree


def recut(tree: Tree, found: list[Attribution]) -> list[Attribution]:
    """The attributions with each content cut where a later cue of the same speaker begins, which then takes that speaker."""
    heads = {attribution.head: attribution for attribution in found}
    for outer in found:
        for inner in sorted(token for low, high in outer.content for token in range(low, high) if token in heads):
            cut = going_on(tree, outer, inner)
            if cut is not None and outer.frame in {"clause", "quote"}:
                heads[outer.head] = shortened(tree, heads[outer.head], cut)
                said = heads[inner]
                heads[inner] = replace(said, source=heads[outer.head].source, source_head=heads[outer.head].source_head)
                break
    return [each for each in heads.values() if each.content]


def going_on(tree: Tree, outer: Attribution, inner: int) -> int | None:
    """Where the content should end when a verb inside it is the outer speaker's next cue."""
    if (
        inner < outer.head
        or tree.kid(inner, *SUBJECTS, "nsubjpass", "auxpass") is not None
        or tree.lemma[inner] not in listed("continuing")
    ):
        return None
    before = tree.left[inner] - 1
    if before < 1:
        return None
    if (
        tree.tag[inner] == "VBG"
        and tree.dep[inner] in {"advcl", "conj", "acl", "xcomp", "ccomp"}
        and tree.lower[before] in {",", "”", '"'}
    ):
        return before
    if tree.dep[inner] == "conj" and tree.tag[inner] == tree.tag[outer.head] and tree.lower[before] in {"and", "but"}:
        return before
    return None


def shortened(tree: Tree, attribution: Attribution, cut: int) -> Attribution:
    """The attribution with nothing behind the cut."""
    kept: list[Range] = [(low, min(high, cut)) for low, high in attribution.content if low < cut]
    return replace(attribution, content=tuple(kept))
