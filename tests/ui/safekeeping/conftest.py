"""The screen over a record, with a folder for backups."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scrutineer.ui.jobs import InlineJobs
from scrutineer.ui.safekeeping.page import SafeKeepingScreen
from scrutineer.ui.tools import Tools
from tests.ui.fakes import ChoosingMessages


@pytest.fixture
def messages() -> ChoosingMessages:
    """Which files are chosen is told by each test."""
    return ChoosingMessages()


@pytest.fixture
def tools(tools: Tools, messages: ChoosingMessages, tmp_path: Path) -> Tools:
    """With messages that choose files, and a folder for backups."""
    (tmp_path / "backups").mkdir()
    tools.preferences.backup_folder = tmp_path / "backups"
    return dataclasses.replace(tools, messages=messages, jobs=InlineJobs(messages))


@pytest.fixture
def screen(tools: Tools, qtbot: QtBot) -> SafeKeepingScreen:
    """The screen, in a wide window."""
    made = SafeKeepingScreen(tools)
    qtbot.addWidget(made)
    tools.register.on_change(made.note_change)
    made.resize(1280, 800)
    made.show()
    return made
