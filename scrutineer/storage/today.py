"""What Today is made of: what is open, ahead or owed, each asked once.

Only the columns that a row is made of are read, and nothing of what ended long ago; dates stay the text as
which they are stored. What follows from an answer is not decided here.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from scrutineer.domain.activity import FindingKind
from scrutineer.domain.challenge import ImpactLevel, Status
from scrutineer.domain.note import NoteKind
from scrutineer.domain.retest import RetestResult
from scrutineer.storage.asking import AHEAD, AWAITED, DONE, OPEN, OPEN_OR_DRAFT, WHOM, among, fetched, rows
from scrutineer.storage.database import RecordDatabase

_CHANGED = among(level for level in ImpactLevel if level.rung >= ImpactLevel.PROCESS_CHANGED.rung)


class Part(NamedTuple):
    """A party's part that is open or still to be put; `whom` is one id, several joined by commas, or None."""

    id: str
    challenge_id: str
    status: str
    whom: str | None
    lead_id: str | None
    formerly_id: str | None
    due_on: str | None
    answered_on: str | None
    test_on: str | None
    stage: str | None
    title: str
    reference: str
    of_draft: int      # whether the challenge itself is still a draft


def open_parts(database: RecordDatabase) -> list[Part]:
    """Every part that has not ended."""
    return rows(database, Part, f"""
        SELECT part.id, part.challenge_id, part.status, {WHOM}, part.due_on,
            part.answered_on, part.test_on, part.stage, challenge.title, challenge.reference,
            challenge.status = '{Status.DRAFT.value}'
        FROM addressee AS part JOIN challenge ON challenge.id = part.challenge_id
        WHERE part.status IN {OPEN_OR_DRAFT} AND part.deleted_at IS NULL AND challenge.deleted_at IS NULL""")


class Draft(NamedTuple):
    """A challenge that was not put yet."""

    id: str
    title: str
    reference: str


def drafts(database: RecordDatabase) -> list[Draft]:
    """Challenges still being worded."""
    return rows(database, Draft, f"""
        SELECT id, title, reference FROM challenge
        WHERE status = '{Status.DRAFT.value}' AND deleted_at IS NULL""")


class Answer(NamedTuple):
    """An answer to a challenge that is open, in the order in which a party gave them; `status` is of its part."""

    addressee_id: str
    challenge_id: str
    status: str
    quality: str | None


def answers(database: RecordDatabase) -> list[Answer]:
    """The answers of every party, ended ones too, to the challenges that are open."""
    return rows(database, Answer, f"""
        SELECT part.id, part.challenge_id, part.status, response.quality
        FROM challenge JOIN addressee AS part ON part.challenge_id = challenge.id
            JOIN response ON response.addressee_id = part.id
        WHERE challenge.status IN {OPEN} AND challenge.deleted_at IS NULL AND part.deleted_at IS NULL
            AND response.deleted_at IS NULL""")


class Agreed(NamedTuple):
    """An action agreed with a party whose part is open."""

    id: str
    addressee_id: str
    status: str
    due_on: str | None
    done_on: str | None
    seen: str | None
    owner_role: str
    text: str


def actions(database: RecordDatabase) -> list[Agreed]:
    """Every action of an open part, settled ones too."""
    return rows(database, Agreed, f"""
        SELECT action.id, action.addressee_id, action.status, action.due_on, action.done_on, action.seen,
            action.owner_role, action.text
        FROM addressee AS part JOIN action ON action.addressee_id = part.id
        WHERE part.status IN {OPEN} AND part.deleted_at IS NULL AND action.deleted_at IS NULL""")


class Escalated(NamedTuple):
    """A step on the ladder whose reply has not come."""

    id: str
    addressee_id: str
    stage: str
    reply_due_on: str


def escalated(database: RecordDatabase) -> list[Escalated]:
    """Steps whose reply is awaited, the earliest due first; whether the part still stands there is not asked."""
    return rows(database, Escalated, """
        SELECT id, addressee_id, stage, reply_due_on FROM escalation_step
        WHERE outcome IS NULL AND reply_due_on IS NOT NULL AND deleted_at IS NULL ORDER BY reply_due_on""")


