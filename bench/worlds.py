"""``python -m bench.worlds``: how long one what-if takes once a case is loaded, at three sizes.

The claims are made up (words drawn by a fixed seed, a third of them rules), because only their number and how they hang together
matter here: each word and actor is shared by many outlets, so that a question reaches rules of most of them.
"""

import random
import time
from collections.abc import Iterator

from rashomon.records import Article, Citation, Claim, Found, Mention, Rule, Term
from rashomon.worlds.program import Program, program
from rashomon.worlds.run import what_if

SIZES = ((2_000, 40), (20_000, 400), (60_000, 1_200))  # claims, sources
ACTORS = 60
VERBS = 40
NOUNS = 60
GOAL = 1.0  # seconds for one what-if over 20,000 claims of 400 sources


def case(claims: int, sources: int, seed: int = 7) -> list[Found]:
    """Made-up findings of that many claims from that many sources."""
    draw = random.Random(seed)
    return [source(draw, number, claims // sources) for number in range(sources)]


def source(draw: random.Random, number: int, claims: int) -> Found:
    """The findings of one made-up article."""
    page = f"p{number:016x}"
    article = Article(id=f"article-{page}", page=page, blocks=((0, 1),), outlet=f"Outlet {number}")
    found = Found(article=article)
    rules, facts, mentions = [], [], []
    for place in range(claims):
        start = place * 200
        if place % 3 == 0:
            rules.append(rule(draw, article, start))
            mentions += list(named(draw, article, start))
        else:
            facts.append(fact(draw, article, start))
    return Found(article=found.article, rules=tuple(rules), claims=tuple(facts), mentions=tuple(mentions))


def words(draw: random.Random) -> str:
    """A verb and a noun."""
    return f"verb{draw.randrange(VERBS)}x noun{draw.randrange(NOUNS)}x"


def cited(article: Article, start: int, quote: str) -> Citation:
    """A citation of made-up words."""
    return Citation(page=article.page, start=start, end=start + len(quote), quote=quote)


def rule(draw: random.Random, article: Article, start: int) -> Rule:
    """If one thing, another."""
    condition, outcome = words(draw), words(draw)
    return Rule(
        id=f"rule-{article.page}-{start}",
        article=article.id,
        cited=cited(article, start, f"if {condition} then {outcome}"),
        sentence=(start, start + 200),
        voice=(article.outlet,),
        rule="conditional",
        status="conditional",
        if_text=condition,
        if_spans=((start, start + 50),),
        then_text=outcome,
        then_spans=((start + 60, start + 110),),
        strength="will",
    )


def named(draw: random.Random, article: Article, start: int) -> Iterator[Mention]:
    """An actor in each side of a rule, in its outcome only, or in none."""
    for place in draw.choice(((start + 10, start + 70), (start + 70,), ())):
        actor = f"name:actor{draw.randrange(ACTORS)}"
        yield Mention(
            id=f"mention-{article.page}-{place}",
            article=article.id,
            cited=cited(article, place, actor),
            sentence=(start, start + 200),
            voice=(article.outlet,),
            type="state",
            actor=actor,
            name=actor.removeprefix("name:").title(),
        )


def fact(draw: random.Random, article: Article, start: int) -> Claim:
    """An actor does something, or does not."""
    verb, noun = words(draw).split()
    actor = f"name:actor{draw.randrange(ACTORS)}"
    terms = (
        Term(role="subject", text=actor, head=actor, actors=(actor,), named=True),
        Term(role="object", text=noun, head=noun),
    )
    return Claim(
        id=f"claim-{article.page}-{start}",
        article=article.id,
        cited=cited(article, start, f"{actor} {verb} {noun}"),
        sentence=(start, start + 200),
        voice=(article.outlet,),
        negated=draw.random() < 0.3,
        verb=verb,
        terms=terms,
        tense="present",
    )


def question(loaded: Program) -> str:
    """A word that starts many rules."""
    return max(loaded.rarest, key=lambda stem: (len(loaded.rarest[stem]), stem))


def main() -> None:
    """Print the times of the three sizes."""
    print(f"{'claims':>8} {'sources':>8} {'load s':>8} {'what-if s':>10} {'readings':>9} {'conclusions':>12}")
    for claims, sources in SIZES:
        founds = case(claims, sources)
        keys = {f"name:actor{number}": f"name:actor{number}" for number in range(ACTORS)}
        started = time.perf_counter()
        loaded = program(founds, keys, {})
        load = time.perf_counter() - started
        started = time.perf_counter()
        outcome = what_if(loaded, [question(loaded)])
        asked = time.perf_counter() - started
        readings, follows = len(outcome.readings[0].matches), len(outcome.conclusions)
        print(f"{claims:>8} {sources:>8} {load:>8.2f} {asked:>10.3f} {readings:>9} {follows:>12}")


if __name__ == "__main__":
    main()
