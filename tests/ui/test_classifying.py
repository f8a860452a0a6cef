"""Priorities and framework items are asked for once there are any."""

from __future__ import annotations

from scrutineer.domain.plan import Priority
from scrutineer.ui import classifying


def test_nothing_is_asked_while_there_is_nothing_to_choose_from(register):
    assert classifying.fields(register, ()) == []


def test_a_priority_and_an_item_that_is_not_offered_stand_among_the_choices(register):
    kept = register.priorities.save(Priority(title="Neglect"))
    assert [name for name, _ in classifying.fields(register, ("S11_8@2007:3",))] == ["priority_ids", "framework_items"]
    assert classifying.priorities(register) == [(kept.id, "Neglect")]
    assert ("S11_8@2007:3", "S11_8@2007:3") in classifying.framework_items(register, ("S11_8@2007:3",))
