"""What Today is made of is found by the indexes, in the words of one question each, and what was removed is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from scrutineer.domain.activity import ActivityStatus, FindingKind
from scrutineer.domain.challenge import Addressee, PartyKind, Status
from scrutineer.domain.entity import Entity, new_id
from scrutineer.domain.note import NoteKind
from scrutineer.domain.organisation import AgencyGroup
from scrutineer.domain.plan import TimeEntry
from scrutineer.storage import ended, loose_ends, today
from scrutineer.storage.record import Record
from tests.factories import (
    TODAY,
    a_body,
    a_challenge,
    a_finding,
    a_meeting,
    a_note,
    a_paper,
    a_response,
    an_action,
    an_activity,
    an_addressee,
    an_agency,
    an_undertaking,
)
from tests.storage.conftest import put

DAY = timedelta(days=1)
AGENCY = an_agency()
QUESTIONS: tuple[Callable[[Any], object], ...] = (
    today.open_parts, today.drafts, today.answers, today.actions, today.escalated, today.chased, today.promises,
    partial(today.changed, since=TODAY), partial(today.lasted, since=TODAY), ended.planned_looks,
    partial(ended.not_over, since=TODAY, first=TODAY, last=TODAY), loose_ends.thin,
    loose_ends.often_moved, partial(loose_ends.looked_at, since=TODAY, until=TODAY),
    partial(today.days_spent, since=TODAY, until=TODAY), partial(today.gatherings, since=TODAY),
    partial(today.taken_up, since=TODAY), today.untold,
)
LONG = {"challenge", "part", "addressee", "response", "action", "note", "extension", "link", "retest", "activity"}


def part_of(challenge: Entity, **over: Any) -> Addressee:
    return an_addressee(**{"challenge_id": challenge.id, "agency_id": AGENCY.id} | over)


@pytest.mark.parametrize("ask", QUESTIONS, ids=lambda ask: getattr(ask, "__name__", None) or ask.func.__name__)
def test_no_question_reads_a_long_table_from_end_to_end(record: Record, monkeypatch, ask):
    asked: list[tuple[str, Any]] = []
    honest = record.database.execute_sql

    def listening(sql: str, params: Any = None) -> Any:
        asked.append((sql, params))
        return honest(sql, params)

    monkeypatch.setattr(record.database, "execute_sql", listening)
    ask(record.database)
    assert asked
    for sql, params in list(asked):
        plan = [row[3] for row in honest(f"EXPLAIN QUERY PLAN {sql}", params)]
        assert not [step for step in plan if step.startswith("SCAN") and step.split()[1] in LONG], plan


def test_open_parts_say_to_whom_in_their_order_and_whether_they_are_still_worded(record: Record):
    others = an_agency(), an_agency()
    group, body = AgencyGroup(name="Districts", agency_ids=(AGENCY.id,)), a_body()
    challenge, draft = a_challenge(status=Status.RAISED), a_challenge(status=Status.DRAFT)
    lead = others[1].id
    jointly = part_of(challenge, kind=PartyKind.JOINT, agency_ids=(AGENCY.id, others[0].id, lead), lead_id=lead)
    parts = [
        part_of(challenge), jointly, part_of(challenge, kind=PartyKind.GROUP, group_id=group.id),
        part_of(challenge, kind=PartyKind.BODY, body_id=body.id), part_of(challenge, kind=PartyKind.PARTNERSHIP),
        part_of(draft, status=Status.DRAFT), part_of(challenge, status=Status.CLOSED),
    ]
    put(record, AGENCY, *others, group, body, challenge, draft, *parts)
    found = {one.id: one for one in today.open_parts(record.database)}
    assert set(found) == {one.id for one in parts[:-1]}
    assert [found[one.id].whom for one in parts[:5]] == [
        AGENCY.id, f"{AGENCY.id},{others[0].id},{lead}", group.id, body.id, None
    ]
    assert found[jointly.id].lead_id == lead
    assert [found[one.id].of_draft for one in parts[4:6]] == [0, 1]


def test_what_was_removed_is_in_no_answer(record: Record):
    challenge = a_challenge(status=Status.RAISED)
    part = part_of(challenge)
    visit = an_activity(status=ActivityStatus.PLANNED)
    meeting = a_meeting()
    kept = [
        AGENCY, challenge, a_challenge(status=Status.DRAFT), part, a_response(addressee_id=part.id),
        an_action(addressee_id=part.id), a_note(kind=NoteKind.CHASED, subject_id=part.id), visit,
        a_finding(kind=FindingKind.STRENGTH, activity_id=visit.id), an_undertaking(), meeting,
        a_paper(meeting_id=meeting.id),
    ]
    put(record, *kept)
    asked = {
        Addressee: today.open_parts, "draft": today.drafts, "answer": today.answers, "action": today.actions,
        "chase": today.chased, "visit": today.visits, "strength": today.strengths, "promise": today.promises,
        "meeting": partial(today.gatherings, since=TODAY),
    }
    assert {name: len(ask(record.database)) for name, ask in asked.items()} == dict.fromkeys(asked, 1)
    assert today.gatherings(record.database, TODAY)[0].paper_id
    put(record, *(replace(one, deleted_at=record.now()) for one in kept if one is not AGENCY))
    assert {name: len(ask(record.database)) for name, ask in asked.items()} == dict.fromkeys(asked, 0)


def test_the_last_chase_counts_and_only_of_who_owes_an_answer(record: Record):
    challenge = a_challenge(status=Status.RAISED)
    owing, answered = part_of(challenge), part_of(challenge, status=Status.RESPONDED)
    notes = [
        a_note(kind=kind, subject_id=about.id, noted_on=TODAY - days * DAY)
        for about, kind, days in (
            (owing, NoteKind.CHASED, 9), (owing, NoteKind.CHASED, 2), (owing, NoteKind.RANG, 1),
            (answered, NoteKind.CHASED, 3), (challenge, NoteKind.CHASED, 4),
        )
    ]
    put(record, AGENCY, challenge, owing, answered, *notes)
    assert today.chased(record.database) == {
        owing.id: (TODAY - 2 * DAY).isoformat(), challenge.id: (TODAY - 4 * DAY).isoformat()
    }


def test_days_are_summed_and_names_are_those_that_lists_use(record: Record):
    former = an_agency(name="Clinical Commissioning Group", short_name="")
    put(record, AGENCY, replace(former, deleted_at=record.now()), an_activity(days=1.5, held_on=TODAY),
        an_activity(days=2, held_on=TODAY - DAY), an_activity(days=9, held_on=TODAY, status=ActivityStatus.CANCELLED))
    assert today.days_spent(record.database, TODAY - DAY, TODAY) == 3.5
    put(record, TimeEntry(spent_on=TODAY, days=0.5), TimeEntry(spent_on=TODAY + DAY, days=4.0))
    assert today.days_spent(record.database, TODAY, TODAY) == 2.0
    assert today.names(record.database) == {AGENCY.id: "Police", former.id: "Clinical Commissioning Group"}
    assert today.has_any(record.database, "activity")
    assert not today.has_any(record.database, "finding")
    assert new_id() not in today.names(record.database)
