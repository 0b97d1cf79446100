"""``python -m quality.labels.score [FILES]``: how the statements found agree with the labelled ones, layer by layer.

A statement is matched, one to one and best first, with the label whose content shares most of its words with it: at least
half of the words of the two together, and the same speaker where several fit (nested statements share their words).  Of the
matched ones it is counted how often the speaker, the addressee, the channel, the kind, the status and the outer layer are right.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from quality.labels.read import Label, Report, labelled
from quality.texts import article_of, page_of
from rashomon.find.parse import parse
from rashomon.find.statements import statements
from rashomon.records import Span, Statement

WORD = re.compile(r"\w+(?:['’]\w+)*")
ASPECTS = ("speaker", "addressee", "channel", "kind", "status", "nesting")


def found_in(report: Report) -> tuple[Statement, ...]:
    """The statements the program finds."""
    page = page_of(report.text, report.name)
    return statements(parse(page, article_of(page)), ())


def words(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Where the words of some spans start."""
    return frozenset(low + match.start() for low, high in spans for match in WORD.finditer(text[low:high]))


def matched(text: str, labels: Sequence[Label], found: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """Pairs of a label and a statement, best first."""
    scored = []
    for place, label in enumerate(labels):
        for other, statement in enumerate(found):
            one, two = words(text, label.content), words(text, statement.content)
            share = len(one & two) / max(len(one | two), 1)
            if share >= 0.5:
                scored.append((share + same_speaker(text, label, statement), place, other))
    taken: set[tuple[str, int]] = set()
    for _, place, other in sorted(scored, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if not {("label", place), ("found", other)} & taken:
            taken |= {("label", place), ("found", other)}
            yield place, other


def same_speaker(text: str, label: Label, statement: Statement) -> bool:
    """Whether the two name the same words as speaker, or both nobody."""
    if label.speaker is None or statement.speaker_span is None:
        return label.speaker is None and statement.speaker_span is None
    return bool(words(text, [label.speaker]) & words(text, [statement.speaker_span]))


def tally(report: Report) -> Counter[str]:
    """What is right and what is counted in one report."""
    found = found_in(report)
    pairs = dict(matched(report.text, report.labels, found))
    count = Counter({"labels": len(report.labels), "found": len(found), "matched": len(pairs)})
    for place, other in pairs.items():
        label, statement = report.labels[place], found[other]
        outer = pairs.get(label.within) if label.within is not None else None
        count["speaker"] += same_speaker(report.text, label, statement)
        count["kind"] += label.kind == statement.kind
        count["status"] += label.status == statement.status or label.kind == "distanced"
        for aspect, told, read in (
            ("addressee", label.addressee, statement.addressee),
            ("channel", label.channel, statement.channel),
        ):
            count[aspect] += same_words(told, read)
            count[f"{aspect} labelled"] += bool(told)
            count[f"{aspect} found"] += bool(read)
            count[f"{aspect} hit"] += bool(told) and same_words(told, read)
        if label.within is not None:
            count["nested"] += 1
            count["nesting"] += outer is not None and stands_in(report.text, label, statement, found[outer])
    return count


def stands_in(text: str, label: Label, inner: Statement, outer: Statement) -> bool:
    """Whether the inner voice goes on the outer one, or is the same where the outer speaker says «I», «we» or names nobody."""
    own = label.speaker is None or text[slice(*label.speaker)].lower() in {"i", "we", "my", "our"}
    return outer.voice == inner.voice[: len(outer.voice)] and (own or inner.voice != outer.voice)


def same_words(one: str, other: str) -> bool:
    """Whether two phrases share a word, or both are empty."""
    return bool(set(WORD.findall(one.lower())) & set(WORD.findall(other.lower()))) if one and other else one == other


def shown(count: Counter[str]) -> Iterator[str]:
    """The figures for people."""
    yield f"labels {count['labels']}, found {count['found']}, matched {count['matched']}"
    yield f"recall {count['matched'] / count['labels']:.3f}, precision {count['matched'] / max(count['found'], 1):.3f}"
    for aspect in ("speaker", "kind", "status"):
        yield f"{aspect} right in {count[aspect] / max(count['matched'], 1):.3f} of the matched"
    for aspect in ("addressee", "channel"):
        yield f"{aspect}: {count[aspect + ' hit']} of {count[aspect + ' labelled']} labelled, {count[aspect + ' found']} found"
    yield f"outer layer right in {count['nesting']} of {count['nested']} nested"


def measure() -> dict[str, float]:
    """Recall and precision of statements on our own labels, and what is right of those matched."""
    count: Counter[str] = Counter()
    for report in labelled():
        count += tally(report)
    right = {aspect: count[aspect] / max(count["matched"], 1) for aspect in ("speaker", "kind", "status")}
    return {"recall": count["matched"] / count["labels"], "precision": count["matched"] / max(count["found"], 1), **right}


def main(arguments: Sequence[str]) -> int:
    count: Counter[str] = Counter()
    for report in labelled(*arguments):
        count += tally(report)
    print(*shown(count), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
