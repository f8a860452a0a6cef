"""Enter presses the button that has the keyboard, and does nothing else besides."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from scrutineer.ui.widgets.card import Card
from scrutineer.ui.widgets.card_row import CardRow
from scrutineer.ui.widgets.parts import icon_button
from scrutineer.ui.widgets.sheet import Sheet


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    made = Sheet()
    qtbot.addWidget(made)
    card = Card("Answers awaited", "None.", parent=made)
    card.show_rows([CardRow("challenge", "1", "Fathers in assessments", actions=(("chase", "Note a chase"),))])
    body = QVBoxLayout(made)
    body.addWidget(card)
    body.addWidget(icon_button("close", "Close it", "close"))
    made.show()
    made.activateWindow()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_of_a_row_acts_and_the_row_is_not_opened(sheet: Sheet, qtbot: QtBot, key: Qt.Key) -> None:
    card, chase = sheet.findChild(Card), sheet.findChild(QPushButton, "chase-1")
    assert card is not None
    assert chase is not None
    opened: list[tuple[str, str]] = []
    card.opened.connect(lambda kind, id_: opened.append((kind, id_)))
    chase.setFocus()
    with qtbot.waitSignal(card.acted) as acted:
        qtbot.keyClick(chase, key)
    assert acted.args == ["chase", "challenge", "1"]
    assert opened == []


def test_the_row_itself_is_opened(sheet: Sheet, qtbot: QtBot) -> None:
    card = sheet.findChild(Card)
    assert card is not None
    row = card.first()
    assert row is not None
    row.setFocus()
    with qtbot.waitSignal(card.opened) as opened:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert opened.args == ["challenge", "1"]


def test_enter_with_another_key_is_not_meant_for_the_button(sheet: Sheet, qtbot: QtBot) -> None:
    chase = sheet.findChild(QPushButton, "chase-1")
    assert chase is not None
    pressed: list[bool] = []
    chase.clicked.connect(pressed.append)
    chase.setFocus()
    qtbot.keyClick(chase, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []
