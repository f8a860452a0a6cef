"""Striking words out of the whole file: the one deliberate act that the history allows.

The words go from the record, from every line of the history that holds them, from drafts and from the
search index; then the file is written anew, because a database leaves traces between its rows. That they
went, when, by whom and why, stays. Older backups still hold them and are named.
"""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any, NamedTuple

from scrutineer.domain.entity import Entity
from scrutineer.domain.erasure import StrikeOut, check_reason, pattern_for, without
from scrutineer.domain.errors import CannotWrite, Invalid, Problem, ScrutineerError
from scrutineer.domain.records import BY_KIND, ENTITIES
from scrutineer.domain.text import one_line
from scrutineer.storage import meta, search
from scrutineer.storage.database import RecordDatabase
from scrutineer.storage.faults import translated
from scrutineer.storage.gate import Act, Gate
from scrutineer.storage.history import Event
from scrutineer.storage.mapping import TYPED, Column, columns_of
from scrutineer.storage.reader import Reader

_EMPTY = "UPDATE history SET old = NULL, new = NULL, why = NULL, salt = NULL WHERE id = ?"
_NEWEST = "SELECT salt IS NULL FROM history WHERE entity_id = ? AND field = ? ORDER BY id DESC LIMIT 1"


_COLUMNS: dict[tuple[str, str], Column] = {(cls.KIND, one.name): one for cls in ENTITIES for one in columns_of(cls)}

Words = str | tuple[str, ...]


class Place(NamedTuple):
    """Where words stand now: a record, its field, and the text of that field."""

    kind: str
    id: str
    field: str
    text: str


class Struck(NamedTuple):
    """What a strike-out did: fields cleaned, lines of history emptied, and the backups that still hold it."""

    fields: int
    lines: int
    backups: tuple[str, ...]


class _Row(NamedTuple):
    id: int
    name: str
    entity: str
    entity_id: str
    field: str


def places(reader: Reader, words: str) -> list[Place]:
    """Where the words stand in the record now. Raises Invalid when they are too short to look for."""
    pattern = _pattern(words)
    return [place for cls in ENTITIES for entity in reader.all(cls, with_deleted=True)
            for place in _places_in(entity, pattern)]


def strike_out(gate: Gate, reader: Reader, words: str, reason: str, scrutineer_id: str | None) -> Struck:
    """Strike words out of everything, in one act.

    Raises Invalid when the words are too short, are nowhere, or when the reason is missing or repeats them;
    CannotWrite when they are struck out, but the file could not be written anew after it.
    """
    pattern, reason = _pattern(words), one_line(reason)
    problems = check_reason(reason, pattern)
    if problems:
        raise Invalid(problems)
    with gate.act(reason) as act:
        act.redact = lambda value: _cleaned(value, pattern) if type(value) in {str, tuple} else value
        rows = _rows(act, pattern)
        fields = _clean_record(act, reader, pattern)
        drafts = _clean_drafts(act, pattern)
        if not rows and not fields and not drafts:
            raise Invalid([Problem("words", "These words stand nowhere in the record.")])
        for row in rows:
            act.database.execute_sql(_EMPTY, (row.id,))
        _restate(act, reader, rows)
        names = tuple(row.name for row in rows)
        act.put(StrikeOut(reason=reason, records=fields, rows=names, scrutineer_id=scrutineer_id))
        # When a draft first held the words is not known, so any backup may hold them.
        backups = _backups_since(act, 0 if drafts else min((row.id for row in rows), default=0))
        search.wipe(act.database)
        meta.write(act.database, meta.REWRITE_DUE, "yes")
    try:
        rewrite_if_due(act.database)
    except ScrutineerError as error:
        raise CannotWrite(
            "The words are struck out, but the file could not be written anew, so traces may still be in it.",
            f"{error.advice} It is tried again each time the record is opened.",
        ) from error
    return Struck(fields, len(rows), backups)