def chased(database: RecordDatabase) -> dict[str, str]:
    """The day of the last chase of each part that owes an answer, or of a challenge as a whole, by its id."""
    late = f"FROM addressee WHERE status IN {AWAITED}"
    rows = fetched(database, f"""
        SELECT subject_id, max(noted_on) FROM note
        WHERE kind = '{NoteKind.CHASED.value}' AND deleted_at IS NULL
            AND subject_id IN (SELECT id {late} UNION ALL SELECT challenge_id {late})
        GROUP BY subject_id""")
    return {id_: day for id_, day in rows if day}


class Visit(NamedTuple):
    """An activity that is ahead, or on which feedback is owed; `agencies` are ids joined by commas."""

    id: str
    title: str
    is_ahead: int
    held_on: str | None
    feedback_due_on: str | None
    level: str
    agencies: str | None


def visits(database: RecordDatabase) -> list[Visit]:
    """What is planned for any day, and what took place and still owes its feedback."""
    return rows(database, Visit, f"""
        SELECT id, title, status IN {AHEAD}, held_on, feedback_due_on, level,
            (SELECT group_concat(agency_id) FROM activity_agency WHERE owner_id = activity.id)
        FROM activity
        WHERE deleted_at IS NULL AND (status IN {AHEAD}
            OR (status IN {DONE} AND feedback_due_on IS NOT NULL AND feedback_sent_on IS NULL))""")


class Strength(NamedTuple):
    """Something that works, for which nobody was thanked yet; `agencies` are ids joined by commas."""

    id: str
    text: str
    seen_on: str | None
    who_could_use: str
    passed_on_on: str | None
    passed_on_to: str
    agencies: str | None


def strengths(database: RecordDatabase) -> list[Strength]:
    """Strengths to pass on, and those passed on for which thanks are owed; not those that were taken up."""
    return rows(database, Strength, f"""
        SELECT finding.id, finding.text, activity.held_on, finding.who_could_use, finding.passed_on_on,
            finding.passed_on_to,
            (SELECT group_concat(agency_id) FROM finding_agency WHERE owner_id = finding.id)
        FROM finding LEFT JOIN activity ON activity.id = finding.activity_id
        WHERE finding.kind = '{FindingKind.STRENGTH.value}' AND finding.thanked_on IS NULL
            AND finding.deleted_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM adoption WHERE finding_id = finding.id AND deleted_at IS NULL)""")


class TakenUp(NamedTuple):
    """What was taken up: by which agencies (ids joined by commas) or where, when last, and to whom thanks are owed."""

    finding_id: str
    text: str
    by: str | None
    elsewhere: str | None
    on: str
    owes_thanks: int
    agencies: str | None


def taken_up(database: RecordDatabase, since: date) -> list[TakenUp]:
    """What was taken up elsewhere on a day or later, or at any time if those who do it were never thanked."""
    return rows(database, TakenUp, f"""
        SELECT finding.id, finding.text, group_concat(adoption.agency_id),
            group_concat(nullif(adoption.elsewhere, ''), ', '), max(adoption.adopted_on) AS latest,
            finding.kind = '{FindingKind.STRENGTH.value}' AND finding.thanked_on IS NULL AS owes,
            (SELECT group_concat(agency_id) FROM finding_agency WHERE owner_id = finding.id)
        FROM adoption JOIN finding ON finding.id = adoption.finding_id
        WHERE adoption.deleted_at IS NULL AND finding.deleted_at IS NULL
        GROUP BY finding.id HAVING latest >= ? OR owes""", since.isoformat())


class Untold(NamedTuple):
    """A voice whose people were promised to hear by a day what happened, and have not been told."""

    id: str
    finding_id: str
    text: str
    whose: str
    tell_by_on: str


