"""Bytes to characters: the charset a page has, whatever it declares."""

import codecs
import re

import msgspec
from charset_normalizer import from_bytes
from resiliparse.parse.encoding import detect_encoding

LOOKED_AT = 100_000  # bytes; enough to tell a charset
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
MAGIC = (
    b"%PDF-",
    b"\x89PNG",
    b"PK\x03\x04",
    b"\x7fELF",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"MZ\x90",
    b"BZh",
    b"\xfd7zXZ",
    b"RIFF",
    b"\xd0\xcf\x11\xe0",
)
CONTROL = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
MOST_CONTROL = 0.02  # share of control characters above which bytes are no text
MOST_LOST = 0.002  # share of characters that UTF-8 may lose before another charset is looked for
DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]{2,30})""", re.IGNORECASE)


class Decoded(msgspec.Struct, frozen=True):
    """A text, its charset, and how many characters were lost."""

    text: str
    encoding: str
    lost: int = 0
    guessed: bool = False  # from what its bytes look like


def is_binary(content: bytes) -> bool:
    """True for bytes that are no text in any charset."""
    start = content[:LOOKED_AT]
    if start.startswith(tuple(mark for mark, _ in MARKS)):
        return False
    control = len(start) - len(start.translate(None, CONTROL))
    return start.startswith(MAGIC) or control > MOST_CONTROL * len(start)


def decoded(content: bytes) -> Decoded:
    """The text of a file: by its byte order mark, else as UTF-8, else by what its bytes look like; no character is left out."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return replaced(content, encoding)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        damaged = replaced(content, "utf-8")
    if damaged.lost <= max(3, MOST_LOST * len(damaged.text)) and not content.isascii() and multibyte(content):
        return damaged
    best = from_bytes(content[:LOOKED_AT]).best()
    return msgspec.structs.replace(replaced(content, best.encoding), guessed=True) if best else damaged


def multibyte(content: bytes) -> bool:
    """True when some character of the text is well-formed UTF-8 beyond ASCII, or so few are not that it may be damage."""
    return bool(re.search(rb"[\xc3-\xf4][\x80-\xbf]", content)) or len(re.findall(rb"[\x80-\xff]", content)) <= 2


def decoded_markup(content: bytes, charset: str = "") -> Decoded:
    """The text of an HTML page: UTF-8 when it is valid, else the charset declared when it fits, else the one detected."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return replaced(content[len(mark) :], encoding)
    declared = DECLARED.search(content[:4096])
    for encoding in ("utf-8-sig", charset, declared[1].decode() if declared else ""):
        try:
            return Decoded(content.decode(encoding), codecs.lookup(encoding).name.replace("utf-8-sig", "utf-8"))
        except (UnicodeDecodeError, LookupError):
            continue
    found = replaced(content, detect_encoding(content[:LOOKED_AT], html5_compatible=True) or "utf-8")
    return msgspec.structs.replace(found, guessed=True)


def replaced(content: bytes, encoding: str) -> Decoded:
    """The text in one charset; what does not decode becomes U+FFFD and is counted."""
    text = content.decode(encoding, errors="replace")
    return Decoded(
        text, encoding.replace("_", "-"), text.count("\ufffd") - content.count("\ufffd".encode()) * (encoding == "utf-8")
    )
