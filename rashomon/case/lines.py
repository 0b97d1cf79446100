"""Rows of a case as lines for people."""

import typing
import unicodedata
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from rashomon.case.between import Column

WIDEST = 100  # characters of an answer or a quote on the terminal; the whole stands in «--json» and in the report


def shortened(text: str) -> str:
    """At most WIDEST characters on one line, cut at a word."""
    flat = " ".join(text.split())
    return flat if len(flat) <= WIDEST else flat[:WIDEST].rsplit(" ", 1)[0] + " …"


def safe(text: str) -> str:
    """The text with what a terminal would act upon shown instead: controls, and marks that turn the direction of writing.

    «\\x1b[2J» clears no screen, and U+202E turns no line round; line breaks stay.
    """
    return text if text.isprintable() else "".join(map(visible, text))


def visible(character: str) -> str:
    """The character, or its escape when it is none to print."""
    if character == "\n" or character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    return character.encode("unicode_escape").decode("ascii")


def as_lines(kind: str, rows: Iterable[dict[str, Any]]) -> Iterable[str]:
    """Rows of a kind for people, a line each under the name of the file, with place and words."""
    for file, in_file in groupby(rows, key=lambda row: "" if kind in BY_TIME else row.get("file", "")):
        if file:
            yield safe(file)
        for row in in_file:
            yield "  " + safe(as_line(kind, row))


def as_line(kind: str, row: dict[str, Any]) -> str:
    """One row for people."""
    place = f"{row['line']}: " if "line" in row and kind not in BY_TIME else ""
    return place + LINES[kind](row)


def told_of(row: dict[str, Any]) -> str:
    """How a finding is asserted and on whose word, «alleged, not — Outlet › Xi Jinping»."""
    flags = [row["status"], *(["not"] if row["negated"] else []), *(["background"] if row["historical"] else [])]
    return f"[{', '.join(flags)} — {' › '.join(row['voice'])}]"


def sides_of(row: dict[str, Any]) -> str:
    """A comparison: its question, then its sides."""
    sides = "".join(f"\n      · {shortened(side['answer'])} — {', '.join(side['outlets'])}" for side in row["sides"])
    return f"{fresh(row)}{row['question']} ({row['verdict']}: {row['why']}){sides}"


def fresh(row: dict[str, Any]) -> str:
    """A mark before what is new since the last run."""
    return "«new» " if row.get("new") else ""


def arrow(row: dict[str, Any]) -> str:
    """An event: who, what, whom, when and where."""
    who, whom = ", ".join(row["actor_text"]) or "?", ", ".join(row["recipient_text"])
    where = f" in {row['place']}" if row["place"] else ""
    return f"{row['type'] or 'event'} {who} «{row['quote']}» {whom}{where} {row['on']} {told_of(row)}"


def saying(row: dict[str, Any]) -> str:
    """A statement: who, by which cue, to whom, what."""
    whom = f" to {row['addressee']}" if row["addressee"] else ""
    return f"{row['speaker'] or row['speaker_text'] or '?'} {row['cue']}{whom}: «{shortened(row['quote'])}» {told_of(row)}"


def blamed(row: dict[str, Any]) -> str:
    """An incident: what, on whom, and who is held responsible, how surely."""
    held = "; ".join(f"{who}: {sure}" for who, sure in zip(row["responsible"], row["certainty"], strict=True))
    whom = f" of {', '.join(row['victims'])}" if row["victims"] else ""
    return f"{row['incident']}{whom} «{row['quote']}» — {held or 'nobody named'} {told_of(row)}"


def entered(row: dict[str, Any]) -> str:
    """A line of a ledger: when, who, what, whom, on whose word and where."""
    what = " ".join(filter(None, (row["name"], row["amount"])))
    who = f"{row['source_name']} — {what} — {row['target_name']}"
    return f"{row['on'] or 'no date'}  {who}: «{shortened(row['quote'])}» {told_of(row)} {row['file']}, line {row['line']}"


def cell(row: dict[str, Any]) -> str:
    """A cell of a vector: patron, field, and how many of each."""
    counts = ", ".join(f"{len(row[column])} {column}" for column in typing.get_args(Column) if row[column])
    return f"{row['name']}, {row['field']}: {counts}"


BY_TIME = ("ledger",)
"""Kinds in order of time, each line with its file."""

LINES: dict[str, Callable[[dict[str, Any]], str]] = {
    "articles": lambda r: (
        f"{r['title'] or '(no title)'} — {r['outlet'] or 'unknown outlet'}, {r['author'] or 'no author'}, "
        f"{r['published_on'] or 'no date'} ({r['published_from']})"
        + (f", via {r['origin']}" if r["origin"] else "")
        + (f", a copy of {r['copy_of']}" if r["copy_of"] not in (None, r["id"]) else "")
    ),
    "actors": lambda r: (
        f"{r['name']} ({r['type']} {r['country']}): " + ", ".join(f"{f['text']} ×{f['count']}" for f in r["forms"])
    ),
    "mentions": lambda r: f"«{r['quote']}» → {r['name'] if r['actor'] else '?'} ({r['use']}; {r['why']})",
    "dates": lambda r: f"«{r['quote']}» → {r['low']}…{r['high']} ({r['precision']}; {r['anchor']})",
    **dict.fromkeys(("statements", "attitudes", "distanced"), saying),
    "events": arrow,
    "figures": lambda r: f"«{r['quote']}» → {r['low']}…{r['high']} {r['unit']} {r['measures']} {r['as_of']} {told_of(r)}",
    "ties": lambda r: f"{r['subject_text']} — {r['relation']} — {r['object_text']} {r['amount']} {told_of(r)}",
    "rules": lambda r: f"{r['rule']}: if «{r['if']}» then «{r['then']}» {told_of(r)}",
    "claims": lambda r: f"{r['verb']}: «{shortened(r['quote'])}» {told_of(r)}",
    "incidents": blamed,
    "ledger": entered,
    "vector": cell,
    "conflicts": sides_of,
    "agreements": sides_of,
    "dropped": lambda r: f"{r['start']}–{r['end']} {r['reason']}: «{shortened(r['text'])}»",
    "issues": lambda r: f"{r['stage']}: {r['what']}",
}
"""Kind -> how a row of it reads on the terminal."""
