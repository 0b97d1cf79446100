"""Run the system that the pages of a case describe."""

from collections.abc import Sequence
from pathlib import Path

from rashomon.case.read import judgements, linked, pile
from rashomon.store import query
from rashomon.worlds.outcome import Outcome
from rashomon.worlds.run import run as run_world


def run(case: Path, assume: Sequence[str], deny: Sequence[str] = (), without: Sequence[str] = (), world: str = "") -> Outcome:
    """What follows from the assumptions, in whose world; nothing of it is kept.  Raises CaseError."""
    cuts, founds, _ = pile(case)
    links = linked(case)
    names = {row["id"]: row["name"] for row in query(case, "names") if row["key"] == row["id"]}
    pages = {cut.page.id: cut.page for cut in cuts}
    return run_world(
        founds,
        links.actors,
        names,
        assume,
        deny,
        without,
        world,
        pages=pages,
        groups=links.groups,
        judgements=judgements(case),
    )
