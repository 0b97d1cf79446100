"""One thing told more than once, as a card: the question, a column a side, and who stands on it."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations, product

import msgspec

from rashomon.records import Comparison, Side, Verdict
from rashomon.report.index import UNKNOWN_OUTLET, Index
from rashomon.report.passages import Passage, passages
from rashomon.report.rows import Rows, rows

RIVALS = frozenset({"cause", "aim"})
"""Kinds of comparison whose sides are rival explanations, not values that exclude each other."""


MOST_OUTLETS = 40
"""Outlets of the matrix; a wider one fits on no screen."""


class Column(msgspec.Struct, frozen=True):
    """One answer, and everybody who gives it."""

    letter: str
    answer: str
    origins: int
    outlets: tuple[str, ...]
    passages: tuple[Passage, ...]


class Card(msgspec.Struct, frozen=True):
    """A question with its answers side by side."""

    anchor: str
    kind: str
    about: str
    question: str
    why: str
    verdict: Verdict
    new: bool  # since the last run
    origins: int
    columns: tuple[Column, ...]


class Cell(msgspec.Struct, frozen=True):
    """How often two outlets agree and conflict."""

    agree: int
    conflict: int


class Matrix(msgspec.Struct, frozen=True):
    """Outlet against outlet; a row holds a cell for each outlet, None on the diagonal."""

    left_out: int
    outlets: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell | None, ...]], ...]


def letter(number: int) -> str:
    """The name of a column: A to Z, then A2 to Z2 and so on."""
    rounds, place = divmod(number, 26)
    return chr(ord("A") + place) + (str(rounds + 1) if rounds else "")


def cards(index: Index, chosen: Callable[[Comparison], bool]) -> Rows[Card]:
    """The comparisons of one section, in their order."""
    return rows([one for one in index.contents.comparisons if chosen(one)], lambda one: card(index, one))


def card(index: Index, comparison: Comparison) -> Card:
    """One comparison with the passages of its sides."""
    return Card(
        anchor=f"about-{comparison.id}",
        kind=comparison.kind,
        about=index.named(comparison.about),
        question=index.named(comparison.question),
        why=index.named(sentence(comparison.why)),
        verdict=comparison.verdict,
        new=comparison.id in index.contents.new,
        origins=comparison.independent_origins,
        columns=tuple(column(index, number, side) for number, side in enumerate(comparison.sides)),
    )


def sentence(text: str) -> str:
    """The text with a full stop at its end."""
    return text if text.endswith((".", "!", "?")) or not text else f"{text}."


def column(index: Index, number: int, side: Side) -> Column:
    """One side; the outlets are named once each, as the side has them."""
    outlets = tuple(dict.fromkeys(outlet or UNKNOWN_OUTLET for outlet in side.outlets))
    return Column(letter(number), side.answer, side.origins, outlets, passages(index, side.findings, side.voices))


def matrix(compared: Sequence[Comparison]) -> Matrix:
    """Who agrees and who conflicts with whom, counted in questions; known outlets in alphabetical order.

    Of very many outlets those with most questions.
    """
    agree: Counter[tuple[str, str]] = Counter()
    conflict: Counter[tuple[str, str]] = Counter()
    for each in compared:
        sides = [frozenset(outlet for outlet in side.outlets if not outlet.startswith(UNKNOWN_OUTLET)) for side in each.sides]
        agree.update({pair for side in sides for pair in combinations(sorted(side), 2)})
        if each.verdict == "conflicts":
            conflict.update(opposed(sides))
    met: Counter[str] = Counter()
    for pair, number in (agree + conflict).items():
        met.update(dict.fromkeys(pair, number))
    outlets = sorted(sorted(met, key=lambda outlet: (-met[outlet], outlet))[:MOST_OUTLETS])
    return Matrix(
        len(met) - len(outlets),
        tuple(outlets),
        tuple((row, tuple(cell(agree, conflict, row, column) for column in outlets)) for row in outlets),
    )


def opposed(sides: Sequence[frozenset[str]]) -> set[tuple[str, str]]:
    """The pairs of outlets that stand on different sides of one question."""
    pairs = (sorted(pair) for one, other in combinations(sides, 2) for pair in product(one, other) if pair[0] != pair[1])
    return {(first, second) for first, second in pairs}


def cell(agree: Counter[tuple[str, str]], conflict: Counter[tuple[str, str]], row: str, column: str) -> Cell | None:
    """The cell of two outlets."""
    first, second = sorted((row, column))
    return None if row == column else Cell(agree[first, second], conflict[first, second])
