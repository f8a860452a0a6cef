"""Every name under which a screen or a sheet is found late leads to one."""

import inspect

import pytest

from scrutineer.ui import late
from scrutineer.ui.deeds import DEEDS
from scrutineer.ui.entrance.frame import Frame
from scrutineer.ui.entrance.page import BEGIN
from scrutineer.ui.rooms import PLACES, ROOM_OF, SCREENS
from scrutineer.ui.screen import Screen


@pytest.mark.parametrize("code", SCREENS)
def test_every_room_has_its_screen(code):
    assert issubclass(late.found(SCREENS[code]), Screen)


def test_the_first_steps_of_a_record_are_a_page_of_the_entrance():
    assert issubclass(late.found(BEGIN), Frame)


@pytest.mark.parametrize("code", DEEDS)
def test_every_deed_asks_with_tools_a_parent_and_an_id(code):
    assert len(inspect.signature(late.found(DEEDS[code].where)).parameters) == 3


def test_each_place_of_the_sidebar_is_a_room_and_each_kind_of_record_has_one():
    assert [place.code for place in PLACES] == list(SCREENS)
    assert set(ROOM_OF.values()) <= set(SCREENS)


def test_a_name_that_is_nowhere_is_refused():
    with pytest.raises(ModuleNotFoundError):
        late.found("nowhere:Nothing")
