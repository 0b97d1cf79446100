"""A case on disk: bytes kept, finished parts named by their content, tables as Parquet.

    DIR/case.json            the pages of the case, and the format
    DIR/bytes/SHA256.gz      what was read, as it was
    DIR/parts/STAGE/KEY.gz   what a stage made of one input; KEY is a hash of that input and of the stage itself
    DIR/tables/KIND.parquet  the records of all parts, as the views read them
    DIR/actors/FILE.toml     the user's own actors, read after the shipped ones
    DIR/judgements.jsonl     what persons judged, in their order
    DIR/previous.json        the comparisons before the last change, to tell what is new; not in a fresh case

A part is written under another name first and then moved into place, so a killed run leaves no half part, and the next one
goes on where it stopped.  Nothing in a case depends on the clock, on the machine or on the number of workers.
"""

import gzip
import hashlib
import os
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import msgspec

FORMAT = 1
PACKAGE = Path(__file__).parent
STAGE_FOLDERS = {
    "read": ("read",),
    "find": ("actors", "find"),
    "link": ("actors", "find", "link", "compare"),
}
"""What a stage is made of, besides the modules at the top of the package; a change in one makes its finished parts stale."""

Kind = TypeVar("Kind", bound=msgspec.Struct)


class CaseError(ValueError):
    """A folder that is no case, or one of another format; the message says what to do."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """The pages of a case: file as passed, and the key of the part that holds its cut."""

    format: int = FORMAT
    files: dict[str, str] = {}


@cache
def version(stage: str) -> str:
    """A hash of the code and the lexicons of a stage."""
    digest = hashlib.sha256()
    for folder in ("*", *(f"{folder}/**/*" for folder in STAGE_FOLDERS[stage])):
        for path in files(folder):
            digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def files(pattern: str) -> list[Path]:
    """The code and data files of the package that fit a pattern, sorted."""
    return sorted(file for file in PACKAGE.glob(pattern) if file.is_file() and "__pycache__" not in file.parts)


def part_key(stage: str, *inputs: bytes) -> str:
    """The name of the part that a stage makes of these inputs."""
    digest = hashlib.sha256(version(stage).encode())
    for content in inputs:
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()


def create(case: Path) -> None:
    """Make the folder a case, or check that it is one; raises CaseError."""
    if case.exists() and not case.is_dir():
        raise CaseError(f"{case}: is a file; name a folder for the case")
    if case.is_dir() and any(case.iterdir()) and not (case / "case.json").exists():
        raise CaseError(f"{case}: holds other files and is no case; name a new folder")
    case.mkdir(parents=True, exist_ok=True)
    if not (case / "case.json").exists():
        write_manifest(case, Manifest())
    manifest(case)


def manifest(case: Path) -> Manifest:
    """What the case holds; raises CaseError when the folder is no case."""
    try:
        held = msgspec.json.decode((case / "case.json").read_bytes(), type=Manifest)
    except FileNotFoundError as error:
        raise CaseError(f"{case}: is no case; make one with «rashomon read PATH --case {case}»") from error
    except (OSError, msgspec.MsgspecError) as error:
        raise CaseError(f"{case}: its case.json cannot be read: {error}") from error
    if held.format != FORMAT:
        raise CaseError(f"{case}: has format {held.format}, this version reads {FORMAT}; read the pages into a new case")
    return held


def write_manifest(case: Path, held: Manifest) -> None:
    """Keep what the case holds, files in order of their names."""
    ordered = Manifest(format=held.format, files=dict(sorted(held.files.items())))
    replace(case / "case.json", msgspec.json.encode(ordered) + b"\n")


def replace(path: Path, content: bytes) -> None:
    """Write a file in one step: it holds either what it held or all of the new content."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(content)
    beside.replace(path)


def compressed(content: bytes) -> bytes:
    """Gzip without a time or a name, so that the same content is the same bytes."""
    return gzip.compress(content, compresslevel=6, mtime=0)


def keep_bytes(case: Path, sha256: str, content: bytes) -> None:
    """Keep the bytes of a page; the same bytes are kept once."""
    path = case / "bytes" / f"{sha256}.gz"
    if not path.exists():
        replace(path, compressed(content))


def part_path(case: Path, stage: str, key: str) -> Path:
    """Where the part of that key lies."""
    return case / "parts" / stage / f"{key}.gz"


