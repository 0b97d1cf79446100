"""The report as a Word document."""

from io import BytesIO

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from rashomon.report.docx import docx
from tests.report_contents import contents


def footnotes(written: bytes) -> list[tuple[int, str]]:
    """The number and the text of every footnote."""
    part = next(one for one in Document(BytesIO(written)).part.package.iter_parts() if one.partname == "/word/footnotes.xml")
    notes = parse_xml(part.blob).findall(qn("w:footnote"))
    return [(int(one.get(qn("w:id"))), "".join(text.text or "" for text in one.iter(qn("w:t")))) for one in notes]


def test_a_document_opens_with_what_conflicts():
    document = Document(BytesIO(docx(contents())))
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 2"]
    assert headings[0] == "What conflicts"


def test_each_passage_has_a_footnote_and_each_mark_its_own():
    written = docx(contents())
    body = Document(BytesIO(written)).element.body
    marks = [int(one.get(qn("w:id"))) for one in body.iter(qn("w:footnoteReference"))]
    notes = [(number, text) for number, text in footnotes(written) if number > 0]
    assert marks == [number for number, _ in notes] == list(range(1, len(notes) + 1))
    assert notes[0][1].strip() == "Tarn Herald, evening.txt, line 3: about 40"


def test_a_passage_cited_again_points_to_its_first_note():
    again = [(number, text) for number, text in footnotes(docx(contents())) if text.strip().startswith("See note ")]
    assert again
    assert all(int(text.strip(" .").rsplit(" ", 1)[1]) < number for number, text in again)


def test_hostile_text_is_only_text():
    text = "\n".join(one.text for one in Document(BytesIO(docx(contents()))).paragraphs)
    assert '<script>alert("x")</script>' in text
    assert "\u202e" not in text


def test_deciding_words_are_bold_italics():
    document = Document(BytesIO(docx(contents())))
    marked = [run.text for one in document.paragraphs for run in one.runs if run.bold and run.italic]
    assert "about 40" in marked


def test_same_contents_give_the_same_bytes():
    assert docx(contents()) == docx(contents())
