"""The record read once for a paper: each kind of record in one go, then looked up by what it belongs to."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from scrutineer.domain.entity import Entity
from scrutineer.storage.reader import Reader

E = TypeVar("E", bound=Entity)


class Shelves:
    """Records that are not deleted, in the order in which they came. What was read once is not read again."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._kept: dict[type[Entity], list[Any]] = {}
        self._sorted: dict[tuple[type[Entity], str], dict[str | None, list[Any]]] = {}

    def all(self, cls: type[E]) -> list[E]:
        """Every record of a kind."""
        if cls not in self._kept:
            self._kept[cls] = self._reader.all(cls)
        return cast(list[E], self._kept[cls])

    def of(self, cls: type[E], field: str, id_: str | None) -> list[E]:
        """The records of a kind whose link `field` holds this id."""
        shelf = (cls, field)
        if shelf not in self._sorted:
            self._sorted[shelf] = {}
            for one in self.all(cls):
                self._sorted[shelf].setdefault(getattr(one, field), []).append(one)
        return cast(list[E], self._sorted[shelf].get(id_, [])) if id_ else []

    def one(self, cls: type[E], id_: str | None) -> E | None:
        """The record of a kind with this id, if it is still there."""
        return next(iter(self.of(cls, "id", id_)), None)
