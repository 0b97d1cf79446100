"""Quotations and the cues beside them: who is speaking between the marks, or that nobody is."""

from bisect import bisect_left
from dataclasses import dataclass, replace

from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.beside import before_colon, bystander, completed, owned, tag_after, tag_before, verbless
from rashomon.find.statement.channels import channelled
from rashomon.find.statement.cues import UNTAGGED
from rashomon.find.statement.marked import Quoted, covers, quote_of, whole
from rashomon.find.statement.quotes import Quotation, first_mark
from rashomon.find.statement.sources import head_of
from rashomon.find.statement.tree import Range, Tree
from rashomon.records import Span

FEWEST = 5  # words between marks that make a sentence somebody said, though nobody is named


@dataclass(frozen=True, slots=True)
class Paired:
    """What the marks make of the attributions."""

    attributions: tuple[Attribution, ...]
    distanced: tuple[Quoted, ...]


def in_tokens(tree: Tree, quotations: tuple[Quotation, ...], paragraphs: tuple[Span, ...]) -> list[Quoted]:
    """The quotations that hold a word, as token ranges."""
    found = []
    ends = [end for _, end in paragraphs]
    firsts = [first_mark(tree.text, start, end) for start, end in paragraphs]
    for quotation in quotations:
        low, high = bisect_left(tree.end, quotation.low + 1), bisect_left(tree.start, quotation.high)
        if low < high and any(tree.pos[token] not in {"PUNCT", "SPACE"} for token in range(low, min(high, low + 50))):
            first, last = bisect_left(tree.end, quotation.start + 1), bisect_left(tree.start, quotation.end)
            paragraph = bisect_left(ends, quotation.end)
            starts = firsts[paragraph] == quotation.start
            found.append(Quoted(quotation, (first, last), (low, high), paragraph, starts))
    return found


def paired(tree: Tree, found: list[Attribution], quoteds: list[Quoted]) -> Paired:
    """The attributions once every outermost quotation has its speaker or is known to have none."""
    outer = [quoted for quoted in quoteds if not quoted.quotation.depth]
    inside = quote_of(tree, outer)
    table = {attribution.head: fitted(tree, attribution, inside, outer) for attribution in found}
    covered = covers(
        tree, [each for each in table.values() if each.frame == "colon" or (inside[each.head] is None and each.frame != "noun")]
    )
    distanced = [quoted for quoted in quoteds if quoted.quotation.depth]
    last: int | None = None  # the cue to which speech without one goes on
    before: Quoted | None = None
    for quoted in outer:
        head = covered[quoted.inner[0]]
        if head is not None:
            table[head] = completed(tree, table[head], quoted)
            if handed_on(tree, quoted) and not sentence_like(tree, quoted):
                distanced.append(quoted)
        if head is None:
            spoken = speech(tree, quoted, last if before is not None and goes_on(tree, before, quoted) else None, table)
            if spoken is not None:
                table[spoken.head] = spoken
                head = spoken.head
        if head is None:
            distanced.append(quoted)
        elif (sentence_like(tree, quoted) or whole(tree, quoted)) and (
            table[head].cue.kind == "speech" or "quote" in table[head].cue.takes
        ):
            last, before = head, quoted
    return Paired(channelled(tree, tuple(each for each in table.values() if each.content)), tuple(distanced))


def fitted(tree: Tree, attribution: Attribution, inside: list[int | None], outer: list[Quoted]) -> Attribution:
    """The attribution with its content running to the marks it crosses, and its source on its own side of them."""
    own = inside[attribution.head]
    pieces = tuple(
        fit(after_colon(tree, piece, attribution.head, inside, outer), own, inside, outer) for piece in attribution.content
    )
    source = attribution.source
    if source is not None and attribution.source_head is not None and inside[attribution.source_head] != own:
        source = bystander(tree, attribution.head, inside) if own is None else None
    kept = [(low, high) for low, high in pieces if low < high]
    head = attribution.source_head if source is attribution.source else (head_of(tree, source) if source else None)
    return replace(attribution, content=tuple(merged(kept, attribution.head)), source=source, source_head=head)


def after_colon(tree: Tree, piece: Range, head: int, inside: list[int | None], outer: list[Quoted]) -> Range:
    """«It has a motto: “We go,” he said»: of a cue behind the marks, only what stands in them."""
    low, high = piece
    ends = inside[high - 1]
    if ends is None or head < high or low >= outer[ends].span[0]:
        return piece
    before = outer[ends].span[0] - 1
    return (outer[ends].inner[0], high) if tree.lower[before] in {":", "."} else piece


