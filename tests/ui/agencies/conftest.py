"""The Agencies screen over a new record, and hands that press its buttons."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scrutineer.ui.agencies.page import AgenciesScreen
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.table import RecordTable
from tests.ui import window


@pytest.fixture
def screen(tools: Tools, qtbot: QtBot) -> AgenciesScreen:
    made = AgenciesScreen(tools)
    qtbot.addWidget(made)
    tools.register.on_change(made.note_change)
    made.resize(1200, 800)
    made.show()
    return made


def press(within: QWidget, name: str) -> None:
    window.press(within, name)
    QApplication.processEvents()      # a deed is done once the button has come to rest


def said(screen: AgenciesScreen) -> list[str]:
    return window.said(screen)


def table(screen: AgenciesScreen, code: str) -> RecordTable:
    found = screen.findChild(RecordTable, f"list-{code}")
    assert found is not None
    return found
