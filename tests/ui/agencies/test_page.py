from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from scrutineer.domain.organisation import AgencyKind
from scrutineer.register.register import Register
from scrutineer.ui.agencies.page import AgenciesScreen
from tests.factories import an_agency
from tests.ui.agencies.conftest import press, said, table
from tests.ui.window import fill_in, on_sheet


def test_what_was_added_is_chosen_and_shown(screen: AgenciesScreen, register: Register) -> None:
    register.agencies.save(an_agency(name="Alpha"))
    on_sheet(fill_in(name="Zeta", kind=AgencyKind.HOUSING))
    press(screen, "add-agency")
    zeta = next(one for one in register.agencies.all() if one.name == "Zeta")
    assert table(screen, "agencies").selected_id() == zeta.id
    assert "Housing · Relevant agency" in said(screen)


def test_a_promise_and_a_letter_are_asked_of_the_window(screen: AgenciesScreen, register: Register) -> None:
    agency = register.agencies.save(an_agency())
    heard: list[tuple[str, str]] = []
    screen.wanted.connect(lambda code, id_: heard.append((code, id_)))
    press(screen, "step-promise")
    press(screen, "step-letter")
    assert heard == [("promise", agency.id), ("letter", agency.id)]


def test_each_chip_has_its_own_button(screen: AgenciesScreen) -> None:
    for chip, wanted in (("groups", {"add-group"}), ("meetings", {"add-meeting", "add-body"}), ("partnership", set())):
        press(screen, f"filter-{chip}")
        shown = {one.objectName() for one in screen.findChildren(QPushButton)
                 if one.isVisible() and one.objectName().startswith("add-")}  # fmt: skip
        assert shown == wanted


def test_in_a_narrow_window_the_record_opens_over_the_list(
    screen: AgenciesScreen, register: Register, qtbot: QtBot
) -> None:
    agency = register.agencies.save(an_agency())
    screen.resize(700, 480)
    assert table(screen, "agencies").isVisible()
    screen.open("agency", agency.id)
    assert not table(screen, "agencies").isVisible()
    assert not screen._bar.isVisible()
    press(screen, "back")
    assert screen._bar.isVisible()
    assert table(screen, "agencies").isVisible()
    assert screen.focusWidget() is table(screen, "agencies")


def test_what_stands_on_no_list_opens_the_room_alone(screen: AgenciesScreen, register: Register) -> None:
    agency = register.agencies.save(an_agency())
    screen.open("agency", agency.id)
    before = said(screen)
    screen.open("closed_period_of_old", agency.id)
    assert said(screen) == before
    assert table(screen, "agencies").selected_id() == agency.id


def test_beside_a_record_the_numbers_of_many_agencies_keep_their_columns(
    screen: AgenciesScreen, register: Register
) -> None:
    for number in range(30):
        register.agencies.save(an_agency(name=f"Agency {number}", short_name=f"A{number}"))
    screen.resize(1150, 800)      # what the sidebar leaves of a window of 1360
    assert table(screen, "agencies").verticalScrollBar().maximum() > 0
    assert not table(screen, "agencies").isColumnHidden(1)
