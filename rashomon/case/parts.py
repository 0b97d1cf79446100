"""What the stages leave in a case: the cut of each source, the findings of its articles, and what links the pile."""

import hashlib
from pathlib import Path

from rashomon.case.own_actors import gazetteer_of, own_actors
from rashomon.find.article import find
from rashomon.gazetteer import Gazetteer, using
from rashomon.read.articles import articles
from rashomon.read.files import Source
from rashomon.read.page import pages
from rashomon.records import Comparison, Cut, Found, Issue, Judgement, Record
from rashomon.store import CaseError, keep_bytes, load_part, part_key, save_part


class Cuts(Record, frozen=True, kw_only=True):
    """The pages of one source, cut into articles."""

    cuts: tuple[Cut, ...] = ()
    issues: tuple[Issue, ...] = ()


class Finds(Record, frozen=True, kw_only=True):
    """The findings of all articles of one source."""

    founds: tuple[Found, ...] = ()


class Links(Record, frozen=True, kw_only=True):
    """What the whole pile adds: who is who, what is one statement or event, and what the tellings make of it."""

    actors: dict[str, str] = {}  # actor key -> representative key
    groups: dict[str, str] = {}  # statement or event id -> id of the representative of its group
    copies: dict[str, str] = {}  # article id -> id of the representative of its copies
    judgements: tuple[Judgement, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    issues: tuple[Issue, ...] = ()


class MissingPartError(CaseError):
    """A part that the case counts on is not there or is damaged; reading again makes it anew."""


def cut(case: Path, source: Source) -> tuple[str, str]:
    """Cut one source into articles, unless that was done; the source's file and the key of its part."""
    content = content_of(source)
    key = part_key("read", source.file.encode(), content, *own_actors(case))
    if load_part(case, "read", key, Cuts) is None:
        with using(gazetteer_of(case)):
            save_part(case, "read", key, cuts_of(source))
    keep_bytes(case, hashlib.sha256(content).hexdigest(), content)
    return source.file, key


def content_of(source: Source) -> bytes:
    """The bytes of a source; none when its file has gone, of which reading it makes an issue."""
    try:
        return source.content()
    except OSError:
        return b""


def cuts_of(source: Source) -> Cuts:
    """The pages of one source with their articles; what cannot be read is an issue."""
    read = list(pages(source))
    cut_pages = tuple(articles(page) for page in read if not isinstance(page, Issue))
    issues = [issue for issue in read if isinstance(issue, Issue)]
    return Cuts(cuts=cut_pages, issues=(*issues, *(empty(cut) for cut in cut_pages if not cut.articles)))


def empty(cut: Cut) -> Issue:
    """The issue of a page on which no article was found."""
    what = f"{cut.page.file}: no article found on this page; all of it is in «show dropped»"
    return Issue(stage="read", what=what, file=cut.page.file, page=cut.page.id)


def search(case: Path, key: str) -> str:
    """Find everything in the articles of one source, unless that was done; the key of the part."""
    made = find_key(case, key)
    if load_part(case, "find", made, Finds) is None:
        save_part(case, "find", made, finds_of(cuts(case, key), gazetteer_of(case)))
    return made


def find_key(case: Path, key: str) -> str:
    """The name of the part that holds the findings of one source under the case's own actors."""
    return part_key("find", key.encode(), *own_actors(case))


def finds_of(read: Cuts, known: Gazetteer) -> Finds:
    """The findings of all articles of one source."""
    return Finds(founds=tuple(find(cut.page, article, known) for cut in read.cuts for article in cut.articles))


def cuts(case: Path, key: str) -> Cuts:
    """A finished cut; raises MissingPartError."""
    part = load_part(case, "read", key, Cuts)
    if part is None:
        raise MissingPartError(f"{case}: part {key} is missing; run «rashomon read» again")
    return part


def finds(case: Path, key: str) -> Finds:
    """Finished findings, by the key of the cut they were made from; raises MissingPartError."""
    part = load_part(case, "find", find_key(case, key), Finds)
    if part is None:
        raise MissingPartError(f"{case}: findings of part {key} are missing; run «rashomon read» again")
    return part
