"""Export a case: the one function behind ``rashomon export``."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from rashomon.case.names import actor_map
from rashomon.case.read import pile
from rashomon.case.show import KINDS, show
from rashomon.export.followthemoney import followthemoney
from rashomon.export.graphml import graphml
from rashomon.export.plover import plover
from rashomon.export.tables import Rows, csv_files, parquet_files, sqlite_file


def rows_of(case: Path) -> Rows:
    """Every kind of row of the case, each read when asked for."""
    return {kind: show(case, kind) for kind in KINDS}


def json_lines(rows: Iterable[dict[str, Any]], path: Path) -> None:
    """One JSON object a line."""
    with path.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def plover_file(case: Path, path: Path) -> None:
    """PLOVER records of every event."""
    cuts, founds, _ = pile(case)
    json_lines(plover(founds, {cut.page.id: cut.page for cut in cuts}, actor_map(case)), path)


FORMATS: dict[str, Callable[[Path, Path], None]] = {
    "plover": plover_file,
    "followthemoney": lambda case, path: json_lines(followthemoney(rows_of(case)), path),
    "graphml": lambda case, path: graphml(rows_of(case), path),
    "csv": lambda case, path: csv_files(rows_of(case), path),
    "parquet": lambda case, path: parquet_files(rows_of(case), path),
    "sqlite": lambda case, path: sqlite_file(rows_of(case), path),
}
"""Format -> what writes it; «csv» and «parquet» fill a folder, the others write a file."""


def export(case: Path, to: str, output: Path) -> None:
    """Write the case in another tool's format; raises CaseError, OSError, KeyError for an unknown format."""
    output.parent.mkdir(parents=True, exist_ok=True)
    FORMATS[to](case, output)
