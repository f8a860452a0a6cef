"""A file is written whole or not at all: what stood there before stays until the new one is complete.

Knows bytes and paths, and of Word only that a paper must open again before it may replace another.
"""

from __future__ import annotations

import errno
import os
import time
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from secrets import token_hex

from scrutineer.domain.errors import CannotWrite, DiskFull, ReportFailed

WAITS = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)      # seconds between tries while another program holds the file
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class HeldElsewhere(ReportFailed):
    """The file is open in another program; `free` is a name beside it that nobody has taken."""

    title = "That file is open in another program"

    def __init__(self, path: Path, free: Path) -> None:
        super().__init__(f"“{path.name}” is open in another program, so it was left as it is.",
                         f"Close it there and try again, or save as “{free.name}”.")
        self.free = free


def save(data: bytes, path: Path) -> Path:
    """Write `data` to `path` and return the path.

    Raises HeldElsewhere when the file is held for longer than about 2.5 s, DiskFull, CannotWrite, and
    ReportFailed when the data of a .docx do not open again. After each of them the file that was there
    is unchanged and nothing lies beside it.
    """
    if path.suffix.lower() == ".docx":
        _open_again(data)
    target = path.resolve()
    draft = target.with_name(f".{token_hex(8)}.part")
    try:
        try:
            _write(data, draft)
            _replace(draft, target)
        finally:
            draft.unlink(missing_ok=True)
        _settle(target.parent)
    except OSError as error:
        raise _in_words(error, path) from error
    return path


def free_name(path: Path) -> Path:
    """The same name with the lowest number that nobody has taken: “Paper (2).docx”."""
    number = 2
    while (free := path.with_name(f"{path.stem} ({number}){path.suffix}")).exists():
        number += 1
    return free


def _open_again(data: bytes) -> None:
    """The last look before anything is replaced: a paper that does not open here opens nowhere."""
    from zipfile import BadZipFile

    import docx
    from lxml.etree import XMLSyntaxError

    try:
        docx.Document(BytesIO(data))
    except (BadZipFile, XMLSyntaxError, KeyError, ValueError) as error:
        raise ReportFailed("The paper did not open again after it was made, so it was not saved.",
                           "This is a fault of the program; the record is safe.") from error


def _write(data: bytes, draft: Path) -> None:
    with draft.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replace(draft: Path, target: Path) -> None:
    """Put the draft in the target's place, patiently: virus scanners hold new files for a moment."""
    for wait in (*WAITS, 0.0):
        try:
            draft.replace(target)
        except PermissionError as error:
            held = error
            time.sleep(wait)
        else:
            return
    raise HeldElsewhere(target, free_name(target)) from held


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut, where folders can be synced at all."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _in_words(error: OSError, path: Path) -> CannotWrite | DiskFull:
    if error.errno in _NO_ROOM:
        return DiskFull(f"There is not enough room to save “{path.name}”.",
                        "Nothing was half written. Make room, or save it in another place.")
    if isinstance(error, FileNotFoundError):
        return CannotWrite(f"The folder “{path.parent}” is not there.", "Choose another place.")
    return CannotWrite(f"“{path.name}” cannot be written in “{path.parent}”.",
                       "The folder may be read-only or not yours. Choose another place.")
