"""``python -m bench.statements [TEXTS.jsonl]``: what statements and voices cost beside the parse, and textacy's quotations.

A text is a line with a ``text``; without a file the reports of our own labels are read, and it is also counted how many of the
labelled quotations each finds.  All are timed in the same run by processor time, the best of some rounds, on parses made once.
textacy is no dependency of the program: ``pip install -e .[bench]`` brings it; without it its line is left out, and said so.
"""

import importlib
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from spacy.tokens import Doc

from quality.labels.read import Report, labelled
from quality.labels.score import words
from quality.texts import article_of, page_of
from rashomon.find.parse import Parse, parse
from rashomon.find.statements import statements
from rashomon.find.voices import voices
from rashomon.records import Span

ROUNDS = 3
ALLOWED = 0.15  # of the time of the parse
MARKS = frozenset("“”\"«»„‘'")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation and the words for its speaker, as spans of the text; None where nobody is named."""

    content: tuple[Span, ...]
    speaker: Span | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as a document of its own, and where it starts in the text."""

    doc: Doc
    start: int


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Processor seconds of the best round."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def spoken(parses: Sequence[Parse]) -> int:
    """How many statements and voices are laid out."""
    return sum(len(voices(parsed, statements(parsed, ())).starts) for parsed in parses)


def ours(parsed: Parse) -> list[Quote]:
    """The direct quotations among our statements."""
    found = statements(parsed, ())
    return [Quote(each.content, each.speaker_span) for each in found if each.form == "direct" and each.kind == "speech"]


def peer() -> ModuleType | None:
    """textacy's module for triples; None when it is not installed."""
    try:
        return importlib.import_module("textacy.extract.triples")
    except ImportError:
        return None


def paragraphs(parsed: Parse) -> list[Paragraph]:
    """The paragraphs as documents: textacy refuses a text with an uneven number of marks, so it is given less at a time."""
    spans = (parsed.doc.char_span(start, end, alignment_mode="expand") for start, end in parsed.paragraphs)
    return [Paragraph(span.as_doc(), span.start_char) for span in spans if span is not None]


def theirs(triples: ModuleType, given: Iterable[Paragraph]) -> list[Quote]:
    """textacy's quotations of one text."""
    found: list[Quote] = []
    for paragraph in given:
        with suppress(ValueError):
            for quote in triples.direct_quotations(paragraph.doc):
                first, last = quote.speaker[0], quote.speaker[-1]
                speaker = paragraph.start + first.idx, paragraph.start + last.idx + len(last)
                found.append(
                    Quote(((paragraph.start + quote.content.start_char, paragraph.start + quote.content.end_char),), speaker)
                )
    return found


def quoted(report: Report) -> list[Quote]:
    """The labelled quotations: whole contents that stand between marks and in no other statement."""
    direct = (label for label in report.labels if label.kind == "speech" and label.within is None)
    return [
        Quote(label.content, label.speaker) for label in direct if all(in_marks(report.text, *piece) for piece in label.content)
    ]


def in_marks(text: str, low: int, high: int) -> bool:
    """Whether a stretch stands between marks, «“The road is closed,”» with or without its stop."""
    return text[low - 1 : low] in MARKS and text[high : high + 3].lstrip(".,!?…")[:1] in MARKS


def agreement(text: str, wanted: Sequence[Quote], found: Sequence[Quote]) -> tuple[int, int]:
    """How many of the wanted quotations share at least half of their words with one found, and how many so the speaker's."""
    met = spoke = 0
    for quote in wanted:
        own = words(text, quote.content)
        best = max(found, key=lambda other: likeness(own, words(text, other.content)), default=None)
        if best is not None and likeness(own, words(text, best.content)) >= 0.5:
            met += 1
            named = words(text, [quote.speaker] if quote.speaker else [])
            spoke += bool(named & words(text, [best.speaker] if best.speaker else [])) or not (named or best.speaker)
    return met, spoke


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the words of two contents that both hold."""
    return len(one & other) / max(len(one | other), 1)


def counted(reports: Sequence[Report], found: Sequence[Sequence[Quote]]) -> str:
    """How many direct quotations were found, and what of the labelled ones, for people."""
    told = f"{sum(map(len, found))} direct quotations"
    if not reports:
        return told
    wanted = [quoted(report) for report in reports]
    pairs = [agreement(report.text, *each) for report, *each in zip(reports, wanted, found, strict=True)]
    met, spoke = (sum(pair[place] for pair in pairs) for place in (0, 1))
    return f"{told}; {met} of {sum(map(len, wanted))} labelled ones, {spoke} with their speaker"


def main(arguments: Sequence[str]) -> int:
    reports = [] if arguments else [report for report in labelled() if report.text]
    texts = read(arguments[0]) if arguments else [report.text for report in reports]
    pages = [page_of(text, str(number)) for number, text in enumerate(texts)]
    parses = [parse(page, article_of(page)) for page in pages]
    parsing = seconds(lambda: [parse(page, article_of(page)) for page in pages], 1)
    tokens = sum(len(parsed.doc) for parsed in parses)
    print(f"{len(pages)} texts, {tokens} words and marks; parse {parsing:.2f} s")
    own = seconds(lambda: spoken(parses))
    print(f"statements and voices, all kinds: {pace(own, parsing, tokens)}")
    print(f"  {counted(reports, [ours(parsed) for parsed in parses])}")
    triples = peer()
    if triples is None:
        print("textacy is not installed: pip install -e .[bench]")
    else:
        given = [paragraphs(parsed) for parsed in parses]
        taken = seconds(lambda: [theirs(triples, each) for each in given])
        print(f"textacy, direct quotations only: {pace(taken, parsing, tokens)}")
        print(f"  {counted(reports, [theirs(triples, each) for each in given])}")
    print(f"allowed {ALLOWED:.0%} of the parse, taken {own / parsing:.1%}")
    return int(own > ALLOWED * parsing)


def pace(taken: float, parsing: float, tokens: int) -> str:
    """How fast it was, for people."""
    return f"{taken:.3f} s, {tokens / taken:,.0f} words/s, {taken / parsing:.1%} of the parse"


def read(path: str) -> list[str]:
    """The texts of a JSON Lines file."""
    return [json.loads(line)["text"] for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
