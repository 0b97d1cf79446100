"""Containers of many pages: JSONL dumps and web archives, taken apart record by record in bounded memory."""

import re
import sys
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import msgspec
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

GZIP = b"\x1f\x8b"
HEAD_ENDS = b"\r\n\r\n"
CONTENT_LENGTH = re.compile(rb"^Content-Length:\s*(\d{1,18})\s*$", re.IGNORECASE | re.MULTILINE)
CHUNK, MOST_AT_ONCE = 1 << 16, 1 << 20  # bytes, compressed and not
ANSWERS = WarcRecordType.response | WarcRecordType.resource
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
    number = last = 0
    try:
        with open(path, "rb") as stream:
            for record in ArchiveIterator(stream, record_types=ANSWERS, parse_http=True):
                last = record.stream_pos
                if holds_text(record):
                    number += 1
                    yield located(record, number, largest)
        damage = "the archive breaks off" if breaks_off(path, last) else "" if number else "no page in this archive"
    except (OSError, ValueError, RuntimeError, EOFError) as error:
        damage = f"the archive breaks off or is damaged here: {error}"
    if damage:
        yield Record(number=number + 1, problem=damage)


def located(record: WarcRecord, number: int, largest: int) -> Record:
    """Where a record stands, or that it is too large."""
    if record.content_length > largest:
        return Record(number=number, problem=f"a record of {record.content_length} bytes, the most that is read is {largest}")
    return Record(number=number, offset=record.stream_pos)


def breaks_off(path: Path, offset: int) -> bool:
    """True when the last record of an archive, or the last member of a compressed one, has no end.

    Looked at from an offset on, when a record or a member begins there.
    """
    with open(path, "rb") as stream:
        compressed = stream.read(2) == GZIP
        stream.seek(offset)
        if not compressed:
            return record_breaks_off(stream, path.stat().st_size)
        stream.seek(offset if stream.read(2) == GZIP else 0)
        member, rest = zlib.decompressobj(wbits=31), b""
        while chunk := rest or stream.read(CHUNK):
            member.decompress(chunk, MOST_AT_ONCE)
            rest = member.unconsumed_tail
            if member.eof:
                rest, member = member.unused_data, zlib.decompressobj(wbits=31) if member.unused_data else member
    return not member.eof


def record_breaks_off(stream: BinaryIO, size: int) -> bool:
    """True when a record from here on is longer than what is left of a file of so many bytes."""
    while (start := stream.tell()) < size:
        head, mark, _ = stream.read(CHUNK).partition(HEAD_ENDS)
        length = CONTENT_LENGTH.search(head)
        end = start + len(head) + len(mark) + (int(length[1]) if length else 0)
        if not mark or length is None or end > size:
            return bool(head.strip())
        stream.seek(end + len(HEAD_ENDS))
    return False


def holds_text(record: WarcRecord) -> bool:
    """True for a record whose HTTP answer, if it has one, is a page of text."""
    headers = getattr(record, "http_headers", None)
    kind = (getattr(record, "http_content_type", None) or "") if headers is not None else "text/html"
    return str(kind).lower() in HTML_TYPES


def warc_bytes(path: str, number: int, offset: int, largest: int) -> bytes:
    """One record of a WARC: what its headers say of it, an empty line, the payload as decoded from its HTTP answer.

    Found at its offset, or by counting when the archive was compressed as a whole and has no offsets.
    """
    with open(path, "rb") as stream:
        stream.seek(offset)
        counted = not stream.read(5).startswith((GZIP, b"WARC/"))
        stream.seek(0 if counted else offset)
        texts = (
            record
            for record in ArchiveIterator(stream, parse_http=True, record_types=ANSWERS, auto_decode="all")
            if holds_text(record)
        )
        record = next(islice(texts, number - 1 if counted else 0, None), None)
        return described(record, largest) if record is not None else b""


def described(record: WarcRecord, largest: int) -> bytes:
    """The headers that matter, an empty line, the payload."""
    expected, payload = record.content_length, bytes(record.reader.read(largest + 1))
    fields = {
        "WARC-Target-URI": record.headers.get("WARC-Target-URI", ""),
        "WARC-Date": record.headers.get("WARC-Date", ""),
        "Content-Charset": getattr(record, "http_charset", None) or "",
        "Missing": str(max(0, expected - len(payload))),
    }
    return "".join(f"{name}: {value}\r\n" for name, value in fields.items()).encode() + b"\r\n" + payload
