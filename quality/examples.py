"""Conflicts found and kept silent on the examples, end to end, against ``examples.toml``."""

import tempfile
from collections.abc import Iterable
from itertools import product
from pathlib import Path

import msgspec

from rashomon.case.read import linked, pile, read
from rashomon.records import Comparison, Finding, Found
from rashomon.words import entries

HERE = Path(__file__).parent
PAGES = HERE.parent / "examples" / "pages"


class Telling(msgspec.Struct, frozen=True):
    """A file, and words of a sentence in it."""

    file: str
    words: str


class Conflict(msgspec.Struct, frozen=True):
    """What has to be shown: some telling of the left against some telling of the right."""

    name: str
    left: tuple[Telling, ...]
    right: tuple[Telling, ...]


class Silent(msgspec.Struct, frozen=True):
    """Two tellings that must not stand against each other."""

    name: str
    left: Telling
    right: Telling


Sentences = dict[str, tuple[str, str]]
"""Finding id -> its file and the words of its sentence and quote."""


def measure() -> dict[str, float]:
    """Recall over the expected conflicts, and the number of false ones shown; prints what is missed or wrong."""
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case"
        read([str(PAGES)], case, workers=1)
        cuts, founds, _ = pile(case)
        comparisons = linked(case).comparisons
    text = {cut.page.id: (Path(cut.page.file).name, cut.page.text) for cut in cuts}
    sentences = {finding.id: sentence_of(finding, text) for found in founds for finding in findings(found)}
    against = list(opposed(comparisons))
    wanted = entries(HERE / "examples.toml", "conflict", Conflict)
    missed = [one.name for one in wanted if not any(shown(pair, against, sentences) for pair in product(one.left, one.right))]
    silent = entries(HERE / "examples.toml", "silent", Silent)
    false = [one.name for one in silent if shown((one.left, one.right), against, sentences)]
    for name in missed:
        print(f"  missed: {name}")
    for name in false:
        print(f"  false: {name}")
    return {"conflict_recall": 1 - len(missed) / len(wanted), "silence": 1 - len(false) / len(silent)}


def findings(found: Found) -> Iterable[Finding]:
    """All findings of an article, of whatever kind."""
    for field in found.__struct_fields__:
        values = getattr(found, field)
        if isinstance(values, tuple):
            yield from (value for value in values if isinstance(value, Finding))


def sentence_of(finding: Finding, text: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """The file of a finding and the words around it."""
    file, whole = text[finding.cited.page]
    start, end = finding.sentence
    return file, " ".join(whole[min(start, finding.cited.start) : max(end, finding.cited.end)].split())


def opposed(comparisons: Iterable[Comparison]) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The findings of every two sides that are shown against each other: conflicts, and rival explanations."""
    for comparison in comparisons:
        if comparison.verdict == "conflicts" or comparison.kind in ("cause", "aim"):
            for left, right in product(comparison.sides, repeat=2):
                if left is not right:
                    yield left.findings, right.findings


def shown(pair: tuple[Telling, Telling], against: list[tuple[tuple[str, ...], tuple[str, ...]]], sentences: Sentences) -> bool:
    """Whether the two tellings stand on different sides somewhere."""
    left, right = pair
    return any(holds(one, left, sentences) and holds(other, right, sentences) for one, other in against)


def holds(side: tuple[str, ...], telling: Telling, sentences: Sentences) -> bool:
    """Whether one of the findings is the telling."""
    tellings = (sentences[finding] for finding in side if finding in sentences)
    return any(file.startswith(telling.file) and telling.words in words for file, words in tellings)
