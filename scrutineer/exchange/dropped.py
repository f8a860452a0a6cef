"""What a file dropped on the window is: its name, its bytes, and the e-mail in it if it is one.

Refuses, with a sentence, what the record would not keep. The file itself is only read; nothing here knows
what will become of it.
"""

from __future__ import annotations

import stat
from pathlib import Path
from typing import NamedTuple

from scrutineer.domain.errors import ScrutineerError
from scrutineer.domain.evidence import LARGEST_FILE
from scrutineer.domain.text import listed, one_line
from scrutineer.exchange import mail
from scrutineer.exchange.mail import Mail, NotMail

KINDS = (".eml", ".msg", ".docx", ".pdf", ".xlsx", ".csv", ".txt", ".png", ".jpg", ".jpeg")
_MB = 1024 * 1024


class Dropped(NamedTuple):
    """One file as it came; `mail` is filled for an .eml that can be read as an e-mail."""

    file_name: str
    data: bytes
    mail: Mail | None


class NotTaken(ScrutineerError):
    """The file cannot be kept in the record."""

    title = "This file was not taken"


def read(path: Path) -> Dropped:
    """The file at `path`, of at most 25 MB.

    Raises NotTaken for folders, empty, larger or unreadable files, and for other kinds than KINDS.
    """
    name = one_line(path.name)
    try:
        size = _size(path, name)
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise NotTaken(f"“{name}” could not be read.",
                       "It may be open in another program, or not yet fetched from the cloud. "
                       "Save a copy on this computer and try that.") from error
    if not data:
        raise NotTaken(f"“{name}” is empty.", "See that it was saved or fetched whole, then try again.")
    if len(data) > LARGEST_FILE:
        raise _too_large(max(size, len(data)))
    return Dropped(name, data, _mail(path, data))


def _size(path: Path, name: str) -> int:
    """The size in bytes of a file of a kind that is taken. Raises NotTaken, and OSError when it is not there."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise NotTaken(f"“{name}” is a folder.", "Open it and take the files in it one by one.")
    if path.suffix.lower() not in KINDS:
        raise NotTaken(f"“{name}” is not of a kind that is kept here.",
                       f"What is kept: {listed(KINDS)}. Save it as a PDF first, or note where it is held.")
    if not stat.S_ISREG(found.st_mode):      # a pipe or a device would be waited for without end
        raise NotTaken(f"“{name}” is not a file.", "Choose the document itself.")
    if found.st_size > LARGEST_FILE:
        raise _too_large(found.st_size)
    return found.st_size


def _too_large(size: int) -> NotTaken:
    most, has = LARGEST_FILE // _MB, -(-size // _MB)      # rounded up: never “this one has 25 MB”
    return NotTaken(f"{most} MB is the most that one file may have; this one has {has:,} MB.",
                    "Make it smaller, for instance with fewer pictures, or note where it is held.")


def _mail(path: Path, data: bytes) -> Mail | None:
    if path.suffix.lower() != ".eml":
        return None
    try:
        return mail.read(data)
    except NotMail:
        return None
