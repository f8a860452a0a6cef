"""What may be typed after a command: files by their endings, and days as people write them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from scrutineer.domain.dates import parse_date

Asked = argparse.Namespace


def add(
    commands: Any, name: str, command: Callable[[Asked], None], words: str, *paths: str, out: bool = False
) -> argparse.ArgumentParser:
    opened = f"{words[0].upper()}{words[1:]}."
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words, description=opened)
    parser.set_defaults(command=command)
    for path in paths:
        parser.add_argument(path.lower(), metavar=path, type=Path)
    if out:
        parser.add_argument("--out", metavar="OUT.docx", type=word_file, required=True)
    return parser


def add_dates(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="starts_on", metavar="DATE", type=day, help="2026-07-01 or “1 Jul 2026”")
    parser.add_argument("--to", dest="ends_on", metavar="DATE", type=day, help="today unless given")
    parser.add_argument("--period", metavar="LABEL", help="a period of the record, such as 2026-27-Q2")
    parser.set_defaults(wrong_usage=parser.error)


def add_as_at(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as-at", metavar="DATE", type=past_day, help="as the record stood at the end of that day")


def day(text: str) -> date:
    try:
        day = parse_date(text, _today())
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    if day is None:
        raise argparse.ArgumentTypeError("Give a date, like 12 Mar 2026.")
    return day


def past_day(text: str) -> date:
    found = day(text)
    if found > _today():
        raise argparse.ArgumentTypeError("That day has not come yet.")
    return found


def _today() -> date:
    return date.today()  # noqa: DTZ011      # the day at this desk


def word_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() != ".docx":
        raise argparse.ArgumentTypeError("Give the paper a name that ends in .docx.")
    return path


def word_or_excel_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in {".docx", ".xlsx"}:
        raise argparse.ArgumentTypeError("Give the list a name that ends in .docx or .xlsx.")
    return path
