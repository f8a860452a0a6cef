"""A choice under headings: what can be chosen, found by typing, and kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scrutineer.ui.widgets.fields import Option
from scrutineer.ui.widgets.grouped_choice import GroupedChoiceField

VISIT, AUDIT = Option("visit", "Visit"), Option("audit", "Audit")


@pytest.fixture
def choice(qtbot):
    made = GroupedChoiceField([("Used last", [AUDIT]), ("Visits", [VISIT]), ("Audits", [AUDIT])])
    qtbot.addWidget(made)
    made.call("form", "Form")
    made.show()
    return made


def test_it_begins_with_the_first_that_can_be_chosen(choice):
    assert choice.value() == "audit"


def test_headings_cannot_be_chosen_nor_typed(choice):
    enabled = [bool(choice.model().item(row).flags() & Qt.ItemFlag.ItemIsEnabled) for row in range(choice.count())]
    assert enabled == [False, True, False, True, False, True]
    choice.setEditText("Visits")
    assert choice.value() is None
    assert choice.problem() == "“Visits” is not on the list."


def test_a_choice_with_the_words_of_its_heading_is_found(qtbot):
    made = GroupedChoiceField([("Visits", [VISIT]), ("Audit", [AUDIT])])
    qtbot.addWidget(made)
    made.setEditText("audit")
    assert made.value() == "audit"


def test_arrow_keys_pass_over_headings(choice):
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.value() == "visit"


def test_typing_part_of_a_word_finds_each_once(choice):
    model = choice.completer().model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Audit", "Visit"]
    choice.setEditText("visit")
    assert choice.value() == "visit"


def test_a_value_is_shown_kept_and_told(choice):
    choice.set_value("visit")
    assert (choice.currentText(), choice.draft()) == ("Visit", "visit")
    choice.set_value("gone")
    assert (choice.currentText(), choice.value()) == ("Not on this list", "gone")
