"""Every failure that a person may read, as a title, a sentence and advice.

Rules raise `Invalid` before anything is written; storage, reports and the like translate what the
machine says into a `ScrutineerError` at their border. Nothing here knows how it will be shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing that is missing or cannot stand: the field it belongs to and a sentence for people."""

    field: str
    sentence: str


class ScrutineerError(Exception):
    """What happened, in words; `advice` says what is safe and what to do next."""

    title = "This could not be done"

    def __init__(self, sentence: str, advice: str = "", *, title: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.advice = advice
        if title:
            self.title = title

    @property
    def in_one_line(self) -> str:
        """The sentence and the advice, as the command line prints them."""
        return " ".join(part for part in (self.sentence, self.advice) if part)


class Invalid(ScrutineerError):
    """Something typed cannot stand as it is; each problem names its field."""

    title = "Something is missing"

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(problem.sentence for problem in self.problems))


class NotFound(ScrutineerError):
    """A record that was asked for by its id is not there (any more)."""

    title = "That record is not here"


class WrongPassphrase(ScrutineerError):
    """The passphrase does not open the file, or its first page is damaged: the two look the same."""

    title = "The record did not open"


class NotARecord(ScrutineerError):
    """The file is not one of ours: plaintext, another program's, empty or cut short."""

    title = "This is not a Scrutineer record"


class NewerFile(ScrutineerError):
    """The file was written by a newer version of the program, and is left untouched."""

    title = "This record needs a newer version"


class FileInUse(ScrutineerError):
    """Another window or another program holds the file."""

    title = "The record is open elsewhere"


class Damaged(ScrutineerError):
    """The file opened, but something in it is not as it was written."""

    title = "The record is damaged"


class DiskFull(ScrutineerError):
    """There is no room left; nothing was half written."""

    title = "The disk is full"


class CannotWrite(ScrutineerError):
    """The place cannot be written to: read-only, gone, or not allowed."""

    title = "This could not be saved"


class BackupFailed(ScrutineerError):
    """A backup was not made; no half-made file is left behind."""

    title = "The backup was not made"


class ReportFailed(ScrutineerError):
    """A paper could not be written; a file that was there before is unchanged."""

    title = "The paper was not written"
