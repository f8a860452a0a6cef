"""Backups: one encrypted file each, opened and checked before it is called a backup.

A snapshot is taken by the database's own backup, page by page, under a temporary name; it gets a manifest
in a table inside it, is opened, checked and counted, and only then given its name. Nothing lies beside it.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from scrutineer import __version__
from scrutineer.domain.errors import BackupFailed, Damaged, FileInUse, ScrutineerError
from scrutineer.domain.progress import Cancelled, Progress, no_progress
from scrutineer.storage import history, schema
from scrutineer.storage.checks import counts, integrity_faults
from scrutineer.storage.database import RecordDatabase, key_for, looking, working
from scrutineer.storage.faults import FAILURES, in_words, translated
from scrutineer.storage.mapping import moment_text

ENDING = ".scrutiny"

_NAME = re.compile(r"(?P<record>.+)-(?P<at>\d{8}T\d{6}Z)-(?P<number>\d{4,})" + re.escape(ENDING))
_PAGES_A_STEP = 500
_PATIENCE = 20      # times the source may be busy before we give up


class Backup(NamedTuple):
    """One backup as its manifest tells it."""

    path: Path
    number: int
    made_at: str
    records: int
    program: str
    schema: int


def make(database: RecordDatabase, folder: Path, at: datetime, progress: Progress = no_progress) -> Backup:
    """Write a backup of the open record directly into a folder, verified by opening it.

    Raises BackupFailed with what stood in the way, or Cancelled; in both cases nothing is left behind, but
    for a sound backup that the record had no room to note.
    """
    if database.in_transaction():
        raise RuntimeError("a backup cannot be taken during a transaction")
    number = _next_number(database, folder)
    name = f"{database.path.stem}-{at:%Y%m%dT%H%M%SZ}-{number:04d}{ENDING}"
    made = _written(database, folder / name, number, at, progress)
    try:
        database.execute_sql(
            "INSERT INTO backup_log (number, file, made_at, last_history) VALUES (?, ?, ?, ?)",
            (number, str(made.path), made.made_at, history.newest_id(database)),
        )
    except FAILURES as error:
        said = in_words(error)
        sentence = f"“{name}” was made and is sound, but the record could not note it. {said.sentence}"
        raise BackupFailed(sentence, said.advice, title="The backup was made, but not noted") from error
    return made


def before(database: RecordDatabase, event: str, at: datetime) -> Path:
    """A verified copy beside the record before something risky: `NAME-before-upgrade-….scrutiny`."""
    name = f"{database.path.stem}-before-{event}-{at:%Y%m%dT%H%M%SZ}{ENDING}"
    return _written(database, database.path.with_name(name), 0, at, no_progress).path


def _next_number(database: RecordDatabase, folder: Path) -> int:
    last = int(database.scalar("SELECT coalesce(max(number), 0) FROM backup_log"))
    try:
        names = [_NAME.fullmatch(path.name) for path in folder.iterdir()]
    except OSError as error:
        raise BackupFailed(f"The folder for backups, “{folder}”, cannot be opened.", "Choose another.") from error
    return max([last, *(int(name["number"]) for name in names if name and name["record"] == database.path.stem)]) + 1


def _written(database: RecordDatabase, path: Path, number: int, at: datetime, progress: Progress) -> Backup:
    if path.exists():
        raise BackupFailed(f"There is a file “{path.name}” in that folder already.", "Try again in a moment.")
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        _snapshot(database, unfinished, progress)
        progress(0.6, "Writing the manifest")
        _write_manifest(database, unfinished, number, at)
        progress(0.7, "Opening the backup to check it")
        found = _verified(unfinished, database)
        settle(unfinished)
        unfinished.rename(path)
        settle(path.parent)
    except (BackupFailed, Cancelled):
        raise
    except FAILURES as error:
        said = in_words(error)
        raise BackupFailed(f"The backup was not made. {said.sentence}", said.advice) from error
    except ScrutineerError as error:
        raise BackupFailed(f"The backup was not made. {error.sentence}", error.advice) from error
    finally:
        for litter in (unfinished, unfinished.with_name(unfinished.name + "-journal")):
            with contextlib.suppress(OSError):
                litter.unlink(missing_ok=True)
    return found._replace(path=path)


def _snapshot(database: RecordDatabase, target: Path, progress: Progress) -> None:
    target.unlink(missing_ok=True)
    target.touch(mode=0o600)
    copy = working(target, database.raw_key)
    busy = 0

    def step(status: int, remaining: int, total: int) -> None:
        nonlocal busy
        busy = busy + 1 if status else 0
        if busy > _PATIENCE:
            raise FileInUse("The record is busy.", "Try again in a moment.")
        progress(0.6 * (1 - remaining / max(total, 1)), "Copying the record")

    with closing(copy):
        database.connection().backup(copy.connection(), pages=_PAGES_A_STEP, progress=step)


def _write_manifest(database: RecordDatabase, target: Path, number: int, at: datetime) -> None:
    manifest = {
        "number": number,
        "made_at": moment_text(at),
        "program": f"Scrutineer {__version__}",
        "schema": int(database.scalar("PRAGMA user_version")),
        "record": database.path.stem,
        "counts": counts(database),
        "heads": history.heads(database),
    }
    copy = working(target, database.raw_key)
    with closing(copy), copy.atomic():
        copy.execute_sql("DELETE FROM manifest")
        for name, value in manifest.items():
            text = json.dumps(value, ensure_ascii=False)
            copy.execute_sql("INSERT INTO manifest (name, value) VALUES (?, ?)", (name, text))


def _verified(path: Path, original: RecordDatabase) -> Backup:
    with looking(path, original.raw_key) as copy:
        schema.check(copy, path.name)
        faults = integrity_faults(copy)
        if faults:
            raise BackupFailed(f"The copy was not whole, so it is no backup. {faults[0]}", "Check the record itself.")
        if counts(copy) != counts(original) or history.heads(copy) != history.heads(original):
            raise BackupFailed("The copy did not hold everything, so it is no backup.", "Try again.")
        return read_manifest(copy, path)


def read_manifest(copy: RecordDatabase, path: Path) -> Backup:
    """What a backup says of itself. Raises Damaged when it says nothing, or something else than it holds."""
    rows = copy.execute_sql("SELECT name, value FROM manifest").fetchall()
    held = counts(copy)
    try:
        told: dict[str, Any] = {name: json.loads(value) for name, value in rows}
        found = Backup(path, told["number"], told["made_at"], sum(held.values()), told["program"], told["schema"])
        is_so = told["counts"] == held and told["heads"] == history.heads(copy)
    except (ValueError, KeyError):
        is_so = False
    if not is_so:
        raise Damaged(f"“{path.name}” does not hold what its manifest says.", "Choose another backup.")
    return found


def settle(path: Path) -> None:
    """See that what was written is on the disk, a folder's entries included where the system allows it."""
    if path.is_dir():
        with contextlib.suppress(OSError):      # Windows and some network folders know no such thing
            _flush(path, os.O_RDONLY)
    else:
        _flush(path, os.O_RDWR)


def _flush(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def manifest_of(path: Path, passphrase: str) -> Backup | None:
    """Open a file that may be a backup, look it over, and return its manifest when it has one.

    Raises as `Record.open` does, and Damaged when its pages or its manifest are not as they were written.
    """
    return manifest_with(path, key_for(path, passphrase))


def is_backup(path: Path, passphrase: str) -> bool:
    """Whether a file is a backup, by its manifest alone. Raises as `Record.open` does."""
    with looking(path, key_for(path, passphrase)) as copy, translated():
        schema.check(copy, path.name)
        return bool(copy.scalar("SELECT count(*) FROM manifest"))


def manifest_with(path: Path, raw_key: str) -> Backup | None:
    """As `manifest_of`, for whoever has the key already: a backup keeps the key of its record."""
    with looking(path, raw_key) as copy, translated():
        schema.check(copy, path.name)
        faults = integrity_faults(copy)
        if faults:
            raise Damaged(f"“{path.name}” is damaged. {faults[0]}", "Choose another backup.")
        has_manifest = bool(copy.scalar("SELECT count(*) FROM manifest"))
        return read_manifest(copy, path) if has_manifest else None
