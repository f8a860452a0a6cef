"""What stands around findings, from the columns alone: their activities, the challenges raised from them, their kinds.

No record is put together for it; what a finding itself says is read elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from peewee import SQL, fn

from scrutineer.domain.activity import Activity, Finding
from scrutineer.domain.challenge import Challenge
from scrutineer.storage.database import RecordDatabase
from scrutineer.storage.faults import translated
from scrutineer.storage.lines import only
from scrutineer.storage.tables import TABLES


class Source(NamedTuple):
    """The activity from which a finding comes; the day is ISO text."""

    title: str = ""
    held_on: str | None = None


def activities(database: RecordDatabase, finding_ids: Sequence[str] | None = None) -> dict[str, Source]:
    """The activities of all findings, or of some, by their ids; one that was removed is named all the same."""
    activity, finding = TABLES[Activity], TABLES[Finding]
    of_these = only(finding.select(finding.activity_id), finding.id, finding_ids)
    query = activity.select(activity.id, activity.title, activity.held_on).where(activity.id.in_(of_these))
    with translated():
        return {id_: Source(title, held_on) for id_, title, held_on in database.execute(query).fetchall()}


def challenges(database: RecordDatabase, finding_ids: Sequence[str] | None = None) -> dict[str, str]:
    """The id of the challenge that was raised from a finding, by the id of the finding; of several the latest."""
    challenge = TABLES[Challenge]
    query = (
        challenge.select(challenge.finding_id, challenge.id)
        .where(challenge.finding_id.is_null(False), challenge.deleted_at.is_null())
        .order_by(SQL("t1.rowid"))
    )
    with translated():
        return dict(database.execute(only(query, challenge.finding_id, finding_ids)).fetchall())


def kinds(database: RecordDatabase, activity_ids: Sequence[str] | None = None) -> dict[tuple[str, str], int]:
    """How many findings of a kind an activity has, by the id of the activity and the kind."""
    finding = TABLES[Finding]
    query = (
        finding.select(finding.activity_id, finding.kind, fn.COUNT(finding.id))
        .where(finding.activity_id.is_null(False), finding.deleted_at.is_null())
        .group_by(finding.activity_id, finding.kind)
    )
    with translated():
        rows = database.execute(only(query, finding.activity_id, activity_ids)).fetchall()
    return {(activity_id, kind): count for activity_id, kind, count in rows}
