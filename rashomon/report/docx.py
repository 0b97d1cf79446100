"""The report as a Word document: quoted words in a serif italic, the deciding ones bold, each passage in a footnote."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Writer
from docx.opc.part import XmlPart
from docx.text.paragraph import Paragraph

from rashomon.report.footnotes import footnote, with_footnotes
from rashomon.report.input import Contents
from rashomon.report.model import report
from rashomon.report.passages import Passage
from rashomon.report.prose import Block, Run, note, prose
from rashomon.report.words import fit, unturned

STYLES = {0: "Normal", -1: "List Bullet", -2: "List Bullet 2"}
EPOCH = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)  # stands for every clock, so that the same case gives the same bytes


@dataclass
class Notes:
    """The footnotes written so far: how many, and in which a passage was given first."""

    part: XmlPart
    count: int = 0
    first: dict[str, int] = field(default_factory=dict)  # id of the passage -> number of its first note


def docx(contents: Contents) -> bytes:
    """The report of a case as the bytes of a .docx file; the same contents give the same bytes."""
    document = Document()
    notes = Notes(with_footnotes(document))
    for one in prose(report(contents)):
        write(document, one, notes)
    return packed(document, contents.title)


def write(document: Writer, block: Block, notes: Notes) -> None:
    """Append one block, its notes at the foot of the page."""
    heading = block.level > 0
    made = document.add_heading(level=block.level) if heading else document.add_paragraph(style=STYLES[block.level])
    for run in block.runs:
        runs(made, (run,))
        for passage in run.notes:
            cite(document, made, passage, notes)


def cite(document: Writer, paragraph: Paragraph, passage: Passage, notes: Notes) -> None:
    """Append a footnote: file, line and words the first time, later where they were given («See note 3.»)."""
    notes.count += 1
    written = footnote(document, notes.part, paragraph, notes.count)
    first = notes.first.setdefault(passage.id, notes.count)
    runs(written, note(passage) if first == notes.count else (Run(f"See note {first}."),))


def runs(paragraph: Paragraph, written: Iterable[Run]) -> None:
    """Append runs in their faces."""
    for run in written:
        made = paragraph.add_run(unturned(fit(run.text)))
        if run.face != "ours":
            made.italic, made.bold, made.font.name = True, run.face == "deciding", "Georgia"


def packed(document: Writer, title: str) -> bytes:
    """The document as bytes, with no trace of when it was written."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments = fit(title)[:250], "Rashomon", ""
    properties.created = properties.modified = EPOCH
    loose, tight = BytesIO(), BytesIO()
    document.save(loose)
    with ZipFile(loose) as source, ZipFile(tight, "w") as target:
        for member in source.infolist():
            still = ZipInfo(member.filename, EPOCH.timetuple()[:6])
            target.writestr(still, source.read(member), ZIP_DEFLATED)
    return tight.getvalue()
