from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scrutineer.domain.activity import ActivityType
from scrutineer.domain.challenge import Priority
from scrutineer.ui.widgets.field import Field
from scrutineer.ui.widgets.fields import ChoiceField, NumberField, Option, TextField, TickField

MANY = [Option(f"a{number}", f"Agency {number}") for number in range(20)]


@pytest.mark.parametrize("make", [TextField, NumberField, TickField, ChoiceField])
def test_every_field_can_do_what_a_form_asks(qtbot: QtBot, make: type) -> None:
    field = make()
    qtbot.addWidget(field)
    assert isinstance(field, Field)
    field.call("title", "Title")
    assert (field.objectName(), field.accessibleName()) == ("title", "Title")
    field.mark("Please fill this in.")
    assert field.accessibleDescription() == "Please fill this in."


def test_showing_a_value_is_no_edit_and_typing_is(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.edited):
        field.set_value("as it was")
    with qtbot.waitSignal(field.edited):
        qtbot.keyClicks(field, "!")
    assert field.value() == "!as it was"


@pytest.mark.parametrize(
    ("typed", "number"),
    [("3", 3.0), ("2.5", 2.5), ("2½", 2.5), ("½", 0.5), ("0,75", 0.75), (" 10 ", 10.0), ("-1", -1.0), ("", 0.0)],
)
def test_a_number_is_understood_as_people_type_it(qtbot: QtBot, typed: str, number: float) -> None:
    field = NumberField()
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.problem() == ""
    assert field.value() == number


@pytest.mark.parametrize("typed", ["two", "1.2.3", "1e5", "-", "½½", "9" * 30])
def test_what_is_no_number_is_said_to_be_none(qtbot: QtBot, typed: str) -> None:
    field = NumberField()
    qtbot.addWidget(field)
    field.setText(typed)
    assert "not a number" in field.problem()


def test_a_whole_number_has_no_half_and_an_optional_one_may_be_missing(qtbot: QtBot) -> None:
    whole, optional = NumberField(whole=True), NumberField(optional=True)
    qtbot.addWidget(whole)
    qtbot.addWidget(optional)
    whole.setText("2½")
    assert whole.problem() == "A whole number, please."
    whole.setText("2")
    assert whole.value() == 2
    assert isinstance(whole.value(), int)
    assert optional.value() is None


@given(halves=st.integers(0, 400))
def test_any_number_of_half_days_comes_back_as_it_was(halves: int) -> None:
    field = NumberField()
    field.set_value(halves / 2)
    assert field.value() == halves / 2


def test_a_tick_is_ticked_by_space_and_by_a_click_on_its_words(qtbot: QtBot) -> None:
    field = TickField("private to me")
    qtbot.addWidget(field)
    field.resize(field.sizeHint())
    with qtbot.waitSignal(field.edited):
        qtbot.keyClick(field, Qt.Key.Key_Space)
    assert field.value() is True
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(field.width() - 3, 5))
    assert field.value() is False
    field.restore("yes")
    assert (field.value(), field.draft()) == (True, "yes")


def test_a_choice_of_terms_gives_terms(qtbot: QtBot) -> None:
    field = ChoiceField.of(Priority)
    qtbot.addWidget(field)
    field.set_value(Priority.URGENT)
    assert field.value() is Priority.URGENT
    assert field.currentText() == Priority.URGENT.label
    assert "" not in [field.itemText(number) for number in range(field.count())]


def test_an_optional_choice_can_be_nothing(qtbot: QtBot) -> None:
    field = ChoiceField([Option("p", "Police")])
    qtbot.addWidget(field)
    field.set_value(None)
    assert field.value() is None
    field.set_value("p")
    assert (field.value(), field.draft()) == ("p", "p")


def test_among_many_choices_any_part_of_a_word_finds_one(qtbot: QtBot) -> None:
    field = ChoiceField.of(ActivityType)
    qtbot.addWidget(field)
    assert field.isEditable()
    with qtbot.waitSignal(field.edited):
        field.lineEdit().selectAll()
        qtbot.keyClicks(field.lineEdit(), "front")
    assert "not on the list" in field.problem()
    assert "front line" in field.completer().currentCompletion()
    field.lineEdit().setText(ActivityType.FRONT_LINE_VISIT.label.upper())
    assert field.problem() == ""
    assert field.value() is ActivityType.FRONT_LINE_VISIT


@pytest.mark.parametrize(("typed", "meant"), [
    ("feb", "b"), ("2027", None), ("march 2", "c"), ("28", "d"), ("April", None),
])  # fmt: skip
def test_left_with_a_part_of_a_word_it_takes_what_was_meant(qtbot: QtBot, typed: str, meant: str | None) -> None:
    months = ("a", "January 2027"), ("b", "February 2027"), ("c", "March 2027"), ("d", "February 2028")
    field = ChoiceField([Option(*month) for month in months] + [Option(str(one), f"Some {one}") for one in range(9)])
    qtbot.addWidget(field)
    field.lineEdit().selectAll()
    qtbot.keyClicks(field.lineEdit(), typed)
    field.lineEdit().editingFinished.emit()
    assert field.value() == meant
    assert bool(field.problem()) is (meant is None), "what may be one or another, or none, stays as it was typed"


def test_a_value_that_is_not_on_the_list_is_kept(qtbot: QtBot) -> None:
    field = ChoiceField([Option("p", "Police")])
    qtbot.addWidget(field)
    field.set_value("gone")
    assert field.value() == "gone"
    assert field.currentText() == "Not on this list"


def test_other_options_keep_what_was_chosen(qtbot: QtBot) -> None:
    field = ChoiceField(MANY)
    qtbot.addWidget(field)
    field.set_value("a3")
    field.offer(MANY[2:])
    assert field.value() == "a3"


def test_scrolling_over_a_choice_does_not_change_it(qtbot: QtBot) -> None:
    field = ChoiceField(MANY)
    qtbot.addWidget(field)
    field.set_value("a3")
    field.setFocus()
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    field.wheelEvent(event)
    assert field.value() == "a3"
    assert not event.isAccepted()


def test_a_number_that_is_come_to_by_keyboard_is_typed_over(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    field = NumberField(parent=host)
    field.set_value(0.5)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    host.setFocus()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClicks(field, "2")
    assert field.value() == 2


def test_the_words_of_a_tick_go_on_in_further_lines_where_there_is_no_room(qtbot: QtBot) -> None:
    tick = TickField("Services are developed with children’s welfare in mind and with what families say")
    qtbot.addWidget(tick)
    whole = tick.sizeHint()
    assert tick.heightForWidth(whole.width()) == whole.height()
    assert tick.heightForWidth(whole.width() // 3) >= 2 * whole.height()
    assert tick.minimumSizeHint().width() < whole.width()
