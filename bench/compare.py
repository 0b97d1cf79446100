"""``python -m bench.compare [ARTICLES ...]``: time and memory of the comparison over generated findings, and how they grow.

Every article holds twenty findings about actors drawn from a pool that grows with the pile, so that tellings meet as they do
in a real one: an affair is told by a few dozen articles, whatever the size of the pile.  The growth is the exponent between
the smallest and the largest size; 1 is proportional.
"""

import math
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from typing import Any

from rashomon.compare.comparisons import comparisons
from rashomon.records import (
    Article,
    Citation,
    Claim,
    Date,
    Event,
    Figure,
    Finding,
    Found,
    Mention,
    Page,
    Rule,
    Statement,
    Term,
    Tie,
    place_id,
)

Fields = dict[str, Any]
SIZES = (12_500, 25_000, 50_000)
SENTENCE = "The army of Examplia did not shell the town of Sampleton on 3 March 2022, a spokesman said on Monday evening. "
OUTLETS = 400
PER_AFFAIR = 40  # articles
VERBS = ("shell", "withdraw", "sign", "support", "recognize", "deploy", "visit", "spark", "kill", "supply", "describe", "build")
CAUSES = ("a rise in the price of bread", "a plot by officers", "agents of a foreign power", "armed gangs")
HEADS = ("town", "accord", "election", "unrest", "bridge", "troop", "weapon", "law", "plant", "hospital")


def generated(articles: int) -> tuple[list[Found], dict[str, Page]]:
    """That many articles of twenty findings, always the same for a number."""
    chance = random.Random(articles)
    founds, pages = [], {}
    for number in range(articles):
        page = Page(
            id=f"p{number:016x}",
            file=f"{number}.txt",
            sha256="",
            media="text/plain",
            encoding="utf-8",
            text=told_of(number // PER_AFFAIR) * 20,
            text_of_page=False,
        )
        pages[page.id] = page
        founds.append(found_of(page, number // PER_AFFAIR, chance))
    return founds, pages


def told_of(affair: int) -> str:
    """The sentence with the country and the town of an affair, of the same length for each."""
    letters = "".join(chr(ord("a") + affair // 26**place % 26) for place in range(6))
    return SENTENCE.replace("Examplia", f"E{letters}a").replace("Sampleton", f"S{letters}on")


def found_of(page: Page, affair: int, chance: random.Random) -> Found:
    """The twenty findings of one article of an affair."""
    day = f"2022-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
    outlet = f"outlet {chance.randrange(OUTLETS)}"
    article = Article(
        id=f"article-{page.id}",
        page=page.id,
        blocks=((0, len(page.text)),),
        outlet=outlet,
        published_on=day,
        published_precision="day",
    )
    place = spans(page)
    who = [f"name:actor {affair * 3 + number}" for number in range(3)]
    common: Fields = {"article": article.id, "voice": (outlet,)}
    return Found(
        article=article,
        dates=tuple(Date(**at("date", page, place), **common, low=day, high=day, precision="day", anchor="") for _ in range(1)),
        mentions=tuple(
            Mention(**at("mention", page, place), **common, type="organisation", actor=one, name=one)
            for one in (*who, who[0], who[1])
        ),
        statements=tuple(
            Statement(**at("statement", page, place), **common, speaker=who[0], speaker_text=who[0], content=(), form="indirect")
            for _ in range(2)
        ),
        events=tuple(
            Event(
                **at("event", page, place),
                **common,
                type="ASSAULT",
                actor=(who[0],),
                recipient=(who[1],),
                on=day,
                on_precision="day",
            )
            for _ in range(3)
        ),
        figures=tuple(figure(at("figure", page, place) | common, who[0], day, chance) for _ in range(2)),
        ties=(
            Tie(
                **at("tie", page, place),
                **common,
                subject=who[0],
                subject_text=who[0],
                relation="allied with",
                object=who[1],
                object_text=who[1],
            ),
        ),
        rules=(
            Rule(
                **at("rule", page, place),
                **common,
                rule="cause",
                if_text=chance.choice(CAUSES),
                then_text="the unrest in Sampleton",
            ),
        ),
        claims=tuple(claim(at("claim", page, place) | common, who, day, chance) for _ in range(5)),
    )


def figure(fields: Fields, actor: str, day: str, chance: random.Random) -> Figure:
    """Some arrests."""
    amount = float(chance.randrange(10, 1000))
    return Figure(**fields, low=amount, high=amount, bound="exactly", unit="", measures="arrests", of=(actor,), as_of=day)


def claim(fields: Fields, who: Sequence[str], day: str, chance: random.Random) -> Claim:
    """Somebody does or does not do something to somebody or something."""
    doer, other = chance.sample(list(who), 2)
    head = chance.choice(HEADS)
    target = chance.random() < 0.5
    terms = (
        Term(role="subject", text=doer, head=doer, actors=(doer,), named=True, definite=True),
        Term(
            role="object",
            text=head,
            head=other if target else head,
            actors=(other,) if target else (),
            named=target,
            definite=True,
        ),
    )
    dated: Fields = {"low": day, "high": day} if chance.random() < 0.5 else {}
    return Claim(**fields, **dated, verb=chance.choice(VERBS), terms=terms, negated=chance.random() < 0.2, tense="past")


def spans(page: Page) -> Iterator[int]:
    """The starts of the sentences of a page, over and over."""
    length, number = len(SENTENCE), 0
    while True:
        yield (number % (len(page.text) // length)) * length
        number += 1


def at(kind: str, page: Page, place: Iterator[int]) -> Fields:
    """The fields that say where a finding stands."""
    start = next(place)
    end = start + len(SENTENCE) - 1
    cited = Citation(page=page.id, start=start, end=end, quote=page.text[start:end])
    return {"id": place_id(kind, page.id, start, end), "cited": cited, "sentence": (start, end)}


def findings(founds: Sequence[Found]) -> int:
    """How many findings there are."""
    fields = ("dates", "mentions", "statements", "events", "figures", "ties", "rules", "claims")
    counted: list[Sequence[Finding]] = [getattr(found, field) for found in founds for field in fields]
    return sum(map(len, counted))


def main(arguments: list[str]) -> int:
    """Print a line a size and the growth."""
    sizes = [int(argument) for argument in arguments] or list(SIZES)
    taken = []
    for size in sizes:
        founds, pages = generated(size)
        begun = time.perf_counter()
        made = comparisons(founds, pages, {}, {}, {})
        taken.append(time.perf_counter() - begun)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        conflicts = sum(one.verdict == "conflicts" for one in made)
        counted = f"{findings(founds):9d} findings  {len(made):7d} comparisons  {conflicts:7d} conflicts"
        print(f"{size:7d} articles  {counted}  {taken[-1]:7.1f} s  {memory:4.1f} GB", flush=True)
        del founds, pages, made
    if len(sizes) > 1:
        growth = math.log(taken[-1] / taken[0]) / math.log(sizes[-1] / sizes[0])
        print(f"exponent {growth:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
