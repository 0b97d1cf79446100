"""Quotations and the cues beside them: who is speaking between the marks, or that nobody is."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.cues import Cue, verbs
from rashomon.find.statement.quotes import Quotation
from rashomon.find.statement.sources import phrase, source_of, trimmed
from rashomon.find.statement.tree import Range, Tree
from rashomon.find.statement.verbs import keyed
from rashomon.records import Span

FARTHEST = 40  # tokens between a quotation and its cue


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in tokens, with its marks, and whose speech it is."""

    quotation: Quotation
    span: Range
    inner: Range
    paragraph: int


@dataclass(frozen=True, slots=True)
class Paired:
    """What the marks make of the attributions."""

    attributions: tuple[Attribution, ...]
    distanced: tuple[Quoted, ...]


def in_tokens(tree: Tree, quotations: tuple[Quotation, ...], paragraphs: tuple[Span, ...]) -> list[Quoted]:
    """The quotations that hold a word, as token ranges."""
    found = []
    ends = [end for _, end in paragraphs]
    for quotation in quotations:
        low, high = bisect_left(tree.end, quotation.low + 1), bisect_left(tree.start, quotation.high)
        if low < high:
            first, last = bisect_left(tree.end, quotation.start + 1), bisect_left(tree.start, quotation.end)
            found.append(Quoted(quotation, (first, last), (low, high), bisect_left(ends, quotation.end)))
    return found


def tag_after(tree: Tree, quoted: Quoted, taken: frozenset[int]) -> int | None:
    """The verb of saying behind a quotation, «…,” said the mayor», «…,” the mayor also said»."""
    start = quoted.span[1]
    if ends_sentence(tree, quoted) and not (
        start < len(tree) and tree.lower[start][:1].islower() and tree.lower[start] == tree.doc[start].text
    ):
        return None
    verb = next(behind(tree, start), None)
    if verb is None or verb in taken:
        return None
    return verb


def behind(tree: Tree, start: int) -> Iterator[int]:
    """Verbs of saying behind a place whose subject begins there."""
    lexicon = verbs()
    for token in range(start, min(start + FARTHEST, len(tree))):
        if tree.lower[token] in {".", "!", "?", ";", "“", '"', "''"} or "\n" in tree.doc[token].text:
            return
        if tree.pos[token] in {"VERB", "AUX"} and quotes(lexicon.get(keyed(tree, token), ())) and starts_here(tree, token, start):
            yield token


def starts_here(tree: Tree, verb: int, start: int) -> bool:
    """Whether nothing but the subject, an adverb or a comma stands between the quotation and its verb."""
    said = tree.kid(verb, "nsubj", "dobj")
    low = min(verb, tree.left[said]) if said is not None and tree.lower[said] != "that" else verb
    return all(tree.pos[token] in {"PUNCT", "ADV", "CCONJ", "SPACE", "AUX"} for token in range(start, low))


def quotes(cues: tuple[Cue, ...]) -> bool:
    """Whether a verb may stand beside a quotation."""
    return any("quote" in cue.takes for cue in cues)


def ends_sentence(tree: Tree, quoted: Quoted) -> bool:
    """Whether the quotation closes with a full stop, so that nothing needs to follow."""
    return tree.doc.text[: quoted.quotation.high].rstrip()[-1:] == "."


def tag_before(tree: Tree, quoted: Quoted) -> int | None:
    """The verb of saying before a quotation, «The mayor said: “…»."""
    lexicon = verbs()
    start = quoted.span[0]
    colon = start > 0 and tree.lower[start - 1] == ":"
    for token in range(start - 1, max(start - FARTHEST, -1), -1):
        text = tree.doc[token].text
        if text in {".", "!", "?", "”"} or "\n" in text:
            return None
        if tree.pos[token] in {"VERB", "AUX"}:
            if quotes(lexicon.get(keyed(tree, token), ())):
                return token
            if not colon:
                return None
    return None


def speaker_of_tag(tree: Tree, verb: int, quoted: Quoted) -> int | None:
    """The source of a verb beside a quotation; inverted, what follows the verb."""
    said = source_of(tree, verb)
    if said is not None and not quoted.inner[0] <= said < quoted.inner[1]:
        return said
    if quoted.span[1] <= verb:
        return tree.kid(verb, "dobj", "attr", "npadvmod")
    return None


def paired(tree: Tree, found: list[Attribution], quoteds: list[Quoted]) -> Paired:
    """The attributions once every outermost quotation has its speaker or is known to have none."""
    attributions = list(found)
    distanced: list[Quoted] = []
    last: int | None = None  # the attribution to which speech in the same paragraph goes on
    last_quoted: Quoted | None = None
    for quoted in quoteds:
        if quoted.quotation.depth or quoted.quotation.single:
            distanced.append(quoted)
            continue
        place = carrier(tree, attributions, quoted)
        if place is not None:
            attributions[place] = widened(tree, attributions[place], quoted)
            last, last_quoted = place, quoted
            continue
        attribution = spoken(tree, attributions, quoted)
        if attribution is not None:
            place = next((n for n, other in enumerate(attributions) if other.head == attribution.head), None)
            if place is None:
                attributions.append(attribution)
                place = len(attributions) - 1
            else:
                attributions[place] = attribution
            last, last_quoted = place, quoted
        elif last is not None and last_quoted is not None and follows(tree, last_quoted, quoted):
            attributions[last] = replace(attributions[last], content=(*attributions[last].content, quoted.inner))
            last_quoted = quoted
        else:
            distanced.append(quoted)
    return Paired(tuple(attributions), tuple(distanced))


def follows(tree: Tree, before: Quoted, quoted: Quoted) -> bool:
    """Whether a quotation without a cue carries on the one before."""
    if quoted.quotation.goes_on:
        return True
    size = quoted.inner[1] - quoted.inner[0]
    return before.paragraph == quoted.paragraph and size >= 4 and tree.doc[quoted.inner[0]].text[:1].isupper()


def carrier(tree: Tree, attributions: list[Attribution], quoted: Quoted) -> int | None:
    """The attribution whose content already reaches into the quotation from outside."""
    best = None
    for place, attribution in enumerate(attributions):
        if quoted.span[0] <= attribution.head < quoted.span[1]:
            continue
        for low, high in attribution.content:
            if low < quoted.inner[1] and quoted.inner[0] < high and (low <= quoted.inner[0]) and attribution.cue.kind == "speech":
                best = place
    return best


def widened(tree: Tree, attribution: Attribution, quoted: Quoted) -> Attribution:
    """The attribution with the whole of a quotation its content reaches into."""
    pieces = tuple(
        (low, max(high, quoted.inner[1])) if low <= quoted.inner[0] < high else (low, high) for low, high in attribution.content
    )
    head = attribution.head
    return replace(attribution, content=tuple((low, high) if not low <= head < high else (low, head) for low, high in pieces))


def spoken(tree: Tree, attributions: list[Attribution], quoted: Quoted) -> Attribution | None:
    """The attribution by the cue behind or before the quotation."""
    verb = tag_after(tree, quoted, frozenset())
    if verb is None:
        verb = tag_before(tree, quoted)
    if verb is None:
        return None
    said = speaker_of_tag(tree, verb, quoted)
    cue = next(cue for cue in verbs()[keyed(tree, verb)] if "quote" in cue.takes)
    source = None if said is None else phrase(tree, said, (verb, verb + 1))
    return Attribution(
        cue=cue, head=verb, words=(verb,), source=source, source_head=said, content=(trimmed(tree, *quoted.inner),), frame="quote"
    )
