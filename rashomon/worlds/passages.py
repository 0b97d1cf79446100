"""Sentences to show: the passage that a finding rests on, with its place."""

from collections.abc import Mapping

from rashomon.records import Article, Finding, Page, Rule, Span
from rashomon.worlds.outcome import Passage
from rashomon.worlds.program import Saying, within, world_of


def passage(finding: Finding, article: Article, pages: Mapping[str, Page]) -> Passage:
    """The sentence around a finding; without its page, the finding's own words."""
    page = pages.get(finding.cited.page)
    low, high = finding.sentence if page is not None else (finding.cited.start, finding.cited.end)
    return Passage(
        finding=finding.id,
        page=finding.cited.page,
        file=page.file if page is not None else "",
        line=page.text.count("\n", 0, low) + 1 if page is not None else 0,
        start=low,
        end=high,
        quote=page.text[low:high] if page is not None else finding.cited.quote,
        marked=deciding(finding),
        outlet=world_of(article),
        voice=finding.voice,
        status=finding.status,
        title=within(finding, article.title_span or (0, 0)),
    )


def deciding(finding: Finding) -> tuple[Span, ...]:
    """The words that decide: both sides of a rule, or all of another finding."""
    if isinstance(finding, Rule):
        return tuple(sorted((*finding.if_spans, *finding.then_spans)))
    return ((finding.cited.start, finding.cited.end),)


def passage_of(saying: Saying, pages: Mapping[str, Page]) -> Passage:
    """The passage of a saying."""
    return passage(saying.finding, saying.article, pages)
