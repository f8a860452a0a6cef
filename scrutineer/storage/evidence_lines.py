"""What can show something, what does, and how many files are kept with it: from the columns alone.

Rows as they lie in the file; which kind of evidence each is follows from rules that are not known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from peewee import JOIN, fn

from scrutineer.domain.action import Action
from scrutineer.domain.activity import Activity, ActivityStatus, Finding
from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.domain.entity import Entity
from scrutineer.domain.evidence import Attachment, Evidence, EvidenceLink
from scrutineer.domain.organisation import Body, Meeting
from scrutineer.domain.reply import Reply, Response
from scrutineer.domain.update import ProgressUpdate, Side
from scrutineer.storage.database import RecordDatabase
from scrutineer.storage.faults import translated
from scrutineer.storage.lines import only
from scrutineer.storage.tables import TABLES

_LONGEST = 300      # characters of a text; a list shows its first sentence
_DONE = [status.value for status in ActivityStatus if status.is_done]


class SourceRow(NamedTuple):
    """One record that can show something; `codes` are what its kind of evidence follows from."""

    record: str
    id: str
    reference: str
    title: str
    on: str | None
    codes: tuple[Any, ...]


class LinkRow(NamedTuple):
    """What one source shows, and the reference of the challenge that it is about, if there is one."""

    source_id: str
    shows: str
    about: str


def source_rows(database: RecordDatabase, today: date, ids: Sequence[str] | None = None) -> list[SourceRow]:
    """Everything that was seen, heard, answered or entered by today, or what has these ids of it, kind by kind."""
    with translated():
        return [
            SourceRow(cls.KIND, id_, reference or "", title or "", on, tuple(codes))
            for cls, query in _questions(today)
            for id_, reference, title, on, *codes in database.execute(only(query, TABLES[cls].id, ids)).fetchall()
        ]


def _questions(today: date) -> Iterable[tuple[type[Entity], Any]]:
    """For each kind of source: its id, reference, title and day, and the codes that tell its kind of evidence."""
    entry, activity, finding = TABLES[Evidence], TABLES[Activity], TABLES[Finding]
    meeting, body, reply, update = TABLES[Meeting], TABLES[Body], TABLES[Reply], TABLES[ProgressUpdate]
    yield Evidence, entry.select(
        entry.id, entry.reference, entry.title, entry.dated_on, entry.kind, entry.is_sampled, entry.strength
    ).where(entry.deleted_at.is_null())
    yield Activity, activity.select(
        activity.id, activity.reference, activity.title, activity.held_on, activity.type
    ).where(activity.deleted_at.is_null(), activity.status.in_(_DONE))
    yield Finding, (
        finding.select(finding.id, activity.reference, _opening(finding.text), activity.held_on, finding.kind,
                       activity.type)
        .join(activity, JOIN.LEFT_OUTER, on=(activity.id == finding.activity_id))
        .where(finding.deleted_at.is_null())
    )
    yield Meeting, (
        meeting.select(meeting.id, None, fn.COALESCE(body.name, ""), meeting.held_on)
        .join(body, JOIN.LEFT_OUTER, on=(body.id == meeting.body_id))
        .where(meeting.deleted_at.is_null(), meeting.held_on <= today.isoformat())
    )
    yield Reply, reply.select(
        reply.id, None, fn.COALESCE(fn.NULLIF(reply.subject, ""), _opening(reply.text)), reply.received_on,
        reply.channel, reply.sender,
    ).where(reply.deleted_at.is_null())
    yield ProgressUpdate, update.select(
        update.id, None, _opening(update.text), update.noted_on, update.seen
    ).where(update.deleted_at.is_null(), update.side == Side.SEEN.value)


def _opening(text: Any) -> Any:
    return fn.SUBSTR(text, 1, _LONGEST)


def link_rows(database: RecordDatabase, source_ids: Sequence[str] | None = None) -> list[LinkRow]:
    """Every link to evidence, or those to some sources, in the order in which they were made."""
    link, part, challenge = TABLES[EvidenceLink], TABLES[Addressee], TABLES[Challenge]
    action, response, update = TABLES[Action], TABLES[Response], TABLES[ProgressUpdate]

    def either(*found: Any) -> Any:
        return fn.COALESCE(*found, link.subject_id)

    whole = either(action.challenge_id, part.challenge_id)
    query = (
        link.select(link.source_id, link.shows, fn.COALESCE(challenge.reference, ""))
        .join_from(link, update, JOIN.LEFT_OUTER, on=(update.id == link.subject_id))
        .join_from(link, action, JOIN.LEFT_OUTER, on=(action.id == either(update.action_id)))
        .join_from(link, response, JOIN.LEFT_OUTER, on=(response.id == either(update.response_id)))
        .join_from(link, part, JOIN.LEFT_OUTER, on=(part.id == either(response.addressee_id)))
        .join_from(link, challenge, JOIN.LEFT_OUTER, on=(challenge.id == whole))
        .where(link.deleted_at.is_null())
        .order_by(link.created_at)
    )
    with translated():
        return [LinkRow._make(row) for row in database.execute(only(query, link.source_id, source_ids)).fetchall()]


def listed(database: RecordDatabase) -> list[str]:
    """The ids of every entry of the register, of what something is linked to, and of what a file is kept with."""
    entry, link, file = TABLES[Evidence], TABLES[EvidenceLink], TABLES[Attachment]
    query = (
        entry.select(entry.id).where(entry.deleted_at.is_null())
        | link.select(link.source_id).where(link.deleted_at.is_null())
        | file.select(file.subject_id).where(file.deleted_at.is_null())
    )
    with translated():
        return [id_ for (id_,) in database.execute(query).fetchall() if id_]


def files_with(database: RecordDatabase) -> dict[str, int]:
    """How many files are kept with a record, by its id; the versions of a file count as one."""
    file = TABLES[Attachment]
    query = (
        file.select(file.subject_id, fn.COUNT(fn.DISTINCT(fn.LOWER(file.file_name))))
        .where(file.deleted_at.is_null()).group_by(file.subject_id)
    )
    with translated():
        return dict(database.execute(query).fetchall())
