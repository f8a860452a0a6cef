"""Keeping the record safe: backups, checks, and striking out what should never have been written."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from scrutineer.domain.errors import CannotWrite, Damaged
from scrutineer.domain.progress import Progress, no_progress
from scrutineer.register.desk import Desk
from scrutineer.storage import backup, checks, history, restore, strike
from scrutineer.storage.backup import Backup
from scrutineer.storage.checks import Checked
from scrutineer.storage.strike import Place, Struck

__all__ = ["Backup", "Checked", "Place", "SafeKeeping", "Struck", "check_file", "is_backup", "restore_file"]


class SafeKeeping:
    """What keeps the open record safe."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def back_up(self, folder: Path, progress: Progress = no_progress) -> Backup:
        """Write a verified backup into a folder. Raises BackupFailed, Cancelled."""
        return backup.make(self._desk.record.database, folder, self._desk.record.now(), progress)

    def check(self, progress: Progress = no_progress) -> Checked:
        """Look the open record over from end to end."""
        return checks.check_open(self._desk.record.database, self._desk.record.path.name, progress)

    def made(self) -> list[tuple[datetime, Path]]:
        """The backups that were made, the newest first, whether they are still there or not."""
        sql = "SELECT made_at, file FROM backup_log ORDER BY number DESC"
        rows = self._desk.record.database.execute_sql(sql)
        return [(datetime.fromisoformat(made_at), Path(file)) for made_at, file in rows]

    def look_over(self, file: Path, progress: Progress = no_progress) -> Backup:
        """Open a backup of this record and check it from end to end; may be called by any thread.

        Raises NotARecord when it is gone, WrongPassphrase, Damaged.
        """
        progress(0.0, file.name)
        found = backup.manifest_with(file, self._desk.record.database.raw_key)
        if found is None:
            raise Damaged(f"“{file.name}” says nothing of what it holds, so it is no backup.", "Make a new one.")
        return found

    def changed_since_backup(self) -> bool:
        """Whether anything was written since the last backup."""
        database = self._desk.record.database
        last = database.scalar("SELECT last_history FROM backup_log ORDER BY number DESC LIMIT 1")
        return last is None or int(last) < history.newest_id(database)

    def places_of(self, words: str) -> list[Place]:
        """Where words stand in the record now, before they are struck out. Raises Invalid."""
        return strike.places(self._desk.reader, words)

    def strike_out(self, words: str, reason: str) -> Struck:
        """Strike words out of everything; older backups that hold them are named. Raises Invalid.

        A register as at a past day that is open would still hold them, so it is closed.
        """
        try:
            return strike.strike_out(self._desk.record.gate, self._desk.reader, words, reason, self._desk.me)
        finally:
            self._desk.record.close_views()


def check_file(path: Path, passphrase: str, progress: Progress = no_progress) -> Checked:
    """Look a closed record or a backup over, without changing it."""
    return checks.check(path, passphrase, progress)


def is_backup(path: Path, passphrase: str) -> bool:
    """Whether a file is a backup, which is restored to a place and not worked in. Raises as opening does."""
    return backup.is_backup(path, passphrase)


def restore_file(source: Path, passphrase: str, target: Path, now: datetime) -> Path | None:
    """Put a backup in the place of a closed record; returns the safety copy of what stood there."""
    if not target.parent.is_dir():
        raise CannotWrite(f"There is no folder “{target.parent}”.", "Choose another place.")
    return restore.restore(source, passphrase, target, now)

