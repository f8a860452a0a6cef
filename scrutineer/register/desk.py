"""What every part of the register works with: the open record, the day, and whose desk it is.

It knows no verb of the trade; the nouns beside it do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Any, Generic, TypeVar

from scrutineer.domain.dates import WorkingDays
from scrutineer.domain.entity import Entity
from scrutineer.domain.errors import NotFound
from scrutineer.domain.organisation import Agency, AgencyGroup, Body, ClosedDays, Partnership, Scrutineer
from scrutineer.storage.gate import Act, Changed
from scrutineer.storage.record import Record

E = TypeVar("E", bound=Entity)

__all__ = ["Changed", "Desk", "Records", "only"]


class Desk:
    """One scrutineer at one open record on one day."""

    def __init__(self, record: Record, today: Callable[[], date]) -> None:
        self.record = record
        self.reader = record.reader
        self.today = today
        self.me: str | None = None

    def act(self, why: str = "") -> AbstractContextManager[Act]:
        """One transaction; an act inside another joins it."""
        return self.record.gate.act(why)

    @property
    def partnership(self) -> Partnership:
        """The partnership whose record this is. Raises NotFound in a file that holds none yet."""
        found = self.reader.all(Partnership)
        if not found:
            raise NotFound("This record does not say whose it is.", "It was not finished when it was made.")
        return found[0]

    @property
    def calendar(self) -> WorkingDays:
        """Working days, less the partnership's own closed days."""
        return WorkingDays(day for closed in self.reader.all(ClosedDays) for day in closed.days())

    def names(self) -> dict[str, str]:
        """What agencies, groups, bodies and scrutineers are called, by id; former ones included."""
        read = self.reader.all
        found = {one.id: one.called for one in read(Agency, with_deleted=True)}
        found |= {one.id: one.called for one in read(AgencyGroup, with_deleted=True)}
        found |= {one.id: one.called for one in read(Body, with_deleted=True)}
        return found | {one.id: one.name for one in read(Scrutineer, with_deleted=True)}

    def next_reference(self, act: Act, kind: str) -> str:
        """The next reference of this year: `EX-C-2026-014`."""
        return act.next_reference(self.partnership.short_code, kind, self.today().year, self.record.copy)


class Records(Generic[E]):
    """The records of one kind: looked up, saved and taken away."""

    cls: type[E]

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def get(self, id_: str | None) -> E:
        """The record with this id. Raises NotFound."""
        return self.desk.reader.get(self.cls, id_)

    def find(self, id_: str | None) -> E | None:
        """The record with this id, or None."""
        return self.desk.reader.find(self.cls, id_)

    def all(self, **equal: Any) -> list[E]:
        """Records whose fields have these values, in the order in which they came."""
        return self.desk.reader.all(self.cls, **equal)

    def save(self, entity: E, why: str = "") -> E:
        """Write one record, new or changed, and return it as it stands. Raises Invalid."""
        with self.desk.act(why) as act:
            return act.put(entity)

    def remove(self, entity: E, why: str = "") -> None:
        """Take one record out of every list; its history stays."""
        with self.desk.act(why) as act:
            act.remove(entity)


def only(ids: Sequence[str] | None, field: str = "id") -> dict[str, Any]:
    """For `all`: the records alone that have one of these ids in a field; of None, all."""
    return {} if ids is None else {field: tuple(ids)}
