"""Show what a case holds of one kind.

examples:
  rashomon show affair conflicts
  rashomon show affair ledger --of Kazakhstan China       all that binds two actors, by time
  rashomon show affair vector --of Kazakhstan             with whom, in which field: ties, cooperation, conflict
  rashomon show affair statements --json | jq -r '[.speaker, .quote] | @tsv'
"""

import argparse
from pathlib import Path

import msgspec

from rashomon.case.lines import as_lines
from rashomon.case.show import BETWEEN, KINDS, show


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument("case", type=Path, metavar="DIR", help="the folder of the case")
    parser.add_argument("kind", choices=(*KINDS, *BETWEEN), metavar="KIND", help=", ".join((*KINDS, *BETWEEN)))
    parser.add_argument(
        "--of", nargs="+", default=[], metavar="ACTOR", help="for ledger two actors, for vector one: keys or names"
    )
    parser.add_argument("--json", action="store_true", help="JSON Lines, one record a line, offsets in characters")


def command(arguments: argparse.Namespace) -> int:
    """Print the rows of one kind."""
    rows = show(arguments.case, arguments.kind, arguments.of)
    for line in (msgspec.json.encode(row).decode() for row in rows) if arguments.json else as_lines(arguments.kind, rows):
        print(line)
    return 0
