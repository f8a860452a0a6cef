"""From the history to rows again: fills an empty database with what a record held up to a moment.

It reads the history once, from its first line to its last, and holds the records of a batch of lines at a
time. What a value means is for the columns to say; what the past is wanted for is none of its business.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Collection, Iterable
from contextlib import closing
from itertools import chain, islice
from operator import itemgetter
from typing import Any, Final

from scrutineer.domain.entity import Entity, narratives
from scrutineer.domain.erasure import STRUCK
from scrutineer.domain.progress import Progress
from scrutineer.domain.records import ENTITIES
from scrutineer.domain.vocabulary import Term
from scrutineer.storage import history
from scrutineer.storage.database import RecordDatabase
from scrutineer.storage.mapping import TYPED, Column, columns_of
from scrutineer.storage.tables import LINKED, Links

AT_ONCE: Final = 20_000         # lines of history between two reports of progress
IN_HAND: Final = 200_000        # lines of history after which their records are written

_Row = list[Any] | dict[int, Any]

_STAMPS: Final = ("id", "created_at", "updated_at")      # the first places of every row
_ID, _CREATED, _UPDATED = range(3)

_LINES = ("SELECT entity, entity_id, field, new, at, CASE WHEN salt IS NULL THEN id END "
          "FROM history WHERE at < ? ORDER BY id")

# What the next line about a field tells of the line before it: its own old value, and whether it can be told
# at all. A strike-out leaves the old value empty when it says again what the field holds; then it is the new one.
_NEXT = ("SELECT CASE WHEN old IS NULL AND (at, why) IN (SELECT created_at, reason FROM strike_out) THEN new ELSE old "
         "END, salt FROM history WHERE entity_id = ? AND field = ? AND id > ? ORDER BY id LIMIT 1")


def rebuild(source: RecordDatabase, target: RecordDatabase, until: str, progress: Progress) -> None:
    """Write every record as it stood before a moment (`…Z`) into the empty tables of another database.

    Raises Cancelled when `progress` does; what is in the target is then of no use.
    """
    kinds = {cls.KIND: _Kind(cls, source, target) for cls in ENTITIES}
    newest, read = max(history.newest_id(source), 1), 0
    with closing(source.execute_sql(_LINES, (until,))) as lines:
        while first := lines.fetchone():
            progress(min(read / newest, 1.0), "Reading the history")
            _gather(kinds, chain((first,), islice(lines, AT_ONCE - 1)))
            read += AT_ONCE
            if not read % IN_HAND:
                _write(kinds.values())
    _write(kinds.values())


def _gather(kinds: dict[str, _Kind], lines: Iterable[tuple[Any, ...]]) -> None:
    """Take some lines into the rows in hand; most are about the record that the line before was about."""
    last, table, slots = "", None, {}
    row: _Row = []
    for kind, id_, field, new, at, struck in lines:
        if id_ != last:
            last, table = id_, kinds.get(kind)
            slots = table.slots if table else {}      # a kind of record that no longer is has none
            row = table.row(id_, at) if table else [None] * len(_STAMPS)
        row[_UPDATED] = at
        slot = slots.get(field)
        if slot is not None and table is not None:
            said = new if struck is None else table.struck(id_, field, struck)
            row[slot] = table.blank[slot] if said is None else said


def _write(kinds: Iterable[_Kind]) -> None:
    for kind in kinds:
        kind.write()


class _Kind:
    """The records of one kind, each a row of values as columns hold them, in the order of `slots`.

    The ids that live in a link table come last, as the history keeps them.
    """

    def __init__(self, cls: type[Entity], source: RecordDatabase, target: RecordDatabase) -> None:
        columns = sorted(columns_of(cls), key=lambda one: (one.is_many, one.name not in _STAMPS))
        self.slots = {one.name: place for place, one in enumerate(columns)}
        self.blank = [_blank(cls, one) for one in columns]
        self._cls = cls
        self._source = source
        self._target = target
        self._names = [one.name for one in columns if not one.is_many]
        self._floats = frozenset(self.slots[one.name] for one in columns if one.codec.read is float)
        self._new: dict[str, list[Any]] = {}                # in hand, with every value
        self._changed: dict[str, dict[int, Any]] = {}       # in hand, with what is said since it was written
        self._written: set[str] = set()

    def row(self, id_: str, at: str) -> _Row:
        """The row in hand of one record; begun at this moment when nothing was said of it before."""
        row: _Row | None = self._new.get(id_) or self._changed.get(id_)
        if row is None and id_ in self._written:
            row = self._changed[id_] = {}
        if row is None:
            row = self._new[id_] = self.blank.copy()
            row[_ID], row[_CREATED] = id_, at
        return row

    def struck(self, id_: str, field: str, line: int) -> str | None:
        """What a field held after a line that was struck out: what is left of it, as the next line tells.

        When that was struck out too, words are a mark, anything else is nothing, and all long texts are private.
        """
        told, salt = self._source.execute_sql(_NEXT, (id_, field, line)).fetchone() or (None, None)
        if salt is not None:
            return str(told) if told is not None else None
        if field == "private":
            return json.dumps(narratives(self._cls))
        if field not in TYPED[self._cls]:
            return None
        return json.dumps([STRUCK]) if self.blank[self.slots[field]] == "[]" else STRUCK

    def write(self) -> None:
        """Write what is in hand, and let go of it."""
        if self._new:
            self._insert(self._new.values())
        if self._changed:
            self._update(self._changed)
        for name, links in LINKED[self._cls].items():
            self._write_links(self.slots[name], links)
        self._written.update(self._new)
        self._new, self._changed = {}, {}

    def _insert(self, rows: Collection[list[Any]]) -> None:
        """A column in which all are blank is said once for all: to hand over every blank takes as long as a value."""
        for row in rows:
            for place in self._floats:
                row[place] = _number(row[place])
        places = range(len(self._names))
        said = {place for place in places if any(row[place] is not self.blank[place] for row in rows)}
        values = ", ".join("?" if place in said else _literal(self.blank[place]) for place in places)
        sql = f"INSERT INTO {self._cls.KIND} ({', '.join(self._names)}) VALUES ({values})"
        self._target.cursor().executemany(sql, map(itemgetter(*sorted(said)), rows))

    def _update(self, rows: dict[str, dict[int, Any]]) -> None:
        """Records of which the same fields were said are written together."""
        alike: dict[tuple[int, ...], list[list[Any]]] = {}
        for id_, row in rows.items():
            places = tuple(sorted(place for place in row if place < len(self._names)))
            values = [_number(row[place]) if place in self._floats else row[place] for place in places]
            alike.setdefault(places, []).append([*values, id_])
        for places, some in alike.items():
            said = ", ".join(f"{self._names[place]} = ?" for place in places)
            self._target.cursor().executemany(f"UPDATE {self._cls.KIND} SET {said} WHERE id = ?", some)

    def _write_links(self, slot: int, links: Links) -> None:
        cursor = self._target.cursor()
        said = {id_: row[slot] for id_, row in self._changed.items() if slot in row}
        cursor.executemany(f"DELETE FROM {links.table} WHERE owner_id = ?", ((id_,) for id_ in said))
        said |= {id_: row[slot] for id_, row in self._new.items() if row[slot] != self.blank[slot]}
        rows = ((id_, place, one) for id_, ids in said.items() for place, one in enumerate(json.loads(ids)))
        sql = f"INSERT INTO {links.table} (owner_id, place, {links.column}) VALUES (?, ?, ?)"
        cursor.executemany(sql, rows)


def _blank(cls: type[Entity], column: Column) -> Any:
    """What a column holds when the history says nothing of the field.

    Numbers, and words of the trade that may not be missing, are always said; so such a field came later.
    """
    default = next(spec.default for spec in dataclasses.fields(cls) if spec.name == column.name)
    came_later = not column.is_optional and isinstance(default, Term | int | float)
    return column.stored(default if came_later else column.empty)


def _number(value: Any) -> float | None:
    """Read here, because an older SQLite would read some numbers a hair’s breadth off."""
    return None if value is None else float(value)


def _literal(value: Any) -> str:
    """A blank value as SQL writes it."""
    if value is None:
        return "NULL"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else repr(value)
