from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from scrutineer.ui.widgets.date_field import DateField
from scrutineer.ui.widgets.field import Desk, Field


@pytest.fixture
def field(qtbot: QtBot, desk: Desk) -> DateField:
    made = DateField(desk)
    made.call("due_on", "Due")
    qtbot.addWidget(made)
    made.show()
    return made


def line(field: DateField) -> QLineEdit:
    return field.findChild(QLineEdit, "due_on")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12 Mar 2026", date(2026, 3, 12)),
        ("12/3/26", date(2026, 3, 12)),
        ("today", date(2026, 11, 23)),
        ("+10", date(2026, 12, 7)),
        ("", None),
    ],
)
def test_a_date_is_understood_as_people_type_it(field: DateField, qtbot: QtBot, typed: str, day: date | None) -> None:
    assert isinstance(field, Field)
    qtbot.keyClicks(line(field), typed)
    assert field.problem() == ""
    assert field.value() == day


def test_leaving_the_field_shows_the_date_that_was_meant(field: DateField, qtbot: QtBot) -> None:
    line(field).setFocus()
    qtbot.keyClicks(line(field), "+10")
    line(field).left.emit()
    assert line(field).text() == "7 Dec 2026"


def test_the_field_of_a_sheet_that_is_closed_keeps_still(field: DateField) -> None:
    field.hide()
    field.restore("+10")
    line(field).left.emit()
    assert field.draft() == "+10"


def test_what_is_no_date_stays_as_typed_and_is_said_to_be_none(field: DateField, qtbot: QtBot) -> None:
    qtbot.keyClicks(line(field), "31 Feb 2026")
    line(field).left.emit()
    assert line(field).text() == "31 Feb 2026"
    assert "31 Feb 2026" in field.problem()
    assert field.value() is None
    assert field.draft() == "31 Feb 2026"


def test_a_day_can_be_chosen_from_the_calendar_by_keyboard_alone(field: DateField, qtbot: QtBot) -> None:
    field.set_value(date(2026, 11, 12))
    assert field.findChild(QToolButton).focusPolicy() is Qt.FocusPolicy.NoFocus, "Tab goes on to the next field"
    qtbot.keyClick(line(field), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    days = field.findChild(QCalendarWidget)
    assert days.isVisible()
    assert days.selectedDate() == QDate(2026, 11, 12)
    assert days.firstDayOfWeek() == Qt.DayOfWeek.Monday
    with qtbot.waitSignal(field.edited):
        days.activated.emit(QDate(2026, 11, 27))
    assert field.value() == date(2026, 11, 27)
    assert not days.isVisible()


def test_showing_a_date_is_no_edit(field: DateField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.edited):
        field.set_value(date(2026, 3, 12))
    assert line(field).text() == "12 Mar 2026"
