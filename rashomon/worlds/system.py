"""The system as it stands, nothing assumed: what to watch, what is expected, who is out of balance, what changed its rate."""

from collections.abc import Mapping, Sequence

from msgspec import structs

from rashomon.records import Found, Judgement, Page
from rashomon.worlds.balance import (
    TooLargeError,
    balanced_triangles,
    frustration,
    said_network,
    unbalanced,
    walk_balance,
)
from rashomon.worlds.ledger import brier, ledger
from rashomon.worlds.outcome import Balance, System
from rashomon.worlds.program import Program
from rashomon.worlds.series import series
from rashomon.worlds.watch import watch


def system(
    loaded: Program,
    founds: Sequence[Found],
    actors: Mapping[str, str],
    *,
    pages: Mapping[str, Page] | None = None,
    groups: Mapping[str, str] | None = None,
    judgements: Sequence[Judgement] = (),
) -> System:
    """The system of a loaded case."""
    shown = pages or {}
    forecasts = ledger(founds, actors, shown, judgements)
    return System(
        indicators=watch(loaded, shown),
        forecasts=forecasts,
        brier=brier(forecasts),
        balance=balance(loaded),
        triads=unbalanced(loaded.edges, loaded.names, shown),
        series=series(founds, groups or {}),
    )


def balance(loaded: Program) -> Balance:
    """The figures of the signed network of what is said."""
    said, disputed = said_network(loaded.edges)
    plain = Balance(
        actors=len(said.actors),
        ties=len(said.signs),
        disputed=tuple(tuple(sorted(loaded.names.get(actor, actor) for actor in pair)) for pair in disputed),
        balanced_triangles=balanced_triangles(said),
        walk_balance=walk_balance(said),
        frustration=None,
    )
    try:
        found = frustration(said)
    except TooLargeError as large:
        return structs.replace(plain, note=str(large))
    left, right = (tuple(loaded.names.get(actor, actor) for actor in side) for side in (found.left, found.right))
    return structs.replace(plain, frustration=found.ties, left=left, right=right)
