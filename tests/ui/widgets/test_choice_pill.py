"""A pill of which one choice is always in force, and which says which."""

from __future__ import annotations

import pytest

from scrutineer.ui.widgets.choice_pill import ChoicePill
from scrutineer.ui.widgets.filter_bar import Choice


@pytest.fixture
def rows(qtbot):
    made = ChoicePill("Rows", "rows", [Choice("a", "Agencies"), Choice("b", "Data & documents")])
    qtbot.addWidget(made)
    return made


def test_it_says_what_is_chosen_and_tells_when_a_person_chooses_another(rows, qtbot):
    assert rows.text() == "Rows: Agencies ▾"
    with qtbot.waitSignal(rows.changed):
        rows.menu().actions()[1].trigger()
    assert (rows.chosen, rows.text()) == ("b", "Rows: Data && documents ▾")
    assert rows.accessibleName() == "Rows: Data & documents"
    assert [action.isChecked() for action in rows.menu().actions()] == [False, True]


def test_other_choices_keep_what_was_chosen_where_it_is_still_there(rows):
    rows.choose("b")
    rows.offer([Choice("c", "Levels"), Choice("b", "Data")])
    assert rows.chosen == "b"
    rows.offer([Choice("c", "Levels")])
    assert rows.chosen == "c"
