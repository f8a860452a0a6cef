"""What can be done on this screen: each asks on a sheet, writes, and answers with a sentence to say."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from scrutineer.domain.assurance import Conflict
from scrutineer.domain.entity import Entity
from scrutineer.domain.organisation import (
    Agency,
    AgencyGroup,
    Appointment,
    Body,
    ClosedDays,
    Contact,
    Meeting,
    ReportingPeriod,
    Scrutineer,
)
from scrutineer.ui.agencies import partners, succession
from scrutineer.ui.agencies.form import edit, keeper_of
from scrutineer.ui.tools import Tools

Act = Callable[[Tools, QWidget, str], str]


def change(tools: Tools, parent: QWidget, entity: Entity) -> str:
    """Edit a record that is known."""
    return "Saved." if edit(tools, parent, entity) else ""


def remove(tools: Tools, entity: Entity) -> None:
    """Take a record off every list, and offer to put it back; what is on record about it stays."""
    keeper = keeper_of(tools.register, entity)
    keeper.remove(entity)
    tools.say("Taken off the list. What is on record about it stays.", "Put it back", lambda: keeper.save(entity))


def _add(make: Callable[[Tools, str], Entity]) -> Act:
    def act(tools: Tools, parent: QWidget, id_: str) -> str:
        return "Added." if edit(tools, parent, make(tools, id_)) else ""

    return act


def _service(tools: Tools, id_: str) -> Agency:
    host = tools.register.agencies.get(id_)
    return Agency(parent_id=host.id, kind=host.kind, status=host.status)


def _terms(tools: Tools, _id: str) -> Appointment:
    return Appointment(scrutineer_id=tools.register.desk.me, starts_on=tools.register.today())


def _conflict(tools: Tools, id_: str) -> Conflict:
    agency = tools.register.agencies.find(id_)
    return Conflict(agency_id=agency.id if agency else None, noted_on=tools.register.today())


def _copy_address(tools: Tools, _parent: QWidget, id_: str) -> str:
    address = tools.register.contacts.get(id_).email
    QGuiApplication.clipboard().setText(address)
    return f"{address} can be pasted now."


add_agency: Act = _add(lambda _tools, _id: Agency())      # asked for from anywhere
ACTS: dict[str, Act] = {
    "add-partners": partners.ask,
    "follow": succession.ask,
    "copy-address": _copy_address,
    "add-agency": add_agency,
    "add-service": _add(_service),
    "add-group": _add(lambda _tools, _id: AgencyGroup()),
    "add-body": _add(lambda _tools, _id: Body()),
    "add-meeting": _add(lambda _tools, _id: Meeting()),
    "meeting-of": _add(lambda _tools, id_: Meeting(body_id=id_)),
    "add-contact": _add(lambda _tools, _id: Contact()),
    "contact-of": _add(lambda _tools, id_: Contact(agency_id=id_)),
    "add-scrutineer": _add(lambda _tools, _id: Scrutineer()),
    "add-appointment": _add(_terms),
    "add-conflict": _add(_conflict),
    "add-closed_days": _add(lambda _tools, _id: ClosedDays()),
    "add-reporting_period": _add(lambda _tools, _id: ReportingPeriod()),
}
