"""``python -m quality.conflicts.instances OUT [FILE ...]``: tellings as the instances that the readers of pairs learn from.

An instance is two plain passages with the kind of conflict between them or none.  Without FILE all is taken that training uses:
quality/conflicts/sets/train, the short pairs of quality/pairs, passages of one text, which do not conflict, and near-copies.
OUT is JSON lines; the same files and seed give the same bytes.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import msgspec
from tqdm import tqdm

from quality.conflicts.asides import without_asides
from quality.conflicts.near_copies import near_copies, shifted
from quality.conflicts.tellings import (
    PAIRED,
    TRAINED,
    Affair,
    Agreeing,
    Contrast,
    Kind,
    Rival,
    Sheet,
    Triad,
    affairs,
    lines,
    short,
)
from quality.labels.read import labelled
from quality.pairs.measure import FOLDER as SHORT
from quality.pairs.measure import articled
from quality.pairs.pages import cases
from rashomon.compare.passage_pairs import passage_pairs
from rashomon.compare.passages import Passage, passages, plain
from rashomon.find.article import find
from rashomon.records import Span

OUTLETS = ("Morning Post", "Evening News")
THREE_OUTLETS = (*OUTLETS, "Noon Herald")
COVERED = 0.6  # of the words that carry a side must stand in a passage for the conflict to be one of that passage
LIKE = 0.12  # cosine of two passages of one text from which they make an instance
MOST_OF_TEXT = 14  # instances of one text
MOST_OF_PILE = 16  # instances of three articles that agree, by lot
BESIDE = 2  # wordings of a telling that each of its rivals and look-alikes stands beside
WHOLE: frozenset[Kind] = frozenset({"polarity", "status"})  # kinds that turn on denying, whose rivals keep their asides
PLAIN = 0.85  # of the other rivals of sheets lose theirs
# Of the pairs without a conflict that cost nothing to make a share is learned, lest they drown what was written as a pair.  The
# shares are those the shipped weights were made with; none was compared with others.
OF_ARTICLES, OF_TEXTS, OF_COPIES, OF_SHIFTED = 0.35, 0.5, 0.25, 0.14
SEED = 3
EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"


class Instance(msgspec.Struct, frozen=True):
    """Two passages, each in one line, and the kind of conflict between them."""

    kind: Kind
    left: str
    right: str


def of_two(kind: Kind, left: str, right: str) -> Instance:
    """Two short texts, read whole."""
    return Instance(kind, plain(left), plain(right))


def of_contrast(one: Contrast) -> Iterator[Instance]:
    """A passage beside each of its rivals."""
    return (of_two(rival.kind, one.left, rival.text) for rival in one.rights)


def of_sheet(one: Sheet, chance: Random) -> Iterator[Instance]:
    """Each conflict and look-alike beside two wordings of the telling, and these beside each other."""
    rivals = [(rival.kind, told(rival, chance)) for rival in one.conflicts]
    for kind, text in (*rivals, *(("none", other.text) for other in one.others)):
        yield from (of_two(kind, wording, text) for wording in chance.sample(one.same, BESIDE))
    for left, right in chance.sample(PAIRED, BESIDE):
        yield of_two("none", one.same[left], one.same[right])


def told(rival: Rival, chance: Random) -> str:
    """The text of a rival, mostly without its asides."""
    return without_asides(rival.text) if rival.kind not in WHOLE and chance.random() < PLAIN else rival.text


def of_triad(one: Triad, chance: Random) -> Iterator[Instance]:
    """Both wordings of each telling, two pairs of wordings of each two tellings, and each look-alike beside two wordings."""
    yield from (of_two("none", *wordings) for wordings in one.tellings)
    for (first, second), kind in zip(PAIRED, one.kinds, strict=True):
        pairs = [(left, right) for left in one.tellings[first] for right in one.tellings[second]]
        yield from (of_two(kind, *pair) for pair in chance.sample(pairs, BESIDE))
    every = [wording for wordings in one.tellings for wording in wordings]
    for other in one.others:
        yield from (of_two("none", wording, other.text) for wording in chance.sample(every, BESIDE))


def of_case(one: Affair) -> Instance:
    """A case, whose two texts are short."""
    return of_two(one.conflicts[0].kind if one.conflicts else "none", one.left, one.right)


def passages_of(text: str, outlet: str, number: int) -> list[Passage]:
    """The passages of a text as the article of an outlet, the ``number``-th of a pile."""
    page, article = articled(text, outlet, "")
    return list(passages(number, find(page, article), page))


def of_affair(one: Affair) -> Iterator[Instance]:
    """The pairs of passages of two articles that the comparison would read; most of them are in no conflict."""
    texts = (one.left.strip(), one.right.strip())
    for left, right in proposed(texts, OUTLETS):
        yield of_two(kind_of(one, texts, left, right), left.text, right.text)


def of_agreeing(one: Agreeing, chance: Random) -> Iterator[Instance]:
    """Some of the pairs of passages of three articles that the comparison would read; they are in no conflict."""
    pairs = list(proposed([text.strip() for text in one.articles], THREE_OUTLETS))
    return (of_two("none", left.text, right.text) for left, right in chance.sample(pairs, min(MOST_OF_PILE, len(pairs))))


def proposed(texts: Sequence[str], outlets: Sequence[str]) -> Iterator[tuple[Passage, Passage]]:
    """The pairs of passages of articles, each of its own outlet, that the index proposes, in the order of the articles."""
    told = enumerate(zip(texts, outlets, strict=True))
    found = [passage for number, (text, outlet) in told for passage in passages_of(text, outlet, number)]
    for near, far, _ in passage_pairs(found):
        left, right = sorted((found[near], found[far]), key=lambda passage: passage.article)
        yield left, right


def kind_of(one: Affair, texts: tuple[str, str], left: Passage, right: Passage) -> Kind:
    """The conflict whose sides stand in the two passages."""
    for conflict in one.conflicts:
        if covers(left.span, texts[0], conflict.left_says) and covers(right.span, texts[1], conflict.right_says):
            return conflict.kind
    return "none"


def covers(span: Span, text: str, says: str) -> bool:
    """A passage holds most of some words; raises ValueError when they are not in the text."""
    start = text.index(says.strip())
    end = start + len(says.strip())
    return min(span[1], end) - max(span[0], start) > COVERED * (end - start)


def of_text(text: str) -> Iterator[Instance]:
    """The likest pairs of passages of one text that do not overlap: an author does not contradict himself."""
    found = passages_of(text.strip(), OUTLETS[0], 0)
    alone = [replace(one, article=number) for number, one in enumerate(found)]
    pairs = (sorted((near, far)) for near, far, cosine in passage_pairs(alone) if cosine > LIKE)
    likest = [(near, far) for near, far in pairs if found[near].span[1] <= found[far].span[0]]
    return (of_two("none", found[near].text, found[far].text) for near, far in likest[:MOST_OF_TEXT])


def of_copies(one: Contrast, chance: Random) -> Iterator[Instance]:
    """Some near-copies of the passages of a contrast, of which those with another number or time conflict."""
    yield from thinned((of_two("none", *pair) for pair in near_copies(one, chance)), OF_COPIES, chance)
    for text in (one.left, *(rival.text for rival in one.rights)):
        changed = shifted(text, chance) if chance.random() < OF_SHIFTED else None
        if changed:
            yield of_two(changed[0], text, changed[1])


def thinned(instances: Iterable[Instance], share: float, chance: Random) -> Iterator[Instance]:
    """All conflicts, and a share of the instances without one."""
    return (one for one in instances if one.kind != "none" or chance.random() < share)


def of_file(path: Path, seed: int = SEED) -> Iterator[Instance]:
    """The instances of a file of sets, by the first word of its name (JSONL), of short pairs (in quality/pairs) or of affairs."""
    if path.suffix == ".jsonl":
        return OF_LINES[path.stem.partition("_")[0]](path, Random(seed))
    if path.resolve().parent == SHORT.resolve():
        return (of_two(*pair) for pair in short(path))
    return of_affairs(path)


OF_LINES: Mapping[str, Callable[[Path, Random], Iterator[Instance]]] = {
    "contrasts": lambda path, _: (made for one in lines(path, Contrast) for made in of_contrast(one)),
    "sheets": lambda path, chance: (made for one in lines(path, Sheet) for made in of_sheet(one, chance)),
    "tellings": lambda path, chance: (made for one in lines(path, Triad) for made in of_triad(one, chance)),
    "agreeing": lambda path, chance: (made for one in lines(path, Agreeing) for made in of_agreeing(one, chance)),
}


def of_affairs(path: Path) -> Iterator[Instance]:
    """The instances of a file of cases or of pairs of articles."""
    for one in affairs(path):
        if one.like:
            yield of_case(one)
        else:
            yield from of_affair(one)


def of_training(seed: int = SEED) -> Iterator[Instance]:
    """All that training uses: the files, passages of single texts of our own, and near-copies."""
    chance = Random(seed)
    for path in (*sorted(TRAINED.iterdir()), *sorted(SHORT.glob("*.toml"))):
        yield from thinned(of_file(path, seed), OF_ARTICLES if path.stem.startswith("articles") else 1, chance)
    yield from thinned((made for text in own_texts() for made in of_text(text)), OF_TEXTS, chance)
    for path in sorted(TRAINED.glob("contrasts_*.jsonl")):
        yield from (made for one in lines(path, Contrast) for made in of_copies(one, chance))


def own_texts() -> Iterator[str]:
    """Texts in the repository that are long enough to say several things."""
    yield from (report.text for report in labelled())
    yield from (path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt")))
    for case in cases():
        yield from (case.left, case.right)


def save(out: Path, instances: Iterable[Instance]) -> int:
    """Write instances as JSON lines; gives how many."""
    count = 0
    with out.open("wb") as file:
        for one in tqdm(instances, unit=" instances", mininterval=5):
            file.write(msgspec.json.encode(one) + b"\n")
            count += 1
    return count


def load(paths: Iterable[Path]) -> list[Instance]:
    """The instances of files that ``save`` wrote."""
    return [msgspec.json.decode(line, type=Instance) for path in paths for line in path.read_bytes().splitlines()]


def main(arguments: Sequence[str]) -> int:
    """Write the instances and say how many there are."""
    options = argparse.ArgumentParser(prog="quality.conflicts.instances", description="Tellings as instances to learn from.")
    options.add_argument("out", type=Path)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--seed", type=int, default=SEED)
    asked = options.parse_args(arguments)
    files = (instance for path in asked.files for instance in of_file(path, asked.seed))
    print(f"{asked.out}: {save(asked.out, files if asked.files else of_training(asked.seed))} instances")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
