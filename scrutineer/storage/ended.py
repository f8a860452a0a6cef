"""What ended not long ago and is not over: looks again, planned or suggested, and endings without a word.

Of what has ended only so much is read as a day narrows down; nobody reads it all every morning.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from scrutineer.domain.challenge import SAYS_WHAT_CHANGED, Outcome, Priority, Status
from scrutineer.storage.asking import WHOM, among, rows
from scrutineer.storage.database import RecordDatabase

_SPAN = timedelta(days=60)


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


class Span(NamedTuple):
    """Some of the challenges, told by the day on which the whole challenge ended: a condition and its days."""

    where: str
    days: tuple[str, ...]


def spans(since: date, today: date) -> list[Span]:
    """Every challenge that ended since a day, or has not ended, in spans that are each read in a moment."""
    starts = [(since + n * _SPAN).isoformat() for n in range((today - since) // _SPAN + 1)]
    between = [Span("challenge.closed_on >= ? AND challenge.closed_on < ?", one) for one in pairwise(starts)]
    return [Span("challenge.closed_on IS NULL", ()), *between, Span("challenge.closed_on >= ?", (starts[-1],))]


def not_over(database: RecordDatabase, since: date, first: date, last: date, span: Span | None = None) -> list[Ended]:
    """Parts that closed since a day, or on one that is not known, without a word on what changed; and those that
    closed from `first` to `last`, where a look again matters most and none was chosen.

    Both are read in one go, because to come to what has ended is what takes long; or in one go for each span.
    """
    every = Span("(challenge.closed_on >= ? OR challenge.closed_on IS NULL)", (min(since, first).isoformat(),))
    where, bounds = span or every
    days = (since.isoformat(), first.isoformat(), last.isoformat())
    # The plus keeps the index of every closed part out of it: the day on which the whole challenge ended narrows more.
    return rows(database, Ended, f"""
        SELECT part.id, challenge.id, {WHOM}, part.closed_on, challenge.title, challenge.reference,
            {_WORDLESS}, {_SUGGESTED}
        FROM challenge JOIN addressee AS part ON part.challenge_id = challenge.id
        WHERE {where} AND +part.status = '{Status.CLOSED.value}'
            AND part.deleted_at IS NULL AND challenge.deleted_at IS NULL AND ({_WORDLESS} OR {_SUGGESTED})
        """, *days, *bounds, *days)
