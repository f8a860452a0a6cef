"""What fields made of rows have in common."""

from __future__ import annotations

import pytest

from scrutineer.domain.errors import Invalid, Problem
from scrutineer.ui.challenges.rows import Labelled, RowsField, beside, first_problem
from scrutineer.ui.widgets.date_field import DateField
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


def test_a_date_in_a_row_is_as_wide_as_a_date_and_words_take_the_line(qtbot, desk):
    text, day = TextField(), DateField(desk)
    field = RowsField()
    qtbot.addWidget(field)
    for label, editor in (("What", text), ("Due", day)):
        field.body.addWidget(Labelled(label, f"{label.lower()}-1", editor, field.say_edited))
    field.resize(700, 200)
    field.show()
    assert day.width() <= day.sizeHint().width() < 300
    assert text.width() == 700
