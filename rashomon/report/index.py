"""Look-ups over the contents of a report: from an id to the thing, from an offset to its line, from a key to a name."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, takewhile

import msgspec

from rashomon.case.names import written
from rashomon.compare.sources import spoken
from rashomon.records import Article, Event, Figure, Finding, Found, Page, Rule, Span, Statement, Tie
from rashomon.report.input import DEFAULT_GRADE, Actor, Contents

UNKNOWN_OUTLET = "unknown outlet"


@dataclass(frozen=True)
class Index:
    """The contents of a report, and the way from any id in them to what it names."""

    contents: Contents

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Page id to page."""
        return {page.id: page for page in self.contents.pages}

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """Article id to article; the found ones first, as they are the ones that were worked on."""
        found = (found.article for found in self.contents.founds)
        return {article.id: article for article in chain(self.contents.articles, found)}

    @cached_property
    def findings(self) -> Mapping[str, Finding]:
        """Finding id to finding, of the kinds that a comparison can name."""
        return {finding.id: finding for found in self.contents.founds for finding in every(found)}

    @cached_property
    def findings_of(self) -> Mapping[str, int]:
        """Article id to the number of its findings."""
        return {found.article.id: len(tellings(found)) for found in self.contents.founds}

    @cached_property
    def _lines(self) -> Mapping[str, list[int]]:
        return {page.id: line_starts(page.text) for page in self.contents.pages}

    def line(self, page: str, offset: int) -> int:
        """The 1-based line of a page's text on which the offset stands."""
        return bisect_right(self._lines[page], offset)

    def all_of(self, kind: str) -> tuple[Finding, ...]:
        """All findings of one kind («events») in the order of the articles."""
        return tuple(finding for found in self.contents.founds for finding in getattr(found, kind))

    def events(self) -> tuple[Event, ...]:
        """All events in the order of the articles."""
        return tuple(event for found in self.contents.founds for event in found.events)

    @cached_property
    def _said(self) -> Mapping[tuple[str, Span], tuple[Statement, ...]]:
        said: dict[tuple[str, Span], tuple[Statement, ...]] = {}
        for one in self.statements("speech", "belief"):
            said[one.article, one.sentence] = (*said.get((one.article, one.sentence), ()), one)
        return said

    def heard(self, finding: Finding, voices: Collection[tuple[str, ...]]) -> Finding:
        """A finding on the word that its side of a comparison gives for it: «the general called the riots a plot» is his."""
        if finding.voice in voices:
            return finding
        said = self._said.get((finding.article, finding.sentence), ())
        told = [one for one in said if one.voice in voices and one.voice[: len(finding.voice)] == finding.voice]
        return msgspec.structs.replace(finding, voice=told[0].voice, status=told[0].status) if told else finding

    def statements(self, *kinds: str) -> tuple[Statement, ...]:
        """All statements of these kinds («speech», «belief» …) in the order of the articles."""
        return tuple(said for found in self.contents.founds for said in found.statements if said.kind in kinds)

    def figures(self) -> tuple[Figure, ...]:
        """All figures in the order of the articles."""
        return tuple(figure for found in self.contents.founds for figure in found.figures)

    def ties(self) -> tuple[Tie, ...]:
        """All ties in the order of the articles."""
        return tuple(tie for found in self.contents.founds for tie in found.ties)

    def rules(self) -> tuple[Rule, ...]:
        """All rules in the order of the articles."""
        return tuple(rule for found in self.contents.founds for rule in found.rules)

    def representative(self, key: str) -> str:
        """The key that stands for an actor key."""
        return self.contents.actors.get(key, key)

    def actor(self, key: str) -> Actor:
        """What a key is called; the words behind the colon when nobody named it."""
        known = self.contents.names.get(self.representative(key))
        return known or Actor(name=key.partition(":")[2].replace("-", " ") or key)

    def called(self, key: str, text: str) -> str:
        """What an actor is called, or the words as written when nobody named it."""
        return self.actor(key).name if self.representative(key) in self.contents.names or not text else text

    def named(self, text: str) -> str:
        """A text of ours with the actor keys in it replaced by names: «arrests (state:KAZ, 2022)»."""
        return written(text, lambda key: self.actor(key).name if self.representative(key) in self.contents.names else "")

    def voice_name(self, voice: str) -> str:
        """The name of one voice: an actor key becomes a name, words as written stay."""
        known = self.representative(voice) in self.contents.names
        return self.actor(voice).name if known or voice.startswith(KEY_PREFIXES) else voice

    def outlet(self, article: str) -> str:
        """The outlet of an article, for people."""
        return self.articles[article].outlet or UNKNOWN_OUTLET

    def source(self, article: str) -> str:
        """The outlet of an article; of an unknown one its file, as two unknown outlets need not be the same."""
        return self.articles[article].outlet or f"{UNKNOWN_OUTLET} of {self.name_of(article)}"

    def name_of(self, article: str) -> str:
        """The name of the file of an article, without folders."""
        return self.pages[self.articles[article].page].file.rpartition("/")[2]

    @cached_property
    def folder(self) -> str:
        """The folder in which all files lie, with a slash at its end; empty when there is none."""
        folders = [page.file.split("/")[:-1] for page in self.contents.pages]
        common = takewhile(lambda parts: len(set(parts)) == 1, zip(*folders, strict=False))
        return "".join(f"{parts[0]}/" for parts in common)

    def file(self, page: str) -> str:
        """The file of a page, from the common folder on."""
        return self.pages[page].file.removeprefix(self.folder)

    def grade(self, article: str) -> str:
        """The Admiralty grade of an article's outlet."""
        graded = self.contents.grades.get(self.articles[article].outlet)
        return graded.grade if graded else DEFAULT_GRADE

    def grade_why(self, article: str) -> str:
        """Why a person graded an article's outlet so, or nothing."""
        graded = self.contents.grades.get(self.articles[article].outlet)
        return graded.why if graded else ""

    def facts(self, article: str) -> str:
        """What the case holds for and against an article's outlet, in words; nothing of an unknown one."""
        held = self.contents.facts.get(self.articles[article].outlet)
        return spoken(held) if held else ""

    def original(self, article: str) -> Article:
        """The article of which this one is a copy, or itself."""
        return self.articles.get(self.contents.copies.get(article, article), self.articles[article])

    def origin(self, article: str) -> str:
        """The independent origin an article counts for; empty when its outlet is unknown."""
        original = self.original(article)
        return (original.origin or original.outlet) if original.outlet else ""

    def group(self, finding: str) -> str:
        """The id that stands for the group of a statement or event."""
        return self.contents.groups.get(finding, finding)


KEY_PREFIXES = ("name:", "person:", "state:", "organisation:", "government:", "people:", "company:", "place:", "outlet:")


def tellings(found: Found) -> tuple[Finding, ...]:
    """The findings of an article that are told and can be compared: not its dates and mentions."""
    return (*found.statements, *found.events, *found.figures, *found.ties, *found.rules)


def every(found: Found) -> Iterator[Finding]:
    """The findings of an article that a comparison can name: also a day, a place or a name that another gives otherwise."""
    return chain(tellings(found), found.claims, found.dates, found.mentions)


def line_starts(text: str) -> list[int]:
    """The offset at which each line of a text begins."""
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts
