"""A case as plain tables: CSV, Parquet, or one SQLite file."""

import csv
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from rashomon.store import save_rows

Rows = Mapping[str, Iterable[dict[str, Any]]]
"""Kind -> its rows, as ``show`` gives them."""
SPREADSHEET_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_files(rows: Rows, folder: Path) -> None:
    """One CSV file a kind, UTF-8 with a heading; lists as JSON; a cell that a spreadsheet would run is quoted with ’."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind, found in rows.items():
        with (folder / f"{kind}.csv").open("w", encoding="utf-8", newline="") as out:
            heading, all_rows = headed(found)
            writer = csv.writer(out)
            writer.writerow(heading)
            writer.writerows([inert(plain(row[column])) for column in heading] for row in all_rows)


def parquet_files(rows: Rows, folder: Path) -> None:
    """One Parquet file a kind."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind, found in rows.items():
        save_rows(folder / f"{kind}.parquet", found)


def sqlite_file(rows: Rows, path: Path) -> None:
    """One SQLite file with a table a kind; lists as JSON."""
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as database:
        for kind, found in rows.items():
            heading, all_rows = headed(found)
            if heading:
                listed = ", ".join(f'"{column}"' for column in heading)
                database.execute(f'CREATE TABLE "{kind}" ({listed})')
                marks = ", ".join("?" * len(heading))
                values = ([plain(row[column]) for column in heading] for row in all_rows)
                database.executemany(f'INSERT INTO "{kind}" VALUES ({marks})', values)


def headed(rows: Iterable[dict[str, Any]]) -> tuple[Sequence[str], Iterator[dict[str, Any]]]:
    """The columns of some rows, and the rows from the first on."""
    found = iter(rows)
    first = next(found, None)
    return ([], iter(())) if first is None else (list(first), chain([first], found))


def plain(value: object) -> object:
    """A value that a table can hold; lists and records as JSON."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict | tuple) else value


def inert(value: object) -> object:
    """Page text is hostile: «=HYPERLINK(…)» in a quote must not run when the file is opened in a spreadsheet."""
    return f"’{value}" if isinstance(value, str) and value.startswith(SPREADSHEET_FORMULA) else value
