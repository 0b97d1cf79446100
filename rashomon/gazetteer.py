"""The gazetteer in use: actors and places that are public knowledge, under all their names, from TOML files.

Shipped files stand in ``rashomon/actors``.  A user's own files are read after them: they may add entries and, under a key
that is known already, further forms, offices and a country.  Look-ups are by folded words.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from rashomon.actors.known import FORMER, NOBODY, Actor, Gazetteer, Match, Sense, sector_of
from rashomon.actors.taking import load

__all__ = ["FORMER", "NOBODY", "Actor", "Gazetteer", "Match", "Sense", "gazetteer", "load", "sector_of", "shipped", "using"]

IN_USE: ContextVar[Gazetteer | None] = ContextVar("gazetteer", default=None)


def gazetteer() -> Gazetteer:
    """The gazetteer that ``using`` hands down to this work, else the shipped one."""
    return IN_USE.get() or shipped()


@contextmanager
def using(known: Gazetteer | None) -> Iterator[None]:
    """Hand a gazetteer down to all that is called within, «None» for the shipped one; work outside is not touched."""
    before = IN_USE.set(known)
    try:
        yield
    finally:
        IN_USE.reset(before)


@cache
def shipped() -> Gazetteer:
    """The shipped gazetteer, read once in each process."""
    return load()
