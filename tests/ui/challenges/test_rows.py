"""What fields made of rows have in common."""

from __future__ import annotations

import pytest

from scrutineer.domain.errors import Invalid, Problem
from scrutineer.ui.challenges.rows import Labelled, RowsField, beside, first_problem
from scrutineer.ui.widgets.fields import NumberField, TextField


def test_a_problem_of_a_row_stands_beside_the_rows_once():
    def refuse() -> None:
        raise Invalid([Problem("text", "Words."), Problem("lead_id", "A lead."), Problem("agency_id", "A lead.")])

    with pytest.raises(Invalid) as refusal:
        beside("parties", {"text"}, refuse)
    assert refusal.value.problems == (Problem("text", "Words."), Problem("parties", "A lead."))
    beside("parties", set(), lambda: None)


def test_the_first_editor_that_is_not_understood_speaks_for_all(qtbot):
    plain, number = TextField(), NumberField()
    number.setText("many")
    assert first_problem([plain, number]) == "“many” is not a number."
    assert first_problem([plain]) == ""


def test_an_edit_in_a_row_is_an_edit_of_the_field(qtbot):
    field, text = RowsField(), TextField()
    qtbot.addWidget(field)
    field.body.addWidget(Labelled("Who", "who-1", text, field.say_edited))
    field.call("rows", "Rows")
    field.mark("Something is missing.")
    with qtbot.waitSignal(field.edited):
        text.restore("The lead")
    assert (text.accessibleName(), field.accessibleDescription()) == ("Who", "Something is missing.")
