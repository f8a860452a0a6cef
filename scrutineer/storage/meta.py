"""What a file says of itself: which record it is, which copy, and who may still write it."""

from __future__ import annotations

from scrutineer.storage.database import RecordDatabase

RECORD_ID = "record_id"                 # the same in every copy of a record
COPY = "copy"                           # the letter of a copy shared for editing; empty in the first
OLDEST_WRITER = "oldest_schema_that_may_write"
REWRITE_DUE = "rewrite_due"             # words were struck out and the file not yet written anew


def read(database: RecordDatabase, name: str) -> str:
    """One entry, or nothing."""
    return str(database.scalar("SELECT value FROM meta WHERE name = ?", name) or "")


def write(database: RecordDatabase, name: str, value: str) -> None:
    """Set one entry, inside the caller's transaction."""
    database.execute_sql(
        "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


def forget(database: RecordDatabase, name: str) -> None:
    """Remove one entry."""
    database.execute_sql("DELETE FROM meta WHERE name = ?", (name,))
