"""Read pages into a case: cut them, find in them, link the pile, write the tables; what was done is not done again."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec

from rashomon.case import previous
from rashomon.case.links import links
from rashomon.case.own_actors import adopt, checked, gazetteer_of, own_actors
from rashomon.case.parts import Links, cut, cuts, finds, search
from rashomon.case.tables import write_tables
from rashomon.engines import engine
from rashomon.read.files import Source, sources
from rashomon.records import Cut, Found, Issue, Judgement
from rashomon.store import CaseError, Manifest, create, load_part, manifest, part_key, replace, save_part, write_manifest

Item = TypeVar("Item")
Watch = Callable[[str, Iterable[Item], int], Iterable[Item]]
"""What shows progress: given a stage, its results as they come and how many there will be, it hands the results on."""
FEW = 3  # files below this are read in this process: starting workers takes about 2 s


def unwatched(stage: str, results: Iterable[Item], total: int) -> Iterable[Item]:
    """Show nothing."""
    return results


def read(
    paths: Sequence[str],
    case: Path,
    workers: int = 0,
    watch: Watch[tuple[str, str] | str] = unwatched,
    actors: Sequence[Path] = (),
) -> None:
    """Read files and folders into a case and bring its tables up to date.

    ``workers``: processes; 0 for as many as there are processors.  ``actors``: TOML files of the user's own actors, kept in
    the case in place of those it had; none keeps those.  Raises ReadError for a path that is not there, CaseError for a
    folder that is no case and LexiconError for a file of actors that is malformed; all else that goes wrong is an issue of
    the case.
    """
    own = checked(actors)
    create(case)
    adopt(case, own)
    listed = list(sources(paths))
    found = [source for source in listed if isinstance(source, Source)]
    issues = [issue for issue in listed if isinstance(issue, Issue)]
    with_workers = engine(min(workers or os.cpu_count() or 1, len(found)) if len(found) >= FEW else 1)
    read_now = dict(watch("read", with_workers(partial(cut, case), found), len(found)))  # type: ignore[arg-type]
    held = Manifest(files=manifest(case).files | read_now)
    keys = list(dict.fromkeys(held.files[file] for file in sorted(held.files)))
    for _ in watch("find", with_workers(partial(search, case), keys), len(keys)):
        pass
    write_manifest(case, held)
    refresh(case, issues)


def refresh(case: Path, issues: Sequence[Issue] = ()) -> None:
    """Link the pile and write its tables anew, unless both stand for just these parts and judgements."""
    key = link_key(case)
    written = f"{key} {hashlib.sha256(msgspec.json.encode(list(issues))).hexdigest()}"
    done = case / "tables" / "key"
    before = done.read_text() if done.exists() else ""
    if before == written:
        return
    read_cuts, founds, read_issues = pile(case)
    linked = load_part(case, "link", key, Links)
    if linked is None:
        linked = links(read_cuts, founds, judgements(case), gazetteer_of(case))
        save_part(case, "link", key, linked)
    previous.keep(case, before.partition(" ")[0], linked.comparisons)
    write_tables(case, read_cuts, founds, linked, [*issues, *read_issues], previous.new(case, linked.comparisons))
    replace(done, written.encode())


def link_key(case: Path) -> str:
    """The name of the part that links just these pages under just these judgements of persons and own actors."""
    keys = (key.encode() for key in manifest(case).files.values())
    return part_key("link", *keys, msgspec.json.encode(judgements(case)), *own_actors(case))


def linked(case: Path) -> Links:
    """What the pile adds to the findings; raises CaseError when the case was not read to the end."""
    held = load_part(case, "link", link_key(case), Links)
    if held is None:
        raise CaseError(f"{case}: was not read to the end by this version; run «rashomon read» again")
    return held


def pile(case: Path) -> tuple[list[Cut], list[Found], list[Issue]]:
    """All cuts and findings of a case, in order of the files, and the issues of reading; the same page is held once."""
    cut_pages: list[Cut] = []
    founds: list[Found] = []
    issues: list[Issue] = []
    seen: set[str] = set()
    for key in dict.fromkeys(manifest(case).files.values()):
        part = cuts(case, key)
        issues.extend(part.issues)
        fresh = [cut for cut in part.cuts if cut.page.id not in seen]
        issues.extend(twice(cut) for cut in part.cuts if cut.page.id in seen)
        seen.update(cut.page.id for cut in fresh)
        cut_pages.extend(fresh)
        held = {article.id for cut in fresh for article in cut.articles}
        founds.extend(found for found in finds(case, key).founds if found.article.id in held)
    return cut_pages, founds, issues


def twice(cut: Cut) -> Issue:
    """The issue of a page that was read under another name already."""
    return Issue(stage="read", what=f"{cut.page.file}: the same bytes as a page read before; counted once", file=cut.page.file)


def judgements(case: Path) -> list[Judgement]:
    """What persons judged, in their order."""
    path = case / "judgements.jsonl"
    lines: Iterator[str] = iter(path.read_text(encoding="utf-8").splitlines()) if path.exists() else iter(())
    return [msgspec.json.decode(line, type=Judgement) for line in lines if line.strip()]
