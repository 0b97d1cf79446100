"""Linking a pile: who is who, which tellings are one, and what they make of each other."""

from collections.abc import Iterable, Mapping, Sequence

from rashomon.case.parts import Links
from rashomon.compare.comparisons import comparisons, with_rivals
from rashomon.compare.copies import copies
from rashomon.compare.events import same_events
from rashomon.compare.rival_passages import rival_passages
from rashomon.compare.statements import same_statements
from rashomon.gazetteer import Gazetteer, using
from rashomon.link.actors import actors
from rashomon.link.clusters import clusters, deciding
from rashomon.records import Cut, Found, Judgement


def links(cuts: Sequence[Cut], founds: Sequence[Found], persons: Sequence[Judgement], known: Gazetteer | None = None) -> Links:
    """All that the pile adds to the findings; what persons judged outranks the stages.

    ``known`` replaces the shipped gazetteer.
    """
    with using(known):
        return linked_by(cuts, founds, persons)


def linked_by(cuts: Sequence[Cut], founds: Sequence[Found], persons: Sequence[Judgement]) -> Links:
    """All that the pile adds to the findings, by the gazetteer in use."""
    named, copied = actors(founds), copies(cuts)
    who = clusters(actor_keys(founds), [*named.judgements, *persons])
    article_of = originals([found.article.id for found in founds], [*copied.judgements, *persons])
    said, done = same_statements(founds, who), same_events(founds, who)
    group = clusters(told(founds), [*said.judgements, *done.judgements, *persons])
    pages = {cut.page.id: cut.page for cut in cuts}
    rivals, unread = rival_passages(founds, pages, who, article_of)
    compared = comparisons(founds, pages, who, group, article_of)
    linked = (named, copied, said, done)
    return Links(
        actors=who,
        groups=group,
        copies=article_of,
        judgements=tuple(judgement for link in linked for judgement in link.judgements),
        comparisons=with_rivals(compared, rivals, founds),
        issues=(*(issue for link in linked for issue in link.issues), *unread),
    )


def actor_keys(founds: Sequence[Found]) -> list[str]:
    """All actor keys that the mentions of a pile name, sorted."""
    return sorted({mention.actor for found in founds for mention in found.mentions if mention.actor})


def originals(articles: Iterable[str], judgements: Sequence[Judgement]) -> dict[str, str]:
    """Each article and the one it was taken from, the first of a chain of copies; itself when it is no copy."""
    taken = {held.right: held.left for held in deciding(judgements).values() if held.verdict == "copy"}
    return {article: first(article, taken) for article in sorted(articles)}


def first(article: str, taken: Mapping[str, str]) -> str:
    """Where a chain of copies begins; judgements that go in a circle are followed once round."""
    passed = {article}
    while (earlier := taken.get(article, article)) not in passed:
        article = earlier
        passed.add(article)
    return article


def told(founds: Sequence[Found]) -> Iterable[str]:
    """The ids of all that may be told twice as one thing: statements and events."""
    for found in founds:
        yield from (statement.id for statement in found.statements)
        yield from (event.id for event in found.events)


def merged(clusters_of: Mapping[str, str]) -> dict[str, list[str]]:
    """The members of each cluster, by its representative."""
    members: dict[str, list[str]] = {}
    for member, representative in sorted(clusters_of.items()):
        members.setdefault(representative, []).append(member)
    return members
