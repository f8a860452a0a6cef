"""A record with two days, and the window over it: yesterday a challenge was put, today it has other words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from scrutineer import paths
from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.domain.dates import end_of_day
from scrutineer.domain.evidence import Attachment
from scrutineer.domain.organisation import Agency, Body
from scrutineer.domain.paper import Paper
from scrutineer.register.register import Register
from scrutineer.storage import key
from scrutineer.ui.main_window import MainWindow
from scrutineer.ui.past.window import PastWindow
from scrutineer.ui.tools import Tools
from tests.factories import (
    TODAY,
    a_finding,
    a_partnership,
    a_scrutineer,
    an_action,
    an_activity,
    an_agency,
    an_evidence,
)
from tests.ui import window
from tests.ui.fakes import FakeMessages

YESTERDAY = TODAY - timedelta(days=1)
PASSPHRASE = "three invented words"
THEN, NOW = "Who was told on the night?", "Who was told, and when?"


class Days(NamedTuple):
    """The record as it is, and what was written in it yesterday."""

    register: Register
    challenge: Challenge
    agency: Agency
    paper: Paper
    file: Attachment


@pytest.fixture
def days(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Days]:
    """Written at noon of two days; the window is opened on the second."""
    monkeypatch.setattr(key, "ROUNDS", 1)
    day = [YESTERDAY]

    def now() -> datetime:
        return end_of_day(day[0]) - timedelta(hours=12)

    register = Register.begin(
        tmp_path / "example.scrutiny", PASSPHRASE, a_partnership(), a_scrutineer(), today=lambda: day[0], now=now
    )
    made = _written(register)
    day[0] = TODAY
    register.challenges.reword(replace(made.challenge, text=NOW))
    register.activities.save(an_activity(title="Seen this morning"))
    yield made
    register.close()


def _written(register: Register) -> Days:
    agency = register.agencies.save(an_agency())
    put = Challenge(title="The night desk", text=THEN)
    challenge = register.challenges.put_to(put, [Addressee(agency_id=agency.id)])
    (part,) = register.challenges.parts(challenge.id)
    activity = register.activities.save(an_activity(agency_ids=(agency.id,)))
    register.findings.save(a_finding(activity_id=activity.id))
    entry = register.evidence.save(an_evidence())
    register.evidence.link(part, entry)
    file = register.attachments.attach(entry, "audit.pdf", b"%PDF", "")
    body = register.bodies.save(Body(name="Executive Group"))
    register.actions.save(an_action(challenge_id=challenge.id, addressee_id=part.id))
    begun = register.papers.begin(body=body)
    return Days(register, challenge, agency, register.papers.save(begun), file)


@pytest.fixture
def tools(days: Days, tmp_path: Path) -> Tools:
    """What the window is handed."""
    return window.tools_for(days.register, tmp_path)


@pytest.fixture
def messages(tools: Tools) -> FakeMessages:
    """What was said in the way."""
    assert isinstance(tools.messages, FakeMessages)
    return tools.messages


@pytest.fixture
def live(tools: Tools, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window over the record as it is."""
    monkeypatch.setattr(paths, "opened", lambda: tmp_path / "opened")
    made = MainWindow(tools.register, tools.jobs, tools.messages, tools.preferences)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    yield made
    made.close()


def gone_back(live: MainWindow, day: date = YESTERDAY) -> PastWindow:
    """The window over a past day in the place of the live one."""
    window = live.reading or live
    assert isinstance(window, MainWindow)
    PastWindow.show_in_place_of(window, live.tools.register.as_at(day))
    assert isinstance(live.reading, PastWindow)
    live.reading.resize(1280, 800)      # the screen of tests is smaller than that
    return live.reading


@pytest.fixture
def past(live: MainWindow) -> PastWindow:
    """As it stood yesterday."""
    return gone_back(live)
