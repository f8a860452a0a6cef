"""The command line: the same register as the window, without one.

Each command is a small function of what was asked; what it refuses is one plain sentence on standard
error. Nothing here knows Qt, so that every command works where its libraries are missing.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence

from scrutineer import __version__
from scrutineer.cli.commands import add_commands
from scrutineer.cli.opening import VARIABLE
from scrutineer.cli.papers import add_papers
from scrutineer.domain.errors import ScrutineerError

DONE, REFUSED, USAGE, STOPPED = 0, 1, 2, 130

_DESCRIPTION = "The desktop record of the independent scrutineer of a safeguarding children partnership."
_EPILOG = f"""\
without a command:
  scrutineer [FILE]     open the window, with a record if one is given
  scrutineer --demo     open the demonstration, written anew and removed when it is closed

A single word is a command; a FILE is a name with an ending or a folder (./demo opens a file called demo).
The passphrase is taken from the variable {VARIABLE}, or asked for.
"""


def main(argv: Sequence[str]) -> int:
    """Do one command: 0 done, 1 refused with a sentence on standard error, 2 wrong usage, 130 stopped."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")      # an old console lacks letters that a sentence may hold
    try:
        asked = _parser().parse_args(argv)
        asked.command(asked)
    except ScrutineerError as error:
        print(error.in_one_line, file=sys.stderr)
        return REFUSED
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else USAGE
    except KeyboardInterrupt:
        return STOPPED
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="scrutineer", description=_DESCRIPTION, epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"Scrutineer {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add_commands(commands)
    add_papers(commands)
    return parser
