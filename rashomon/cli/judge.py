"""Judge two things of a case the same or different, or grade an outlet; a later judgement undoes an earlier one.

examples:
  rashomon judge affair "name:timur tokayev" different person:kassym-jomart-tokayev --why "brothers in arms, not one man"
  rashomon judge affair "Global Times" grade C3 --why "state newspaper; two of its figures were corrected"
  rashomon judge affair rule-p1f0c-120-134 grade 0.7 --why "my own estimate"     scored once later pages tell
"""

import argparse
from pathlib import Path

from rashomon.records import VERDICTS


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument("case", type=Path, metavar="DIR", help="the folder of the case")
    parser.add_argument("left", metavar="LEFT", help="an actor key, the id of a finding or an article, or an outlet")
    parser.add_argument("verdict", metavar="VERDICT", choices=VERDICTS, help=", ".join(VERDICTS))
    parser.add_argument("right", metavar="RIGHT", help="what it is compared with, or the grade")
    parser.add_argument("--why", required=True, metavar="TEXT", help="the reason, kept with the judgement")


def command(arguments: argparse.Namespace) -> int:
    """Keep the judgement and say it back."""
    from rashomon.case.judge import judge  # noqa: PLC0415 - loads every stage; --help should not

    made = judge(arguments.case, arguments.left, arguments.verdict, arguments.right, arguments.why)
    print(f"{made.left} {made.verdict} {made.right}: {made.why}")
    return 0
