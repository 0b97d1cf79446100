"""``python -m quality.conflicts.instances OUT [FILE ...]``: tellings as the instances that the reader of pairs learns from.

An instance is two passages with the kind of conflict between them or none, and with the pairs of slots (numbers, times, places,
agents) that exclude each other, each as the two passages with that slot marked.  Without FILE all is taken that training uses:
quality/conflicts/sets/train, the short pairs of quality/pairs, and pairs that cannot conflict: passages of one text, near-copies.
OUT is JSON lines; the same files and seed give the same bytes.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import starmap
from pathlib import Path
from random import Random
from typing import NamedTuple

import msgspec
from tqdm import tqdm

from quality.conflicts.near_copies import near_copies
from quality.conflicts.tellings import TRAINED, Affair, Contrast, Kind, affairs, contrasts, short
from quality.labels.read import labelled
from quality.pairs.measure import FOLDER as SHORT
from quality.pairs.measure import articled
from quality.pairs.pages import cases
from rashomon.case.links import actor_keys
from rashomon.compare.exclusions import apart
from rashomon.compare.passage_pairs import passage_pairs
from rashomon.compare.passages import Passage, SlotKind, passages, plain
from rashomon.find.article import find
from rashomon.link.actors import actors
from rashomon.link.clusters import clusters
from rashomon.records import Found, Page, Span

OUTLETS = ("Morning Post", "Evening News")
MOST_SLOTS = 10  # pairs of slots kept of a pair of passages out of long texts, by lot
COVERED = 0.6  # of the words that carry a side must stand in a passage for the conflict to be one of that passage
LIKE = 0.12  # cosine of two passages of one text from which they make an instance
MOST_OF_TEXT = 14  # instances of one text
SEED = 3
EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"

MarkedPair = tuple[SlotKind, str, str]


class Instance(msgspec.Struct, frozen=True):
    """Two passages, each in one line, and their pairs of slots that exclude each other, as the passages with these marked."""

    kind: Kind
    left: str
    right: str
    slots: tuple[MarkedPair, ...] = ()


class Told(NamedTuple):
    """A text as the article of an outlet, and what is found in it."""

    page: Page
    found: Found


@lru_cache(maxsize=64)
def told(text: str, outlet: str) -> Told:
    """A text as the article of an outlet; kept, because the passage of a set stands beside each of its rivals."""
    page, article = articled(text.strip(), outlet, "")
    return Told(page, find(page, article))


def passages_of(sides: Sequence[Told]) -> tuple[list[Passage], Mapping[str, str]]:
    """The passages of some articles, and each actor key's representative among them."""
    founds = [side.found for side in sides]
    among = clusters(actor_keys(founds), actors(founds).judgements)
    return [one for number, side in enumerate(sides) for one in passages(number, side.found, side.page)], among


def rival_slots(left: Passage, right: Passage, among: Mapping[str, str]) -> Iterator[MarkedPair]:
    """The slots of two passages that exclude each other."""
    for one in left.slots:
        for other in right.slots:
            if apart(one, other, among):
                yield one.kind, left.marked(one), right.marked(other)


def of_two(kind: Kind, left: str, right: str) -> Instance:
    """Two short texts, read whole."""
    found, among = passages_of((told(left, OUTLETS[0]), told(right, OUTLETS[1])))
    ours, theirs = ([own_slots(one) for one in found if one.article == side] for side in (0, 1))
    slots = tuple(slot for one in ours for other in theirs for slot in rival_slots(one, other, among))
    return Instance(kind, plain(left), plain(right), slots)


def own_slots(one: Passage) -> Passage:
    """A passage with the slots of its last sentence alone, so that of all passages of a text each slot is in one."""
    return replace(one, slots=tuple(slot for slot in one.slots if slot.start >= one.sentence[0]))


def of_contrast(one: Contrast) -> Iterator[Instance]:
    """A passage beside each of its rivals."""
    return (of_two(rival.kind, one.left, rival.text) for rival in one.rights)


def of_case(one: Affair) -> Instance:
    """A case, whose two texts are short."""
    return of_two(one.conflicts[0].kind if one.conflicts else "none", one.left, one.right)


def of_affair(one: Affair, chance: Random) -> Iterator[Instance]:
    """The pairs of passages of two articles that the comparison would read; most of them are in no conflict."""
    texts = (one.left.strip(), one.right.strip())
    found, among = passages_of([told(text, outlet) for text, outlet in zip(texts, OUTLETS, strict=True)])
    for near, far, _ in passage_pairs(found):
        left, right = sorted((found[near], found[far]), key=lambda passage: passage.article)
        yield Instance(
            kind_of(one, texts, left, right), left.marked(None), right.marked(None), some_slots(left, right, among, chance)
        )


def some_slots(left: Passage, right: Passage, among: Mapping[str, str], chance: Random) -> tuple[MarkedPair, ...]:
    """At most ``MOST_SLOTS`` of the slots of two passages that exclude each other, by lot."""
    slots = list(rival_slots(left, right, among))
    return tuple(chance.sample(slots, min(MOST_SLOTS, len(slots))))


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


def of_text(text: str, chance: Random) -> Iterator[Instance]:
    """The likest pairs of passages of one text that do not overlap: an author does not contradict himself."""
    found, among = passages_of([told(text, OUTLETS[0])])
    alone = [replace(one, article=number) for number, one in enumerate(found)]
    pairs = (sorted((near, far)) for near, far, cosine in passage_pairs(alone) if cosine > LIKE)
    likest = [(near, far) for near, far in pairs if found[near].span[1] <= found[far].span[0]]
    for near, far in likest[:MOST_OF_TEXT]:
        left, right = found[near], found[far]
        yield Instance("none", left.marked(None), right.marked(None), some_slots(left, right, among, chance))


def of_file(path: Path, seed: int = SEED) -> Iterator[Instance]:
    """The instances of a file of sets (JSONL), of short pairs (in quality/pairs), of cases or of long pairs (other TOML)."""
    if path.suffix == ".jsonl":
        return (instance for one in contrasts(path) for instance in of_contrast(one))
    if path.resolve().parent == SHORT.resolve():
        return starmap(of_two, short(path))
    return of_affairs(path, Random(seed))


def of_affairs(path: Path, chance: Random) -> Iterator[Instance]:
    """The instances of a file of cases or of long pairs."""
    for one in affairs(path):
        if one.like:
            yield of_case(one)
        else:
            yield from of_affair(one, chance)


def of_training(seed: int = SEED) -> Iterator[Instance]:
    """All that training uses: the files, passages of single texts of our own, and near-copies."""
    for path in (*sorted(TRAINED.iterdir()), *sorted(SHORT.glob("*.toml"))):
        yield from of_file(path, seed)
    chance = Random(seed)
    for text in own_texts():
        yield from of_text(text, chance)
    for path in sorted(TRAINED.glob("*.jsonl")):
        for one in contrasts(path):
            yield from (Instance("none", plain(left), plain(right)) for left, right in near_copies(one, chance))


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
