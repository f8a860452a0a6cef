from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from scrutineer.domain.organisation import AgencyKind, Contact
from scrutineer.register.register import Register
from scrutineer.ui.agencies.page import AgenciesScreen
from scrutineer.ui.tools import Tools
from tests.factories import TODAY, an_agency
from tests.ui.agencies.conftest import press
from tests.ui.window import Said, fill_in, on_sheet


def test_a_person_and_a_service_are_added_where_they_belong(screen: AgenciesScreen, register: Register) -> None:
    agency = register.agencies.save(an_agency(kind=AgencyKind.POLICE))
    on_sheet(fill_in(name="Chief constable", is_lsp=True))
    press(screen, "step-contact-of")
    on_sheet(fill_in(name="Missing-persons unit"))
    screen.open("agency", agency.id)
    press(screen, "step-add-service")
    service = next(one for one in register.agencies.all() if one.parent_id)
    assert register.contacts.all()[0].agency_id == agency.id
    assert (service.parent_id, service.kind) == (agency.id, AgencyKind.POLICE)


def test_what_is_taken_off_the_list_can_be_put_back(screen: AgenciesScreen, register: Register, tools: Tools) -> None:
    contact = register.contacts.save(Contact(name="Chief nurse"))
    screen.open("contact", contact.id)
    press(screen, "step-remove")
    assert register.contacts.all() == []
    assert isinstance(tools.say, Said)
    assert tools.say.then is not None
    tools.say.then()
    assert [one.name for one in register.contacts.all()] == ["Chief nurse"]


def test_scrutineers_terms_closed_days_and_periods_are_added_from_the_partnership(
    screen: AgenciesScreen, register: Register
) -> None:
    screen.open("partnership", register.partnership.id)
    for code, values in (
        ("scrutineer", {"name": "A second scrutineer"}),
        ("appointment", {"days_per_year": 12}),
        ("conflict", {"text": "A lecture that was paid for."}),
        ("closed_days", {"starts_on": TODAY, "ends_on": TODAY}),
        ("reporting_period", {"label": "2026-27", "starts_on": TODAY, "ends_on": TODAY}),
    ):
        screen.open("partnership", register.partnership.id)
        on_sheet(fill_in(**values))
        press(screen, f"step-add-{code}")
    assert len(register.scrutineers.all()) == 2
    assert [one.days_per_year for one in register.appointments.all()] == [12]
    assert len(register.closed_days.all()) == 1
    assert register.periods.labelled("2026-27") is not None


def test_an_e_mail_address_is_copied(screen: AgenciesScreen, register: Register) -> None:
    contact = register.contacts.save(Contact(name="Chief nurse", email="nurse@example.org"))
    screen.open("contact", contact.id)
    press(screen, "step-copy-address")
    assert QGuiApplication.clipboard().text() == "nurse@example.org"
