"""What the lists of meetings and of recommendations say."""

from scrutineer.domain.action import Action
from scrutineer.domain.dates import WorkingDays
from scrutineer.domain.meeting_page import LineKind, MeetingLine
from scrutineer.domain.recommendation import Decision, Embedded, Recommendation, RecommendationSource
from scrutineer.ui.meetings.columns import FILTERS, MEETINGS, NOTHING, meeting_columns, passes, recommendation_columns
from tests.factories import TODAY, a_meeting


def said(columns, line):
    return [column.words(line) for column in columns]


def test_a_meeting_shows_its_day_its_deadline_and_what_was_kept(register, meeting):
    register.meetings.save(a_meeting())
    register.meeting_pages.keep(MeetingLine(meeting_id=meeting.id, kind=LineKind.DECISION, text="We meet monthly."))
    columns = meeting_columns(lambda: TODAY, WorkingDays)
    today, coming = register.meeting_pages.rows()
    assert said(columns, today) == ["Strategic Board, 1 decision", "23 Nov, today", ""]
    assert said(columns, coming) == ["Meeting", "7 Dec, to come", "papers due 30 Nov, 5 working days left"]


def test_a_recommendation_shows_its_decision_and_what_became_of_it(register, police):
    kept = register.recommendations
    one = kept.save(Recommendation(text="Read every plan.", source=RecommendationSource.LCSPR, source_title="Child A",
                                   agency_ids=(police.id,)))  # fmt: skip
    columns = recommendation_columns(lambda: TODAY)
    assert said(columns, kept.lines()[0]) == [
        "Read every plan, R-2026-001 · Local child safeguarding practice review, Child A · for Police",
        "Awaiting a decision", ""]
    kept.decide(one.id, Decision.ACCEPTED, TODAY)
    kept.follow(one.id, Action(text="Read ten."))
    assert said(columns, kept.lines()[0])[1:] == ["Accepted, 23 Nov 2026", "Not tested yet, 1 of 1 action open"]
    kept.test(one.id, Embedded.EMBEDDED, TODAY, "I read ten.")
    assert said(columns, kept.lines()[0])[2] == "● Embedded"


def test_each_filter_says_what_belongs_there(register):
    assert set(NOTHING) == {choice.code for choice in FILTERS} - {MEETINGS}
    register.recommendations.save(Recommendation(text="Read every plan."))
    (line,) = register.recommendations.lines()
    assert [code for code in NOTHING if passes(line, code, TODAY)] == ["awaiting", "all"]
