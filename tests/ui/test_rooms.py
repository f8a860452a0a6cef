"""The rooms, and where each kind of record is shown."""

from __future__ import annotations

import pytest

from scrutineer import resources
from scrutineer.ui.deeds import DEEDS
from scrutineer.ui.menus import keys_of
from scrutineer.ui.rooms import ELSEWHERE, PLACES, ROOM_OF, SCREENS, SHEET_OF, screen
from scrutineer.ui.widgets.detail import NOTHING_CHOSEN, Detail
from scrutineer.ui.widgets.words import Words


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.code)
def test_a_room_is_called_as_its_place_and_says_which_question_it_answers(tools, qtbot, place):
    made = screen(place.code, tools)
    qtbot.addWidget(made)
    assert made.title == place.name
    assert made.question.endswith("?")
    assert resources.path("icons", f"{place.icon}.svg").is_file()


@pytest.mark.parametrize("code", ["plan", "activities", "learning", "challenges", "actions", "agencies", "evidence",
                                  "meetings"])  # fmt: skip
def test_where_nothing_is_chosen_every_room_says_alike_what_will_stand_there(tools, qtbot, code):
    made = screen(code, tools)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    details = [one for one in made.findChildren(Detail) if one.isVisible()]
    assert [[words.said() for words in one.findChildren(Words)] for one in details] == [[NOTHING_CHOSEN]]


def test_every_room_has_keys_of_its_own():
    assert len({keys_of(number) for number in range(1, len(PLACES) + 1)}) == len(PLACES)


def test_a_kind_without_a_room_of_its_own_is_shown_with_the_partnership(tools, qtbot):
    assert not set(ROOM_OF) & screen(ELSEWHERE, tools).shows & {"agency", "body", "contact", "partnership"}
    assert ELSEWHERE in SCREENS


def test_what_only_hangs_on_another_record_is_shown_in_the_room_of_that_one():
    hang_on = {"rewording", "status_event", "extension", "escalation_step", "retest", "progress_update",
               "evidence_link", "attachment", "addressee", "response", "reply"}  # fmt: skip
    assert {ROOM_OF[kind] for kind in hang_on} == {"challenges", "actions", "evidence"}


def test_what_is_read_on_a_sheet_has_a_deed_that_asks_and_no_room_as_well():
    assert set(SHEET_OF.values()) <= set(DEEDS)
    assert not set(SHEET_OF) & set(ROOM_OF)