def fit(piece: Range, own: int | None, inside: list[int | None], outer: list[Quoted]) -> Range:
    """A piece of content that ends with the marks it begins or ends in, and never leaves the cue's own."""
    low, high = piece
    if own is not None:
        first, last = outer[own].inner
        return max(low, first), min(high, last)
    begins, ends = inside[low], inside[high - 1]
    if begins is not None:
        low = min(low, outer[begins].inner[0])
    if ends is not None:
        high = max(high, outer[ends].inner[1])
    return low, high


def merged(pieces: list[Range], head: int) -> list[Range]:
    """Pieces in order, without overlap and without the cue."""
    found: list[Range] = []
    for low, high in sorted(pieces):
        start = max(low, found[-1][1]) if found else low
        if start <= head < high:
            found.extend([(start, head), (head + 1, high)])
        else:
            found.append((start, high))
    return [(low, high) for low, high in found if low < high]


def handed_on(tree: Tree, quoted: Quoted) -> bool:
    """«what he called “the mess”»: the writer uses the words; in «he called it “a mess”» they are only reported."""
    start = quoted.span[0]
    before = tree.lower[max(start - LONGEST_NAMING, tree.opens[start]) : start]
    return "what" in before and not {",", ".", ";", ":"} & set(before[before.index("what") :])


LONGEST_NAMING = 8  # tokens of «what the mayor of the town called»


def goes_on(tree: Tree, before: Quoted, quoted: Quoted) -> bool:
    """Whether a quotation may carry on the one before: in the same paragraph, or opening the next."""
    if quoted.quotation.goes_on:
        return True
    if not sentence_like(tree, quoted) and not (quoted.starts and ended(tree, quoted)):
        return False
    return before.paragraph == quoted.paragraph or (quoted.starts and before.paragraph == quoted.paragraph - 1)


def sentence_like(tree: Tree, quoted: Quoted) -> bool:
    """Several words with a verb, or one sentence with its stop."""
    low, high = quoted.inner
    words = sum(tree.pos[token] not in {"PUNCT", "SPACE"} for token in range(low, min(high, low + 60)))
    verb = any(tree.pos[token] in {"VERB", "AUX"} for token in range(low, high))
    return words >= FEWEST and verb and tree.doc[low].text[:1].isupper()


def speech(tree: Tree, quoted: Quoted, last: int | None, table: dict[int, Attribution]) -> Attribution | None:
    """Whose speech a quotation is, by what stands behind, before, or above it."""
    for find in (tag_after, tag_before, owned, verbless):
        tag = find(tree, quoted)
        if tag is not None and not says_more(tree, table.get(tag.head), tag, quoted):
            return joined(tree, table.get(tag.head), tag, quoted)
    if last is not None:
        return replace(table[last], content=(*table[last].content, quoted.inner))
    tag = before_colon(tree, quoted)
    if tag is not None:
        return joined(tree, table.get(tag.head), tag, quoted)
    return nobodys(tree, quoted) if stands_alone(tree, quoted) else None


def says_more(tree: Tree, known: Attribution | None, tag: Attribution, quoted: Quoted) -> bool:
    """«“Tear it down!” The agency called the speech provocative»: the next sentence has a content of its own."""
    closed = tree.lower[quoted.inner[1] - 1] in {"!", "?", "..."} and tag.head >= quoted.span[1]
    capital = closed and tree.doc[quoted.span[1]].text[:1].isupper()
    return capital and known is not None and any(low > tag.head for low, _ in known.content)


def stands_alone(tree: Tree, quoted: Quoted) -> bool:
    """Whether a quotation is a whole sentence, with its stop or to the end of the paragraph; a title is none."""
    return ended(tree, quoted) and whole(tree, quoted) and sentence_like(tree, quoted)


def ended(tree: Tree, quoted: Quoted) -> bool:
    """Whether a quotation closes with a stop, or runs to the end of its paragraph."""
    return not quoted.quotation.closed or tree.lower[quoted.inner[1] - 1] in {".", ",", "!", "?", "…", "..."}


def joined(tree: Tree, known: Attribution | None, tag: Attribution, quoted: Quoted) -> Attribution:
    """The cue's earlier reading with the quotation added, or the quotation alone where the reading was another's."""
    if known is None:
        return tag
    source, said = (known.source, known.source_head) if known.source else (tag.source, tag.source_head)
    earlier = known.content if known.frame in {"quote", "clause"} and source == known.source else ()
    content = [*(piece for piece in earlier if not quoted.starts or piece[0] > tag.head), *tag.content]
    return replace(
        tag,
        source=source,
        source_head=said,
        content=tuple(merged(content, tag.head)),
        endorsed=known.endorsed,
        addressee=known.addressee or tag.addressee,
    )


def nobodys(tree: Tree, quoted: Quoted) -> Attribution:
    """A sentence between marks for which nobody is named."""
    return Attribution(UNTAGGED, quoted.inner[0], (), None, None, (quoted.inner,), frame="marks")
