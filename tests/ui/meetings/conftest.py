"""A board that meets today, with a paper that recommends something and a challenge that two agencies are to answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.domain.meeting_page import LineKind, MeetingLine
from scrutineer.domain.organisation import Agency, Body, Meeting
from scrutineer.domain.recommendation import Recommendation
from scrutineer.register.register import Register
from scrutineer.ui.meetings.page import MeetingsScreen
from scrutineer.ui.tools import Tools
from tests.factories import TODAY, a_paper, an_agency


@pytest.fixture
def parent(register: Register, qtbot: QtBot) -> Iterator[QWidget]:
    """A window over which sheets stand; they go before the record does."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    yield made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def police(register: Register) -> Agency:
    return register.agencies.save(an_agency())


@pytest.fixture
def meeting(register: Register) -> Meeting:
    body = register.bodies.save(Body(name="Strategic Board"))
    return register.meetings.save(Meeting(body_id=body.id, held_on=TODAY, place="County Hall"))


@pytest.fixture
def challenge(register: Register, police: Agency, meeting: Meeting) -> Challenge:
    council = register.agencies.save(an_agency(name="Exampleshire Council", short_name="LA"))
    parties = [Addressee(agency_id=one.id) for one in (police, council)]
    asked = Challenge(title="Is every interview read?", text="How do you know?", meeting_id=meeting.id)
    return register.challenges.put_to(asked, parties)


@pytest.fixture
def recommended(register: Register, meeting: Meeting) -> Recommendation:
    paper = register.papers.save(a_paper(body_id=meeting.body_id, meeting_id=meeting.id))
    return register.recommendations.save(Recommendation(text="Name a reader. Tell the Board.", paper_id=paper.id))


@pytest.fixture
def answer(register: Register, meeting: Meeting, challenge: Challenge, police: Agency) -> MeetingLine:
    """A line that is an answer of the police."""
    return register.meeting_pages.keep(MeetingLine(
        meeting_id=meeting.id, kind=LineKind.ANSWER, text="We read ten a month.", agency_id=police.id,
        subject_kind=Challenge.KIND, subject_id=challenge.id,
    ))


@pytest.fixture
def screen(tools: Tools, register: Register, meeting: Meeting, qtbot: QtBot) -> Iterator[MeetingsScreen]:
    """The room, in a wide window."""
    made = MeetingsScreen(tools)
    qtbot.addWidget(made)
    register.on_change(made.note_change)
    made.resize(1280, 800)
    made.show()
    yield made
    made.finish()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
