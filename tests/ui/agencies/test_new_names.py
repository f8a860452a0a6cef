"""The names of agencies that are not on the list yet."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from scrutineer.ui.agencies.new_names import NamesField, NewName
from scrutineer.ui.widgets.fields import TextField
from tests.ui.challenges.room import press


@pytest.fixture
def names(qtbot: QtBot) -> NamesField:
    made = NamesField()
    made.call("names", "Otherwise, the new name")
    qtbot.addWidget(made)
    made.show()
    return made


def test_rows_without_a_name_do_not_count_and_each_keeps_its_id(names: NamesField):
    assert names.value() == ()
    names.findChild(TextField, "name-1").setText("North")
    press(names, "another-name")
    names.findChild(TextField, "name-2").setText("Southern part")
    names.findChild(TextField, "short_name-2").setText("South")
    press(names, "another-name")
    first, second = names.value()
    assert (first.called, second.called) == ("North", "South")
    assert first.id != second.id
    assert names.value() == (first, second)


def test_where_one_follows_only_one_can_be_named(names: NamesField):
    names.set_value((NewName("a", "North", ""), NewName("b", "South", "")))
    names.let_several(False)
    assert not names.findChild(TextField, "name-2").isVisible()
    names.let_several(True)
    assert names.findChild(TextField, "name-2").isVisible()


def test_a_draft_brings_every_row_back(names: NamesField, qtbot: QtBot):
    names.set_value((NewName("a", "North", "N"),))
    other = NamesField()
    qtbot.addWidget(other)
    other.restore(names.draft())
    assert other.value() == (NewName("a", "North", "N"),)
    assert other.problem() == ""