def rewrite_if_due(database: RecordDatabase) -> None:
    """Write the whole file anew when a strike-out asked for it and nobody has done it yet.

    `secure_delete` wipes what is deleted where it lies, but not what was moved to another page before.
    """
    if meta.read(database, meta.REWRITE_DUE) and not database.in_transaction():
        with translated():
            database.execute_sql("VACUUM")
            meta.forget(database, meta.REWRITE_DUE)


def _pattern(words: str) -> re.Pattern[str]:
    try:
        return pattern_for(words)
    except ValueError as error:
        raise Invalid([Problem("words", str(error))]) from error


def _places_in(entity: Entity, pattern: re.Pattern[str]) -> list[Place]:
    values = ((name, getattr(entity, name)) for name in TYPED[type(entity)])
    return [Place(entity.KIND, entity.id, name, "\n".join(_each(value)))
            for name, value in values if _holds(value, pattern)]


def _each(value: Words) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,)


def _holds(value: Words, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(word) for word in _each(value))


def _clean_record(act: Act, reader: Reader, pattern: re.Pattern[str]) -> int:
    count = 0
    for cls in ENTITIES:
        for entity in reader.all(cls, with_deleted=True):
            found = _places_in(entity, pattern)
            if found:
                cleaned: dict[str, Any] = {
                    place.field: _cleaned(getattr(entity, place.field), pattern) for place in found
                }
                act.overwrite(dataclasses.replace(entity, **cleaned))
                count += len(found)
    return count


def _cleaned(value: Words, pattern: re.Pattern[str]) -> Words:
    cleaned = tuple(without(pattern, word) for word in _each(value))
    return cleaned if isinstance(value, tuple) else cleaned[0]


def _clean_drafts(act: Act, pattern: re.Pattern[str]) -> int:
    count = 0
    for place, text in act.database.execute_sql("SELECT place, words FROM draft").fetchall():
        words = json.loads(text)
        cleaned = {name: without(pattern, value) for name, value in words.items()}
        if cleaned != words:
            kept = json.dumps(cleaned, ensure_ascii=False)
            act.database.execute_sql("UPDATE draft SET words = ? WHERE place = ?", (kept, place))
            count += 1
    return count


def _rows(act: Act, pattern: re.Pattern[str]) -> list[_Row]:
    sql = "SELECT id, sitting || ':' || number, entity, entity_id, field, old, new, why FROM history"
    found = []
    for *place, old, new, why in act.database.execute_sql(sql):
        row = _Row(*place)
        values = [text for text in (old, new) if text and _is_typed(row)]
        if any(_holds(_value(row, text), pattern) for text in values) or (why and pattern.search(why)):
            found.append(row)
    return found


def _is_typed(row: _Row) -> bool:
    """Whether its values are words; a field that this version does not know may hold anything."""
    return (row.entity, row.field) not in _COLUMNS or row.field in TYPED[BY_KIND[row.entity]]


def _value(row: _Row, text: str) -> Words:
    """A value of the history as it was typed: words in a list are escaped there."""
    column = _COLUMNS.get((row.entity, row.field))
    value: Words = column.from_text(text) if column else text
    return value


def _restate(act: Act, reader: Reader, rows: list[_Row]) -> None:
    """Say again what a field holds now, where the line that said it last was emptied."""
    said = {(event.entity_id, event.field) for event in act.events}
    for entity, entity_id, field in sorted({(row.entity, row.entity_id, row.field) for row in rows}):
        column = _COLUMNS.get((entity, field))
        if not column or (entity_id, field) in said or not act.database.scalar(_NEWEST, entity_id, field):
            continue
        now = column.as_text(getattr(reader.get(BY_KIND[entity], entity_id), field))
        act.restate(Event(entity, entity_id, field, None, now, act.why))


def _backups_since(act: Act, first_row: int) -> tuple[str, ...]:
    rows = act.database.execute_sql(
        "SELECT file FROM backup_log WHERE last_history >= ? ORDER BY number", (first_row,)
    )
    return tuple(file for (file,) in rows)
