"""The labelled reports: texts with the statements in them, whose words are found again in the text so that no offset is typed."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.records import Span

FOLDER = Path(__file__).parent


class LabelError(ValueError):
    """A label whose words do not stand in its text."""


@dataclass(frozen=True, slots=True)
class Label:
    """One statement as a person read it; offsets count the report's text."""

    speaker: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    addressee: str
    channel: str
    kind: str
    status: str
    within: int | None  # place in the report of the statement it stands in


@dataclass(frozen=True, slots=True)
class Report:
    """A text and the statements in it."""

    name: str
    style: str
    credit: str
    text: str
    labels: tuple[Label, ...]


def labelled(pattern: str = "*.toml") -> tuple[Report, ...]:
    """All labelled reports, by file and in file order; raises LabelError where a label's words are not in its text."""
    return tuple(report for path in sorted(FOLDER.glob(pattern)) for report in reports(path))


def reports(path: Path) -> Iterator[Report]:
    """The reports of one file."""
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["report"]:
        text = entry["text"].strip("\n")
        name = f"{path.stem}/{entry['name']}"
        labels = tuple(label(name, text, each) for each in entry.get("says", ()))
        yield Report(name, entry["style"], entry.get("credit", ""), text, labels)


def label(name: str, text: str, entry: Mapping[str, Any]) -> Label:
    """One label with its words found in the text; ``near`` is a stretch of text in which to look for them."""
    low, high = stretch(name, text, entry.get("near", ""))
    speaker, cue = entry.get("who", ""), entry.get("cue", "")
    return Label(
        speaker=place(name, text, speaker, low, high) if speaker else None,
        cue=place(name, text, cue, low, high) if cue else None,
        content=tuple(place(name, text, words, low, high) for words in pieces(entry["what"])),
        addressee=entry.get("to", ""),
        channel=entry.get("via", ""),
        kind=entry.get("kind", "speech"),
        status=entry.get("status", "reported"),
        within=entry.get("within"),
    )


def pieces(what: str | Sequence[str]) -> Sequence[str]:
    """One piece of content or several."""
    return [what] if isinstance(what, str) else what


def stretch(name: str, text: str, near: str) -> Span:
    """Where to look: the first and only place of some words, or everywhere."""
    return place(name, text, near, 0, len(text)) if near else (0, len(text))


def place(name: str, text: str, words: str, low: int, high: int) -> Span:
    """Where the words stand first in a part of the text, as whole words."""
    found = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(text, low, high)
    if found is None:
        raise LabelError(f"{name}: not in the text: {words!r}")
    return found.span()
