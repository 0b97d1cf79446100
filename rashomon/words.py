"""Lexicons: arrays of tables in TOML files, read into frozen records, with errors that name file, line and entry.

A lexicon file holds entries under one array, ``[[verb]]`` say, each an instance of a ``msgspec.Struct``; what it must
and may hold is the struct's annotation.  A file with one bad entry is refused whole: nothing is half-loaded.
"""

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

Entry = TypeVar("Entry", bound=msgspec.Struct)
LARGEST_LEXICON = 20_000_000  # bytes; a user's file is as hostile as any other


class LexiconError(ValueError):
    """A lexicon or gazetteer file that cannot be used; the message names the file, the line and what is wrong."""


def entries(path: Path, array: str, kind: type[Entry]) -> tuple[Entry, ...]:
    """The entries of one array of a TOML file, in file order.

    Raises LexiconError when the file cannot be read, is no TOML, or an entry does not fit ``kind``.
    """
    text = text_of(path)
    listed: Any = document(path, text).get(array, [])
    if not isinstance(listed, list):
        raise LexiconError(f"{path.name}: {array} must be an array of tables, [[{array}]]")
    read: list[Entry] = []
    for number, entry in enumerate(listed):
        try:
            read.append(msgspec.convert(entry, kind))
        except msgspec.ValidationError as error:
            line = line_of(text, array, number)
            raise LexiconError(f"{path.name}, line {line}, entry {number + 1} of {array}: {error}") from error
    return tuple(read)


def text_of(path: Path) -> str:
    """The text of a lexicon file; raises LexiconError when it cannot be read."""
    try:
        if path.stat().st_size > LARGEST_LEXICON:
            raise LexiconError(f"{path.name}: larger than {LARGEST_LEXICON} bytes")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path.name}: cannot be read: {error}") from error


def document(path: Path, text: str) -> dict[str, Any]:
    """The TOML document; raises LexiconError with the line of a syntax error."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}: {error}") from error


def line_of(text: str, array: str, number: int) -> int:
    """The 1-based line on which the entry of that number begins; 1 when it is not written as [[array]]."""
    headers = list(re.finditer(rf"^[ \t]*\[\[\s*{re.escape(array)}\s*\]\]", text, re.MULTILINE))
    return text.count("\n", 0, headers[number].start()) + 1 if number < len(headers) else 1
