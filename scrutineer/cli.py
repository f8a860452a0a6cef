"""The command line: the same register as the window, without one.

Each command is a small function of what was asked; what it refuses is one plain sentence on standard
error. Nothing here knows Qt, so that every command works where its libraries are missing.
"""

from __future__ import annotations

import argparse
import getpass
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from scrutineer import __version__, demonstration
from scrutineer.domain.dates import parse_date, utc_now
from scrutineer.domain.errors import Damaged, Invalid, ScrutineerError
from scrutineer.domain.organisation import ReportingPeriod
from scrutineer.domain.owed import TITLE
from scrutineer.domain.paper import Paper, PaperStatus
from scrutineer.domain.progress import Progress, no_progress
from scrutineer.domain.text import counted
from scrutineer.exchange import owed_list as excel_list
from scrutineer.exchange.spreadsheet import to_excel
from scrutineer.register.register import Register
from scrutineer.register.safekeeping import check_file, restore_file
from scrutineer.register.today.text import in_text
from scrutineer.reports import assurance, challenge_log, letter, saving, whole_record, word, you_said
from scrutineer.reports import owed_list as word_list
from scrutineer.reports.blocks import Document

DONE, REFUSED, USAGE, STOPPED = 0, 1, 2, 130
VARIABLE = "SCRUTINEER_PASSPHRASE"

_DESCRIPTION = "The desktop record of the independent scrutineer of a safeguarding children partnership."
_EPILOG = f"""\
without a command:
  scrutineer [FILE]     open the window, with a record if one is given
  scrutineer --demo     open the demonstration, written anew and removed when it is closed

A single word is a command; a FILE is a name with an ending or a folder (./demo opens a file called demo).
The passphrase is taken from the variable {VARIABLE}, or asked for.
"""

Asked = argparse.Namespace


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
    _add(commands, "demo", _demo, "write the demonstration record into a new file", "FILE")
    paper = commands.add_parser("paper", help="write a paper as a Word document")
    kinds = paper.add_subparsers(required=True, metavar="KIND")
    _add_dates(_add(kinds, "assurance", _assurance, "what a board reads from its scrutineer", "FILE", out=True))
    _add(kinds, "record", _record, "everything in the record, private text included", "FILE", out=True)
    _add_letter(_add(kinds, "letter", _letter, "a letter to one party, with room to answer in", "FILE", out=True))
    _add_you_said(_add(kinds, "you-said", _you_said, "what goes back to those who were heard", "FILE", out=True))
    _add_as_at(_add(commands, "today", _today, "print what needs me and what is worth passing on", "FILE"))
    _add_as_at(_add(commands, "log", _log, "write the challenge log as a Word document", "FILE", out=True))
    owed = _add(commands, "list", _list, "write who owes what, for the business unit, in Word or Excel", "FILE")
    owed.add_argument("--out", metavar="OUT.docx|OUT.xlsx", type=_word_or_excel_file, required=True)
    _add_as_at(owed)
    _add(commands, "check", _check, "look a record or a backup over, without changing it", "FILE")
    _add(commands, "backup", _backup, "write a verified backup into a folder, and print its path", "FILE", "FOLDER")
    _add(commands, "restore", _restore, "put a backup in a record’s place, safety copy first", "BACKUP", "FILE")
    return parser


def _add(
    commands: Any, name: str, command: Callable[[Asked], None], words: str, *paths: str, out: bool = False
) -> argparse.ArgumentParser:
    opened = f"{words[0].upper()}{words[1:]}."
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words, description=opened)
    parser.set_defaults(command=command)
    for path in paths:
        parser.add_argument(path.lower(), metavar=path, type=Path)
    if out:
        parser.add_argument("--out", metavar="OUT.docx", type=_word_file, required=True)
    return parser


def _add_dates(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="starts_on", metavar="DATE", type=_day, help="2026-07-01 or “1 Jul 2026”")
    parser.add_argument("--to", dest="ends_on", metavar="DATE", type=_day, help="today unless given")
    parser.add_argument("--period", metavar="LABEL", help="a period of the record, such as 2026-27-Q2")
    parser.set_defaults(wrong_usage=parser.error)


