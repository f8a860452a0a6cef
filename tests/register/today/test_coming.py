"""The next fourteen days: visits, meetings and the days by which papers must be in."""

from __future__ import annotations

from datetime import date, timedelta

from scrutineer.domain.activity import ActivityStatus
from tests.factories import TODAY, an_activity
from tests.register.today.conftest import on

DAY = timedelta(days=1)


def test_the_fortnight_shows_visits_meetings_and_paper_deadlines_in_order(register, begun):
    for days, status in ((14, "planned"), (15, "planned"), (1, "confirmed"), (2, "cancelled")):
        register.activities.save(an_activity(
            title=f"In {days}", held_on=TODAY + days * DAY, status=ActivityStatus(status), agency_ids=(begun.la.id,)
        ))
    rows = register.today_page().fortnight
    assert [(row.when, row.title, row.detail) for row in rows] == [
        ("Tue 24 Nov", "In 1", "LA"),
        ("Fri 4 Dec", "Paper deadline: Executive Group", "for 18 Dec"),
        ("Mon 7 Dec", "In 14", "LA"),
    ]
    assert (rows[1].id, rows[1].deed, rows[1].deed_id) == ("", "write", begun.meeting.id)
    paper = register.papers.save(register.papers.begin(meeting=begun.meeting))
    row = register.today_page().fortnight[1]
    assert (row.id, row.deed, row.deed_id) == (paper.id, "go_on", paper.id)
    register.papers.issue(paper.id, TODAY, "Paper.docx", b"")
    assert [row.kind for row in register.today_page().fortnight] == ["activity", "activity"]


def test_a_visit_without_an_agency_says_where_in_the_system_it_looks(register):
    register.activities.save(an_activity(held_on=TODAY, status=ActivityStatus.PLANNED))
    row = register.today_page().fortnight[0]
    assert (row.when, row.detail) == ("Mon 23 Nov", "Front line")


def test_a_meeting_itself_stands_in_the_fortnight(register, begun):
    rows = on(register, date(2026, 12, 14), lambda page: list(page.fortnight))
    assert [(row.kind, row.when, row.title) for row in rows] == [("meeting", "Fri 18 Dec", "Executive Group")]


def test_a_meeting_with_two_papers_stands_there_once_and_one_that_is_issued_ends_its_deadline(register, begun):
    for _ in range(2):
        paper = register.papers.save(register.papers.begin(meeting=begun.meeting))
    assert len(register.today_page().fortnight) == 1
    register.papers.issue(paper.id, TODAY, "Paper.docx", b"")
    assert register.today_page().fortnight == ()
