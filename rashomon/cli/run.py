"""Assume something, and see what follows, in whose world, and on which sentences.

examples:
  rashomon run affair --assume "the CSTO fails"
  rashomon run affair --assume "the CSTO fails" --deny "China sends troops" --world merged
  rashomon run affair --without PolitNavigator          what loses its only support
"""

import argparse
from pathlib import Path

import msgspec


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument("case", type=Path, metavar="DIR", help="the folder of the case")
    parser.add_argument("--assume", action="extend", nargs="+", default=[], metavar="TEXT", help="taken to be so, one or more")
    parser.add_argument("--deny", action="extend", nargs="+", default=[], metavar="TEXT", help="taken not to be so, one or more")
    parser.add_argument("--without", action="extend", nargs="+", default=[], metavar="OUTLET", help="outlets to leave out")
    parser.add_argument("--world", default="", metavar="WORLD", help="an outlet, or merged; all of them when left out")
    parser.add_argument("--json", action="store_true", help="the outcome as one JSON object")


def command(arguments: argparse.Namespace) -> int:
    """Run, and print what follows."""
    from rashomon.case.run import run  # noqa: PLC0415 - loads every stage; --help should not
    from rashomon.worlds.text import text  # noqa: PLC0415

    outcome = run(arguments.case, arguments.assume, arguments.deny, arguments.without, arguments.world)
    print(msgspec.json.encode(outcome).decode() if arguments.json else text(outcome))
    return 0
