"""A line typed at a meeting is kept, becomes what it is, and can be taken back as long as nothing hangs on it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scrutineer.domain.activity import ActivityType, FindingKind
from scrutineer.domain.challenge import Position, Quality, Status
from scrutineer.domain.meeting_page import LineKind, MeetingLine, Told
from scrutineer.domain.organisation import Meeting
from scrutineer.domain.recommendation import Decision, Recommendation
from scrutineer.domain.reply import Channel
from tests.factories import TODAY, a_paper
from tests.register.conftest import refused

HEARD = "We read ten plans a month from January."


@pytest.fixture
def meeting(register, begun):
    return register.meetings.save(Meeting(body_id=begun.body.id, held_on=TODAY))


@pytest.fixture
def page(register):
    return register.meeting_pages


@pytest.fixture
def typed(page, meeting):
    """Keep a line of this kind at the meeting."""

    def typed(kind, text=HEARD, about=None, told=None, **over):
        subject = {"subject_kind": about.KIND, "subject_id": about.id} if about else {}
        return page.keep(MeetingLine(meeting_id=meeting.id, kind=kind, text=text, **subject | over), told)

    return typed


@pytest.fixture
def recommended(register, meeting):
    paper = register.papers.save(a_paper(meeting_id=meeting.id))
    return register.recommendations.save(Recommendation(text="Name a reader.", paper_id=paper.id))


def test_lines_are_kept_in_order_and_change_places(page, meeting, typed):
    first, second = typed(LineKind.NOTE, "One."), typed(LineKind.DECISION, "Two.")
    assert [line.place for line in page.of(meeting.id)] == [1, 2]
    page.move(second.id, -1)
    page.move(second.id, -1)
    assert [line.id for line in page.of(meeting.id)] == [second.id, first.id]
    page.take_out(second.id)
    assert [line.text for line in page.of(meeting.id)] == ["One."]
    assert refused(page.keep, MeetingLine(meeting_id=meeting.id))


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


def test_an_answer_is_taken_back_whole(register, begun, put, typed, page):
    challenge, (police, _) = put()
    line = typed(LineKind.ANSWER, about=challenge, agency_id=begun.police.id)
    page.back_to_note(line.id)
    again = register.challenges.part(police.id)
    assert (again.status, again.position, again.answered_on) == (Status.RAISED, None, None)
    assert register.replies.all() == register.challenges.responses(police.id) == []
    assert register.challenges.get(challenge.id).status is Status.RAISED


def test_an_answer_on_which_something_hangs_stays(register, begun, put, typed, page):
    challenge, (police, icb) = put()
    line = typed(LineKind.ANSWER, about=challenge, agency_id=begun.police.id)
    (response,) = register.challenges.responses(police.id)
    register.replies.judge(response.id, Quality.FULL, "", TODAY)
    assert "your view" in refused(page.back_to_note, line.id)["kind"]
    other = typed(LineKind.ANSWER, about=challenge, agency_id=begun.icb.id)
    register.courses.ask_more(icb.id, "And at night?", TODAY + timedelta(days=20))
    assert "further step" in refused(page.take_out, other.id)["kind"]
    assert page.get(line.id).kind is page.get(other.id).kind is LineKind.ANSWER


def test_a_second_word_leaves_the_first_when_it_is_taken_back(register, begun, put, answer, typed, page):
    challenge, (police, _) = put()
    answer(police)
    line = typed(LineKind.ANSWER, about=challenge, agency_id=begun.police.id, told=Told(Position.NOT_ACCEPTED))
    assert register.challenges.part(police.id).position is Position.NOT_ACCEPTED
    page.take_out(line.id)
    after = register.challenges.part(police.id)
    assert (after.status, after.position) == (Status.RESPONDED, Position.ACCEPTED)


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


def test_a_finding_goes_back_to_a_note_unless_it_lives_on(register, typed, page):
    line = typed(LineKind.STRENGTH, "They came prepared.")
    page.keep(replace(line, kind=LineKind.CONCERN))
    (finding,) = register.findings.all()
    assert finding.kind is FindingKind.CONCERN
    page.back_to_note(line.id)
    assert register.findings.all() == []
    line = typed(LineKind.STRENGTH, "They thank each other.")
    (finding,) = register.findings.all()
    register.findings.pass_on(finding.id, "Districts", TODAY)
    assert "passed on" in refused(page.back_to_note, line.id)["kind"]


def test_other_words_reach_what_the_line_became(register, begun, put, typed, page, recommended):
    challenge, (police, _) = put()
    answer = typed(LineKind.ANSWER, about=challenge, agency_id=begun.police.id)
    promise = typed(LineKind.PROMISE, "I send the tool.")
    declined = typed(LineKind.DECISION, "Too early.", about=recommended, told=Told(decision=Decision.DECLINED))
    for line in (answer, promise, declined):
        page.keep(replace(line, text="Other words."))
    assert register.replies.all()[0].text == register.challenges.responses(police.id)[0].text == "Other words."
    assert register.undertakings.all()[0].text == "Other words."
    assert register.recommendations.get(recommended.id).reason == "Other words."


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


def test_what_is_left_for_later_goes_on_waiting(register, typed, page, recommended):
    line = typed(LineKind.DECISION, "More numbers.", about=recommended, told=Told(decision=Decision.AWAITED))
    assert page.told_of(line).decision is Decision.AWAITED
    assert "More numbers." in register.notes.of(recommended.id)[0].text
    page.take_out(line.id)
    assert register.notes.of(recommended.id) == []


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


def test_the_minute_confirms_what_was_heard(register, begun, put, meeting, typed, page, recommended):
    challenge, _ = put()
    first = typed(LineKind.ANSWER, about=challenge, agency_id=begun.police.id)
    second = typed(LineKind.ANSWER, about=challenge, agency_id=begun.icb.id)
    typed(LineKind.DECISION, "Agreed.", about=recommended)
    page.minute_line(first.id, "7.2")
    assert page.minute(meeting.id, "EG/12") == 1
    assert {one.minute_ref for one in register.replies.all()} == {"7.2", "EG/12"}
    assert register.recommendations.get(recommended.id).minute_ref == "EG/12"
    assert (page.get(first.id).minute_ref, page.get(second.id).minute_ref) == ("7.2", "EG/12")
    assert register.meetings.get(meeting.id).minute_ref == "EG/12"
    assert page.shown(meeting.id)[0].became == "noted, confirmed by the minute"
    assert "minute_ref" in refused(page.minute, meeting.id, " ")


def test_the_meetings_own_matters_are_offered_first(register, begun, put, meeting, page, recommended):
    put(title="Elsewhere")
    put(title="Here", meeting_id=meeting.id)
    register.recommendations.save(Recommendation(text="From a review."))
    assert [one.words.split(" ", 1)[1] for one in page.subjects(meeting.id)] == [
        "Here", "Name a reader", "Elsewhere", "From a review"]
    assert page.subjects(meeting.id)[0].agency_ids == begun.partners[1:]


def test_a_meeting_to_come_takes_notes_only(register, begun, page):
    line = MeetingLine(meeting_id=begun.meeting.id, text="Ask about nights.")
    assert page.keep(line).kind is LineKind.NOTE
    assert "kind" in refused(page.keep, replace(line, kind=LineKind.STRENGTH))
    assert register.activities.all() == []


def test_the_list_shows_what_comes_first_and_what_was_kept(register, begun, meeting, typed, page):
    register.meetings.save(Meeting(body_id=begun.body.id, held_on=date(2026, 9, 1)))
    typed(LineKind.STRENGTH, "They came prepared.")
    typed(LineKind.NOTE, "Apologies from two.")
    rows = page.rows()
    assert [(row.held_on, row.is_coming) for row in rows] == [
        (TODAY, True), (begun.meeting.held_on, True), (date(2026, 9, 1), False)]
    assert rows[0].kept == ((LineKind.NOTE, 1), (LineKind.STRENGTH, 1))
    assert (rows[1].body, rows[1].papers_due_on, rows[1].papers) == ("Executive Group", date(2026, 12, 4), 0)
