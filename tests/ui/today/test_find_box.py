from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scrutineer.ui.today.find_box import FindBox


@pytest.fixture
def box(qtbot: QtBot) -> FindBox:
    made = FindBox()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def asked(box: FindBox) -> list[str]:
    heard: list[str] = []
    box.wanted.connect(heard.append)
    return heard


def test_a_letter_enter_or_a_click_asks_for_the_palette(box: FindBox, asked: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "f")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert asked == ["f", "", ""]
    assert box.text() == ""


def test_shortcuts_and_keys_that_write_nothing_do_not(box: FindBox, asked: list[str], qtbot: QtBot) -> None:
    qtbot.keyClick(box, Qt.Key.Key_Left)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    qtbot.keyClick(box, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert asked == []
