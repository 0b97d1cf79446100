"""``python -m bench.statements [TEXTS.jsonl]``: what statements and voices cost beside the parse, and textacy's quotations.

A text is a line with a ``text``; without a file the pages of our own labels are read.  All are timed in the same run by processor
time, the best of some rounds, on parses made once.  textacy is no dependency; without it its column is left out, and said so.
"""

import importlib
import json
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import ModuleType

from quality.labels.read import labelled
from quality.texts import article_of, page_of
from rashomon.find.parse import Parse, parse
from rashomon.find.statements import statements
from rashomon.find.voices import voices

ROUNDS = 3
ALLOWED = 0.15  # of the time of the parse


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


def peer(parses: Sequence[Parse]) -> Callable[[], int] | None:
    """textacy's quotation extractor over the same parses; None when it is not installed."""
    try:
        triples = importlib.import_module("textacy.extract.triples")
    except ImportError:
        return None
    return lambda: sum(quotations(triples, parsed) for parsed in parses)


def quotations(triples: ModuleType, parsed: Parse) -> int:
    """The quotations textacy finds, paragraph by paragraph, for it refuses a text with an uneven number of marks."""
    count = 0
    for start, end in parsed.paragraphs:
        paragraph = parsed.doc.char_span(start, end, alignment_mode="expand")
        if paragraph is not None:
            with suppress(ValueError):
                count += len(list(triples.direct_quotations(paragraph.as_doc())))
    return count


def main(arguments: Sequence[str]) -> int:
    texts = read(arguments[0]) if arguments else [report.text for report in labelled()]
    pages = [page_of(text, str(number)) for number, text in enumerate(texts)]
    parses = [parse(page, article_of(page)) for page in pages]
    parsing = seconds(lambda: [parse(page, article_of(page)) for page in pages], 1)
    own = seconds(lambda: spoken(parses))
    tokens = sum(len(parsed.doc) for parsed in parses)
    print(f"{len(pages)} texts, {tokens} tokens; parse {parsing:.2f} s")
    found = [statement for parsed in parses for statement in statements(parsed, ())]
    direct = sum(statement.form == "direct" and statement.kind == "speech" for statement in found)
    print(f"statements and voices {own:.2f} s, {own / parsing:.1%} of the parse (allowed {ALLOWED:.0%}); {direct} direct")
    other = peer(parses)
    if other is None:
        print("textacy is not installed")
    else:
        print(f"textacy, direct quotations only {(taken := seconds(other)):.2f} s, {taken / parsing:.1%}; {other()} found")
    return int(own > ALLOWED * parsing)


def read(path: str) -> list[str]:
    """The texts of a JSON Lines file."""
    return [json.loads(line)["text"] for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
