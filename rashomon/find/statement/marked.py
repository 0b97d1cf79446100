"""Quotations as token ranges, and which tokens they and the contents of cues cover."""

from dataclasses import dataclass

from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.quotes import Quotation
from rashomon.find.statement.tree import Range, Tree


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in tokens: with its marks, and without."""

    quotation: Quotation
    span: Range
    inner: Range
    paragraph: int
    starts: bool  # its paragraph begins with it


def quote_of(tree: Tree, outer: list[Quoted]) -> list[int | None]:
    """For each token the outermost quotation it stands in."""
    inside: list[int | None] = [None] * len(tree)
    for place, quoted in enumerate(outer):
        low, high = quoted.inner
        inside[low:high] = [place] * (high - low)
    return inside


def covers(tree: Tree, attributions: list[Attribution]) -> list[int | None]:
    """For each token the cue, by its head, of the broadest content it stands in."""
    covered: list[int | None] = [None] * len(tree)
    for attribution in sorted(attributions, key=lambda each: sum(high - low for low, high in each.content)):
        for low, high in attribution.content:
            covered[low:high] = [attribution.head] * (high - low)
    return covered


def whole(tree: Tree, quoted: Quoted) -> bool:
    """Whether a quotation is a sentence of its own: it opens a paragraph, or follows a stop or a colon."""
    before = quoted.span[0] - 1
    while before >= 0 and tree.pos[before] == "SPACE" and "\n" not in tree.doc[before].text:
        before -= 1
    return (
        quoted.starts
        or before < 0
        or tree.lower[before] in {".", "!", "?", ":", "…", "”", '"', "''", "’"}
        or tree.pos[before] == "SPACE"
    )
