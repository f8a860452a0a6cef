"""The line that is typed: what its keys ask for, and the choices that open over it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from scrutineer.ui.meetings.editor import LineEditor
from scrutineer.ui.widgets.fields import Option

AGENCIES = [Option("p", "Police · Exampleshire Constabulary"), Option("i", "ICB · Integrated Care Board")]
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def editor(qtbot):
    made = LineEditor(lambda sign: AGENCIES if sign == "@" else [])
    qtbot.addWidget(made)
    made.resize(500, 60)
    made.show()
    return made


@pytest.fixture
def heard(editor):
    said: list[object] = []
    for name in ("entered", "left", "given_up"):
        getattr(editor, name).connect(lambda name=name: said.append(name))
    editor.turned.connect(said.append)
    editor.mentioned.connect(lambda sign, id_: said.append((sign, id_)))
    return said


def test_keys_mean_the_line_and_letters_the_words(editor, heard):
    QTest.keyClick(editor, Qt.Key.Key_Up)
    QTest.keyClicks(editor, "We accept this.")
    QTest.keyClick(editor, Qt.Key.Key_A, ALT)
    QTest.keyClick(editor, Qt.Key.Key_Up)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert heard == ["left", "answer", "entered", "given_up"]
    assert editor.text() == "We accept this."


def test_alt_with_our_letters_does_not_open_a_menu(editor):
    ours = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_D, ALT)
    theirs = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_V, ALT)
    for event in (ours, theirs):
        event.ignore()
        editor.event(event)
    assert (ours.isAccepted(), theirs.isAccepted()) == (True, False)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_choice_is_taken_and_its_letters_go(editor, heard, key):
    QTest.keyClicks(editor, "We do @care b")
    assert [editor.mention.item(row).text() for row in range(editor.mention.count())] == [AGENCIES[1].label]
    QTest.keyClick(editor, key)
    assert heard == [("@", "i")]
    assert editor.text() == "We do"
    assert not editor.mention.isVisible()


def test_the_arrows_choose_and_escape_passes_over(editor, heard):
    QTest.keyClicks(editor, "@")
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert editor.mention.currentRow() == 1
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert editor.mention.currentRow() == 0
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QTest.keyClicks(editor, "pol")
    assert not editor.mention.isVisible()
    assert heard == []
    assert editor.text() == "@pol"


def test_what_is_no_sign_opens_nothing(editor):
    for words in ("lead@example", "@nobody", "#"):
        editor.say("")
        QTest.keyClicks(editor, words)
        assert not editor.mention.isVisible(), words
