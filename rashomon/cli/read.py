"""Read pages into a case, and say what conflicts.

examples:
  rashomon read pages/ --case affair          a folder, with all below it
  rashomon read a.txt b.html --case affair    more pages into the same case; what was read is not read again
  zcat dump.jsonl.gz | rashomon read - --case affair
  rashomon read pages/ --case affair --actors own.toml     with actors of your own (docs/actors.md)
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from tqdm import tqdm

Item = TypeVar("Item")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for JSON Lines on standard input")
    parser.add_argument(
        "--case", required=True, type=Path, metavar="DIR", help="the folder of the case; made when it is not there"
    )
    parser.add_argument(
        "--actors",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="a TOML file of your own actors, kept with the case; may be given again",
    )
    parser.add_argument("--workers", type=int, default=0, metavar="N", help="processes (default: as many as processors)")


def command(arguments: argparse.Namespace) -> int:
    """Read, then print the summary."""
    from rashomon.case.read import read  # noqa: PLC0415 - the parser takes a second to load; --help should not
    from rashomon.case.summary import summary  # noqa: PLC0415

    read(arguments.paths, arguments.case, arguments.workers, bar, arguments.actors)
    print(summary(arguments.case))
    return 0


def bar(stage: str, results: Iterable[Item], total: int) -> Iterable[Item]:
    """A progress bar on stderr, silent when that is not a terminal."""
    shown: Iterable[Item] = tqdm(
        results, desc=f"{stage:>7}", total=total, unit="page", file=sys.stderr, disable=None, leave=False
    )
    return shown
