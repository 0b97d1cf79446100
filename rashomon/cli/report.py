"""Write the report of a case: one self-contained page, what conflicts first.

examples:
  rashomon report affair                      writes affair.html beside the case
  rashomon report affair -o affair.md         as Markdown
"""

import argparse
from pathlib import Path


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument("case", type=Path, metavar="DIR", help="the folder of the case")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="the report: .html, .md or .docx")


def command(arguments: argparse.Namespace) -> int:
    """Write the report and name it."""
    from rashomon.report.case import report  # noqa: PLC0415 - loads every stage; --help should not

    output = arguments.output or arguments.case.with_name(f"{arguments.case.name}.html")
    report(arguments.case, output)
    print(output)
    return 0
