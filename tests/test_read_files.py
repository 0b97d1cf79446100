"""Files, folders and containers to sources, and sources to pages: whatever they hold, nothing is lost in silence."""

import gzip
import io
import json

import pytest

from rashomon.read import files
from rashomon.read.files import ReadError, Source, sources
from rashomon.read.page import pages
from rashomon.records import Issue, Page

SENTENCE = "The ferry crews said on Thursday that no boat would leave the northern pier before the ice had been measured. "
BODY = SENTENCE * 4
HTML = f"<html><head><title>Ferries stay in port</title></head><body><h1>Ferries stay in port</h1><p>{BODY}</p></body></html>"


def read(*paths):
    """All sources of the paths, with the pages and issues of each."""
    listed = list(sources([str(path) for path in paths]))
    found = [item for source in listed if isinstance(source, Source) for item in pages(source)]
    return (
        [page for page in found if isinstance(page, Page)],
        [issue for issue in (*listed, *found) if isinstance(issue, Issue)],
    )


def one(tmp_path, name, content):
    """The pages and issues of one file of that content."""
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(path)


def warc_record(url, payload, kind="text/html; charset=utf-8", extra=""):
    """One WARC response."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{extra}Content-Length: {len(payload)}\r\n\r\n".encode() + payload
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{len(url):012d}>\r\n"
        f"WARC-Date: 2023-05-01T00:00:00Z\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def test_folders_are_walked_in_the_order_of_names(tmp_path):
    for name in ("b/two.txt", "a/one.txt", "c.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(HTML if name.endswith("html") else BODY)
    listed = [source.file.removeprefix(tmp_path.as_posix()) for source in sources([str(tmp_path)])]
    assert listed == ["/c.html", "/a/one.txt", "/b/two.txt"]


def test_a_missing_path_is_an_error_before_anything_is_read(tmp_path):
    (tmp_path / "here.txt").write_text(BODY)
    with pytest.raises(ReadError, match="gone: no such file or folder"):
        list(sources([str(tmp_path / "here.txt"), str(tmp_path / "gone")]))


def test_an_empty_folder_is_an_issue(tmp_path):
    assert [issue.what for issue in read(tmp_path)[1]] == [f"{tmp_path.as_posix()}: holds no file"]


def test_links_that_lead_out_of_the_folder_are_not_read(tmp_path):
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text(BODY)
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    (inside / "folder").symlink_to(outside)
    found, issues = read(inside)
    assert not found
    assert sorted(issue.what.split(": ")[1] for issue in issues) == [
        "is a link to a folder; not followed",
        "leads out of its folder; not read",
    ]


def test_a_file_of_another_kind_is_an_issue(tmp_path):
    assert "of no kind that is read" in one(tmp_path, "paper.pdf", b"%PDF-1.4")[1][0].what


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n\t", "is empty"),
        ("picture.txt", b"\x89PNG\r\n" + b"x" * 100, "binary data"),
        ("noise.txt", bytes(range(256)) * 20, "binary data"),
        ("nothing.html", b"<html><img src=x></html>", "shows no text"),
        ("broken.jsonl", b'{"text": ', "cannot be read"),
        ("list.jsonl", b"[1]", "no JSON object"),
        ("other.jsonl", b'{"a": 1}', "neither text nor HTML"),
        ("plain.mhtml", b"Content-Type: text/plain\r\n\r\nhello", "no HTML in this saved page"),
        ("noise.warc", bytes(range(1, 200)), "is damaged here"),
    ],
)
def test_what_cannot_be_read_is_one_issue_that_names_the_file(tmp_path, name, content, what):
    found, issues = one(tmp_path, name, content)
    assert not found
    assert [what in issue.what and name in issue.what for issue in issues] == [True]


def test_a_file_too_large_is_an_issue_and_the_rest_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 2000)
    (tmp_path / "large.txt").write_text("x" * 3000)
    (tmp_path / "lines.jsonl").write_text(json.dumps({"text": "y" * 3000}) + "\n" + json.dumps({"text": BODY}) + "\n")
    (tmp_path / "small.txt").write_text(BODY)
    found, issues = read(tmp_path)
    assert [page.file.rsplit("/", 1)[1] for page in found] == ["lines.jsonl#2", "small.txt"]
    assert ["the most that is read is 2000" in issue.what for issue in issues] == [True, True]


@pytest.mark.parametrize(
    "text", [BODY + "\r\n\r\n" + SENTENCE, "\ufeff" + BODY, "\u202e" + BODY + "\u202c", BODY + "\0" + SENTENCE]
)
def test_a_text_file_is_kept_character_by_character(tmp_path, text):
    (page,), issues = one(tmp_path, "page.txt", text)
    assert (page.text, page.text_of_page, page.encoding, issues) == (text, False, "utf-8", [])


def test_a_charset_that_had_to_be_guessed_is_told(tmp_path):
    text = "Президент сообщил, что порядок восстановлен, а переговоры продолжатся. " * 10
    (page,), (issue,) = one(tmp_path, "page.txt", text.encode("cp1251"))
    assert (page.text, page.encoding) == (text, "cp1251")
    assert "is not valid UTF-8; read as cp1251" in issue.what


def test_a_few_damaged_bytes_do_not_change_the_charset(tmp_path):
    (page,), (issue,) = one(tmp_path, "page.txt", ("Le préfet a parlé. " * 40).encode() + b"\xff")
    assert page.text.endswith("\ufffd")
    assert page.text.startswith("Le préfet")
    assert "1 characters could not be decoded as utf-8" in issue.what


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_byte_order_marks_are_obeyed(tmp_path, encoding):
    (page,), issues = one(tmp_path, "page.txt", BODY.encode(encoding))
    assert page.text == "\ufeff" + BODY
    assert not issues


def test_a_wrong_declared_charset_does_no_harm(tmp_path):
    (page,), issues = one(
        tmp_path, "page.html", HTML.replace("<head>", '<head><meta charset="utf-16">').replace("Thursday", "Thürsday")
    )
    assert "Thürsday" in page.text
    assert not issues


def test_a_rightly_declared_charset_is_used(tmp_path):
    html = HTML.replace("<head>", '<head><meta charset="windows-1252">').replace("Thursday", "Thürsday")
    (page,), issues = one(tmp_path, "page.html", html.encode("cp1252"))
    assert ("Thürsday" in page.text, page.encoding, issues) == (True, "cp1252", [])


@pytest.mark.parametrize(
    "html", ["<div>" * 200 + f"<p>{BODY}</p>", "<p>" + BODY + "<p>" * 2000, f'<p a="{"x" * 100_000}">{BODY}</p>']
)
def test_odd_html_is_read(tmp_path, html):
    (page,), issues = one(tmp_path, "page.html", html)
    assert SENTENCE.strip() in page.text
    assert not issues


def test_a_page_of_html_declares_its_metadata(tmp_path):
    html = HTML.replace(
        "<head>", '<head><meta property="og:site_name" content="Lake Post"><meta name="author" content="Ann Bay">'
    )
    (page,), _ = one(tmp_path, "page.html", html)
    assert (page.text_of_page, page.declared["title"], page.declared["outlet"]) == (True, "Ferries stay in port", "Lake Post")
    assert all(
        page.text[int(start) : int(end)].strip() for start, end in (span.split("-") for span in page.declared["main"].split())
    )


def test_dumps_of_crawlers_are_read_with_their_metadata(tmp_path):
    lines = [
        {
            "title": "Ferries",
            "date": "2023-05-01",
            "text": BODY,
            "url": "http://e.org/1",
            "sitename": "Lake Post",
            "author": "Ann Bay",
        },
        {
            "title": "Ferries",
            "date_publish": "2023-05-02 10:00:00",
            "maintext": BODY + "!",
            "source_domain": "e.org",
            "authors": ["A B", "C D"],
        },
        {"title": "Ferries", "publishing_date": "2023-05-03", "plaintext": BODY + "?", "crawl_date": "2024-01-01T00:00:00"},
        {"html": HTML, "url": "http://e.org/4"},
    ]
    found, issues = one(tmp_path, "dump.jsonl", "\n\n".join(map(json.dumps, lines)))
    assert not issues
    assert [page.declared.get("published_on") for page in found] == ["2023-05-01", "2023-05-02 10:00:00", "2023-05-03", None]
    assert [page.declared.get("author") for page in found[:2]] == ["Ann Bay", "A B, C D"]
    assert (found[2].fetched_on, found[3].url, found[3].media) == ("2024-01-01", "http://e.org/4", "text/html")
    assert len({page.id for page in found}) == 4


def test_standard_input_is_read_as_jsonl(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps({"text": BODY}).encode() + b"\nno json\n")))
    found, issues = read("-")
    assert [page.file for page in found] == ["-#1"]
    assert "-#2" in issues[0].what


@pytest.mark.parametrize(
    "pack", [b"".join, lambda records: b"".join(map(gzip.compress, records)), lambda records: gzip.compress(b"".join(records))]
)
def test_web_archives_are_read_however_they_are_compressed(tmp_path, pack):
    records = [
        warc_record(f"http://e.org/{'x' * number}", HTML.replace("Ferries", f"Ferry {number}").encode()) for number in range(3)
    ]
    found, issues = one(tmp_path, "pages.warc.gz" if pack(records)[:2] == b"\x1f\x8b" else "pages.warc", pack(records))
    assert not issues
    assert [page.text.split("\n")[0] for page in found] == [f"Ferry {number} stay in port" for number in range(3)]
    assert [(page.url, page.fetched_on) for page in found][2] == ("http://e.org/xx", "2023-05-01")


def test_a_compressed_answer_in_an_archive_is_decoded(tmp_path):
    record = warc_record("http://e.org/", gzip.compress(HTML.encode()), extra="Content-Encoding: gzip\r\n")
    (page,), issues = one(tmp_path, "pages.warc", record)
    assert "Ferries stay in port" in page.text
    assert not issues


def test_an_archive_that_breaks_off_is_read_up_to_there(tmp_path):
    records = [warc_record(f"http://e.org/{'x' * number}", HTML.encode() + b"<p>" + bytes([65 + number])) for number in range(2)]
    found, issues = one(tmp_path, "pages.warc", b"".join(records)[:-400])
    assert len(found) == 2
    assert any("the record breaks off" in issue.what for issue in issues)
    found, issues = one(tmp_path, "pages.warc", b"".join(records)[: -len(records[1]) + 100])
    assert (len(found), [issue.what for issue in issues if "the archive breaks off" in issue.what] != []) == (1, True)
    found, issues = one(tmp_path, "pages.warc.gz", b"".join(map(gzip.compress, records))[:-150])
    assert (len(found), len(issues)) == (1, 1)


def test_a_record_too_large_is_told_of(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 10_000)
    found, issues = one(tmp_path, "bomb.warc.gz", gzip.compress(warc_record("http://e.org/", b"a" * 1_000_000)))
    assert not found
    assert "1000000 bytes, the most that is read is 10000" in issues[0].what


SAVED = (
    b'Snapshot-Content-Location: http://e.org/m\r\nDate: Mon, 1 May 2023 10:00:00 +0000\r\nMIME-Version: 1.0\r\n'
    b'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\n'
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + HTML.replace("=", "=3D").encode() + b"\r\n--b--\r\n"
)  # fmt: skip


def test_a_saved_page_is_read(tmp_path):
    (page,), issues = one(tmp_path, "page.mhtml", SAVED)
    assert (page.url, page.fetched_on, page.text.split("\n")[0], issues) == (
        "http://e.org/m",
        "2023-05-01",
        "Ferries stay in port",
        [],
    )


@pytest.mark.parametrize(
    "content",
    [
        b'Content-Type: multipart/related; boundary="b"\r\n\r\n'
        + b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n" * 6000
        + b"--b--",
        b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (deep, deep) for deep in range(2000)),
    ],
)
def test_a_saved_page_made_to_do_harm_is_an_issue(tmp_path, content):
    found, issues = one(tmp_path, "bomb.mhtml", b"MIME-Version: 1.0\r\n" + content)
    assert (found, len(issues)) == ([], 1)


def test_the_same_files_give_the_same_pages(tmp_path):
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "b.html").write_text(HTML)
    assert read(tmp_path) == read(tmp_path)
