"""The state of the record, rebuilt from its history alone: the proof that the one follows from the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scrutineer.domain.erasure import STRUCK
from scrutineer.domain.records import BY_KIND
from scrutineer.storage.database import RecordDatabase
from scrutineer.storage.mapping import columns_of, moment_text
from scrutineer.storage.reader import Reader

State = dict[tuple[str, str], dict[str, str | None]]

_STAMPS = ("created_at", "updated_at")


def state(database: RecordDatabase, until: str = "") -> State:
    """Every record's fields as text, by kind and id, as the history has them up to a moment (`…Z`).

    Without a moment: as they are now. A value that was struck out stands as a plain mark.
    """
    sql = "SELECT entity, entity_id, field, new, at, salt IS NULL FROM history"
    limit = " WHERE at <= ? ORDER BY id" if until else " ORDER BY id"
    found: State = {}
    for entity, entity_id, field, new, at, is_struck in database.execute_sql(sql + limit, (until,) if until else ()):
        fields = found.setdefault((entity, entity_id), {"created_at": at})
        fields[field] = STRUCK if is_struck else new
        fields["updated_at"] = at
    return found


def differences(database: RecordDatabase) -> Iterator[str]:
    """Where the record is not what its history says, in sentences; nothing when the two agree."""
    rebuilt = state(database)
    reader = Reader(database)
    for kind, cls in BY_KIND.items():
        columns = [one for one in columns_of(cls) if one.name != "id"]
        try:
            entities = reader.all(cls, with_deleted=True)
        except (ValueError, TypeError):
            yield f"A record ({kind}) holds a value that is none of its own."
            continue
        for entity in entities:
            fields = rebuilt.pop((kind, entity.id), None)
            if fields is None:
                yield f"A record ({kind} {entity.id[:8]}) is in the file, but its history knows nothing of it."
                continue
            wrong = [one.name for one in columns if _text(one, entity) != fields.get(one.name)]
            if wrong:
                yield f"A record ({kind} {entity.id[:8]}) differs from its history in: {', '.join(wrong)}."
    for kind, entity_id in rebuilt:
        yield f"A record ({kind} {entity_id[:8]}) is in the history, but not in the file."


def _text(column: Any, entity: Any) -> str | None:
    value = getattr(entity, column.name)
    if column.name in _STAMPS:
        return moment_text(value) if value else None
    text: str | None = column.as_text(value)
    return text

