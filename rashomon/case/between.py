"""What stands between actors: the ledger of two of them, and the vector of one."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from rashomon.case.names import called, names_of
from rashomon.records import Record
from rashomon.store import CaseError, query

ASSERTED = ("stated", "reported")
Column = Literal["ties", "cooperation", "conflict", "unasserted"]


class Cell(Record, frozen=True, kw_only=True):
    """One field of the vector between an actor and a patron; every count opens its lines."""

    patron: str  # actor key
    name: str  # what the patron is called
    field: str
    ties: tuple[str, ...] = ()  # ids of the lasting relations
    cooperation: tuple[str, ...] = ()  # ids of events that PLOVER scores above zero, stated or reported
    conflict: tuple[str, ...] = ()  # below zero
    unasserted: tuple[str, ...] = ()  # alleged, denied, refused, planned, predicted, possible, conditional or negated


def ledger(case: Path, one: str, two: str) -> list[dict[str, Any]]:
    """All ties, events and figures between two actors, dated ones first; actors by key or by name.

    Raises CaseError for an actor the case does not hold.
    """
    names = names_of(case)
    rows = list(query(case, "pairs", one=actor_key(case, one, names), two=actor_key(case, two, names)))
    for row in rows:
        row["voice"] = called(row["voice"], names)
        row["source_name"], row["target_name"] = names.get(row["source"], ""), names.get(row["target"], "")
    return rows


def vector(case: Path, actor: str) -> list[Cell]:
    """For each patron and field what binds the actor to it, what they do together and against each other.

    The patron with most lines is the first.  No score is made of it: the counts stand beside each other.

    Raises CaseError for an actor the case does not hold.
    """
    names = names_of(case)
    key = actor_key(case, actor, names)
    cells: dict[tuple[str, str], dict[str, list[str]]] = {}
    for row in query(case, "pairs", one=key, two=""):
        patron = row["target"] if row["source"] == key else row["source"]
        if row["field"]:
            place = column(row["sort"], row["status"], row["negated"], row["score"])
            cells.setdefault((patron, row["field"]), {}).setdefault(place, []).append(row["id"])
    size: Counter[str] = Counter()
    for (patron, _), columns in cells.items():
        size[patron] += sum(map(len, columns.values()))
    return [
        Cell(patron=patron, name=names.get(patron, patron), field=field, **{name: unique(ids) for name, ids in columns.items()})
        for (patron, field), columns in sorted(cells.items(), key=lambda item: (-size[item[0][0]], item[0]))
    ]


def column(sort: str, status: str, negated: bool, score: float) -> Column:
    """The column of a cell in which a tie or an event is counted."""
    if negated or status not in ASSERTED:
        return "unasserted"
    if sort == "tie" or not score:
        return "ties"
    return "cooperation" if score > 0 else "conflict"


def unique(ids: Iterable[str]) -> tuple[str, ...]:
    """The ids without repetition, in their order."""
    return tuple(dict.fromkeys(ids))


def actor_key(case: Path, asked: str, names: dict[str, str]) -> str:
    """The representative of an actor asked for by key or by name; raises CaseError when there is none, or more than one."""
    rows = list(query(case, "names"))
    found: list[str] = sorted(
        {row["id"] for row in rows if asked in (row["key"], row["id"]) or row["name"].casefold() == asked.casefold()}
    )
    if len(found) != 1:
        what = f"stands for {', '.join(found)}; ask by key" if found else "no such actor in the case; «rashomon show DIR actors»"
        raise CaseError(f"{asked}: {what}")
    return found[0]
