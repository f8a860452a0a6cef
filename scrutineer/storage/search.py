"""The search index: finds a record by its words, and forgets them when they go.

It holds no text of its own, only the index (SQLite's FTS5). An index without its text only marks what
goes as gone, whatever `secure-delete` says; `wipe` takes the marked words out of the file.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from scrutineer.domain.entity import Entity
from scrutineer.storage.database import RecordDatabase
from scrutineer.storage.mapping import TYPED


class Found(NamedTuple):
    """Where words were found: the kind and id of a record, best match first."""

    kind: str
    id: str


def words_of(entity: Entity) -> str:
    """Everything in a record that people typed."""
    values = (getattr(entity, name) for name in TYPED[type(entity)])
    parts = [value if isinstance(value, str) else " ".join(value) for value in values]
    return "\n".join(part for part in parts if part)


def note(database: RecordDatabase, before: Entity | None, after: Entity) -> None:
    """Bring the index up to date with one record, new or changed, inside the caller's transaction."""
    found, wanted = _indexed(before), _indexed(after)
    if before is not None and found == wanted:
        return
    row = before and database.scalar("SELECT id FROM found_at WHERE entity_id = ?", after.id)
    if row is None:
        sql = "INSERT INTO found_at (kind, entity_id) VALUES (?, ?)"
        row = database.execute_sql(sql, (after.KIND, after.id)).lastrowid
    if found is not None:
        database.execute_sql("DELETE FROM found WHERE rowid = ?", (row,))
    if wanted is not None:
        database.execute_sql("INSERT INTO found (rowid, words) VALUES (?, ?)", (row, wanted))


def _indexed(entity: Entity | None) -> str | None:
    """The words under which a record is found; None for one that is not there yet, or was removed."""
    return None if entity is None or entity.deleted_at else words_of(entity)


def wipe(database: RecordDatabase) -> None:
    """Write the index anew without the words that went, inside the caller's transaction."""
    database.execute_sql("INSERT INTO found (found) VALUES ('optimize')")


def find(database: RecordDatabase, words: str, limit: int = 50) -> list[Found]:
    """Records in which every one of the words occurs, or begins a word; best first.

    Whatever is typed is taken as words: quotes, stars and brackets have no meaning.
    """
    typed = re.findall(r"\w+", words)
    if not typed:
        return []
    query = " ".join(f'"{word}"*' for word in typed)
    sql = ("SELECT found_at.kind, found_at.entity_id FROM found JOIN found_at ON found_at.id = found.rowid "
           "WHERE found MATCH ? ORDER BY rank LIMIT ?")
    return [Found(*row) for row in database.execute_sql(sql, (query, limit))]