def untold(database: RecordDatabase) -> list[Untold]:
    """Voices that are still to be told what happened."""
    return rows(database, Untold, """
        SELECT voice_entry.id, finding.id, finding.text, voice_entry.whose, voice_entry.tell_by_on
        FROM voice_entry JOIN finding ON finding.id = voice_entry.finding_id
        WHERE voice_entry.tell_by_on IS NOT NULL AND voice_entry.told_on IS NULL
            AND voice_entry.deleted_at IS NULL AND finding.deleted_at IS NULL""")


class Changed(NamedTuple):
    """A challenge that ended with something other than words, or a look that found it had lasted."""

    id: str
    title: str
    reference: str
    level: str
    on: str


def changed(database: RecordDatabase, since: date) -> list[Changed]:
    """Challenges that ended with a change on a day or later."""
    return rows(database, Changed, f"""
        SELECT id, title, reference, impact_level, closed_on FROM challenge
        WHERE closed_on >= ? AND impact_level IN {_CHANGED} AND deleted_at IS NULL""", since.isoformat())


def lasted(database: RecordDatabase, since: date) -> list[Changed]:
    """Challenges of which a look again on a day or later found that the change has lasted."""
    return rows(database, Changed, f"""
        SELECT challenge.id, challenge.title, challenge.reference, '{ImpactLevel.SUSTAINED.value}', retest.done_on
        FROM retest JOIN challenge ON challenge.id = retest.challenge_id
        WHERE retest.done_on >= ? AND retest.result = '{RetestResult.SUSTAINED.value}' AND retest.deleted_at IS NULL
            AND challenge.deleted_at IS NULL""", since.isoformat())


class Promise(NamedTuple):
    """A promise of mine that was not kept yet."""

    id: str
    text: str
    to_whom: str
    due_on: str | None


def promises(database: RecordDatabase) -> list[Promise]:
    """What I promised and have not done."""
    return rows(database, Promise, """
        SELECT id, text, to_whom, due_on FROM undertaking WHERE done_on IS NULL AND deleted_at IS NULL""")


class Gathering(NamedTuple):
    """A meeting to come, and the paper for it, if one is begun."""

    id: str
    body: str | None
    place: str
    held_on: str
    papers_due_on: str | None
    paper_id: str | None
    paper: str | None
    paper_status: str | None


def gatherings(database: RecordDatabase, since: date) -> list[Gathering]:
    """Meetings on a day or later."""
    return rows(database, Gathering, """
        SELECT meeting.id, body.name, meeting.place, meeting.held_on, meeting.papers_due_on, paper.id, paper.title,
            paper.status
        FROM meeting LEFT JOIN body ON body.id = meeting.body_id
            LEFT JOIN paper ON paper.meeting_id = meeting.id AND paper.deleted_at IS NULL
        WHERE meeting.held_on >= ? AND meeting.deleted_at IS NULL""", since.isoformat())


def days_spent(database: RecordDatabase, since: date, until: date) -> float:
    """Days of mine that activities, looks again and everything else took from one day to another."""
    span = since.isoformat(), until.isoformat()
    rows = fetched(database, f"""
        SELECT days FROM activity WHERE held_on BETWEEN ? AND ? AND status IN {DONE} AND deleted_at IS NULL
        UNION ALL SELECT days FROM time_entry WHERE spent_on BETWEEN ? AND ? AND deleted_at IS NULL
        UNION ALL SELECT days FROM retest
            WHERE done_on BETWEEN ? AND ? AND result != 'not_tested' AND deleted_at IS NULL
        """, *span, *span, *span)
    return float(sum(days or 0 for (days,) in rows))


def names(database: RecordDatabase) -> dict[str, str]:
    """What agencies, groups and bodies are called, by id; former ones included."""
    called = "SELECT id, CASE short_name WHEN '' THEN name ELSE short_name END FROM"
    return dict(fetched(database, f"{called} agency UNION ALL {called} agency_group UNION ALL {called} body"))


def has_any(database: RecordDatabase, kind: str) -> bool:
    """Whether there is any record of a kind."""
    return bool(fetched(database, f"SELECT 1 FROM {kind} WHERE deleted_at IS NULL LIMIT 1"))
