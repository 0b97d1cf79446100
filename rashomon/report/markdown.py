"""The report as Markdown (CommonMark with footnotes): quoted words in italics, the deciding ones bold, each with its note."""

import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from rashomon.report.input import Contents
from rashomon.report.model import report
from rashomon.report.passages import Passage
from rashomon.report.prose import Block, Run, note, numbered, prose
from rashomon.report.words import fit, unturned

SPECIAL = re.compile(r"([\\`*_{}\[\]#+!|~^$])")
ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
MARKS = {-1: "- ", -2: "    - ", 0: ""}

Notes = Mapping[str, tuple[int, Passage]]


def markdown(contents: Contents) -> str:
    """The report of a case as Markdown; nothing from a page is taken for markup."""
    blocks = prose(report(contents))
    notes = numbered(blocks)
    lines = [written(one, notes) for one in blocks]
    lines += [f"[^{number}]: {inline(note(passage), notes)}" for number, passage in notes.values()]
    return "\n\n".join(lines) + "\n"


def written(block: Block, notes: Notes) -> str:
    """One block as a line."""
    return MARKS.get(block.level, "#" * block.level + " ") + inline(block.runs, notes)


def inline(runs: Iterable[Run], notes: Notes) -> str:
    """Runs beside each other; those that quote stand together in one pair of marks."""
    parts = []
    for quotes, group in groupby(runs, key=lambda run: run.face != "ours"):
        text = "".join(noted(run, notes) for run in group)
        parts.append(around("*", text) if quotes else text)
    return "".join(parts)


def noted(run: Run, notes: Notes) -> str:
    """One run with the notes behind it."""
    text = around("**", plain(run.text)) if run.face == "deciding" else plain(run.text)
    return text + "".join(f"[^{notes[passage.id][0]}]" for passage in run.notes)


def around(mark: str, text: str) -> str:
    """The text between two marks; spaces stay outside of them, as CommonMark wants it."""
    inner = text.strip()
    return text.replace(inner, f"{mark}{inner}{mark}", 1) if inner else text


def plain(text: str) -> str:
    """The text on one line, with nothing in it that Markdown or HTML would act upon."""
    return SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", unturned(fit(text))).translate(ENTITIES))
