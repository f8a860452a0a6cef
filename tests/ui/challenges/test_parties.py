"""“Put to”: whoever can be asked is found by a few letters, and keeps what is typed about them."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from scrutineer.domain.challenge import PartyKind
from scrutineer.domain.organisation import Agency, AgencyGroup, Body
from scrutineer.ui.challenges.parties import JOINTLY, PartiesField, offered, surroundings
from tests.ui.challenges.room import Room, press, read


@pytest.fixture
def field(room: Room, qtbot: QtBot) -> PartiesField:
    register = room.register
    north, south = (register.agencies.save(Agency(name=f"{name} District")) for name in ("North", "South"))
    register.groups.save(AgencyGroup(name="Districts", agency_ids=(north.id, south.id)))
    register.bodies.save(Body(name="Executive Group"))
    made = PartiesField(surroundings(room.tools, lambda _meeting: date(2026, 12, 21)), offered(register))
    made.call("parties", "Put to")
    qtbot.addWidget(made)
    made.show()
    return made


def pick(field: PartiesField, *typed: str) -> None:
    line = field.findChild(QLineEdit, "parties-search")
    for words in typed:
        QTest.keyClicks(line, words)
        QTest.keyClick(line, Qt.Key.Key_Return)


def test_a_few_letters_and_enter_pick_a_party(room: Room, field: PartiesField):
    pick(field, "pol", "integ")
    assert [party.agency_id for party in field.value()] == [room.police.id, room.icb.id]


def test_nobody_is_asked_twice_and_enter_alone_asks_nobody(field: PartiesField):
    pick(field, "pol", "pol", "")
    assert len(field.value()) == 1


def test_every_kind_of_party_can_be_found(room: Room, field: PartiesField):
    pick(field, "statutory", "districts, as", "executive", "as a whole", "several")
    kinds = [party.kind for party in field.value()]
    assert kinds == [PartyKind.JOINT, PartyKind.GROUP, PartyKind.BODY, PartyKind.PARTNERSHIP, PartyKind.JOINT]
    assert set(field.value()[0].agency_ids) == {room.la.id, room.police.id, room.icb.id}
    assert field.value()[-1].agency_ids == ()


def test_a_group_opens_into_its_members(field: PartiesField):
    pick(field, "districts, each")
    assert [party.kind for party in field.value()] == [PartyKind.AGENCY] * 2
    assert "North District" in read(field)


def test_the_arrows_choose_among_what_was_found(field: PartiesField):
    line = field.findChild(QLineEdit, "parties-search")
    QTest.keyClicks(line, "district")
    first = line.accessibleDescription()
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert line.accessibleDescription() != first
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert line.accessibleDescription() == first
    QTest.keyClicks(line, "xyz")
    assert "Nobody is called so." in read(field)


def test_a_click_picks_and_a_cross_takes_away(field: PartiesField):
    found = next(one for one in field.findChildren(QPushButton) if one.text() == "Police")
    found.click()
    assert len(field.value()) == 1
    press(field, "remove-1")
    assert field.value() == ()


def test_what_was_picked_and_typed_survives_as_a_draft(room: Room, field: PartiesField, qtbot: QtBot):
    pick(field, "pol", "several")
    field.findChild(QLineEdit, "due_on-1").setText("+5")
    again = PartiesField(surroundings(room.tools, lambda _meeting: None), offered(room.register))
    qtbot.addWidget(again)
    again.restore(field.draft())
    assert again.value() == field.value()
    assert again.value()[0].due_on == date(2026, 11, 30)


def test_whom_it_was_put_to_already_is_not_offered_again(room: Room):
    _, parts = room.put(room.police)
    everybody = {one.words for one in offered(room.register)}
    assert everybody - {one.words for one in offered(room.register, but=parts)} == {"Police"}


def test_jointly_is_offered_last_but_one_and_dates_can_be_said_anew(room: Room, field: PartiesField):
    assert [one.words for one in offered(room.register)][-2:] == [JOINTLY, "The Partnership as a whole"]
    pick(field, "pol")
    field.suggest_dates()
    assert field.findChild(QLineEdit, "due_on-1").placeholderText() == "21 Dec 2026"
