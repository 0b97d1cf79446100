"""The user's own actors in a case: gazetteer files, checked whole, kept with the pages and read after the shipped ones."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from rashomon.gazetteer import Gazetteer, gazetteer, load
from rashomon.store import CaseError, replace

FOLDER = "actors"


def checked(actors: Sequence[Path]) -> dict[str, bytes]:
    """The content of files of own actors, by name.

    Raises LexiconError, naming file, line and what is wrong, and CaseError for two files of one name.
    """
    if actors:
        load(actors)
    named = {path.name: path.read_bytes() for path in actors}
    if len(named) < len(actors):
        raise CaseError(f"{', '.join(map(str, actors))}: two files of one name; give one of them another")
    return named


def adopt(case: Path, named: Mapping[str, bytes]) -> None:
    """Keep files of own actors in place of those the case had; without any, those stay."""
    for path in own_files(case) if named else ():
        if path.name not in named:
            path.unlink()
    for name, content in named.items():
        replace(case / FOLDER / name, content)


def own_files(case: Path) -> tuple[Path, ...]:
    """The files of own actors that a case keeps, in order of their names."""
    return tuple(sorted(path for path in (case / FOLDER).glob("*") if not path.name.startswith(".")))


def own_actors(case: Path) -> tuple[bytes, ...]:
    """What these files hold: findings made with others are stale."""
    return tuple(path.read_bytes() for path in own_files(case))


def gazetteer_of(case: Path) -> Gazetteer:
    """The shipped gazetteer with the case's own actors; raises LexiconError."""
    files = own_files(case)
    return with_own(files, own_actors(case)) if files else gazetteer()


@lru_cache(maxsize=2)
def with_own(files: tuple[Path, ...], contents: tuple[bytes, ...]) -> Gazetteer:
    """The gazetteer of these files; ``contents`` makes one that was changed be read again."""
    return load(files)
