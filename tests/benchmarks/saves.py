"""One save through the gate (row, history with its digests, search index) against the bare two INSERTs.

Both write to the same open record, each in a transaction of its own; what the bare ones leave behind proves
nothing, so the record is thrown away afterwards.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from scrutineer.domain.challenge import Addressee, Challenge, Status
from scrutineer.domain.entity import Entity, new_id
from scrutineer.register.register import Register
from scrutineer.storage.mapping import to_row
from tests.benchmarks.large import TODAY
from tests.benchmarks.ratio import compare

ROUNDS = 101      # one save is over in a moment, so more of them are asked than of what takes long
_HISTORY = "sitting, number, at, entity, entity_id, field, old, new, why, salt, digest, previous, hash"
_numbers = itertools.count(10**9)      # of the bare lines, which no line of a sitting reaches


def one_save(register: Register, where: str) -> None:
    """Something new and something changed, of the two kinds that are written most."""
    challenge = register.challenges.all(status=Status.RAISED)[0]
    part = register.challenges.parts(challenge.id)[0]
    turn = itertools.count(1)
    wanted: dict[str, Callable[[], Challenge | Addressee]] = {
        "a new challenge": lambda: replace(challenge, id=new_id()),
        "a new party": lambda: replace(part, id=new_id()),
        "a title changed": lambda: replace(challenge, title=f"Asked again, {next(turn)}"),
        "a date moved": lambda: replace(part, due_on=TODAY + timedelta(days=next(turn))),
    }
    for title, entity in wanted.items():
        ours, theirs = _through_the_gate(register, entity), _bare(register, entity())
        compare(f"One save, {title}{where}, against the bare two INSERTs", ours, theirs, "at most 2.5", rounds=ROUNDS)


def _through_the_gate(register: Register, entity: Callable[[], Entity]) -> Callable[[], object]:
    def save() -> None:
        with register.desk.act() as act:
            act.put(entity())

    return save


def _bare(register: Register, entity: Entity) -> Callable[[], object]:
    """One row with all its columns and one line of history, both made ready beforehand, in one transaction."""
    database, now = register.desk.record.database, register.now()
    row = to_row(replace(entity, id="", created_at=now, updated_at=now))
    into_table = f"INSERT INTO {entity.KIND} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
    into_history = f"INSERT INTO history ({_HISTORY}) VALUES ({', '.join('?' * 13)})"
    sitting, digest = database.scalar("SELECT id FROM sitting"), bytes(32)

    def insert() -> None:
        row["id"] = id_ = new_id()
        line = (sitting, next(_numbers), row["created_at"], entity.KIND, id_, "title", None, "How?", None)
        database.execute_sql("BEGIN")
        database.execute_sql(into_table, tuple(row.values()))
        database.execute_sql(into_history, (*line, digest[:16], digest, digest, digest))
        database.execute_sql("COMMIT")

    return insert
