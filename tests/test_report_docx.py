"""The report as a Word document."""

from io import BytesIO

from docx import Document

from rashomon.report.docx import docx
from tests.report_contents import contents


def test_a_document_opens_with_headings_in_order_and_notes_at_the_end():
    document = Document(BytesIO(docx(contents())))
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 2"]
    assert headings[0] == "What conflicts"
    assert headings[-1] == "Notes"
    assert document.paragraphs[-1].text.startswith("[12] ")


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
