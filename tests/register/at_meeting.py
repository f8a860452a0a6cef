"""A meeting of today with a paper that recommends something, and lines that are typed there."""


import pytest

from scrutineer.domain.meeting_page import MeetingLine
from scrutineer.domain.organisation import Meeting
from scrutineer.domain.recommendation import Recommendation
from tests.factories import TODAY, a_paper

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
