"""What can show something and what does, read from the columns alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scrutineer.domain.action import Seen
from scrutineer.domain.activity import ActivityStatus
from scrutineer.domain.entity import Entity
from scrutineer.domain.evidence import Attachment, Evidence, EvidenceKind, EvidenceLink
from scrutineer.domain.update import ProgressUpdate, Side
from scrutineer.storage.evidence_lines import LinkRow, files_with, link_rows, source_rows
from scrutineer.storage.record import Record
from tests.factories import (
    TODAY,
    a_body,
    a_challenge,
    a_finding,
    a_meeting,
    a_reply,
    a_response,
    an_action,
    an_activity,
    an_addressee,
    an_agency,
)
from tests.storage.conftest import put


def link(subject: Entity, source: Entity, shows: str = "") -> EvidenceLink:
    return EvidenceLink(
        subject_kind=subject.KIND, subject_id=subject.id, source_kind=source.KIND, source_id=source.id, shows=shows
    )


def test_every_kind_of_source_is_read_with_the_codes_that_tell_what_it_is(record: Record):
    body, visit = a_body(), an_activity(reference="EX-A-2026-001")
    entry = Evidence(title="Audit", kind=EvidenceKind.SINGLE_AUDIT, is_sampled=True, reference="EX-E-2026-001")
    put(
        record, body, visit, entry, an_action(id="a"), a_finding(activity_id=visit.id, text="They knew."),
        a_meeting(body_id=body.id, held_on=TODAY, papers_due_on=None), a_reply(sender="The chief"),
        ProgressUpdate(action_id="a", side=Side.SEEN, noted_on=TODAY, seen=Seen.IN_PART, text="In two teams."),
        ProgressUpdate(action_id="a", noted_on=TODAY, text="They say so."),
    )
    rows = {row.record: row for row in source_rows(record.database, TODAY)}
    assert set(rows) == {"evidence", "activity", "finding", "meeting", "reply", "progress_update"}
    assert rows["evidence"].codes == ("single_agency_audit", 1, "moderate")
    assert rows["finding"][2:] == ("EX-A-2026-001", "They knew.", "2026-11-16", ("strength", "front_line_visit"))
    assert rows["meeting"].title == "Executive Group"
    assert (rows["reply"].title, rows["reply"].codes) == ("Thank you for your letter.", ("email", "The chief"))
    assert (rows["progress_update"].title, rows["progress_update"].codes) == ("In two teams.", ("in_part",))


@pytest.mark.parametrize("ahead", [
    an_activity(status=ActivityStatus.PLANNED), a_meeting(held_on=TODAY + timedelta(days=1), papers_due_on=None),
], ids=lambda one: one.KIND)  # fmt: skip
def test_what_has_not_taken_place_shows_nothing_yet(record: Record, ahead: Entity):
    put(record, ahead)
    assert source_rows(record.database, TODAY) == []


def test_a_reply_with_a_subject_is_called_by_it(record: Record):
    put(record, a_reply(subject="RE: Interviews"))
    (row,) = source_rows(record.database, TODAY)
    assert row.title == "RE: Interviews"


def test_whatever_a_link_is_about_its_challenge_is_told(record: Record):
    challenge, visit = a_challenge(reference="EX-C-2026-007"), an_activity()
    agency = an_agency()
    part = an_addressee(challenge_id=challenge.id, agency_id=agency.id)
    action = an_action(challenge_id=challenge.id, addressee_id=part.id)
    response = a_response(addressee_id=part.id)
    of_action = ProgressUpdate(action_id=action.id, noted_on=TODAY, text="Said.")
    of_answer = ProgressUpdate(response_id=response.id, noted_on=TODAY, text="Said.")
    subjects = (challenge, part, action, response, of_action, of_answer)
    put(record, agency, visit, *subjects, *(link(one, visit, one.KIND) for one in subjects))
    assert sorted(link_rows(record.database)) == sorted(
        LinkRow(visit.id, one.KIND, "EX-C-2026-007") for one in subjects
    )


def test_a_link_about_something_else_says_no_challenge_and_one_taken_back_is_gone(record: Record):
    visit, entry = an_activity(), Evidence(title="Audit")
    taken_back = link(entry, visit)
    put(record, visit, entry, link(visit, entry, "It was read there"), taken_back)
    with record.gate.act() as act:
        act.remove(taken_back)
    assert link_rows(record.database) == [LinkRow(entry.id, "It was read there", "")]


def test_the_versions_of_a_file_count_as_one(record: Record):
    names = ("Letter.pdf", "letter.PDF", "plan.docx")
    put(record, *(Attachment(subject_kind="reply", subject_id="r", file_name=name, sha256="0" * 64) for name in names))
    assert files_with(record.database) == {"r": 2}
