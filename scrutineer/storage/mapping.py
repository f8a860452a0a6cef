"""Between a record and its row, by name: values become what a column holds, and come back as they were.

The history keeps the same values as text. An empty value ("", no date, no ids) is NULL there, so that a
field which a later program adds is simply empty in older records.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, NamedTuple, TypeVar

from scrutineer.domain.dates import iso_date
from scrutineer.domain.entity import Entity, described, hints_of
from scrutineer.domain.records import ENTITIES
from scrutineer.domain.vocabulary import Term
from scrutineer.storage.tables import MANY

E = TypeVar("E", bound=Entity)


def moment_text(moment: datetime) -> str:
    """`2026-11-23T13:40:00.123Z`. Raises ValueError for a moment that does not say its zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be stored")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _words_text(words: tuple[str, ...]) -> str:
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))


def _words(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text)) if text else ()


class Codec(NamedTuple):
    """How one type is written and read; `empty` is its empty value."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]
    empty: Any


_PLAIN = Codec(lambda value: value, lambda value: value, "")
_CODECS: dict[Any, Codec] = {
    str: _PLAIN,
    bool: Codec(int, bool, False),
    int: Codec(lambda value: value, int, 0),
    float: Codec(lambda value: float(value) + 0.0, float, 0.0),      # SQLite knows no -0.0
    date: Codec(date.isoformat, iso_date, None),
    datetime: Codec(moment_text, datetime.fromisoformat, None),
    tuple[str, ...]: Codec(_words_text, _words, ()),
}


class Column(NamedTuple):
    """One field of a record: its name, its codec, whether it may be missing or lives in a link table."""

    name: str
    codec: Codec
    is_optional: bool
    is_many: bool

    def stored(self, value: Any) -> Any:
        """The value as a column holds it."""
        return None if value is None else self.codec.write(value)

    @property
    def empty(self) -> Any:
        """What a record has when nothing was ever written."""
        return None if self.is_optional else self.codec.empty

    def as_text(self, value: Any) -> str | None:
        """The value as the history keeps it; None when it is empty."""
        if value is None or value in ("", ()):
            return None
        return str(self.stored(value))

    def from_text(self, text: str | None) -> Any:
        """A value of the history as the record has it."""
        if text is None:
            return self.empty
        stored = int(text) if self.codec is _CODECS[bool] else text
        return self.codec.read(stored)


_columns: dict[type[Entity], tuple[Column, ...]] = {}


def columns_of(cls: type[Entity]) -> tuple[Column, ...]:
    """Every field of a kind of record, in the order of its declaration."""
    if cls not in _columns:
        hints, many = hints_of(cls), MANY[cls]
        found = []
        for spec in dataclasses.fields(cls):
            bare, is_optional = _bare(hints[spec.name])
            codec = Codec(str, bare, "") if _is_term(bare) else _CODECS[bare]
            found.append(Column(spec.name, codec, is_optional, spec.name in many))
        _columns[cls] = tuple(found)
    return _columns[cls]


def _typed(cls: type[Entity]) -> tuple[str, ...]:
    hints, words = hints_of(cls), (str, tuple[str, ...])
    specs = (spec for spec in described(cls) if "to" not in spec.metadata and spec.name != "rows")
    return tuple(spec.name for spec in specs if hints[spec.name] in words)


# The fields in which people type words or lists of words: no ids, no codes, no names of lines of the history.
TYPED: dict[type[Entity], tuple[str, ...]] = {cls: _typed(cls) for cls in ENTITIES}


def _bare(hint: Any) -> tuple[Any, bool]:
    choices = [arg for arg in getattr(hint, "__args__", ()) if arg is not type(None)]
    is_optional = type(None) in getattr(hint, "__args__", ())
    return (choices[0], True) if is_optional else (hint, False)


def _is_term(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Term)


def to_row(entity: Entity) -> dict[str, Any]:
    """The row of a record, without the ids that live in a link table."""
    columns = columns_of(type(entity))
    return {one.name: one.stored(getattr(entity, one.name)) for one in columns if not one.is_many}


class _Shape(NamedTuple):
    """How a row of one kind becomes a record: the columns in their order, and those that are not plain text."""

    names: tuple[str, ...]
    conversions: tuple[tuple[str, Callable[[Any], Any]], ...]


_shapes: dict[type[Entity], _Shape] = {}


def _shape_of(cls: type[Entity]) -> _Shape:
    if cls not in _shapes:
        columns = [one for one in columns_of(cls) if not one.is_many]
        converted = tuple((one.name, one.codec.read) for one in columns if one.codec is not _PLAIN)
        _shapes[cls] = _Shape(tuple(one.name for one in columns), converted)
    return _shapes[cls]


def from_row(cls: type[E], row: tuple[Any, ...], many: dict[str, tuple[str, ...]]) -> E:
    """The record of a row whose values stand in the order of its columns. NULL is read as nothing."""
    shape = _shape_of(cls)
    fields: dict[str, Any] = dict(zip(shape.names, row, strict=True))
    for name, read in shape.conversions:
        if fields[name] is not None:
            fields[name] = read(fields[name])
    return cls(**(fields | many))
