"""``rashomon``: the commands, their errors and exit codes.

Exit codes: 0 done (pages that could not be read are issues of the case, not failures); 1 it could not be done, one line on
stderr says what, where and what to do; 2 the call's words are off; 130 interrupted.
"""

import argparse
import os
import sys
from collections.abc import Sequence

import rashomon
from rashomon import __version__
from rashomon.cli import export, judge, read, report, run, show
from rashomon.read.files import ReadError
from rashomon.store import CaseError
from rashomon.words import LexiconError

COMMANDS = (read, show, report, run, judge, export)
FAILURES = (CaseError, ReadError, LexiconError, OSError)


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    codes = (__doc__ or "").split("\n\n")[1]
    whole = argparse.ArgumentParser(prog="rashomon", description=rashomon.__doc__, epilog=codes)
    whole.add_argument("--version", action="version", version=f"rashomon {__version__}")
    commands = whole.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        name = command.__name__.rsplit(".", 1)[1]
        summary, _, examples = (command.__doc__ or "").partition("\n\n")
        added = commands.add_parser(
            name,
            help=summary,
            description=summary,
            epilog=f"{examples.rstrip()}\n\n{codes}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.arguments(added)
        added.set_defaults(command=command.command)
    return whole


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    arguments = parser().parse_args(words)
    try:
        code: int = arguments.command(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # «rashomon show … | head»: the reader had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("rashomon: interrupted; what was finished is kept, run the command again to go on", file=sys.stderr)
        return 130
    except FAILURES as error:
        print(f"rashomon: {error}", file=sys.stderr)
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