def save_part(case: Path, stage: str, key: str, part: msgspec.Struct) -> None:
    """Keep a finished part."""
    replace(part_path(case, stage, key), compressed(msgspec.json.encode(part)))


def load_part(case: Path, stage: str, key: str, kind: type[Kind]) -> Kind | None:
    """A finished part, or None when it was not made yet (or is damaged: then it is made again)."""
    try:
        return msgspec.json.decode(gzip.decompress(part_path(case, stage, key).read_bytes()), type=kind)
    except (OSError, EOFError, gzip.BadGzipFile, msgspec.MsgspecError):
        return None


def save_table(case: Path, name: str, types_of: Mapping[str, str], rows: Iterable[object]) -> None:
    """Write one table of a case."""
    save_rows(case / "tables" / f"{name}.parquet", rows, types_of)


def save_rows(path: Path, rows: Iterable[object], types_of: Mapping[str, str] | None = None) -> None:
    """Write rows as Parquet; a row is anything msgspec can encode, ``types_of`` gives each column its DuckDB type.

    Without types the columns are those of the rows, and no rows make no file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lines, beside = path.with_name(f".{path.name}.jsonl"), path.with_name(f".{path.name}")
    with lines.open("wb") as out:
        count = sum(out.write(msgspec.json.encode(row) + b"\n") > 0 for row in rows)
    if types_of is not None or count:
        listed = ", ".join(f"'{column}': '{of}'" for column, of in (types_of or {}).items())
        columns_of = f"columns={{{listed}}}" if listed else "sample_size=-1"
        read = f"read_json('{quoted(lines)}', format='newline_delimited', {columns_of}, maximum_object_size=1000000000)"
        with duckdb.connect(config={"threads": 1}) as database:
            database.execute(f"COPY (SELECT * FROM {read}) TO '{quoted(beside)}' (FORMAT parquet, COMPRESSION zstd)")
        beside.replace(path)
    lines.unlink()


def quoted(path: Path) -> str:
    """A path inside single quotes of SQL."""
    return path.as_posix().replace("'", "''")


def columns(kind: type[msgspec.Struct]) -> dict[str, str]:
    """The columns of a record type and their DuckDB types."""
    hints = typing.get_type_hints(kind)
    return {field.encode_name: sql_type(hints[field.name]) for field in msgspec.structs.fields(kind)}


SCALARS: dict[Any, str] = {str: "VARCHAR", int: "BIGINT", float: "DOUBLE", bool: "BOOLEAN"}


def sql_type(of: Any) -> str:  # noqa: ANN401 - an annotation is of no one type
    """The DuckDB type of an annotation; raises TypeError for one that has none."""
    origin, arguments = typing.get_origin(of), typing.get_args(of)
    if of in SCALARS:
        return SCALARS[of]
    if origin is typing.Literal:
        return "VARCHAR"
    if origin in (typing.Union, types.UnionType):
        return sql_type(next(argument for argument in arguments if argument is not type(None)))
    if origin in (tuple, list):
        return f"{sql_type(arguments[0])}[]"
    if origin is dict:
        return f"MAP({sql_type(arguments[0])}, {sql_type(arguments[1])})"
    if isinstance(of, type) and issubclass(of, msgspec.Struct):
        return "STRUCT(" + ", ".join(f'"{name}" {inner}' for name, inner in columns(of).items()) + ")"
    raise TypeError(f"no column type for {of}")


@cache
def view_source(name: str) -> str:
    """The text of one view, a SELECT over the tables."""
    return (PACKAGE / "views" / f"{name}.sql").read_text(encoding="utf-8")


def query(case: Path, name: str, **parameters: str) -> Iterator[dict[str, Any]]:
    """The rows of a view over the tables of a case, as dictionaries in the view's order.

    Raises CaseError when the folder is no case or was not read to the end.
    """
    manifest(case)
    with duckdb.connect(config={"threads": 1, "preserve_insertion_order": True}) as database:
        for table in sorted((case / "tables").glob("[!.]*.parquet")):
            database.execute(f"CREATE VIEW {table.stem} AS SELECT * FROM '{quoted(table)}'")
        try:
            cursor = database.execute(view_source(name), parameters or None)
        except duckdb.CatalogException as error:
            raise CaseError(f"{case}: was not read to the end; run «rashomon read» again") from error
        names = [column[0] for column in cursor.description or []]
        while rows := cursor.fetchmany(1000):
            for row in rows:
                yield dict(zip(names, row, strict=True))
