"""The report as a Word document: quoted words in a serif italic, the deciding ones bold, notes numbered at the end."""

import datetime
from collections.abc import Iterable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Writer
from docx.text.paragraph import Paragraph

from rashomon.report.input import Contents
from rashomon.report.model import report
from rashomon.report.passages import Passage
from rashomon.report.prose import Block, Run, note, numbered, prose
from rashomon.report.words import fit, unturned

STYLES = {0: "Normal", -1: "List Bullet", -2: "List Bullet 2"}
EPOCH = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)  # stands for every clock, so that the same case gives the same bytes

Notes = Mapping[str, tuple[int, Passage]]


def docx(contents: Contents) -> bytes:
    """The report of a case as the bytes of a .docx file; the same contents give the same bytes."""
    blocks = prose(report(contents))
    notes = numbered(blocks)
    document = Document()
    for one in blocks:
        write(document, one, notes)
    document.add_heading("Notes", level=2)
    for number, passage in notes.values():
        runs(document.add_paragraph(f"[{number}] "), note(passage), notes)
    return packed(document, contents.title)


def write(document: Writer, block: Block, notes: Notes) -> None:
    """Append one block."""
    heading = block.level > 0
    made = document.add_heading(level=block.level) if heading else document.add_paragraph(style=STYLES[block.level])
    runs(made, block.runs, notes)


def runs(paragraph: Paragraph, written: Iterable[Run], notes: Notes) -> None:
    """Append runs in their faces, each with the numbers of its notes."""
    for run in written:
        made = paragraph.add_run(unturned(fit(run.text)))
        if run.face != "ours":
            made.italic, made.bold, made.font.name = True, run.face == "deciding", "Georgia"
        for passage in run.notes:
            paragraph.add_run(f"[{notes[passage.id][0]}]").font.superscript = True


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
