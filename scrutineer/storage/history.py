"""The append-only history: what was written, when, in which sitting, and the proof that it stands.

Each unlock for writing is a sitting with a chain of its own: every line carries the hash of the line
before it, the first that of its sitting. The hash covers everything but the values; those it covers by a
salted digest, so that a value can be struck out, or withheld from a copy, without breaking the chain.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from scrutineer.domain.entity import new_id
from scrutineer.storage.database import RecordDatabase

SALT_BYTES = 16

_COLUMNS = "sitting, number, at, entity, entity_id, field, old, new, why, salt, digest, previous, hash"
_INSERT = f"INSERT INTO history ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_WHOLE_LINES = f"SELECT {_COLUMNS} FROM history ORDER BY sitting, number"


class Event(NamedTuple):
    """One field of one record changed: the values as text, NULL for empty; `why` where a rule asks."""

    entity: str
    entity_id: str
    field: str
    old: str | None
    new: str | None
    why: str | None = None


class Line(NamedTuple):
    """One line of the history as it is stored."""

    sitting: str
    number: int
    at: str
    entity: str
    entity_id: str
    field: str
    old: str | None
    new: str | None
    why: str | None
    salt: bytes | None
    digest: bytes
    previous: bytes
    hash: bytes

    @property
    def is_struck(self) -> bool:
        """Whether its values were struck out or withheld."""
        return self.salt is None

    @property
    def name(self) -> str:
        """What a strike-out calls it: `sitting:number`."""
        return f"{self.sitting}:{self.number}"


def digest_of(salt: bytes, old: str | None, new: str | None, why: str | None) -> bytes:
    """SHA-256 over the salt and the values, which alone may be removed."""
    return _sha256(salt.hex(), old, new, why)


def hash_of(line: Line) -> bytes:
    """SHA-256 over everything in a line but its values and its salt."""
    return _sha256(line.sitting, line.number, line.at, line.entity, line.entity_id, line.field,
                   line.digest.hex(), line.previous.hex())


_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _sha256(*parts: Any) -> bytes:
    return hashlib.sha256(_as_json(parts).encode()).digest()


class Sitting:
    """One unlock for writing. Its row is written with the first change, so that looking leaves no trace."""

    def __init__(self, database: RecordDatabase, who: str | None, program: str, started_at: str) -> None:
        self.id = new_id()
        self.who = who
        self._database = database
        self._program = program
        self._started_at = started_at
        self._number = 0
        self._head = b""

    @property
    def place(self) -> tuple[int, bytes]:
        """Where the chain stands, to be handed to `back_to` when a transaction fails."""
        return self._number, self._head

    def back_to(self, place: tuple[int, bytes]) -> None:
        """Forget the lines of a transaction that was undone."""
        self._number, self._head = place

    def append(self, events: Sequence[Event], at: str) -> None:
        """Write events as the next lines of this sitting, inside the caller's transaction."""
        if not self._number:
            self._begin()
        rows = []
        for event in events:
            self._number += 1
            salt = os.urandom(SALT_BYTES)
            digest = digest_of(salt, event.old, event.new, event.why)
            line = Line(self.id, self._number, at, *event, salt, digest, self._head, b"")
            self._head = hash_of(line)
            rows.append((*line[:-1], self._head))
        self._database.cursor().executemany(_INSERT, rows)

    def _begin(self) -> None:
        newest = self._database.execute_sql("SELECT hash FROM history ORDER BY id DESC LIMIT 1").fetchone()
        continues_from = newest[0] if newest else None
        self._head = sitting_hash(self.id, self.who, self._program, self._started_at, continues_from)
        self._database.execute_sql(
            "INSERT INTO sitting (id, who, program, started_at, continues_from, hash) VALUES (?, ?, ?, ?, ?, ?)",
            (self.id, self.who, self._program, self._started_at, continues_from, self._head),
        )


def sitting_hash(id_: str, who: str | None, program: str, started_at: str, continues_from: bytes | None) -> bytes:
    """SHA-256 over a sitting's row, which is what its first line carries as the hash before it."""
    return _sha256(id_, who, program, started_at, continues_from.hex() if continues_from else None)


