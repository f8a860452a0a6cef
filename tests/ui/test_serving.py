"""Choices follow from whom the partnership serves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scrutineer.domain.activity import THEMES, AskedBy
from scrutineer.domain.learning import Whose
from scrutineer.domain.organisation import Serves
from scrutineer.domain.serving import ADULT_THEMES, whose_for
from scrutineer.ui import serving


@pytest.fixture
def for_adults(register):
    register.partnerships.save(replace(register.partnership, serves=Serves.ADULTS))


def test_themes_in_use_come_first_and_others_may_be_added(tools):
    field = serving.themes(tools, ["Ours", "Neglect"])
    field.set_value(("Neglect", "One of our own"))
    assert field.value() == ("Neglect", "One of our own")
    assert "Neglect" in THEMES


def test_adults_have_themes_and_words_of_their_own(tools, for_adults, qtbot):
    field = serving.themes(tools)
    field.set_value((ADULT_THEMES[0],))
    assert field.value() == (ADULT_THEMES[0],)
    asked = serving.choice(tools, AskedBy, AskedBy.CHILDREN_FAMILIES)
    asked.set_value(AskedBy.CHILDREN_FAMILIES)
    assert asked.currentText() == "Adults or their families"
    assert asked.value() is AskedBy.CHILDREN_FAMILIES


def test_what_was_chosen_before_stays_on_the_list(tools, for_adults, qtbot):
    field = serving.choice(tools, whose_for(Serves.ADULTS), Whose.CHILD)
    assert [field.itemText(row) for row in range(field.count())] == [
        "Family member or carer", "Adult with care and support needs", "Practitioner", "Child"
    ]
