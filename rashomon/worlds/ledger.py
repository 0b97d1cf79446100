"""The ledger of predictions: who expected what, and what later pages of the case make of it.

A prediction is never scored on its own words.  Brier scores (Brier 1950) are for forecasts to which a person gave a number.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.records import Article, Claim, Found, Judgement, Page, Rule
from rashomon.worlds.outcome import Forecast
from rashomon.worlds.passages import passage
from rashomon.worlds.program import real, said_to_be
from rashomon.worlds.propositions import Proposition, entails, of_claim, opposes
from rashomon.worlds.stems import stem, words

EXPECTED = frozenset({"predicted", "possible", "planned"})
COPULAS = frozenset(map(stem, ("is", "are", "was", "were", "be")))
BY = "worlds.ledger"
Done = Mapping[tuple[str, str], Sequence[tuple[Article, Claim, Proposition]]]


def ledger(
    founds: Sequence[Found],
    actors: Mapping[str, str],
    pages: Mapping[str, Page] | None = None,
    judgements: Sequence[Judgement] = (),
) -> tuple[Forecast, ...]:
    """Every prediction of the case in the order of publication, linked to what later articles say was done.

    A person's number is a judgement «RULE grade 0.7»; the last one holds.
    """
    shown = pages or {}
    later = by_actor_and_stem(founds, actors)
    entered = numbers(judgements)
    forecasts = [
        forecast(found, rule, later, actors, shown, entered.get(rule.id)) for found in founds for rule in expected(found.rules)
    ]
    return tuple(sorted(forecasts, key=lambda one: (one.published_on, one.passage.page, one.passage.start)))


def by_actor_and_stem(founds: Sequence[Found], actors: Mapping[str, str]) -> Done:
    """What is said to have been done, by each actor and each stem in it."""
    done: dict[tuple[str, str], list[tuple[Article, Claim, Proposition]]] = {}
    for found in founds:
        for claim in real(found):
            if (claim.tense == "past" or claim.status == "refused") and not claim.historical:
                said = said_to_be(claim, actors)
                for place in ((actor, stem) for actor in said.actors for stem in said.stems):
                    done.setdefault(place, []).append((found.article, claim, said))
    return done


def expected(rules: Sequence[Rule]) -> Iterator[Rule]:
    """The predictions, with their ground or without; what is expected on a condition is a rule of the worlds."""
    return (rule for rule in rules if rule.rule == "prediction" and rule.status in EXPECTED)


def numbers(judgements: Sequence[Judgement]) -> dict[str, float]:
    """The probabilities that persons entered, by rule; what is no number between 0 and 1 is none."""
    entered: dict[str, float] = {}
    for judgement in judgements:
        if judgement.by == "person" and judgement.verdict == "grade":
            number = probability(judgement.right)
            if number is not None:
                entered[judgement.left] = number
    return entered


def probability(words: str) -> float | None:
    """A number between 0 and 1, or None."""
    try:
        number = float(words)
    except ValueError:
        return None
    return number if 0 <= number <= 1 else None


def forecast(  # noqa: PLR0917 - one record put together from its parts
    found: Found,
    rule: Rule,
    later: Done,
    actors: Mapping[str, str],
    pages: Mapping[str, Page],
    entered: float | None,
) -> Forecast:
    """One prediction with what bears it out and what contradicts it."""
    said = core(found, rule, actors)
    after = came_after(found.article, said, later) if said is not None else []
    yes = [one for one in after if said is not None and entails(one[2], said)]
    no = [one for one in after if said is not None and opposes(one[2], said)]
    return Forecast(
        rule=rule.id,
        says=rule.then_text,
        strength=rule.strength,
        negated=rule.negated,
        by_when=rule.by_when,
        voice=rule.voice,
        published_on=found.article.published_on,
        passage=passage(rule, found.article, pages),
        borne_out=tuple(passage(claim, article, pages) for article, claim, _ in yes),
        contradicted=tuple(passage(claim, article, pages) for article, claim, _ in no),
        probability=entered,
        judgements=(
            *(judged(rule, claim, "agrees") for _, claim, _ in yes),
            *(judged(rule, claim, "conflicts") for _, claim, _ in no),
        ),
    )


def core(found: Found, rule: Rule, actors: Mapping[str, str]) -> Proposition | None:
    """What the prediction says in one clause: the first claim inside it; None when the parse made no claim of it.

    «is expected to fall» says that something falls, and «is unlikely to pass» that it does not.
    """
    frame = {stem(word) for word in words(rule.strength)}
    for claim in found.claims:
        inside = any(low <= claim.cited.start and claim.cited.end <= high for low, high in rule.then_spans)
        if inside and stem(claim.verb) not in frame and not (claim.verb == "be" and frame & COPULAS):
            read = of_claim(claim, actors)
            read = replace(read, negated=read.negated or rule.negated)
            return read if read.actors and read.stems else None
    return None


def came_after(article: Article, said: Proposition, later: Done) -> list[tuple[Article, Claim, Proposition]]:
    """What articles of a later day on other pages tell in some of its words, and of no earlier day; without a day nothing is."""
    if not article.published_on:
        return []
    near = (one for actor in said.actors for stem in said.stems for one in later.get((actor, stem), ()))
    after = {one[1].id: one for one in near if one[0].published_on > article.published_on and one[0].page != article.page}
    after = {identity: one for identity, one in after.items() if not one[1].high or one[1].high >= article.published_on}
    return [after[identity] for identity in sorted(after)]


def judged(rule: Rule, claim: Claim, verdict: str) -> Judgement:
    """The judgement that links a prediction to what came of it."""
    why = "a later page says that it came so" if verdict == "agrees" else "a later page says that it came otherwise"
    identity = f"judgement-{BY}-{rule.id}-{claim.id}"
    return Judgement(id=identity, left=rule.id, right=claim.id, verdict=verdict, by=BY, why=why)  # type: ignore[arg-type]


def brier(forecasts: Sequence[Forecast]) -> float | None:
    """The mean squared error of the numbers entered, over forecasts that came out one way only; None when there is none."""
    errors = [
        (one.probability - bool(one.borne_out)) ** 2
        for one in forecasts
        if one.probability is not None and bool(one.borne_out) != bool(one.contradicted)
    ]
    return sum(errors) / len(errors) if errors else None