def lines(database: RecordDatabase) -> Iterator[Line]:
    """Every line, sitting by sitting, in the order in which it was written."""
    for row in database.execute_sql(_WHOLE_LINES):
        yield Line(*row)


def lines_of(database: RecordDatabase, entity_ids: Sequence[str]) -> list[Line]:
    """The lines about some records, oldest first."""
    marks = ", ".join("?" * len(entity_ids))
    sql = f"SELECT {_COLUMNS} FROM history WHERE entity_id IN ({marks}) ORDER BY id"
    return [Line(*row) for row in database.execute_sql(sql, tuple(entity_ids))]


def sitters(database: RecordDatabase) -> dict[str, str]:
    """The id of the scrutineer whose sitting it was, by the sitting's id, where it is known."""
    return dict(database.execute_sql("SELECT id, who FROM sitting WHERE who IS NOT NULL").fetchall())


def heads(database: RecordDatabase) -> dict[str, str]:
    """The last hash of every sitting, in hexadecimal, by the sitting's id."""
    sql = ("SELECT sitting, hash FROM history AS line WHERE number = "
           "(SELECT max(number) FROM history WHERE sitting = line.sitting) ORDER BY sitting")
    return {sitting: head.hex() for sitting, head in database.execute_sql(sql)}


def newest_id(database: RecordDatabase) -> int:
    """The key of the newest line, 0 when there is none; it only grows."""
    return int(database.scalar("SELECT coalesce(max(id), 0) FROM history"))


def count(database: RecordDatabase) -> int:
    """How many lines there are."""
    return int(database.scalar("SELECT count(*) FROM history"))


def faults(database: RecordDatabase) -> Iterator[str]:
    """What does not fit in the history, in sentences; nothing when every chain stands.

    A line without values must be named by a strike-out; a sitting must have lines, and one that another
    continues from must be there.
    """
    begun = {}
    ends, seen = set(), set()
    for id_, who, program, started_at, continues_from, stored in database.execute_sql(
        "SELECT id, who, program, started_at, continues_from, hash FROM sitting ORDER BY started_at"
    ):
        begun[id_] = (stored, continues_from)
        if sitting_hash(id_, who, program, started_at, continues_from) != stored:
            yield f"The sitting of {started_at} is not as it was written."
    allowed = _struck_rows(database)
    sitting, number, head = "", 0, b""
    for line in lines(database):
        if line.sitting != sitting:
            sitting, number, head = line.sitting, 0, begun.get(line.sitting, (b"", None))[0]
        number += 1
        yield from _faults_of(line, number, head, allowed)
        number, head = line.number, line.hash
        ends.add(line.hash)
        seen.add(line.sitting)
    for id_ in begun.keys() - seen:
        yield f"The sitting {id_[:8]} has lost its lines."
    for _, continues_from in begun.values():
        if continues_from and continues_from not in ends:
            yield "A sitting continues from a line that is no longer there."


def _faults_of(line: Line, number: int, head: bytes, allowed: frozenset[str]) -> Iterator[str]:
    where = f"Line {line.number} of the sitting {line.sitting[:8]}, {line.at}"
    if line.number != number:
        yield f"{where}: a line before it is missing."
    if line.previous != head or hash_of(line) != line.hash:
        yield f"{where}: the chain is broken here."
    if line.salt is None:
        if line.name not in allowed:
            yield f"{where}: its values are gone, and no strike-out says so."
        if (line.old, line.new, line.why) != (None, None, None):
            yield f"{where}: it was struck out, and yet it has values."
    elif digest_of(line.salt, line.old, line.new, line.why) != line.digest:
        yield f"{where}: its values are not as they were written."


def _struck_rows(database: RecordDatabase) -> frozenset[str]:
    sql = "SELECT named.value FROM strike_out, json_each(iif(json_valid(rows), rows, '[]')) AS named"
    return frozenset(name for (name,) in database.execute_sql(sql))
