"""What a case holds of one kind, as the contract of ``rashomon show`` has it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from rashomon.case.between import ledger, vector
from rashomon.case.names import named, names_of
from rashomon.store import CaseError, query

KINDS = (
    "articles",
    "actors",
    "mentions",
    "dates",
    "statements",
    "attitudes",
    "distanced",
    "events",
    "figures",
    "ties",
    "rules",
    "claims",
    "incidents",
    "conflicts",
    "agreements",
    "dropped",
    "issues",
)
BETWEEN = {"ledger": 2, "vector": 1}
"""Kinds that are asked of actors, and of how many."""


def show(case: Path, kind: str, of: Sequence[str] = ()) -> Iterator[dict[str, Any]]:
    """The rows of one kind; of the ledger of two actors and the vector of one, the actors by key or by name.

    Raises CaseError when the folder is no case, for an actor that it does not hold and for another number of actors than the
    kind is asked of; ValueError for an unknown kind.
    """
    if kind not in (*KINDS, *BETWEEN):
        raise ValueError(f"{kind}: no such kind; one of {', '.join((*KINDS, *BETWEEN))}")
    wanted = BETWEEN.get(kind, 0)
    if len(of) != wanted:
        actors = "one actor with «--of A»" if wanted == 1 else "two actors with «--of A B»"
        raise CaseError(f"{kind}: name {actors}" if wanted else f"{kind}: takes no «--of»")
    if kind == "ledger":
        yield from ledger(case, *of)
    elif kind == "vector":
        yield from (msgspec.structs.asdict(cell) for cell in vector(case, *of))
    else:
        names = names_of(case)
        yield from (named(row, names) for row in query(case, kind))
