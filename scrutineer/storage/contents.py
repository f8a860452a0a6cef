"""What attached files hold, kept once under its digest, inside the encrypted record and its backups.

The history keeps names and digests, never content; a file that goes is overwritten where it lay
(`secure_delete`). Called inside the transaction of an act.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from scrutineer.storage.database import RecordDatabase
from scrutineer.storage.faults import translated


def keep(database: RecordDatabase, sha256: str, data: bytes) -> None:
    """Keep content under its digest, unless it is there already."""
    database.execute_sql("INSERT INTO content (sha256, data) VALUES (?, ?) ON CONFLICT DO NOTHING", (sha256, data))


def read(database: RecordDatabase, sha256: str) -> bytes | None:
    """The content with this digest, or None."""
    with translated():
        found = database.scalar("SELECT data FROM content WHERE sha256 = ?", sha256)
    return None if found is None else bytes(found)


def forget(database: RecordDatabase, sha256: str) -> None:
    """Let content go."""
    database.execute_sql("DELETE FROM content WHERE sha256 = ?", (sha256,))


def faults(database: RecordDatabase) -> Iterator[str]:
    """Files whose content is missing or is not what its digest says, in sentences; nothing when all is whole."""
    if not database.scalar("SELECT count(*) FROM sqlite_schema WHERE name = 'content'"):
        return
    lost = database.execute_sql(
        "SELECT DISTINCT file_name FROM attachment WHERE deleted_at IS NULL "
        "AND sha256 NOT IN (SELECT sha256 FROM content)"
    )
    yield from [f"The content of the attached file “{name}” is missing." for (name,) in lost.fetchall()]
    for (sha256,) in database.execute_sql("SELECT sha256 FROM content").fetchall():
        if hashlib.sha256(read(database, sha256) or b"").hexdigest() != sha256:
            yield f"The content of an attached file ({sha256[:8]}) is not as it was kept."
