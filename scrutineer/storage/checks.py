"""Is this file whole, and does its history prove it? Every question that `check` asks.

Two integrity checks are run because each sees what the other misses: SQLCipher's finds every flipped bit
and appended bytes, SQLite's finds a file cut off at a page boundary.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from scrutineer.domain.errors import FileInUse
from scrutineer.domain.progress import Progress, no_progress
from scrutineer.domain.records import ENTITIES
from scrutineer.storage import contents, history, replay, schema
from scrutineer.storage.database import RecordDatabase, is_held, key_for, looking
from scrutineer.storage.faults import FAILURES, translated


class Checked(NamedTuple):
    """What a check found: faults in sentences, how many records and lines of history, the schema."""

    faults: tuple[str, ...]
    records: int
    lines: int
    schema: int


def counts(database: RecordDatabase) -> dict[str, int]:
    """How many records of each kind that its schema knows the file holds, removed ones included."""
    tables = {name for (name,) in database.execute_sql("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    kinds = [cls.KIND for cls in ENTITIES if cls.KIND in tables]
    return {kind: int(database.scalar(f"SELECT count(*) FROM {kind}")) for kind in kinds}


def integrity_faults(database: RecordDatabase) -> list[str]:
    """What is damaged in the file itself, in sentences; nothing when every page is whole."""
    found = []
    try:
        pages = [row[0] for row in database.execute_sql("PRAGMA cipher_integrity_check")]
        found += [f"The cipher finds damage: {words}." for words in pages]
        rows = [row[0] for row in database.execute_sql("PRAGMA quick_check")]
        found += [f"The database finds damage: {words}." for words in rows if words != "ok"]
        lost = database.execute_sql("PRAGMA foreign_key_check").fetchall()
        found += [f"A line of “{row[0]}” points to a “{row[2]}” that is not there." for row in lost]
    except FAILURES as error:
        found.append(f"The file cannot be read to its end ({type(error).__name__}).")
    return found


def check(path: Path, passphrase: str, progress: Progress = no_progress) -> Checked:
    """Look a closed record over from end to end, without changing it.

    Raises WrongPassphrase, NotARecord, NewerFile, Damaged when not even its schema can be read, FileInUse
    while somebody works on it; whatever else is wrong stands in the result.
    """
    raw_key = key_for(path, passphrase)
    if is_held(path):
        raise FileInUse(f"“{path.name}” is open, and what is being written would look like damage.", "Close it first.")
    with looking(path, raw_key) as database, translated():
        return check_open(database, path.name, progress)


def check_open(database: RecordDatabase, name: str, progress: Progress = no_progress) -> Checked:
    """The same for a connection that is open."""
    number = schema.check(database, name)
    progress(0.1, "Reading every page")
    faults = integrity_faults(database)
    if faults:
        return Checked(tuple(faults), 0, 0, number)
    faults = list(_history_faults(database, progress))
    return Checked(tuple(faults), sum(counts(database).values()), history.count(database), number)


def _history_faults(database: RecordDatabase, progress: Progress) -> Iterator[str]:
    progress(0.4, "Following the history")
    yield from history.faults(database)
    progress(0.7, "Comparing the record with its history")
    yield from replay.differences(database)
    progress(0.9, "Reading the attached files")
    yield from contents.faults(database)
