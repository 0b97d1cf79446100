"""Containers of many pages: JSONL dumps and web archives, taken apart record by record in bounded memory."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec
from fastwarc.warc import ArchiveIterator, WarcRecordType

HTML_TYPES = ("text/html", "application/xhtml+xml", "text/plain")


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One record of a container: where it stands, or why it cannot be read."""

    number: int  # 1-based; the line of a JSONL file, the response of a WARC
    offset: int = 0
    length: int = -1
    data: bytes = b""  # filled for what cannot be read again
    problem: str = ""


def json_lines(path: Path | None, largest: int) -> Iterator[Record]:
    """The lines of a JSONL file that are not blank, or of standard input when there is no path."""
    if path is None:
        yield from lines_from(sys.stdin.buffer, largest, keep=True)
        return
    with open(path, "rb") as stream:
        yield from lines_from(stream, largest, keep=False)


def lines_from(stream: BinaryIO, largest: int, keep: bool) -> Iterator[Record]:
    """The lines of a stream; a line longer than ``largest`` is passed over and told of."""
    number = offset = 0
    while line := stream.readline(largest + 1):
        number += 1
        length = len(line)
        too_long = length > largest
        while too_long and not line.endswith(b"\n") and (line := stream.readline(largest)):
            length += len(line)
        if too_long:
            yield Record(number=number, problem=f"a line of {length} bytes, the most that is read is {largest}")
        elif line.strip():
            yield Record(number=number, offset=offset, length=length, data=line if keep else b"")
        offset += length


def warc_records(path: Path, largest: int) -> Iterator[Record]:
    """The responses of a WARC that hold a page of text; one that is cut short or too large is told of."""
    number = 0
    try:
        with open(path, "rb") as stream:
            for record in ArchiveIterator(
                stream, record_types=WarcRecordType.response | WarcRecordType.resource, parse_http=True
            ):
                if not holds_text(record):
                    continue
                number += 1
                if record.content_length > largest:
                    yield Record(
                        number=number, problem=f"a record of {record.content_length} bytes, the most that is read is {largest}"
                    )
                else:
                    yield Record(number=number, offset=record.stream_pos)
    except (OSError, ValueError, RuntimeError, EOFError) as error:
        yield Record(number=number + 1, problem=f"the archive breaks off or is damaged here: {error}")
    if not number:
        yield Record(number=1, problem="no page in this archive")


def holds_text(record: object) -> bool:
    """True for a record whose HTTP answer, if it has one, is a page of text."""
    headers = getattr(record, "http_headers", None)
    kind = (getattr(record, "http_content_type", None) or "") if headers is not None else "text/html"
    return str(kind).lower() in HTML_TYPES


def warc_bytes(path: str, offset: int, largest: int) -> bytes:
    """The record that begins at an offset of a WARC: its headers, an empty line, the payload as decoded from its HTTP answer."""
    with open(path, "rb") as stream:
        stream.seek(offset)
        for record in ArchiveIterator(stream, parse_http=True):
            headers = "".join(
                f"{name}: {value}\r\n" for name, value in record.headers.items() if name in ("WARC-Target-URI", "WARC-Date")
            )
            kind = getattr(record, "http_content_type", None) or "text/html"
            charset = getattr(record, "http_charset", None) or ""
            head = f"{headers}Content-Type: {kind}\r\nContent-Charset: {charset}\r\n\r\n".encode()
            return head + bytes(record.reader.read(largest + 1))
    return b""
