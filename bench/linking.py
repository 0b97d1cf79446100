"""``python -m bench.linking [MENTIONS...]``: time and memory of linking names, at three sizes, to see how both grow.

The names are made up from syllables, a tenth as many as mentions, a third of them in a second spelling.
"""

import random
import resource
import sys
import time
from collections.abc import Iterator

from rashomon.link.actors import actors
from rashomon.link.clusters import clusters
from rashomon.records import Article, Citation, Found, Mention

SIZES = (10_000, 100_000, 1_000_000)
MENTIONS_OF_AN_ARTICLE = 100
SYLLABLES = "ka to ri ve no ma lu se da pi go ne fa shi bo ru che la mi zu te ja or en al is".split()
RESPELT = (("k", "q"), ("v", "w"), ("sh", "s"), ("ch", "tch"), ("i", "y"), ("j", "dzh"))


def names(count: int, chance: random.Random) -> list[str]:
    """Made-up names of two words, a third of them another name respelt."""
    made: list[str] = []
    while len(made) < count:
        if made and chance.random() < 1 / 3:
            old, new = chance.choice(RESPELT)
            made.append(chance.choice(made).replace(old, new))
        else:
            made.append(" ".join("".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).capitalize() for _ in range(2)))
    return made


def pile(size: int) -> Iterator[Found]:
    """Articles with as many mentions in all."""
    chance = random.Random(1)
    known = names(size // 10, chance)
    cited = Citation(page="p", start=0, end=1, quote="x")
    for number in range(size // MENTIONS_OF_AN_ARTICLE):
        article = Article(id=f"a{number}", page="p", blocks=((0, 1),))
        yield Found(article=article, mentions=tuple(mention(chance.choice(known), cited) for _ in range(MENTIONS_OF_AN_ARTICLE)))


def mention(name: str, cited: Citation) -> Mention:
    return Mention(
        id="m", article="a", cited=cited, sentence=(0, 1), voice=("x",), type="person", actor=f"name:{name.lower()}", name=name
    )


def main(arguments: list[str]) -> int:
    for size in [int(argument) for argument in arguments] or SIZES:
        founds = list(pile(size))
        start = time.perf_counter()
        judgements = actors(founds).judgements
        found = clusters((one.actor for piece in founds for one in piece.mentions), judgements)
        seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
        print(
            f"{size} mentions of {size // 10} names: {seconds:.1f} s, {memory:.2f} GB at most, "
            f"{len(judgements)} judgements, {len(set(found.values()))} actors"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
