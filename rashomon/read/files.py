"""The files of a pile: folders walked, containers opened, one source a page to be.

A source names what it stands for and can be read again at any time, by any process: a file, one line of a JSONL file, one
record of a WARC, or one line of standard input (the only kind that carries its bytes along).
"""

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from rashomon.read.containers import json_lines, warc_bytes, warc_records
from rashomon.records import Issue

MEDIA = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".mhtml": "multipart/related",
    ".mht": "multipart/related",
    ".jsonl": "application/jsonl",
    ".warc": "application/warc",
    ".warc.gz": "application/warc",
}
CONTAINERS = {"application/jsonl": json_lines, "application/warc": warc_records}
LARGEST = 50_000_000  # bytes of one page as fetched; decoded and cut up it takes about ten times that
STDIN = "-"


class ReadError(ValueError):
    """A path that cannot be read at all: it is not there, or it is neither a file nor a folder."""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One page to be: where its bytes are, and under which name the reader passed it."""

    file: str  # as passed, "/" as separator; "dump.jsonl#12" is the twelfth record of a container
    media: str
    path: str = ""
    number: int = 0  # of its record in a container, from 1
    offset: int = 0  # where its record begins
    length: int = -1  # of its record; -1: the whole file
    data: bytes = b""  # of standard input only

    def content(self) -> bytes:
        """The bytes of the page as fetched; raises OSError when the file has gone."""
        if not self.path:
            return self.data
        if self.media == "application/warc":
            return warc_bytes(self.path, self.number, self.offset, LARGEST)
        with open(self.path, "rb") as stream:
            stream.seek(self.offset)
            return stream.read(self.length if self.length >= 0 else LARGEST + 1)

    def sha256(self) -> str:
        """The SHA-256 of the bytes, hexadecimal."""
        return hashlib.sha256(self.content()).hexdigest()


def sources(paths: Sequence[str]) -> Iterator[Source | Issue]:
    """The sources of files and folders, as given, a folder's in the order of their names; "-" is JSONL on standard input.

    What is there but cannot be read is an Issue: an empty folder, a file too large or of an unknown kind, a link that
    leads out of its folder.  Raises ReadError, before anything is read, for a path that is not there.
    """
    for path in paths:
        if path != STDIN and not (Path(path).is_file() or Path(path).is_dir()):
            raise ReadError(f"{path}: no such file or folder")
    for path in paths:
        yield from standard_input() if path == STDIN else below(Path(path)) if Path(path).is_dir() else opened(Path(path))


def below(folder: Path) -> Iterator[Source | Issue]:
    """The sources of all files below a folder; an issue for a link that leads out of it, and when there is no file."""
    root, files = folder.resolve(), 0
    for name, folders, names in os.walk(folder, followlinks=False):
        folders.sort()
        for file in sorted(names):
            path = Path(name) / file
            files += 1
            yield from opened(path) if path.resolve().is_relative_to(root) else [issue(path, "leads out of its folder; not read")]
        yield from (
            issue(Path(name) / link, "is a link to a folder; not followed")
            for link in folders
            if (Path(name) / link).is_symlink()
        )
    if not files:
        yield issue(folder, "holds no file")


def opened(path: Path) -> Iterator[Source | Issue]:
    """The sources of one file."""
    media = media_of(path)
    try:
        if not path.is_file() or not media:
            yield issue(path, f"of no kind that is read ({' '.join(MEDIA)})" if path.is_file() else "is no file")
        elif media in CONTAINERS:
            yield from contained(path, media)
        elif path.stat().st_size > LARGEST:
            yield issue(path, f"{path.stat().st_size} bytes, the most that is read is {LARGEST}")
        elif not os.access(path, os.R_OK):
            yield issue(path, "may not be read")
        else:
            yield Source(file=path.as_posix(), media=media, path=str(path))
    except OSError as error:
        yield issue(path, f"cannot be read: {error.strerror or error}")


def media_of(path: Path) -> str:
    """The kind of a file, by the end of its name; empty when it is none that is read."""
    name = path.name.lower()
    return next((media for end, media in MEDIA.items() if name.endswith(end)), "")


def contained(path: Path, media: str) -> Iterator[Source | Issue]:
    """The records of a container, each a source; what cannot be taken apart is an issue."""
    for record in CONTAINERS[media](path, LARGEST):
        name = f"{path.as_posix()}#{record.number}"
        if record.problem:
            yield Issue(stage="read", what=f"{name}: {record.problem}", file=name)
        else:
            yield Source(file=name, media=media, path=str(path), number=record.number, offset=record.offset, length=record.length)


def standard_input() -> Iterator[Source | Issue]:
    """The lines of standard input, each a source that carries its bytes."""
    for record in json_lines(None, LARGEST):
        name = f"{STDIN}#{record.number}"
        if record.problem:
            yield Issue(stage="read", what=f"{name}: {record.problem}", file=name)
        else:
            yield Source(file=name, media="application/jsonl", data=record.data)


def issue(path: Path, what: str) -> Issue:
    """An issue about one path."""
    return Issue(stage="read", what=f"{path.as_posix()}: {what}", file=path.as_posix())
