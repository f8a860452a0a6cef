"""What is open with agencies that end, and to whom each part of it goes."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from scrutineer.register.register import Register
from scrutineer.register.successions import HandedOver
from scrutineer.ui.agencies.handing_over import Handing, HandingField, OpenItem, chosen, in_words, open_with
from scrutineer.ui.widgets.fields import Option
from tests.factories import a_contact, an_agency, an_undertaking
from tests.ui.challenges.room import read

ONE, TWO = Option("n", "North"), Option("s", "South")
HANDING = Handing(HandedOver(1, 1, 1), (OpenItem("part", "C-2026-001 First", ("action",)), OpenItem("promise", "Ring")))


def test_what_is_open_is_counted_in_words():
    assert in_words(HandedOver(3, 1, 0)) == "3 open parts and 1 action"
    assert in_words(HandedOver(0, 0, 1, 2)) == "1 promise and 2 services"
    assert in_words(HandedOver(0, 0, 0, 0, 2)) == "2 people"
    assert in_words(HandedOver(0, 0, 0)) == ""


def test_promises_are_among_what_is_open(register: Register):
    agency = register.agencies.save(an_agency())
    promise = register.undertakings.promise(an_undertaking(agency_id=agency.id))
    found = open_with(register, [agency.id])
    assert found.handed == HandedOver(0, 0, 1)
    assert found.items == (OpenItem(promise.id, f"My promise: {promise.text}"),)


def test_services_go_along_unless_they_end_with_their_agency(register: Register):
    agency = register.agencies.save(an_agency())
    service = register.agencies.save(an_agency(name="Front door", parent_id=agency.id))
    assert open_with(register, [agency.id]) == Handing(
        HandedOver(0, 0, 0, 1), (OpenItem(service.id, "Service: Front door"),)
    )
    assert open_with(register, [agency.id, service.id]).items == ()


def test_its_people_are_among_what_goes_along(register: Register):
    agency = register.agencies.save(an_agency())
    nurse = register.contacts.save(a_contact(agency_id=agency.id, name="Chief Nurse", role="Lead"))
    assert open_with(register, [agency.id]) == Handing(
        HandedOver(0, 0, 0, 0, 1), (OpenItem(nurse.id, "Person: Chief Nurse, Lead"),)
    )


def test_with_one_successor_nothing_is_asked(qtbot: QtBot):
    field = HandingField()
    qtbot.addWidget(field)
    field.show()
    field.show_handing(Handing(HandedOver(0, 0, 0), ()), [ONE])
    assert "Nothing is open with it." in read(field)
    field.show_handing(HANDING, [ONE])
    assert "1 open part, 1 action and 1 promise will be handed over to North" in read(field)
    assert field.value() == {}


def test_what_goes_along_follows_its_part_and_choices_outlast_a_change_of_names(qtbot: QtBot):
    field = HandingField()
    qtbot.addWidget(field)
    field.show_handing(HANDING, [ONE, TWO])
    assert field.value() == {"part": "n", "promise": "n", "action": "n"}
    field.set_value({"part": "s", "gone": "s"})
    field.show_handing(HANDING, [ONE, TWO._replace(label="The South")])
    assert field.value() == {"part": "s", "promise": "n", "action": "s"}
    field.show_handing(HANDING, [Option("w", "The whole"), ONE, TWO])
    assert field.value() == {"part": "s", "promise": "w", "action": "s"}, "what nobody chose goes to the first"
    field.show_handing(HANDING, [ONE, TWO])
    other = HandingField()
    qtbot.addWidget(other)
    other.show_handing(HANDING, [ONE, TWO])
    other.restore(field.draft())
    assert other.value() == field.value()
    field.show_handing(HANDING, [ONE, Option("w", "West")])
    assert field.value()["part"] == "n", "who no longer follows gets nothing"
    assert chosen({"part": "n", "other": None}) == {"part": "n"}
