"""The literal list of comparators, and their results in the order in which a reader should see them."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from rashomon.compare.camps import alignments
from rashomon.compare.explanations import explanations
from rashomon.compare.figures import figures
from rashomon.compare.polarity import polarity
from rashomon.compare.rival_reasons import rival_reasons
from rashomon.compare.slots import slots
from rashomon.compare.tellings import repeated
from rashomon.compare.upheavals import upheavals
from rashomon.records import Comparison, Finding, Found, Page, Span

Comparator = Callable[
    [Sequence[Found], Mapping[str, Page], Mapping[str, str], Mapping[str, str], Mapping[str, str]], tuple[Comparison, ...]
]

COMPARATORS: tuple[Comparator, ...] = (polarity, slots, explanations, rival_reasons, alignments, upheavals, repeated)

TOLD_AGAIN = frozenset({"event", "statement", "tie"})  # kinds that say that a thing is told more than once, not all about it
REASONS = frozenset({"cause", "aim", "responsibility"})
VERDICTS = ("conflicts", "unsure", "differs in detail", "agrees", "not comparable")


def comparisons(
    founds: Sequence[Found],
    pages: Mapping[str, Page],
    actors: Mapping[str, str],
    groups: Mapping[str, str],
    copies: Mapping[str, str],
) -> tuple[Comparison, ...]:
    """What the tellings of a pile make of each other: conflicts first, the best supported of each verdict first.

    ``actors`` gives an actor key its representative, ``groups`` a statement or event that of its group, ``copies`` an article
    the one of which it is a copy; what is missing in them stands for itself.
    """
    with uncollected():
        found = [one for comparator in COMPARATORS for one in comparator(founds, pages, actors, groups, copies)]
    found = list(once(found, {finding.id: finding.sentence for told in founds for finding in (*told.claims, *told.rules)}))
    found += figures(founds, actors, groups, copies)
    return tuple(sorted(found, key=rank))


def with_rivals(found: Sequence[Comparison], rivals: Sequence[Comparison], founds: Sequence[Found]) -> tuple[Comparison, ...]:
    """The comparisons and the rival passages between whose sentences none of them has decided yet, in the order for readers.

    A comparison of two answers that leaves open whether they conflict gives way to rivals of its kind in its sentences.
    """
    if not rivals:
        return tuple(found)
    sentences = {one.id: (one.cited.page, one.sentence) for told in founds for one in findings_of(told)}
    standing: dict[tuple[str, Span], list[int]] = {}
    for number, one in enumerate(found):
        if one.verdict == "conflicts" or one.kind not in TOLD_AGAIN:
            for place in places(one, sentences):
                standing.setdefault(place, []).append(number)
    fresh: list[Comparison] = []
    replaced: set[int] = set()
    for rival in rivals:
        shared = [number for number, count in on_both(places(rival, sentences), standing).items() if count > 1]
        if any(decides(found[number], rival) for number in shared):
            continue
        fresh.append(rival)
        if rival.verdict == "conflicts":
            replaced |= {number for number in shared if found[number].kind == rival.kind}
    kept = (one for number, one in enumerate(found) if number not in replaced)
    return tuple(sorted((*kept, *fresh), key=rank))


def decides(one: Comparison, rival: Comparison) -> bool:
    """A comparison of the same sentences that rivals have nothing to add to: it says more, or is of their kind and is sure."""
    if one.verdict in ("conflicts", "not comparable"):
        return True
    return one.kind == rival.kind and (len(one.sides) > 2 or rival.verdict != "conflicts")


def on_both(told: frozenset[tuple[str, Span]], standing: Mapping[tuple[str, Span], Sequence[int]]) -> Counter[int]:
    """On how many of some sentences each comparison stands."""
    return Counter(number for place in told for number in standing.get(place, ()))


def findings_of(told: Found) -> Iterator[Finding]:
    """All findings of an article that a comparison may cite."""
    for field in (told.dates, told.mentions, told.statements, told.events, told.figures, told.ties, told.rules, told.claims):
        yield from field


def places(one: Comparison, sentences: Mapping[str, tuple[str, Span]]) -> frozenset[tuple[str, Span]]:
    """The sentences in which the sides of a comparison stand."""
    return frozenset(sentences[name] for side in one.sides for name in side.findings if name in sentences)


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for reference cycles meanwhile: what is compared has none, and looking for them costs more than comparing."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def once(found: Sequence[Comparison], sentences: Mapping[str, Span]) -> Iterator[Comparison]:
    """The comparisons without causes and aims that stand, sentence for sentence, in another one, of conflicts the first."""
    told: list[frozenset[tuple[str, Span]]] = []
    for one in sorted(found, key=lambda one: one.verdict != "conflicts"):
        if one.kind not in REASONS:
            yield one
            continue
        names = (name for side in one.sides for name in side.findings)
        places = frozenset((name.split("-")[1], sentences[name]) for name in names if name in sentences)
        if not any(places <= earlier for earlier in told):
            told.append(places)
            yield one


def rank(one: Comparison) -> tuple[int, int, int, int, str]:
    """Sort key: the verdict, then the support of the weakest side, then all support, then the id."""
    weakest = min((side.origins for side in one.sides), default=0)
    told = sum(len(side.findings) for side in one.sides)
    verdict = VERDICTS.index(one.verdict) if one.verdict in VERDICTS else len(VERDICTS)
    return verdict, -weakest, -one.independent_origins, -told, one.id
