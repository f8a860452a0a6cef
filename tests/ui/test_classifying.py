"""Priorities are asked for once there are any; framework items in words, and what was chosen stays offered."""

from __future__ import annotations

from scrutineer.domain.plan import Priority
from scrutineer.ui import classifying


def test_priorities_are_asked_for_once_there_are_any(register):
    assert [name for name, _ in classifying.fields(register, ())] == ["framework_items"]
    kept = register.priorities.save(Priority(title="Neglect"))
    assert [name for name, _ in classifying.fields(register, ())] == ["priority_ids", "framework_items"]
    assert classifying.priorities(register) == [(kept.id, "Neglect")]


def test_items_are_offered_in_words_and_a_chosen_one_that_is_not_known_stays(register):
    offered = dict(classifying.framework_items(register, ("OTHER@1:3",)))
    assert offered["S11_8@2007:2"].startswith("Section 11: ")
    assert offered["OTHER@1:3"] == "Not known here: OTHER@1:3"
