"""Attached files as they are opened in another program: copies that do no harm and do not stay.

The record keeps the bytes; what lies here is read-only, in a folder of this person's alone, under a name
that no system misunderstands, and is swept away. Each open record has a folder of its own within the one for
all, and holds it, so that no other window sweeps it. Knows neither the record nor who opens the copy.
"""

from __future__ import annotations

import errno
import re
import secrets
import shutil
import sys
import unicodedata
from contextlib import suppress
from itertools import count
from pathlib import Path

from scrutineer.domain.errors import CannotWrite, DiskFull, ScrutineerError
from scrutineer.exchange.hold import Hold

SAFE_KINDS = frozenset({"pdf", "docx", "xlsx", "csv", "txt", "png", "jpg", "jpeg", "eml"})
LONGEST_NAME = 100      # characters
_MOST_BYTES = 240      # of a name: file systems end at 255
_LONGEST_KIND = 10
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)", re.IGNORECASE)      # devices of Windows
_FROM_ELSEWHERE = "[ZoneTransfer]\r\nZoneId=3\r\n"      # makes Word and Excel open it in Protected View
_MARK = ".held"
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class NotOpened(ScrutineerError):
    """The file is of a kind that is saved, but never opened from here: it could run as a program."""

    title = "This file is not opened from here"


def safe_name(file_name: str) -> str:
    """A name that is nothing but a name: letters and digits of any script, spaces, dots, hyphens, underscores."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFKC", file_name))[-1]
    allowed = "".join(one if _is_allowed(one) else " " for one in last)
    words = re.sub(r"\s+(?=\.)", "", " ".join(allowed.split())).lstrip(". ").rstrip(". ")
    if _RESERVED.match(words):
        words = f"_{words}"
    return _shortened(words or "file")


def is_safe_to_open(file_name: str) -> bool:
    """Whether the last ending of the name is one of a document or a picture: “letter.pdf.exe” is not."""
    _, dot, kind = safe_name(file_name).rpartition(".")
    return bool(dot) and kind.lower() in SAFE_KINDS


class OpenedCopies:
    """The copies of one open record, in a `folder` within `home`; whatever else lies in it is swept away too."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self.folder = home / secrets.token_hex(8)
        self._hold = Hold(_mark_of(self.folder))

    def copy(self, file_name: str, data: bytes) -> Path:
        """A fresh read-only copy under a safe name.

        Raises NotOpened for a kind of file that is not safe to open, DiskFull and CannotWrite.
        """
        name = safe_name(file_name)
        if not is_safe_to_open(name):
            raise NotOpened(f"“{name}” is not of a kind that is opened from here.",
                            "Save it in a folder of your own, and open it there only if you know who sent it.")
        try:
            self._make_folder()
            return self._written(name, data)
        except OSError as error:
            raise _in_words(error, name) from error

    def sweep(self) -> None:
        """Remove what was opened; what another program still holds stays for the next start."""
        _empty(self.folder)
        with suppress(OSError):
            self.folder.rmdir()
        self._hold.let_go()

    def _make_folder(self) -> None:
        _make(self._home)
        self._hold.take()      # before the folder is there: one that nobody holds is a left-over
        _make(self.folder)

    def _written(self, name: str, data: bytes) -> Path:
        for number in count(1):
            path = self.folder / (name if number == 1 else _shortened(name, f" ({number})"))
            try:
                file = path.open("xb")
            except FileExistsError:
                continue
            break
        try:
            with file:
                file.write(data)
            _mark_as_foreign(path)
            path.chmod(0o400)
        except OSError:
            _remove(path)
            raise
        return path


def sweep_left_over(home: Path) -> None:
    """Remove what programs that died had left in the folder for all; what a living one has opened stays."""
    with suppress(OSError):
        if home.is_symlink() or not home.is_dir():
            return
        for path in [one for one in home.iterdir() if one.suffix != _MARK]:
            hold = Hold(_mark_of(path))
            if hold.take():
                _empty(path)
                _remove(path)
                hold.let_go()
        for mark in [one for one in home.iterdir() if one.suffix == _MARK]:
            hold = Hold(mark)      # of a folder that went before its mark did
            if not mark.with_suffix("").exists() and hold.take():
                hold.let_go()


def _mark_of(folder: Path) -> Path:
    return folder.with_name(folder.name + _MARK)


def _make(folder: Path) -> None:
    """Make it, for this person alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.is_symlink():
        raise NotADirectoryError(errno.ENOTDIR, "a link stands where the folder should be")
    folder.chmod(0o700)


def _empty(folder: Path) -> None:
    with suppress(OSError):
        if folder.is_symlink() or not folder.is_dir():
            return
        folder.chmod(0o700)
        for path in list(folder.iterdir()):
            _remove(path)


def _mark_as_foreign(path: Path) -> None:
    """Tell Windows that the file came from elsewhere; a disk that cannot keep the mark is no reason to stop."""
    if sys.platform == "win32":
        with suppress(OSError):
            Path(f"{path}:Zone.Identifier").write_text(_FROM_ELSEWHERE, encoding="ascii", newline="")


def _remove(path: Path) -> None:
    """Remove a file, a link itself or a whole folder; what cannot be removed now is left."""
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
            return
        try:
            path.unlink()
        except PermissionError:
            if path.is_symlink():
                return
            path.chmod(0o600)      # Windows removes nothing that is read-only
            path.unlink()


def _is_allowed(one: str) -> bool:
    return one in "._-" or unicodedata.category(one) in {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd"}


def _shortened(name: str, addition: str = "") -> str:
    """The name with the addition before its ending, cut within its stem to what every system takes."""
    stem, dot, kind = name.rpartition(".")
    if not stem or len(kind) > _LONGEST_KIND:
        stem, dot, kind = name, "", ""
    ending = f"{addition}{dot}{kind}"
    stem = stem[:LONGEST_NAME - len(ending)]
    while len(f"{stem}{ending}".encode()) > _MOST_BYTES:
        stem = stem[:-1]
    return stem.rstrip(". ") + ending


def _in_words(error: OSError, name: str) -> CannotWrite | DiskFull:
    if error.errno in _NO_ROOM:
        return DiskFull(f"There is not enough room to open “{name}”.",
                        "It is safe in the record. Make some room first, then open it again.")
    return CannotWrite(f"“{name}” could not be made ready to be opened.",
                       "It is safe in the record. The folder for opened files may not be yours to write to.")
