"""The gate: every write of the record's content goes through here, and only here.

One act is one transaction: rows, history, search index, commit; then those who asked are told what
changed. When any of it fails, none of it happened.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from scrutineer.domain.entity import Entity
from scrutineer.domain.errors import CannotWrite, Invalid
from scrutineer.domain.records import BY_KIND
from scrutineer.domain.reference import Reference
from scrutineer.domain.text import clean
from scrutineer.storage import search
from scrutineer.storage.database import RecordDatabase
from scrutineer.storage.faults import translated
from scrutineer.storage.history import Event, Sitting
from scrutineer.storage.mapping import columns_of, moment_text, to_row
from scrutineer.storage.reader import Reader
from scrutineer.storage.tables import LINKED, TABLES, Links

E = TypeVar("E", bound=Entity)

_STAMPS = frozenset({"id", "created_at", "updated_at"})


class Changed(NamedTuple):
    """What an act changed: the kinds of record, and the ids."""

    kinds: frozenset[str]
    ids: frozenset[str]


class Act:
    """What may be done inside one transaction. `why` is kept with every line, where a rule asks for it."""

    def __init__(self, database: RecordDatabase, at: datetime, why: str) -> None:
        self.database = database
        self.at = at
        self.why = clean(why).strip() or None
        self.events: list[Event] = []
        self.touched: set[tuple[str, str]] = set()
        self.redact: Callable[[Any], Any] = lambda value: value      # what the history keeps of an old value
        self._reader = Reader(database)

    @contextmanager
    def because(self, why: str) -> Iterator[None]:
        """Keep another reason with the lines written meanwhile; none leaves the reason as it is."""
        before = self.why
        self.why = clean(why).strip() or before
        try:
            yield
        finally:
            self.why = before

    def put(self, entity: E) -> E:
        """Write a record, new or changed, and return it as it now stands.

        Raises Invalid when it may not stand as it is. A record that is as it was is not written again.
        """
        wanted = entity.cleaned()
        problems = wanted.problems()
        if problems:
            raise Invalid(problems)
        return self.overwrite(wanted)

    def overwrite(self, wanted: E) -> E:
        """Write a record past its own rules: an erasure may not fail for the length of the mark it leaves."""
        before = self._reader.find(type(wanted), wanted.id)
        created_at = before.created_at if before else self.at
        after = dataclasses.replace(wanted, created_at=created_at, updated_at=self.at)
        events = list(self._events(before, after))
        if not events:
            return wanted if before is None else before
        self._write(after, before)
        self.events += events
        self.touched.add((after.KIND, after.id))
        search.note(self.database, before, after)
        return after

    def remove(self, entity: E) -> E:
        """Take a record out of every list; its history stays."""
        return self.put(dataclasses.replace(entity, deleted_at=self.at))

    def restate(self, event: Event) -> None:
        """Say again what a field holds, where the line that said it last was struck out."""
        table = TABLES[BY_KIND[event.entity]]
        moment = {"updated_at": moment_text(self.at)}
        self.database.execute(table.update(moment).where(table.id == event.entity_id))
        self.events.append(event)
        self.touched.add((event.entity, event.entity_id))

    def next_reference(self, partnership: str, kind: str, year: int, copy: str) -> str:
        """The next reference of a series, counted in the file and never given twice."""
        series = Reference(partnership, kind, year, copy, 0).series
        last = self.database.scalar("SELECT last FROM counter WHERE series = ?", series) or 0
        self.database.execute_sql(
            "INSERT INTO counter (series, last) VALUES (?, ?) ON CONFLICT (series) DO UPDATE SET last = excluded.last",
            (series, last + 1),
        )
        return str(Reference(partnership, kind, year, copy, last + 1))

    def _events(self, before: Entity | None, after: Entity) -> Iterator[Event]:
        for column in columns_of(type(after)):
            if column.name in _STAMPS:
                continue
            old = column.as_text(getattr(before, column.name)) if before else None
            new = column.as_text(getattr(after, column.name))
            if old != new:
                kept = column.as_text(self.redact(getattr(before, column.name))) if before else None
                yield Event(after.KIND, after.id, column.name, kept, new, self.why)

    def _write(self, after: Entity, before: Entity | None) -> None:
        row = to_row(after)
        if before is None:
            marks = ", ".join("?" * len(row))
            sql = f"INSERT INTO {after.KIND} ({', '.join(row)}) VALUES ({marks})"
            cursor = self.database.execute_sql(sql, tuple(row.values()))
        else:
            known = to_row(before)
            changed = {name: value for name, value in row.items() if known[name] != value or name == "updated_at"}
            sql = f"UPDATE {after.KIND} SET {', '.join(f'{name} = ?' for name in changed)} WHERE id = ?"
            cursor = self.database.execute_sql(sql, (*changed.values(), after.id))
        if cursor.rowcount != 1:
            raise CannotWrite("One record was not written, so nothing was.", "Please try again.")
        for name, links in LINKED[type(after)].items():
            if getattr(before, name, ()) != getattr(after, name):
                self._write_links(links, after.id, getattr(after, name))

    def _write_links(self, links: Links, owner_id: str, ids: tuple[str, ...]) -> None:
        self.database.execute_sql(f"DELETE FROM {links.table} WHERE owner_id = ?", (owner_id,))
        sql = f"INSERT INTO {links.table} (owner_id, place, {links.column}) VALUES (?, ?, ?)"
        for place, id_ in enumerate(ids):
            self.database.execute_sql(sql, (owner_id, place, id_))


class Gate:
    """The one place that commits. `changed` is called after each commit with what changed."""

    def __init__(self, database: RecordDatabase, sitting: Sitting, now: Callable[[], datetime]) -> None:
        self._database = database
        self._sitting = sitting
        self._now = now
        self._act: Act | None = None
        self.listeners: list[Callable[[Changed], None]] = []

    @contextmanager
    def act(self, why: str = "") -> Iterator[Act]:
        """One transaction. An act begun inside another joins it, so that verbs can be put together; while
        it lasts its own reason, when it has one, is the reason that is kept.

        Raises what a rule raises, or a ScrutineerError in words when the disk or the file refuses; in
        both cases the record is as it was.
        """
        if self._act is not None:
            with self._act.because(why):
                yield self._act
            return
        act = self._act = Act(self._database, self._now(), why)
        place = self._sitting.place
        try:
            with translated(), self._database.atomic():
                yield act
                if act.events:
                    self._sitting.append(act.events, moment_text(act.at))
        except BaseException:
            self._sitting.back_to(place)
            raise
        finally:
            self._act = None
        self._announce(act)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Acts that stand or fall together, each at a moment of its own: one commit for a record told from nothing.

        Listeners hear of each act before that commit. Raises as `act` does; then none of them happened.
        """
        place = self._sitting.place
        try:
            with translated(), self._database.atomic():
                yield
        except BaseException:
            self._sitting.back_to(place)
            raise

    def _announce(self, act: Act) -> None:
        if act.touched:
            kinds, ids = zip(*act.touched, strict=True)
            for listener in tuple(self.listeners):
                listener(Changed(frozenset(kinds), frozenset(ids)))