def _add_you_said(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="starts_on", metavar="DATE", type=_day, help="a year ago unless given")
    parser.add_argument("--to", dest="ends_on", metavar="DATE", type=_day, help="today unless given")
    parser.add_argument("--activity", metavar="REF", help="only what was heard there, such as A-2026-014")
    parser.set_defaults(wrong_usage=parser.error)


def _add_letter(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", metavar="NAME", required=True, help="of an agency, a group or a board, or part of it")
    about = "what it is about, once for each challenge; all that are open there unless given"
    parser.add_argument("--challenge", dest="challenges", metavar="REF", action="append", default=[], help=about)
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--closing", action="store_true", help="thanks, and what changed, about what has ended")
    instead.add_argument("--recognition", action="store_true", help="what works well there; it asks nothing")
    parser.set_defaults(wrong_usage=parser.error)


def _add_as_at(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as-at", metavar="DATE", type=_day, help="as the record stood at the end of that day")


def _day(text: str) -> date:
    try:
        day = parse_date(text, date.today())  # noqa: DTZ011      # the day at this desk
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    if day is None:
        raise argparse.ArgumentTypeError("Give a date, like 12 Mar 2026.")
    return day


def _word_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() != ".docx":
        raise argparse.ArgumentTypeError("Give the paper a name that ends in .docx.")
    return path


def _word_or_excel_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in {".docx", ".xlsx"}:
        raise argparse.ArgumentTypeError("Give the list a name that ends in .docx or .xlsx.")
    return path


# The commands.


def _demo(asked: Asked) -> None:
    with _progress() as progress:
        demonstration.write(asked.file, progress=progress).close()
    print(f"The demonstration record was written to “{asked.file}”. Its passphrase is {demonstration.PASSPHRASE}.")


def _assurance(asked: Asked) -> None:
    if asked.period and (asked.starts_on or asked.ends_on):
        asked.wrong_usage("give --period, or --from and --to, not both")
    with _opened(asked.file) as register:
        paper = _paper_for(register, asked)
        document = assurance.document(register.figures.figures(paper))
    _save(document, asked.out)


def _paper_for(register: Register, asked: Asked) -> Paper:
    """The newest paper that is being written; with other dates, a new one for the same body."""
    drafting = register.papers.all(status=PaperStatus.DRAFTING)
    if drafting and not (asked.period or asked.starts_on or asked.ends_on):
        return drafting[-1]
    begun = register.papers.begin(register.bodies.find(drafting[-1].body_id) if drafting else None)
    if asked.period:
        period = _period(register, asked.period)
        return replace(begun, starts_on=period.starts_on, ends_on=period.ends_on)
    paper = replace(begun, starts_on=asked.starts_on or begun.starts_on, ends_on=asked.ends_on or begun.ends_on)
    if problems := paper.problems():
        raise Invalid(problems)
    return paper


def _period(register: Register, label: str) -> ReportingPeriod:
    period = register.periods.labelled(label)
    if period is None:
        known = ", ".join(sorted(one.label for one in register.periods.all()))
        raise ScrutineerError(f"There is no period “{label}” in this record.", f"It has {known}.")
    return period


def _record(asked: Asked) -> None:
    with _opened(asked.file) as register:
        document = whole_record.document(register.figures.whole())
    _save(document, asked.out)


def _letter(asked: Asked) -> None:
    if asked.recognition and asked.challenges:
        asked.wrong_usage("a letter of recognition is about no challenge: give --challenge or --recognition, not both")
    with _opened(asked.file) as register:
        party = register.parties.named(asked.to)
        if asked.recognition:
            figures = register.figures.recognition(party)
        else:
            parts = register.parties.to_write_about(party, asked.challenges, is_closing=asked.closing)
            figures = register.figures.letter(parts, is_closing=asked.closing)
    _save(letter.document(figures), asked.out)


def _you_said(asked: Asked) -> None:
    if asked.activity and (asked.starts_on or asked.ends_on):
        asked.wrong_usage("give --activity, or --from and --to, not both")
    with _opened(asked.file) as register:
        activity = register.activities.by_reference(asked.activity) if asked.activity else None
        page = register.figures.you_said(asked.starts_on, asked.ends_on, activity)
    _save(you_said.document(page), asked.out)


def _today(asked: Asked) -> None:
    with _opened(asked.file, asked.as_at) as register:
        partnership = register.partnership
        whose = f"{'SAMPLE: ' if partnership.is_sample else ''}{partnership.name}"
        said = in_text(register.today_page(), whose, register.today(), register.working_days())
    print(said, end="")


def _log(asked: Asked) -> None:
    with _opened(asked.file, asked.as_at) as register:
        document = challenge_log.document(register.figures.log())
    _save(document, asked.out)


def _list(asked: Asked) -> None:
    with _opened(asked.file, asked.as_at) as register:
        owed = register.owed()
    if asked.out.suffix.lower() == ".xlsx":
        _save_file(to_excel(excel_list.sheet(owed), owed.masthead.author), asked.out, TITLE)
    else:
        _save(word_list.document(owed), asked.out)


def _check(asked: Asked) -> None:
    passphrase = _passphrase()
    with _progress() as progress:
        found = check_file(asked.file, passphrase, progress)
    if found.faults:
        raise Damaged(" ".join(found.faults), "Restore a backup, or check whether one is whole.")
    what = f"{counted(found.records, 'record')}, {counted(found.lines, 'line')} of history, schema {found.schema}"
    print(f"“{asked.file}” is whole: {what}.")


def _backup(asked: Asked) -> None:
    with _opened(asked.file) as register, _progress() as progress:
        made = register.safekeeping.back_up(asked.folder, progress)
    print(made.path)


def _restore(asked: Asked) -> None:
    kept = restore_file(asked.backup, _passphrase(), asked.file, utc_now())
    if kept:
        print(f"Safety copy: {kept}")
    print(f"“{asked.backup}” was restored to “{asked.file}”.")


# What they share.


@contextmanager
def _opened(path: Path, as_at: date | None = None) -> Iterator[Register]:
    """The register of a record, or as it stood at the end of a day."""
    register = Register.open(path, _passphrase())
    try:
        if as_at is None:
            yield register
            return
        with _progress() as progress:
            past = register.as_at(as_at, progress)
        yield past
    finally:
        register.close()


def _passphrase() -> str:
    """From the variable, which is removed from the environment, or asked without echo."""
    given = os.environ.pop(VARIABLE, "")
    if given:
        return given
    advice = f"Set the variable {VARIABLE}, or run the command in a terminal."
    if sys.stdin is None or not sys.stdin.isatty():
        raise ScrutineerError("No passphrase was given.", advice)
    try:
        return getpass.getpass("Passphrase: ")
    except EOFError as error:
        raise ScrutineerError("No passphrase was given.", advice) from error


def _save(document: Document, path: Path) -> None:
    _save_file(word.to_word(document), path, document.title)


def _save_file(data: bytes, path: Path, title: str) -> None:
    try:
        saved = saving.save(data, path)
    except saving.HeldElsewhere as held:
        saved = saving.save(data, held.free)
        print(f"“{path.name}” is open in another program, so the paper has another name.")
    print(f"“{title}” was written to “{saved}”.")


@contextmanager
def _progress() -> Iterator[Progress]:
    """Progress on one line of standard error, which is wiped at the end; nothing unless that is a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield no_progress
        return
    width = 60

    def show(fraction: float, sentence: str) -> None:
        print(f"\r{f'{fraction:4.0%} {sentence}'[:width]:{width}}", end="", file=sys.stderr, flush=True)

    try:
        yield show
    finally:
        print(f"\r{'':{width}}\r", end="", file=sys.stderr, flush=True)
