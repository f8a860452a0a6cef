"""What commands share: opening a record, its passphrase, progress on a terminal, and saving what was written."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from scrutineer.domain.errors import ScrutineerError
from scrutineer.domain.progress import Progress, no_progress
from scrutineer.register.register import Register
from scrutineer.reports import saving, word
from scrutineer.reports.blocks import Document

VARIABLE = "SCRUTINEER_PASSPHRASE"


@contextmanager
def opened(path: Path, as_at: date | None = None) -> Iterator[Register]:
    """The register of a record, or as it stood at the end of a day."""
    register = Register.open(path, passphrase())
    try:
        if as_at is None:
            yield register
            return
        with progress_shown() as progress:
            past = register.as_at(as_at, progress)
        yield past
    finally:
        register.close()


def passphrase() -> str:
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


def save(document: Document, path: Path) -> None:
    save_file(word.to_word(document), path, document.title)


def save_file(data: bytes, path: Path, title: str) -> None:
    try:
        saved = saving.save(data, path)
    except saving.HeldElsewhere as held:
        saved = saving.save(data, held.free)
        print(f"“{path.name}” is open in another program, so the paper has another name.")
    print(f"“{title}” was written to “{saved}”.")


@contextmanager
def progress_shown() -> Iterator[Progress]:
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
