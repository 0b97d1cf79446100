"""The report of a case: the one function behind ``rashomon report``."""

from collections.abc import Callable, Mapping
from pathlib import Path

from rashomon.case.parts import Links
from rashomon.case.previous import new
from rashomon.case.read import judgements, linked, pile
from rashomon.compare.sources import facts, grades
from rashomon.report.docx import docx
from rashomon.report.html import html
from rashomon.report.input import Actor, Contents
from rashomon.report.markdown import markdown
from rashomon.store import CaseError, query

FORMATS: Mapping[str, Callable[[Contents], str | bytes]] = {".html": html, ".htm": html, ".md": markdown, ".docx": docx}


def report(case: Path, output: Path) -> None:
    """Write the report of a case, in the format that the name of the file asks for.

    Raises CaseError when the folder is no case or the ending is unknown, OSError when the file cannot be written.
    """
    write = FORMATS.get(output.suffix.lower())
    if write is None:
        raise CaseError(f"{output}: ends in none of {', '.join(FORMATS)}")
    written = write(contents(case))
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(written if isinstance(written, bytes) else written.encode("utf-8"))


def contents(case: Path) -> Contents:
    """All that a report of the case shows."""
    cuts, founds, issues = pile(case)
    links: Links = linked(case)
    persons = judgements(case)
    return Contents(
        title=case.name,
        pages=tuple(cut.page for cut in cuts),
        articles=tuple(article for cut in cuts for article in cut.articles),
        dropped=tuple(dropped for cut in cuts for dropped in cut.dropped),
        issues=(*issues, *(i for cut in cuts for i in cut.issues), *(i for found in founds for i in found.issues), *links.issues),
        founds=tuple(founds),
        actors=links.actors,
        names=actors_of(case),
        groups=links.groups,
        copies=links.copies,
        comparisons=links.comparisons,
        new=new(case, links.comparisons),
        judgements=(*links.judgements, *persons),
        grades={one.outlet: one for one in grades((found.article.outlet for found in founds), persons)},
        facts={one.outlet: one for one in facts(founds, {cut.page.id: cut.page for cut in cuts}, links.comparisons)},
    )


def actors_of(case: Path) -> dict[str, Actor]:
    """What each actor of the case is called."""
    rows = query(case, "actors")
    return {row["id"]: Actor(name=row["name"] or row["id"], type=row["type"], country=row["country"]) for row in rows}
