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
            other = anothers(tree, outer, inner)
            if other is not None and outer.frame in {"clause", "quote"}:
                heads[outer.head] = shortened(tree, heads[outer.head], other)
                break
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
    if tree.dep[inner] == "conj" and tense(tree, inner) == tense(tree, outer.head) and tree.lower[before] in {"and", "but"}:
        return before
    return None


def tense(tree: Tree, verb: int) -> str:
    """The tag of what carries the tense: of «did not suggest» that of «did»."""
    helper = next((kid for kid in tree.kids[verb] if tree.dep[kid] == "aux" and tree.lemma[kid] == "do"), verb)
    return tree.tag[helper]


def anothers(tree: Tree, outer: Attribution, inner: int) -> int | None:
    """Where «A said that it was closed, and B called it open» turns to B, though the parser joined the two clauses."""
    said = tree.kid(inner, *SUBJECTS)
    if inner < outer.head or said is None or tree.dep[inner] not in {"conj", "advcl"} or tree.tag[inner] != tree.tag[outer.head]:
        return None
    low = tree.left[inner]
    if tree.dep[inner] == "advcl" and tree.lower[low] != "while":
        return None
    comma = low - 1 if tree.lower[low - 1] == "," else low - 2
    joined = comma == low - 1 or tree.lower[low - 1] in {"and", "but"}
    if tree.lower[low - 1] in {"and", "but"} and low - 1 > outer.head and says(tree, outer.head) and says(tree, inner):
        return low - 1 if tree.pos[said] in {"PROPN", "NOUN"} else None  # «A said it was open and B said it was closed»
    if not joined or comma <= outer.head or tree.lower[comma] not in {",", ";"}:
        return None
    return comma if tree.pos[said] in {"PROPN", "NOUN"} else None  # «he» may be the speaker himself


def says(tree: Tree, verb: int) -> bool:
    """One of the plainest verbs, which nobody uses for a part of what he says himself."""
    return tree.lemma[verb] in {"say", "tell", "claim", "deny", "add"}


def shortened(tree: Tree, attribution: Attribution, cut: int) -> Attribution:
    """The attribution with nothing behind the cut."""
    kept: list[Range] = [(low, min(high, cut)) for low, high in attribution.content if low < cut]
    return replace(attribution, content=tuple(kept))
