"""One open record for each test of the Challenges screen, on Monday 23 November 2026."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scrutineer.domain.organisation import Agency, PartnerStatus
from scrutineer.register.register import Register
from scrutineer.storage import key
from scrutineer.ui.challenges.detail import ChallengeDetail
from scrutineer.ui.jobs import InlineJobs
from scrutineer.ui.preferences import Preferences
from scrutineer.ui.tools import Tools
from tests.factories import MOMENT, TODAY, a_partnership, a_scrutineer
from tests.ui.challenges.room import Notices, Room
from tests.ui.fakes import FakeMessages

PASSPHRASE = "three invented words"
PARTNERS = (
    ("Exampleshire Council", "LA"), ("Exampleshire Constabulary", "Police"), ("Integrated Care Board", "ICB"),
)  # fmt: skip


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with the three statutory partners, closed: to copy it is quicker than to begin another."""
    path = tmp_path_factory.mktemp("begun") / "example.scrutiny"
    with pytest.MonkeyPatch.context() as cheap:
        cheap.setattr(key, "ROUNDS", 1)
        register = Register.begin(path, PASSPHRASE, a_partnership(), a_scrutineer(), today=lambda: TODAY)
        with register.desk.act() as act:
            for name, short in PARTNERS:
                act.put(Agency(name=name, short_name=short, status=PartnerStatus.STATUTORY))
        register.close()
    return path


@pytest.fixture
def detail(room: Room, qtbot: QtBot) -> ChallengeDetail:
    """An empty sheet on which a challenge is shown."""
    made = ChallengeDetail(room.tools)
    qtbot.addWidget(made)
    made.resize(480, 700)
    made.show()
    return made


@pytest.fixture
def room(begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Room]:
    """A record with the three statutory partners."""
    monkeypatch.setattr(key, "ROUNDS", 1)
    path = shutil.copy(begun, tmp_path / begun.name)
    register = Register.open(path, PASSPHRASE, today=lambda: TODAY, now=lambda: MOMENT)
    parent, messages, said = QWidget(), FakeMessages(), Notices()
    parent.resize(1280, 800)
    qtbot.addWidget(parent)
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    tools = Tools(register, InlineJobs(messages), messages, Preferences(settings), said)
    yield Room(register, tools, messages, said, *register.agencies.all(), parent)
    register.close()
