"""Export a case in the format of another tool.

examples:
  rashomon export affair --to plover -o events.jsonl
  rashomon export affair --to graphml -o system.graphml
  rashomon export affair --to csv -o tables/
"""

import argparse
from pathlib import Path

FORMATS = ("plover", "followthemoney", "graphml", "csv", "parquet", "sqlite")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument("case", type=Path, metavar="DIR", help="the folder of the case")
    parser.add_argument("--to", required=True, choices=FORMATS, metavar="FORMAT", help=", ".join(FORMATS))
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="PATH", help="a file; a folder for csv and parquet")


def command(arguments: argparse.Namespace) -> int:
    """Write the export and name it."""
    from rashomon.export.case import export  # noqa: PLC0415 - loads every stage; --help should not

    export(arguments.case, arguments.to, arguments.output)
    print(arguments.output)
    return 0
