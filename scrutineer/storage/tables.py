"""The tables of the record, columns only, derived from the domain's own fields.

One table for each kind of record, named after it; one column for each field, of the same name. Ids that
point to many records have a table of their own. What the file really looks like is written by the
migrations in plain SQL, and a test holds the two against each other.
"""

from __future__ import annotations

import dataclasses
from typing import Any

import peewee

from scrutineer.domain.entity import Entity, hints_of
from scrutineer.domain.records import ENTITIES

_COLUMN_OF = {bool: peewee.IntegerField, int: peewee.IntegerField, float: peewee.FloatField}


def _many_links(cls: type[Entity]) -> tuple[str, ...]:
    hints = hints_of(cls)
    specs = dataclasses.fields(cls)
    return tuple(spec.name for spec in specs if spec.metadata.get("to") and hints[spec.name] == tuple[str, ...])


# The fields that hold the ids of many other records, and so live in a table of their own.
MANY: dict[type[Entity], tuple[str, ...]] = {cls: _many_links(cls) for cls in ENTITIES}


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


def _link_table(cls: type[Entity]) -> Any:
    columns: dict[str, Any] = {name: peewee.TextField() for name in ("owner_id", "agency_id")}
    columns["place"] = peewee.IntegerField()
    return _model(f"{cls.KIND}_agency", columns, primary_key=peewee.CompositeKey("owner_id", "place"))


TABLES: dict[type[Entity], Any] = {cls: _table(cls) for cls in ENTITIES}

# Every link to many records is to agencies, so one table a kind is enough; the drift test says so.
LINKS: dict[type[Entity], Any] = {cls: _link_table(cls) for cls in ENTITIES if MANY[cls]}
