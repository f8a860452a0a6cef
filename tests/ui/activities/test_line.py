"""A line that grows with its words, and the keys that are about lines."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from scrutineer.ui.activities.line import Line
from scrutineer.ui.activities.words import HEADINGS
from tests.ui.window import key_in


@pytest.fixture
def line(qtbot: QtBot) -> Line:
    made = Line("What did you see?")
    made.call("strength-1", "What works, line 1")
    qtbot.addWidget(made)
    made.resize(300, 40)
    made.show()
    return made


def editor(line: Line) -> QPlainTextEdit:
    found = line.findChild(QPlainTextEdit, "strength-1")
    assert found is not None
    return found


def heard(line: Line) -> list[object]:
    said: list[object] = []
    for signal in (line.entered, line.rubbed_out):
        signal.connect(lambda: said.append("entered or rubbed out"))
    for told in (line.stepped, line.turned, line.pasted):
        told.connect(said.append)
    return said


def test_it_is_as_high_as_its_words(line, qtbot):
    low = editor(line).height()
    line.say("word " * 60)
    qtbot.waitUntil(lambda: editor(line).height() > 2 * low)
    assert editor(line).verticalScrollBar().maximum() == 0


def test_enter_asks_for_the_next_line_and_leaves_the_words(line):
    said = heard(line)
    line.say("One thing")
    key_in(editor(line), Qt.Key.Key_Return)
    assert said == ["entered or rubbed out"]
    assert line.text() == "One thing"


def test_backspace_rubs_out_only_an_empty_line(line):
    said = heard(line)
    line.say("A")
    key_in(editor(line), Qt.Key.Key_Backspace)
    assert said == []
    key_in(editor(line), Qt.Key.Key_Backspace)
    assert said == ["entered or rubbed out"]


def test_control_with_a_figure_turns_it_into_another_kind(line):
    said = heard(line)
    for figure in (Qt.Key.Key_1, Qt.Key.Key_5, Qt.Key.Key_6):
        key_in(editor(line), figure, control=True)
    assert said == ["strength", "concern"]


def test_arrow_keys_leave_the_line_only_at_its_ends(line, qtbot):
    said = heard(line)
    line.say("word " * 30)
    qtbot.wait(10)
    key_in(editor(line), Qt.Key.Key_Down)
    key_in(editor(line), Qt.Key.Key_Up)
    assert said == [1]


def test_several_pasted_lines_become_several_without_their_bullets(line):
    said = heard(line)
    pasted = QMimeData()
    pasted.setText("- First\n\n 2. Second\n• Third\n")
    editor(line).insertFromMimeData(pasted)
    assert line.text() == "First"
    assert said == [["Second", "Third"]]


def test_its_menu_offers_every_kind_once_there_are_words(line):
    menu_button = line.findChild(QToolButton)
    assert not menu_button.isVisible()
    line.say("One thing")
    assert menu_button.isVisible()
    said = heard(line)
    menu_button.click()
    menu = line.findChild(QMenu)
    assert [action.text().split("\t")[0] for action in menu.actions()] == list(HEADINGS.values())
    menu.actions()[4].trigger()
    assert said == ["concern"]
    menu.close()
