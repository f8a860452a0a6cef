"""The state of the record, rebuilt from its history alone: the proof that the one follows from the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scrutineer.domain.entity import Entity
from scrutineer.domain.erasure import STRUCK
from scrutineer.domain.records import BY_KIND
from scrutineer.storage.database import RecordDatabase
from scrutineer.storage.mapping import Column, columns_of, moment_text
from scrutineer.storage.tables import LINKED, MANY

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
    """Where the record is not what its history says, in sentences; nothing when the two agree.

    A file of an older schema is asked for what it has.
    """
    rebuilt = state(database)
    for kind, cls in BY_KIND.items():
        try:
            stored = list(_stored(database, cls))
        except (ValueError, TypeError):
            yield f"A record ({kind}) holds a value that is none of its own."
            continue
        for entity_id, texts in stored:
            fields = rebuilt.pop((kind, entity_id), None)
            if fields is None:
                yield f"A record ({kind} {entity_id[:8]}) is in the file, but its history knows nothing of it."
                continue
            wrong = [name for name, text in texts.items() if text != fields.get(name)]
            if wrong:
                yield f"A record ({kind} {entity_id[:8]}) differs from its history in: {', '.join(wrong)}."
    for kind, entity_id in rebuilt:
        yield f"A record ({kind} {entity_id[:8]}) is in the history, but not in the file."


def _stored(database: RecordDatabase, cls: type[Entity]) -> Iterator[tuple[str, dict[str, str | None]]]:
    """Each record's id and its fields as the history would keep them. Raises ValueError, TypeError."""
    in_file = {row[1] for row in database.execute_sql(f"PRAGMA table_info({cls.KIND})")}
    columns = [one for one in columns_of(cls) if one.name in in_file and one.name != "id"]
    if not in_file:
        return
    many = _links(database, cls)
    names = ", ".join(["id", *(one.name for one in columns)])
    for id_, *values in database.execute_sql(f"SELECT {names} FROM {cls.KIND}").fetchall():
        texts = {one.name: _text(one, value) for one, value in zip(columns, values, strict=True)}
        yield id_, texts | {name: many[name].get(id_) for name in MANY[cls]}


def _links(database: RecordDatabase, cls: type[Entity]) -> dict[str, dict[str, str]]:
    """For each field that holds many ids, and each record that has some: those ids as the history keeps them."""
    found: dict[str, dict[str, str]] = {}
    for column in columns_of(cls):
        if column.is_many:
            found[column.name] = _targets(database, cls, column)
    return found


def _targets(database: RecordDatabase, cls: type[Entity], column: Column) -> dict[str, str]:
    links, found = LINKED[cls][column.name], dict[str, list[str]]()
    known = database.scalar("SELECT 1 FROM sqlite_schema WHERE name = ?", links.table)
    sql = f"SELECT owner_id, {links.column} FROM {links.table} ORDER BY owner_id, place"
    for owner, target in database.execute_sql(sql) if known else ():
        found.setdefault(owner, []).append(target)
    return {owner: column.codec.write(tuple(targets)) for owner, targets in found.items()}


def _text(column: Column, value: Any) -> str | None:
    if value is None:
        return None
    read = column.codec.read(value)
    if column.name in _STAMPS:
        return moment_text(read)
    return column.as_text(read)
