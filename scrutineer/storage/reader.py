"""Reads records back, whole, by their kind and a few equal values. Knows the tables, but no rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple, TypeVar

from peewee import SQL

from scrutineer.domain.entity import Entity
from scrutineer.domain.errors import NotFound
from scrutineer.storage.database import RecordDatabase
from scrutineer.storage.faults import translated
from scrutineer.storage.mapping import columns_of, from_row
from scrutineer.storage.tables import LINKS, MANY, TABLES

E = TypeVar("E", bound=Entity)

_AT_ONCE = 500      # ids in one question


class Since(NamedTuple):
    """For a date: this day or a later one."""

    day: date


class Reader:
    """Whole records from one open file."""

    def __init__(self, database: RecordDatabase) -> None:
        self._database = database
        self._by_id: dict[type[Entity], str] = {}      # asked before every write, so put together once

    def get(self, cls: type[E], id_: str | None) -> E:
        """The record with this id, deleted or not. Raises NotFound."""
        found = self.find(cls, id_)
        if found is None:
            raise NotFound("That record is no longer here.", "It may have been removed; go back to the list.")
        return found

    def find(self, cls: type[E], id_: str | None) -> E | None:
        """The record with this id, deleted or not, or None."""
        if not id_:
            return None
        if cls not in self._by_id:
            names = ", ".join(one.name for one in columns_of(cls) if not one.is_many)
            self._by_id[cls] = f"SELECT {names} FROM {cls.KIND} WHERE id = ?"
        with translated():
            row = self._database.execute_sql(self._by_id[cls], (id_,)).fetchone()
            many = self._links(cls, [id_]) if row else {}
        return from_row(cls, row, many.get(id_, {})) if row else None

    def all(self, cls: type[E], *, with_deleted: bool = False, **equal: Any) -> list[E]:
        """Records in the order in which they came; each keyword is a field and its value, or some values.

        `reader.all(Finding, activity_id=visit.id, kind=("strength", "voice"))`; a date may be `Since(day)`.
        """
        table = TABLES[cls]
        columns = [getattr(table, one.name) for one in columns_of(cls) if not one.is_many]
        query = table.select(*columns)
        if not with_deleted:
            query = query.where(table.deleted_at.is_null())
        for name, value in equal.items():
            query = query.where(_condition(getattr(table, name), value))
        with translated():
            rows = self._database.execute(query.order_by(SQL("rowid"))).fetchall()
            many = self._links(cls, [row[0] for row in rows])
        return [from_row(cls, row, many.get(row[0], {})) for row in rows]

    def _links(self, cls: type[Entity], ids: list[str]) -> dict[str, dict[str, tuple[str, ...]]]:
        if not MANY[cls] or not ids:
            return {}
        table, name = LINKS[cls], MANY[cls][0]
        found: dict[str, list[str]] = defaultdict(list)
        for some in _some_at_a_time(ids):
            query = table.select(table.owner_id, table.agency_id).where(table.owner_id.in_(some))
            for owner, target in self._database.execute(query.order_by(table.owner_id, table.place)):
                found[owner].append(target)
        return {owner: {name: tuple(targets)} for owner, targets in found.items()}


def _condition(column: Any, value: Any) -> Any:
    if isinstance(value, Since):
        return column >= value.day.isoformat()
    if isinstance(value, (tuple, list, set, frozenset)):
        return column.in_([*map(_plain, value)])
    return column == _plain(value)


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, str) else value


def _some_at_a_time(ids: list[str]) -> Iterable[list[str]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
