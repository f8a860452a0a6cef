"""One part that a reply may answer: what stands beneath its tick, and what is said when it changes."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget

from scrutineer.domain.challenge import Position
from scrutineer.register.replies import Answer, Awaiting
from scrutineer.ui.challenges.answer_row import AnswerRow
from tests.ui.challenges.room import press, read

AWAITS = Awaiting("p", "EX-C-2026-001 Fathers", "Police", date(2026, 12, 1))
ANSWERED = AWAITS._replace(answered_on=date(2026, 11, 12), position=Position.NOTED)


def a_row(desk, qtbot, one: Awaiting) -> AnswerRow:
    made = AnswerRow(desk, one, 1)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(("one", "words"), [
    (AWAITS, "Police · due 1 Dec 2026"), (ANSWERED, "Police · answered 12 Nov 2026"),
    (AWAITS._replace(due_on=None), "Police"),
])  # fmt: skip
def test_it_says_since_or_until_when(desk, qtbot, one: Awaiting, words: str):
    row = a_row(desk, qtbot, one)
    assert row.tick_field.text() == words
    assert "EX-C-2026-001 Fathers" in read(row)


def test_ticked_it_asks_what_is_said_of_it_and_unticked_no_more(desk, qtbot):
    row = a_row(desk, qtbot, AWAITS)
    beneath = row.findChild(QWidget, "position-1")
    assert not beneath.isVisible()
    press(row, "answers-1")
    assert beneath.isVisible()
    row.ask_position(False)
    assert not beneath.isVisible()


def test_who_answered_before_keeps_the_position_unless_another_is_taken(desk, qtbot):
    row = a_row(desk, qtbot, ANSWERED)
    press(row, "answers-1")
    assert row.answer() == Answer(Position.NOTED)
    row.show_answer(Answer(Position.ACCEPTED))
    press(row, "answers-1")
    press(row, "answers-1")
    assert row.answer() == Answer(Position.ACCEPTED)


def test_a_choice_is_settled_when_the_keyboard_goes_on_and_not_for_its_list(desk, qtbot):
    row = a_row(desk, qtbot, AWAITS)
    settled: list[bool] = []
    row.settled.connect(lambda: settled.append(True))
    for reason in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
        QApplication.sendEvent(row.findChild(QWidget, "position-1"), QFocusEvent(QEvent.Type.FocusOut, reason))
    assert settled == []
    leaving = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason)
    QApplication.sendEvent(row.findChild(QWidget, "position-1"), leaving)
    assert settled == [True]


def test_what_is_chosen_here_is_told_and_what_is_chosen_elsewhere_is_only_taken(desk, qtbot):
    row = a_row(desk, qtbot, AWAITS)
    told: list[str] = []
    row.positioned.connect(lambda: told.append("positioned"))
    row.edited.connect(lambda: told.append("edited"))
    row.take_position(Position.ACCEPTED)
    assert (told, row.answer().position) == ([], Position.ACCEPTED)
    row.findChild(QWidget, "position-1").restore("noted")
    assert told == ["positioned", "edited"]
