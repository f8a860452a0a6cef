"""The tables of the record, columns only, derived from the domain's own fields.

One table for each kind of record, named after it; one column for each field, of the same name. Ids that
point to many records have a table of their own. What the file really looks like is written by the
migrations in plain SQL, and a test holds the two against each other.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

import peewee

from scrutineer.domain.entity import Entity, hints_of

T = TypeVar("T")

_COLUMN_OF = {bool: peewee.IntegerField, int: peewee.IntegerField, float: peewee.FloatField}


class _Made(dict[type[Entity], T]):
    """What belongs to each kind of record, made when it is first asked for: a morning asks for few kinds."""

    def __init__(self, make: Callable[[type[Entity]], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, cls: type[Entity]) -> T:
        """Make it, once."""
        return self.setdefault(cls, self._make(cls))


def _many_links(cls: type[Entity]) -> tuple[str, ...]:
    hints = hints_of(cls)
    specs = dataclasses.fields(cls)
    return tuple(spec.name for spec in specs if spec.metadata.get("to") and hints[spec.name] == tuple[str, ...])


# The fields that hold the ids of many other records, and so live in a table of their own.
MANY: Mapping[type[Entity], tuple[str, ...]] = _Made(_many_links)


class Links(NamedTuple):
    """Where the ids of one such field stand: the table `owner_id`, `place` and the column of what is linked to."""

    table: str
    column: str


def _links(cls: type[Entity]) -> dict[str, Links]:
    to = {spec.name: spec.metadata.get("to") for spec in dataclasses.fields(cls)}
    return {name: Links(f"{cls.KIND}_{to[name]}", f"{to[name]}_id") for name in MANY[cls]}


# A kind of record links by one field at most to many of another kind, so the two kinds name the table.
LINKED: Mapping[type[Entity], dict[str, Links]] = _Made(_links)


def _column(hint: Any) -> Any:
    optional = type(None) in getattr(hint, "__args__", ())
    return _COLUMN_OF.get(hint, peewee.TextField)(null=optional)


def _model(name: str, columns: dict[str, Any], **options: Any) -> Any:
    meta = type("Meta", (), {"table_name": name, "legacy_table_names": False, **options})
    return type(f"{name.title().replace('_', '')}Record", (peewee.Model,), {**columns, "Meta": meta})


def _table(cls: type[Entity]) -> Any:
    hints = hints_of(cls)
    columns = {spec.name: _column(hints[spec.name]) for spec in dataclasses.fields(cls)}
    for name in MANY[cls]:
        del columns[name]
    return _model(cls.KIND, {**columns, "id": peewee.TextField(primary_key=True)})


def _link_table(links: Links) -> Any:
    columns: dict[str, Any] = {name: peewee.TextField() for name in ("owner_id", links.column)}
    columns["place"] = peewee.IntegerField()
    return _model(links.table, columns, primary_key=peewee.CompositeKey("owner_id", "place"))


def _link_tables(cls: type[Entity]) -> dict[str, Any]:
    return {name: _link_table(links) for name, links in LINKED[cls].items()}


TABLES: Mapping[type[Entity], Any] = _Made(_table)
LINKS: Mapping[type[Entity], dict[str, Any]] = _Made(_link_tables)
