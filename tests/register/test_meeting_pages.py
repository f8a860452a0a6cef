"""Lines are kept in order, change their words, and are confirmed by the minute."""

from dataclasses import replace
from datetime import date

from scrutineer.domain.meeting_page import LineKind, MeetingLine, Told
from scrutineer.domain.organisation import Meeting
from scrutineer.domain.recommendation import Decision, Recommendation
from tests.factories import TODAY
from tests.register.at_meeting import HEARD, meeting, page, recommended, typed
from tests.register.conftest import refused

__all__ = ["HEARD", "meeting", "page", "recommended", "typed"]


def test_lines_are_kept_in_order_and_change_places(page, meeting, typed):
    first, second = typed(LineKind.NOTE, "One."), typed(LineKind.DECISION, "Two.")
    assert [line.place for line in page.of(meeting.id)] == [1, 2]
    page.move(second.id, -1)
    page.move(second.id, -1)
    assert [line.id for line in page.of(meeting.id)] == [second.id, first.id]
    page.take_out(second.id)
    assert [line.text for line in page.of(meeting.id)] == ["One."]
    assert refused(page.keep, MeetingLine(meeting_id=meeting.id))


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


def test_the_list_shows_what_comes_first_and_what_was_kept(register, begun, meeting, typed, page):
    register.meetings.save(Meeting(body_id=begun.body.id, held_on=date(2026, 9, 1)))
    typed(LineKind.STRENGTH, "They came prepared.")
    typed(LineKind.NOTE, "Apologies from two.")
    rows = page.rows()
    assert [(row.held_on, row.is_coming) for row in rows] == [
        (TODAY, True), (begun.meeting.held_on, True), (date(2026, 9, 1), False)]
    assert rows[0].kept == ((LineKind.NOTE, 1), (LineKind.STRENGTH, 1))
    assert (rows[1].body, rows[1].papers_due_on, rows[1].papers) == ("Executive Group", date(2026, 12, 4), 0)
