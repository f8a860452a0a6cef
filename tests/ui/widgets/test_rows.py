"""Rows typed like a table."""

from __future__ import annotations

from typing import ClassVar

import pytest
from PySide6.QtCore import Qt

from scrutineer.ui.widgets.rows import Row, Rows, SmallField
from tests.ui.window import key_in, part, press


class Pair(Row):
    labels: ClassVar = {"left": "Left", "right": "Right"}

    def __init__(self, value):
        super().__init__({"left": SmallField("Left", 8), "right": SmallField("Right", 8)})
        for editor, text in zip(self.editors.values(), value, strict=True):
            editor.set_value(text)

    def value(self):
        return tuple(editor.value() for editor in self.editors.values())


@pytest.fixture
def rows(qtbot):
    made = Rows(Pair, lambda before: (before.value()[0] if before else "", ""), "Add a pair", "pair")
    qtbot.addWidget(made)
    made.show_rows([("a", "1"), ("b", "2")])
    made.resize(600, 300)
    made.show()
    return made


def test_it_shows_what_it_is_given_and_gives_it_back(rows):
    assert rows.values() == [("a", "1"), ("b", "2")]
    rows.show_rows([("c", "3")])
    assert rows.values() == [("c", "3")]


def test_enter_goes_down_the_column_and_begins_a_row_after_the_last(rows):
    for name, then in (("right-1", "right-2"), ("right-2", "right-3")):
        part(rows, SmallField, name).setFocus()
        key_in(part(rows, SmallField, name), Qt.Key.Key_Return)
        assert rows.focusWidget().objectName() == then
    assert rows.values()[2] == ("b", "")


def test_control_enter_is_left_to_the_form(rows):
    key_in(part(rows, SmallField, "right-2"), Qt.Key.Key_Return, control=True)
    assert len(rows.rows) == 2


def test_a_button_adds_a_row_and_puts_the_keyboard_into_it(rows):
    press(rows, "add-pair")
    assert rows.focusWidget().objectName() == "left-3"


def test_taking_a_row_out_is_an_edit_and_leaves_the_keyboard_nearby(rows):
    edits = []
    rows.edited.connect(lambda: edits.append(True))
    press(rows.rows[0], "take-out-1")
    assert (rows.values(), len(edits)) == ([("b", "2")], 1)
    assert rows.focusWidget().objectName() == "left-1"
    press(rows.rows[0], "take-out-1")
    assert rows.focusWidget().objectName() == "add-pair"


def test_a_field_grows_with_what_is_typed_so_that_nothing_is_cut_off(rows):
    field = part(rows, SmallField, "left-1")
    before = field.sizeHint().width()
    field.setText("Requires improvement to be good")
    assert field.sizeHint().width() > before
    assert field.sizeHint().width() > field.fontMetrics().horizontalAdvance(field.text())
