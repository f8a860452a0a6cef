"""The lines that were kept: what they say, and what their keys and menu ask for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QToolButton

from scrutineer.domain.meeting_page import LineKind, LineShown, MeetingLine
from scrutineer.ui.meetings.kept import KeptLines
from tests.ui.window import part

NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
SHOWN = [
    LineShown(MeetingLine(id="a", place=1, text="Apologies."), "", "", ""),
    LineShown(MeetingLine(id="b", place=2, text="Who reads them?", kind=LineKind.QUESTION, made_id="f",
                          made_kind="finding", minute_ref="7.2"), "C-2026-001", "Police", ""),
]  # fmt: skip


@pytest.fixture
def lines(qtbot):
    made = KeptLines()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    made.activateWindow()
    made.show_lines(SHOWN)
    return made


@pytest.fixture
def wished(lines):
    found: list[tuple[str, str]] = []
    lines.wished.connect(lambda code, id_: found.append((code, id_)))
    return found


def row(lines, place) -> QFrame:
    return part(lines, QFrame, f"line-{place}")


def test_a_line_says_what_it_is_who_said_it_and_its_minute(lines):
    assert row(lines, 2).accessibleName() == "Question, Who reads them?, Police · C-2026-001 · minute 7.2"


@pytest.mark.parametrize(("key", "held", "code"), [
    (Qt.Key.Key_Return, NONE, "change"), (Qt.Key.Key_Delete, NONE, "take_out"), (Qt.Key.Key_Up, ALT, "up"),
    (Qt.Key.Key_Down, ALT, "down"), (Qt.Key.Key_S, ALT, "strength"), (Qt.Key.Key_N, ALT, "note"),
])  # fmt: skip
def test_keys_ask_for_what_can_be_done(lines, wished, key, held, code):
    QTest.keyClick(row(lines, 2), key, held)
    assert wished == [(code, "b")]


def test_arrows_go_from_line_to_line_and_out_below_the_last(lines, qtbot):
    lines.go_to()
    assert QApplication.focusWidget() is row(lines, 2)
    QTest.keyClick(row(lines, 2), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is row(lines, 1)
    with qtbot.waitSignal(lines.left):
        QTest.keyClick(row(lines, 2), Qt.Key.Key_Down)


def test_the_keyboard_stays_on_its_line_when_lines_are_read_again(lines):
    lines.go_to("a")
    lines.show_lines(SHOWN[::-1])
    assert QApplication.focusWidget().accessibleName() == "Note, Apologies."


def test_the_menu_offers_what_the_line_may_become(lines, wished, qtbot):
    part(lines, QToolButton, "more-2").click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert words[0] == "Back to a note"
    assert {"Put it as a challenge", "Open what it became", "Its minute reference"} <= set(words)
    assert "Question" not in words
    next(action for action in menu.actions() if action.text().startswith("Put it")).trigger()
    menu.close()
    assert wished == [("put", "b")]
