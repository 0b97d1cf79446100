"""Footnotes in a Word document: true ones, at the foot of the page, numbered by the word processor.

python-docx 1.2 knows no footnotes; this adds the part that holds them (ECMA-376, part 1, 17.11) and leaves the rest to it.
"""

from docx.document import Document as Writer
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

TEXT, REFERENCE = "Footnote Text", "Footnote Reference"
EMPTY = (
    f"<w:footnotes {nsdecls('w')}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


def with_footnotes(document: Writer) -> XmlPart:
    """Make a document able to hold footnotes, and give the part that will hold them."""
    document.styles.add_style(TEXT, WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(9)
    document.styles.add_style(REFERENCE, WD_STYLE_TYPE.CHARACTER).font.superscript = True
    package = document.part.package
    part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, parse_xml(EMPTY), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return part


def footnote(document: Writer, part: XmlPart, paragraph: Paragraph, number: int) -> Paragraph:
    """Refer to footnote ``number`` (from 1, in order) at the end of a paragraph; gives the note's paragraph, to be filled."""
    mark(document, paragraph.add_run(), "w:footnoteReference", number)
    note, inner = OxmlElement("w:footnote"), OxmlElement("w:p")
    note.set(qn("w:id"), str(number))
    note.append(inner)
    part.element.append(note)
    written = Paragraph(inner, document._body)
    written.style = document.styles[TEXT]
    mark(document, written.add_run(), "w:footnoteRef")
    written.add_run(" ")
    return written


def mark(document: Writer, run: Run, name: str, number: int | None = None) -> None:
    """Put the number of a footnote into a run: the word processor counts."""
    run.style = document.styles[REFERENCE]
    element = OxmlElement(name)
    if number is not None:
        element.set(qn("w:id"), str(number))
    run._r.append(element)
