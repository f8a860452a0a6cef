"""A record with a board, its meeting, something seen and something asked, and the screen over it."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scrutineer.domain.activity import ActivityStatus, Finding, FindingKind
from scrutineer.domain.organisation import Body, Meeting
from scrutineer.domain.paper import Paper
from scrutineer.register.register import Register
from scrutineer.ui.jobs import InlineJobs
from scrutineer.ui.papers.page import PapersScreen
from scrutineer.ui.tools import Tools
from tests.factories import an_activity
from tests.ui.fakes import ChoosingMessages


@pytest.fixture
def messages() -> ChoosingMessages:
    """Which files are chosen is told by each test."""
    return ChoosingMessages()


@pytest.fixture
def meeting(register: Register) -> Meeting:
    """A meeting of the Executive Group before Christmas."""
    body = register.bodies.save(Body(name="Executive Group"))
    return register.meetings.save(Meeting(body_id=body.id, held_on=date(2026, 12, 18), papers_due_on=date(2026, 12, 4)))


@pytest.fixture
def paper(register: Register, meeting: Meeting) -> Paper:
    """A paper just begun for that meeting, over a strength that was seen."""
    visit = register.activities.save(an_activity(status=ActivityStatus.CARRIED_OUT, held_on=date(2026, 11, 12)))
    register.findings.save(Finding(
        activity_id=visit.id, kind=FindingKind.STRENGTH, text="Early-help teams hold a joint hour."
    ))
    return register.papers.save(register.papers.begin(meeting=meeting))


@pytest.fixture
def tools(tools: Tools, messages: ChoosingMessages) -> Tools:
    """With messages that choose files."""
    return dataclasses.replace(tools, messages=messages, jobs=InlineJobs(messages))


@pytest.fixture
def screen(tools: Tools, qtbot: QtBot, tmp_path: Path) -> PapersScreen:
    """The screen, in a wide window."""
    tools.preferences.last_folder = tmp_path
    made = PapersScreen(tools)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    tools.register.on_change(made.note_change)
    made.show()
    return made
