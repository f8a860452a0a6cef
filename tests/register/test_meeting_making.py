"""A line becomes an answer, a finding, a decision or a promise, each where such records stand."""

from dataclasses import replace
from datetime import timedelta

from scrutineer.domain.activity import ActivityType, FindingKind
from scrutineer.domain.challenge import Position, Status
from scrutineer.domain.meeting_page import LineKind, MeetingLine, Told
from scrutineer.domain.recommendation import Decision
from scrutineer.domain.reply import Channel
from tests.factories import TODAY
from tests.register.at_meeting import HEARD, meeting, page, recommended, typed
from tests.register.conftest import refused

__all__ = ["HEARD", "meeting", "page", "recommended", "typed"]


def test_an_answer_stands_under_the_part_of_the_agency_that_gave_it(register, begun, put, meeting, typed, page):
    challenge, (police, icb) = put()
    line = typed(LineKind.ANSWER, about=challenge, agency_id=begun.police.id, told=Told(Position.ACCEPTED))
    (reply,) = register.replies.all()
    assert (reply.channel, reply.meeting_id, reply.as_i_heard_it, reply.sender) == (
        Channel.SPOKEN, meeting.id, True, "Police")
    answered = register.challenges.part(police.id)
    assert (answered.status, answered.position, answered.answered_on) == (Status.RESPONDED, Position.ACCEPTED, TODAY)
    assert register.challenges.part(icb.id).status is Status.RAISED
    assert page.told_of(line).position is Position.ACCEPTED
    (shown,) = page.shown(meeting.id)
    assert (shown.about, shown.who, shown.became) == (
        f"C-2026-001 {challenge.title}", "Police", "accepted, as I heard it")


def test_who_answered_is_asked_only_when_it_cannot_be_told(register, begun, put, typed, page, meeting):
    challenge, _ = put()
    assert refused(typed, LineKind.ANSWER, about=challenge) == {"agency_id": "Say who said it: Police or ICB."}
    assert "agency_id" in refused(typed, LineKind.ANSWER, about=challenge, agency_id=begun.district.id)
    assert "subject_id" in refused(typed, LineKind.ANSWER)
    alone, (part,) = put(begun.la.id)
    typed(LineKind.ANSWER, about=alone)
    assert register.challenges.part(part.id).position is Position.NOTED
    assert len(page.of(meeting.id)) == 1


def test_a_strength_is_a_finding_of_the_meeting_which_is_its_own_activity(register, begun, meeting, typed, put):
    challenge, _ = put(themes=("Missing",))
    typed(LineKind.STRENGTH, "They came prepared.", agency_id=begun.la.id)
    typed(LineKind.QUESTION, "Who reads them at night?", about=challenge)
    (activity,) = register.activities.all()
    assert (activity.type, activity.meeting_id, activity.held_on, activity.is_done, activity.agency_ids) == (
        ActivityType.MEETING_OBSERVATION, meeting.id, TODAY, True, (begun.la.id,))
    strength, question = register.activities.findings(activity.id)
    assert (strength.kind, strength.agency_ids) == (FindingKind.STRENGTH, (begun.la.id,))
    assert (question.kind, question.themes) == (FindingKind.QUESTION, ("Missing",))


def test_a_decision_is_recorded_on_its_recommendation_or_stands_by_itself(register, meeting, typed, page, recommended):
    alone = typed(LineKind.DECISION, "We meet monthly.")
    assert (alone.made_kind, alone.made_id) == ("", None)
    wording, told = "Name two readers.", Told(decision=Decision.AMENDED)
    line = typed(LineKind.DECISION, wording, about=recommended, told=told)
    decided = register.recommendations.get(recommended.id)
    assert (decided.decision, decided.wording, decided.meeting_id, decided.decided_on) == (
        Decision.AMENDED, wording, meeting.id, TODAY)
    assert "decided already" in refused(typed, LineKind.DECISION, about=recommended)["subject_id"]
    page.back_to_note(line.id)
    assert register.recommendations.get(recommended.id).decision is Decision.AWAITED


def test_a_promise_is_mine_unless_an_agency_made_it(register, begun, put, answer, typed, page):
    typed(LineKind.PROMISE, "I send the tool.", told=Told(by=TODAY + timedelta(days=5)))
    (mine,) = register.undertakings.open()
    assert (mine.to_whom, mine.due_on) == ("Executive Group", TODAY + timedelta(days=5))
    challenge, (police, icb) = put()
    answer(police)
    line = typed(LineKind.PROMISE, "We name a reader.", about=challenge, agency_id=begun.police.id)
    assert register.challenges.part(police.id).status is Status.ACTION_AGREED
    typed(LineKind.PROMISE, "We train her.", about=challenge, agency_id=begun.police.id)
    early = typed(LineKind.PROMISE, "We look.", about=challenge, agency_id=begun.icb.id)
    assert register.challenges.part(icb.id).status is Status.RAISED
    assert len(register.actions.lines()) == 3
    page.take_out(early.id)
    page.take_out(page.all(text="We train her.")[0].id)
    page.back_to_note(line.id)
    assert register.challenges.part(police.id).status is Status.RESPONDED
    assert register.actions.lines() == []


def test_an_agencys_promise_follows_a_recommendation_or_stands_alone(register, begun, typed, page, recommended):
    typed(LineKind.PROMISE, "We name her.", about=recommended, agency_id=begun.la.id)
    (action,) = register.recommendations.actions_of(recommended.id)
    assert action.agency_id == begun.la.id
    typed(LineKind.PROMISE, "We host the next one.", agency_id=begun.la.id)
    assert [line.party for line in register.actions.lines()] == ["LA", "LA"]
    assert [line.reference for line in register.actions.lines()] == ["EX-R-2026-001", ""]


def test_a_meeting_to_come_takes_notes_only(register, begun, page):
    line = MeetingLine(meeting_id=begun.meeting.id, text="Ask about nights.")
    assert page.keep(line).kind is LineKind.NOTE
    assert "kind" in refused(page.keep, replace(line, kind=LineKind.STRENGTH))
    assert register.activities.all() == []
