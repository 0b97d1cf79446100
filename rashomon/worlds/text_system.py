"""How a case stands, as text: conditions to watch, expectations and what came of them, balance, changes of rate."""

from collections.abc import Iterator, Mapping, Sequence

from rashomon.worlds.outcome import Balance, Forecast, Indicator, Passage, Series, System, Triad
from rashomon.worlds.text_places import flat, place

STATES = {"reported": "reported as met", "denied": "denied", "both": "reported and denied", "open": "nothing reported"}
Names = Mapping[str, str]


def system_lines(system: System, names: Names) -> Iterator[tuple[str, Iterator[str]]]:
    """Titles and the lines under each."""
    yield "to watch", (line for one in system.indicators for line in indicator(one, names))
    yield "expected", (line for one in system.forecasts for line in forecast(one, names))
    yield "scored", iter([f"Brier score of the numbers entered: {system.brier:.3f}"] if system.brier is not None else [])
    yield "balance (a description, no forecast)", balance(system.balance)
    yield "out of balance", (line for one in system.triads for line in triad(one, names))
    yield "events by month", (line for one in system.series for line in series(one))


def indicator(one: Indicator, names: Names) -> Iterator[str]:
    """A condition to watch."""
    yield f"• {flat(one.watch)}  →  {flat(one.then)}  ({STATES[one.state]})  [{place(one.passage, names)}]"
    yield from said("reported", one.reported, names)
    yield from said("denied", one.denied, names)


def forecast(one: Forecast, names: Names) -> Iterator[str]:
    """An expectation and what came of it."""
    hedges = [
        one.strength,
        f"by {one.by_when}" if one.by_when else "",
        "" if one.probability is None else f"p = {one.probability:g}",
    ]
    yield f"• {flat(one.says)}  ({', '.join(hedge for hedge in hedges if hedge)})  [{place(one.passage, names)}]"
    yield from said("borne out", one.borne_out, names)
    yield from said("contradicted", one.contradicted, names)


def balance(one: Balance) -> Iterator[str]:
    """The figures of the signed network."""
    yield f"{one.actors} actors, {one.ties} signed ties; {len(one.disputed)} pairs of which both is said are left out"
    yield from (f"  both is said of {' and '.join(pair)}" for pair in one.disputed)
    if one.balanced_triangles is not None:
        yield f"  balanced triads: {one.balanced_triangles:.3f}"
    if one.walk_balance is not None:
        yield f"  walk balance: {one.walk_balance:.3f}"
    if one.frustration is not None:
        yield f"  fewest ties out of balance: {one.frustration}"
    if one.note:
        yield f"  note: {one.note}"


def triad(one: Triad, names: Names) -> Iterator[str]:
    """Three actors whose ties do not go together."""
    first, second, third = one.actors
    ends = ((first, second), (second, third), (first, third))
    signs = ("with" if sign > 0 else "against" for sign in one.signs)
    yield "• " + "; ".join(f"{left} {sign} {right}" for (left, right), sign in zip(ends, signs, strict=True))
    yield from (f"  «{flat(passage.quote)}»  [{place(passage, names)}]" for passage in one.passages)


def series(one: Series) -> Iterator[str]:
    """The events of one type by month."""
    counts = ", ".join(f"{month} {count}" for month, count in zip(one.months, one.counts, strict=True))
    verdict = one.refused or (
        f"rate changed in {one.change} (probability {one.probability:.2f})" if one.change else "no change of rate"
    )
    yield f"• {one.type}: {counts}; {verdict}"


def said(title: str, passages: Sequence[Passage], names: Names) -> Iterator[str]:
    """The passages of one answer."""
    return (f"  {title}: «{flat(passage.quote)}»  [{place(passage, names)}]" for passage in passages)
