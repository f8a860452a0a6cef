"""How the questions behind Today are asked: plain SQL over indexed columns, whose rows become flat facts.

Nothing here says what is asked; that is in `today` and `loose_ends`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from scrutineer.domain.activity import ActivityStatus
from scrutineer.domain.challenge import AWAITING, Status
from scrutineer.storage.database import RecordDatabase
from scrutineer.storage.faults import translated

T = TypeVar("T", bound=tuple[Any, ...])


def among(terms: Iterable[str]) -> str:
    """Terms as SQL compares them: `('raised', 'responded')`; they are codes, never anything that was typed."""
    return f"({', '.join(repr(str(term)) for term in sorted(terms))})"


OPEN = among(status for status in Status if not status.is_ended and status is not Status.DRAFT)
OPEN_OR_DRAFT = among(status for status in Status if not status.is_ended)
AWAITED = among(AWAITING)
AHEAD = among(status for status in ActivityStatus if status.is_ahead)
DONE = among(status for status in ActivityStatus if status.is_done)

# To whom a part is put: one id; the ids of several that answer jointly, in their order; or none, the Partnership.
WHOM = """CASE part.kind WHEN 'agency' THEN part.agency_id WHEN 'group' THEN part.group_id
    WHEN 'body' THEN part.body_id WHEN 'joint' THEN (SELECT group_concat(link.agency_id)
        FROM addressee_agency AS link WHERE link.owner_id = part.id) END, part.lead_id, part.formerly_id"""


def rows(database: RecordDatabase, cls: type[T], sql: str, *words: str) -> list[T]:
    """The rows of a question, each as a fact of the kind `cls`, a named tuple with as many fields as columns."""
    return list(map(cls._make, fetched(database, sql, *words)))  # type: ignore[attr-defined]


def fetched(database: RecordDatabase, sql: str, *words: str) -> list[Any]:
    """The bare rows of a question; `words` stand in the place of its marks."""
    with translated():
        return list(database.execute_sql(sql, words).fetchall())
