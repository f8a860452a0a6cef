from __future__ import annotations

from datetime import timedelta

from scrutineer.domain.activity import Activity, ActivityType, Finding
from scrutineer.domain.meeting_page import LineKind
from scrutineer.domain.note import Undertaking
from scrutineer.domain.organisation import Meeting
from scrutineer.domain.recommendation import Decision, Embedded, RecommendationSource
from scrutineer.register.register import Register
from tests.factories import TODAY


def typed(register: Register) -> Meeting:
    """The meeting of which most was typed."""
    pages = register.meeting_pages
    return max(register.meetings.all(), key=lambda one: len(pages.of(one.id)))


def test_a_meeting_was_typed_while_it_happened_and_its_lines_became_what_they_are(register: Register):
    meeting = typed(register)
    lines = register.meeting_pages.of(meeting.id)
    assert {one.kind for one in lines} == set(LineKind) - {LineKind.ANSWER, LineKind.CONCERN}
    made = {one.kind: one.made_kind for one in lines}
    assert made == {
        LineKind.NOTE: "", LineKind.STRENGTH: Finding.KIND, LineKind.DECISION: "recommendation",
        LineKind.QUESTION: Finding.KIND, LineKind.PROMISE: Undertaking.KIND,
    }  # fmt: skip
    activity, = register.desk.reader.all(
        Activity, meeting_id=meeting.id, type=ActivityType.MEETING_OBSERVATION
    )
    assert activity.is_done


def test_each_line_that_was_decided_has_a_minute_of_its_own(register: Register):
    decided = [one for one in register.meeting_pages.all() if one.kind is LineKind.DECISION]
    assert len({one.minute_ref for one in decided}) == len(decided) == 2


def test_no_minute_is_there_before_its_meeting_was(register: Register):
    for meeting in register.meetings.all():
        if meeting.minute_ref:
            assert meeting.held_on <= TODAY
    meeting = typed(register)
    past = register.as_at(meeting.held_on - timedelta(days=1))
    assert past.meetings.get(meeting.id).minute_ref == ""
    assert [one.minute_ref for one in past.meetings.all() if one.held_on > meeting.held_on and one.minute_ref] == []
    past.close()


def test_recommendations_come_from_many_places_and_have_come_to_many(register: Register):
    found = register.recommendations.all()
    assert {one.source for one in found} == set(RecommendationSource) - {RecommendationSource.SAR}
    assert {one.decision for one in found} == set(Decision)
    for one in found:
        assert one.decision is Decision.AWAITED or one.meeting_id
        if one.embedded is not Embedded.NOT_TESTED:
            assert one.seen
    assert any(register.recommendations.actions_of(one.id) for one in found)


def test_the_paper_that_is_being_written_asks_two_things_of_its_meeting(register: Register):
    assert len(register.recommendations.of_paper(register.papers.all()[-1].id)) == 2


def test_papers_are_due_before_the_meeting_that_reads_them(register: Register):
    due = [one for one in register.meetings.all() if one.papers_due_on]
    assert len(due) > 5
    assert all(one.papers_due_on < one.held_on for one in due)
