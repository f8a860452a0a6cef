"""What ended not long ago and is not over: looks again, planned or suggested, and endings without a word.

Of what has ended only so much is read as a day narrows down; nobody reads it all every morning.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from scrutineer.domain.challenge import SAYS_WHAT_CHANGED, Outcome, Priority, Status
from scrutineer.storage.asking import WHOM, among, rows
from scrutineer.storage.database import RecordDatabase


class Look(NamedTuple):
    """A look again at something closed that was planned; `id` is the re-test's."""

    id: str
    challenge_id: str
    whom: str | None
    lead_id: str | None
    formerly_id: str | None
    on: str
    days: float
    title: str
    reference: str


def planned_looks(database: RecordDatabase) -> list[Look]:
    """Re-tests that are still to be done."""
    return rows(database, Look, f"""
        SELECT retest.id, challenge.id, {WHOM}, retest.planned_on, retest.days, challenge.title,
            challenge.reference
        FROM retest JOIN addressee AS part ON part.id = retest.addressee_id
            JOIN challenge ON challenge.id = part.challenge_id
        WHERE retest.done_on IS NULL AND retest.deleted_at IS NULL AND part.deleted_at IS NULL
            AND challenge.deleted_at IS NULL""")


class Ended(NamedTuple):
    """A part that closed and is not over: without a word on what changed, or so that a look again is suggested."""

    id: str
    challenge_id: str
    whom: str | None
    lead_id: str | None
    formerly_id: str | None
    on: str | None
    title: str
    reference: str
    is_wordless: int
    is_suggested: int


_WORDLESS = f"""(trim(part.what_changed) = '' AND (part.closed_on >= ? OR part.closed_on IS NULL)
    AND (part.outcome IS NULL OR part.outcome IN {among(SAYS_WHAT_CHANGED)}))"""

_SUGGESTED = f"""(part.closed_on BETWEEN ? AND ? AND (part.outcome = '{Outcome.PROCESS_CHANGED_ONLY.value}' OR
        (challenge.priority = '{Priority.URGENT.value}' AND part.outcome IN {among(SAYS_WHAT_CHANGED)}))
    AND NOT EXISTS (SELECT 1 FROM retest WHERE retest.addressee_id = part.id AND retest.deleted_at IS NULL))"""


def not_over(database: RecordDatabase, since: date, first: date, last: date) -> list[Ended]:
    """Parts that closed since a day, or on one that is not known, without a word on what changed; and those that
    closed from `first` to `last`, where a look again matters most and none was chosen.

    Both are read in one go, because to come to what has ended is what takes long.
    """
    days = (since.isoformat(), first.isoformat(), last.isoformat())
    # The plus keeps the index of every closed part out of it: the day on which the whole challenge ended narrows more.
    return rows(database, Ended, f"""
        SELECT part.id, challenge.id, {WHOM}, part.closed_on, challenge.title, challenge.reference,
            {_WORDLESS}, {_SUGGESTED}
        FROM challenge JOIN addressee AS part ON part.challenge_id = challenge.id
        WHERE (challenge.closed_on >= ? OR challenge.closed_on IS NULL) AND +part.status = '{Status.CLOSED.value}'
            AND part.deleted_at IS NULL AND challenge.deleted_at IS NULL AND ({_WORDLESS} OR {_SUGGESTED})
        """, *days, min(since, first).isoformat(), *days)
