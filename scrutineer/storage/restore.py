"""Bringing a backup back: never over the only copy, never by halves.

The backup is opened and checked first; what stands in its place is copied beside; only then does the
restored file, whole and closed, take the name.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path

from scrutineer.domain.errors import CannotWrite, FileInUse
from scrutineer.storage import history
from scrutineer.storage.backup import ENDING, Backup, manifest_of, settle
from scrutineer.storage.database import is_held, key_for, working
from scrutineer.storage.faults import translated


def restore(backup: Path, passphrase: str, record: Path, at: datetime) -> Path | None:
    """Put a backup in the place of a closed record; return the safety copy of what stood there, if anything.

    Raises FileInUse while the record is open, what `Record.open` raises for a backup that is not sound,
    CannotWrite and DiskFull; the record is then as it was.
    """
    if backup.resolve() == record.resolve():
        raise CannotWrite("That backup is the record itself.", "Choose where the restored record shall live.")
    manifest = manifest_of(backup, passphrase)
    if record.exists() and is_held(record):
        raise FileInUse(f"“{record.name}” is open, so nothing was restored.", "Close it first, then restore again.")
    fresh = record.with_name(f".{record.name}.unfinished")
    _sweep(fresh)
    try:
        with translated():
            _copy(backup, fresh)
            _begin_anew(fresh, passphrase, manifest)
            manifest_of(fresh, passphrase)
            settle(fresh)
            kept = _safety_copy(record, at) if record.exists() else None
            _replace(record, fresh)
            settle(record.parent)
    finally:
        _sweep(fresh)
    return kept


def _begin_anew(fresh: Path, passphrase: str, manifest: Backup | None) -> None:
    """A restored record is no backup, for its counts will change; but it knows the one that it came from."""
    database = working(fresh, key_for(fresh, passphrase))
    with closing(database), database.atomic():
        database.execute_sql("DELETE FROM manifest")
        if manifest:
            database.execute_sql(
                "INSERT OR IGNORE INTO backup_log (number, file, made_at, last_history) VALUES (?, ?, ?, ?)",
                (manifest.number, str(manifest.path), manifest.made_at, history.newest_id(database)),
            )


def _safety_copy(record: Path, at: datetime) -> Path:
    """A copy of the closed file as it is, sound or not, with the journal that belongs to it."""
    kept = record.with_name(f"{record.stem}-before-restore-{at:%Y%m%dT%H%M%SZ}{ENDING}")
    if kept.exists():
        raise CannotWrite(f"There is a safety copy “{kept.name}” already.", "Try again in a moment.")
    try:
        for original, copy in zip((record, *_companions(record)), (kept, *_companions(kept)), strict=True):
            if original.exists():
                _copy(original, copy)
    except OSError:
        _sweep(kept)
        raise
    return kept


def _copy(original: Path, target: Path) -> None:
    """A copy that nobody else may read, and that is on the disk when this returns."""
    target.touch(mode=0o600)
    shutil.copyfile(original, target)
    settle(target)


def _replace(record: Path, fresh: Path) -> None:
    """Give the name to the restored file; what belongs to the old one goes first, or it would be rolled in."""
    with contextlib.ExitStack() as undo:
        moved = []
        for companion in filter(Path.exists, _companions(record)):
            aside = companion.rename(companion.with_name(f".{companion.name}.aside"))
            undo.callback(aside.rename, companion)
            moved.append(aside)
        os.replace(fresh, record)  # noqa: PTH105      # the one call that replaces on every system
        undo.pop_all()
    for aside in moved:
        aside.unlink()


def _companions(path: Path) -> tuple[Path, ...]:
    """The files that a database leaves beside it when it dies: ours the first, other programs' the rest."""
    return tuple(path.with_name(path.name + ending) for ending in ("-journal", "-wal", "-shm"))


def _sweep(path: Path) -> None:
    for litter in (path, *_companions(path)):
        with contextlib.suppress(OSError):
            litter.unlink(missing_ok=True)
