"""Pages a browser saved as MHTML: the HTML among the parts."""

import email
import email.policy
from email.message import Message
from email.utils import parsedate_to_datetime
from itertools import islice

import msgspec

MOST_PARTS = 5000
HTML = ("text/html", "application/xhtml+xml")


class SavedError(ValueError):
    """Bytes that are no MHTML page."""


class Saved(msgspec.Struct, frozen=True):
    """The HTML of a saved page, and what the file says about it."""

    content: bytes
    charset: str
    url: str
    fetched_on: str  # ISO 8601 day on which the browser saved it


def saved_page(content: bytes) -> Saved:
    """The first HTML part of an MHTML file.

    Raises SavedError when there is none, or when parts are nested or repeated beyond reason.
    """
    try:
        message = email.message_from_bytes(content, policy=email.policy.compat32)
        parts = list(islice(message.walk(), MOST_PARTS + 1))
    except RecursionError as error:
        raise SavedError("parts nested too deeply for a saved page") from error
    if len(parts) > MOST_PARTS:
        raise SavedError(f"more than {MOST_PARTS} parts; no saved page")
    part = next((part for part in parts if part.get_content_type() in HTML), None)
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes):
        raise SavedError("no HTML in this saved page")
    url = message.get("Snapshot-Content-Location") or part.get("Content-Location") or ""
    return Saved(payload, part.get_content_charset() or "", str(url), saved_on(message))


def saved_on(message: Message) -> str:
    """The day the file was saved, ISO 8601; empty when it does not say."""
    try:
        return parsedate_to_datetime(str(message["Date"])).date().isoformat()
    except (TypeError, ValueError):
        return ""
