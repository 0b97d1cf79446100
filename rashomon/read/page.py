"""One file to pages: its bytes decoded, hashed and kept."""

import hashlib
from collections.abc import Callable, Iterator

import msgspec
from msgspec.structs import replace

from rashomon.read.decoding import Decoded, decoded, decoded_markup, is_binary
from rashomon.read.files import LARGEST, Source
from rashomon.read.markup import LARGEST_MARKUP, rendered
from rashomon.read.saved import SavedError, saved_page
from rashomon.records import Issue, Page

DECLARED = {  # key of a crawler's record (trafilatura, news-please, fundus) -> key of Page.declared, the first that is filled
    "title": ("title", "headline"),
    "author": ("author", "authors"),
    "outlet": ("sitename", "source-hostname", "source_domain", "publisher", "outlet", "site_name", "source"),
    "published_on": ("date", "date_publish", "publishing_date", "published_on", "published", "publish_date", "date_published"),
    "language": ("language", "lang"),
    "description": ("description", "excerpt"),
}
TEXTS = ("raw_text", "maintext", "text", "plaintext", "body", "content", "article")
MARKUPS = ("html", "raw_html", "content_html")
URLS = ("url", "source_url", "link")
FETCHED = ("fetched_on", "crawl_date", "date_download")
Read = Iterator[Page | Issue]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a container says about a page in it."""

    charset: str = ""
    url: str = ""
    fetched_on: str = ""  # ISO 8601 day of retrieval
    declared: dict[str, str] = {}


NOTHING = Told()


def pages(source: Source) -> Read:
    """The page of a source, and an issue for whatever could not be read or only with a loss; never raises."""
    try:
        content = source.content()
        problem = unreadable(content)
        if problem:
            yield issue(source, problem)
            return
        yield from READERS[source.media](source, content)
    except Exception as error:  # one page must not cost the pile; the issue names the file and the cause
        yield issue(source, f"cannot be read: {type(error).__name__}: {error}"[:300])


def unreadable(content: bytes) -> str:
    """Why bytes cannot be a page, or nothing."""
    if not content.strip():
        return "is empty"
    if len(content) > LARGEST:
        return f"more than {LARGEST} bytes; not read"
    return ""


def plain(source: Source, content: bytes) -> Read:
    """A text file: exactly its own characters."""
    if is_binary(content):
        yield issue(source, "no text but binary data")
        return
    text = decoded(content)
    yield from losses(source, text)
    yield replace(bare(source, content), media="text/plain", encoding=text.encoding, text=text.text)


def markup(source: Source, content: bytes, told: Told = NOTHING) -> Read:
    """An HTML page: its text as rendered, its metadata as declared."""
    if len(content) > LARGEST_MARKUP:
        yield issue(source, f"{len(content)} bytes of HTML, the most that is read is {LARGEST_MARKUP}")
        return
    if is_binary(content):
        yield issue(source, "no HTML but binary data")
        return
    text = decoded_markup(content, told.charset)
    yield from losses(source, text)
    shown = rendered(text.text, told.url)
    if not shown.text.strip():
        yield issue(source, "the page shows no text")
        return
    declared = shown.declared | told.declared
    page = replace(bare(source, content), media="text/html", encoding=text.encoding, text=shown.text, text_of_page=True)
    yield replace(page, url=told.url or declared.get("url", ""), fetched_on=told.fetched_on, declared=declared)


def saved(source: Source, content: bytes) -> Read:
    """A page a browser saved as MHTML."""
    try:
        kept = saved_page(content)
    except SavedError as error:
        yield issue(source, str(error))
        return
    yield from markup(source, kept.content, Told(charset=kept.charset, url=kept.url, fetched_on=kept.fetched_on))


def json_line(source: Source, content: bytes) -> Read:
    """One line of a crawler's dump: HTML when it holds it, else its text; metadata as it declares."""
    record = msgspec.json.decode(content)
    if not isinstance(record, dict):
        yield issue(source, "no JSON object")
        return
    declared = {key: value for key, names in DECLARED.items() if (value := first_text(record, names))}
    told = Told(charset="utf-8", url=first_text(record, URLS), fetched_on=first_text(record, FETCHED)[:10], declared=declared)
    html, text = first_text(record, MARKUPS), first_text(record, TEXTS)
    if html:
        yield from markup(source, html.encode("utf-8", "replace"), told)
    elif text:
        page = replace(bare(source, content), media="application/json", text=text, text_of_page=True)
        yield replace(page, url=told.url, fetched_on=told.fetched_on, declared=declared)
    else:
        yield issue(source, f"neither text nor HTML in this record (looked for {', '.join((*MARKUPS, *TEXTS))})")


def first_text(record: dict[str, object], names: tuple[str, ...]) -> str:
    """The first of some fields that is filled, as text; a list joined by commas."""
    for name in names:
        value = record.get(name)
        if isinstance(value, list):
            value = ", ".join(str(item) for item in value if isinstance(item, str))
        if isinstance(value, str) and value.strip():
            return value
    return ""


def archived(source: Source, content: bytes) -> Read:
    """One response of a WARC."""
    head, _, payload = content.partition(b"\r\n\r\n")
    fields = dict(line.split(": ", 1) for line in head.decode("utf-8", "replace").split("\r\n") if ": " in line)
    if not payload.strip():
        yield issue(source, "the record is empty or breaks off")
        return
    if fields.get("Missing", "0") != "0":
        yield issue(source, f"the record breaks off, {fields['Missing']} bytes are missing; read as far as it goes")
    url, day = fields.get("WARC-Target-URI", ""), fields.get("WARC-Date", "")[:10]
    yield from markup(source, payload, Told(charset=fields.get("Content-Charset", ""), url=url, fetched_on=day))


READERS: dict[str, Callable[[Source, bytes], Read]] = {
    "text/plain": plain,
    "text/html": markup,
    "multipart/related": saved,
    "application/jsonl": json_line,
    "application/warc": archived,
}


def bare(source: Source, content: bytes) -> Page:
    """A page of which only the bytes are known."""
    digest = hashlib.sha256(content).hexdigest()
    return Page(id=f"p{digest[:16]}", file=source.file, sha256=digest, media="", encoding="utf-8", text="", text_of_page=False)


def losses(source: Source, text: Decoded) -> Read:
    """An issue when the charset had to be guessed, and when bytes could not be decoded."""
    if text.guessed:
        yield issue(source, f"is not valid UTF-8; read as {text.encoding}")
    if text.lost:
        yield issue(source, f"{text.lost} characters could not be decoded as {text.encoding}; they are shown as «\ufffd»")


def issue(source: Source, what: str) -> Issue:
    """An issue about one source."""
    return Issue(stage="read", what=f"{source.file}: {what}", file=source.file)
