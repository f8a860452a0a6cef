"""The steps by which a file comes to the newest schema, each applied whole or not at all.

A new file takes the same steps from nothing. Before a file with records in it takes one, a verified
backup is made. `STEPS` is written out, so that a frozen build finds them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from scrutineer.domain.errors import Damaged
from scrutineer.storage.migrations import m0001_first, m0002_each_own_course, m0003_system_and_culture


class Migration(NamedTuple):
    """One step: what it does in a sentence, and the plain SQL that does it."""

    sentence: str
    up: Callable[[Any], None]


STEPS: tuple[Migration, ...] = (
    Migration(m0001_first.SENTENCE, m0001_first.up),
    Migration(m0002_each_own_course.SENTENCE, m0002_each_own_course.up),
    Migration(m0003_system_and_culture.SENTENCE, m0003_system_and_culture.up),
)

NEWEST = len(STEPS)


def bring_up_to_date(database: Any, steps: Sequence[Migration] = STEPS) -> None:
    """Apply every step that the file has not taken, each in one transaction with its number.

    Raises Damaged when a finished step leaves a reference that points nowhere; that step is undone.
    """
    # To rebuild a table a step drops the old one, which foreign keys forbid; within a transaction they stay on.
    database.execute_sql("PRAGMA foreign_keys = OFF")
    try:
        for number in range(int(database.scalar("PRAGMA user_version")) + 1, len(steps) + 1):
            _take(database, steps[number - 1], number)
    finally:
        database.execute_sql("PRAGMA foreign_keys = ON")


def _take(database: Any, step: Migration, number: int) -> None:
    with database.atomic():
        step.up(database)
        if database.scalar("PRAGMA foreign_key_check"):
            raise Damaged(f"The step “{step.sentence}” could not be finished; the file is as it was.")
        database.execute_sql(f"PRAGMA user_version = {number}")
