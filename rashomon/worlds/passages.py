"""Sentences to show: the passage that a finding rests on, with its place."""

from collections.abc import Iterable, Mapping, Sequence

from rashomon.records import Article, Finding, Page, Rule, Span
from rashomon.worlds.outcome import Passage, Proof
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


def proof_of(told: Iterable[Passage]) -> Proof:
    """The proof of these passages in their order; two claims of one sentence are one passage."""
    by_place: dict[tuple[str, int, int], Passage] = {}
    for one in told:
        by_place.setdefault((one.page, one.start, one.end), one)
    listed = tuple(by_place.values())
    return Proof(passages=listed, outlets=tuple(dict.fromkeys(one.outlet for one in listed)))


def smallest(proofs: Sequence[Proof]) -> tuple[Proof, ...]:
    """The proofs none of whose sentences can be spared: smallest as sets of sentences, each once, the shortest first."""
    places = [frozenset((one.page, one.start, one.end) for one in proof.passages) for proof in proofs]
    kept = [
        number for number, held in enumerate(places) if not any(other < held for other in places) and held not in places[:number]
    ]
    return tuple(proofs[number] for number in sorted(kept, key=lambda number: len(places[number])))
