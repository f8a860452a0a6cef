"""Reads records back, whole, by their kind and a few equal values. Knows the tables, but no rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from peewee import SQL

from scrutineer.domain.entity import Entity
from scrutineer.domain.errors import NotFound
from scrutineer.storage.database import RecordDatabase
from scrutineer.storage.faults import translated
from scrutineer.storage.mapping import columns_of, from_row
from scrutineer.storage.tables import LINKED, TABLES, Links

E = TypeVar("E", bound=Entity)

_AT_ONCE = 500      # ids in one question


class Since(NamedTuple):
    """For a date: this day or a later one."""

    day: date


class _Asked(NamedTuple):
    """The shape of a question, without its values."""

    cls: type[Entity]
    with_deleted: bool
    conditions: tuple[tuple[str, int | str], ...]


@lru_cache(maxsize=500)      # the same few are asked all day, so each is put together once
def _question(asked: _Asked) -> str:
    """The question, with a mark in the place of each value."""
    table = TABLES[asked.cls]
    query = table.select(*(getattr(table, one.name) for one in columns_of(asked.cls) if not one.is_many))
    if not asked.with_deleted:
        query = query.where(table.deleted_at.is_null())
    for name, shape in asked.conditions:
        query = query.where(_condition(getattr(table, name), shape))
    return str(query.order_by(SQL("rowid")).sql()[0])


class Reader:
    """Whole records from one open file."""

    def __init__(self, database: RecordDatabase) -> None:
        self._database = database

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
        return next(iter(self.all(cls, with_deleted=True, id=id_)), None)

    def all(self, cls: type[E], *, with_deleted: bool = False, **equal: Any) -> list[E]:
        """Records in the order in which they came; each keyword is a field and its value, or some values.

        `reader.all(Finding, activity_id=visit.id, kind=("strength", "voice"))`; a date may be `Since(day)`.
        """
        asked = _Asked(cls, with_deleted, tuple((name, _shape(value)) for name, value in equal.items()))
        words = [word for value in equal.values() for word in _words(value)]
        with translated():
            rows = self._database.execute_sql(_question(asked), words).fetchall()
            many = self._many(cls, [row[0] for row in rows])
        return [from_row(cls, row, many.get(row[0], {})) for row in rows]

    def _many(self, cls: type[Entity], ids: list[str]) -> dict[str, dict[str, tuple[str, ...]]]:
        """For each owner that has any: the fields that hold many ids."""
        found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        for name, links in LINKED[cls].items():
            for owner, targets in self._targets(links, ids).items():
                found[owner][name] = tuple(targets)
        return found

    def _targets(self, links: Links, ids: list[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for some in _some_at_a_time(ids):
            sql = (f"SELECT owner_id, {links.column} FROM {links.table} "
                   f"WHERE owner_id IN ({', '.join('?' * len(some))}) ORDER BY owner_id, place")
            for owner, target in self._database.execute_sql(sql, some):
                found[owner].append(target)
        return found


def _shape(value: Any) -> int | str:
    """What a question depends on: how many values, or one, none, or a day and later."""
    if isinstance(value, (list, tuple, set, frozenset)) and not isinstance(value, Since):
        return len(value)
    return "since" if isinstance(value, Since) else "missing" if value is None else "equal"


def _words(value: Any) -> Iterable[Any]:
    if isinstance(value, Since):
        return [value.day.isoformat()]
    if isinstance(value, (list, tuple, set, frozenset)):
        return map(_plain, value)
    return [] if value is None else [_plain(value)]


def _condition(column: Any, shape: int | str) -> Any:
    if isinstance(shape, int):
        return column.in_([SQL("?")] * shape)
    return column.is_null() if shape == "missing" else column >= SQL("?") if shape == "since" else column == SQL("?")


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, str) else value


def _some_at_a_time(ids: list[str]) -> Iterable[list[str]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
