"""A priority is added and mended."""

from __future__ import annotations

from scrutineer.ui.plan import priorities
from tests.ui.window import fill_in, on_sheet


def test_it_is_added_and_mended_on_the_same_sheet(register, tools, parent):
    on_sheet(fill_in(title="Neglect"))
    assert priorities.ask(tools, parent) == "Added. Items of the plan can name it."
    [made] = register.priorities.all()
    on_sheet(fill_in(title="Neglect, seen early"))
    assert priorities.ask(tools, parent, made.id) == "Saved."
    assert [one.title for one in register.priorities.all()] == ["Neglect, seen early"]
