from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame
from pytestqt.qtbot import QtBot

from scrutineer.domain.organisation import AgencyGroup, Contact
from scrutineer.register.register import Register
from scrutineer.ui.agencies.page import AgenciesScreen
from scrutineer.ui.widgets.chip import ChipLabel
from scrutineer.ui.widgets.prose import Prose
from tests.factories import TODAY, a_body, an_agency
from tests.ui.agencies.conftest import press, said
from tests.ui.window import fill_in, on_sheet


def test_a_meeting_belongs_to_its_board_and_shows_when_papers_are_due(
    screen: AgenciesScreen, register: Register
) -> None:
    body = register.bodies.save(a_body(name="Strategic Board"))
    screen.open("body", body.id)
    on_sheet(fill_in(held_on=TODAY + timedelta(days=14), papers_due_on=TODAY + timedelta(days=4)))
    press(screen, "step-meeting-of")
    meeting = register.meetings.all()[0]
    assert meeting.body_id == body.id
    screen.open("meeting", meeting.id)
    assert {"Strategic Board", "7 December 2026", "Papers due", "27 November 2026"} <= set(said(screen))


def test_a_group_is_edited_and_its_members_open(screen: AgenciesScreen, register: Register, qtbot: QtBot) -> None:
    agency = register.agencies.save(an_agency())
    group = register.groups.save(AgencyGroup(name="Districts"))
    screen.open("agency_group", group.id)
    on_sheet(fill_in(agency_ids=(agency.id,), lead_id=agency.id))
    press(screen, "step-edit")
    assert register.groups.get(group.id).lead_id == agency.id
    heard: list[tuple[str, str]] = []
    screen.open_requested.connect(lambda kind, id_: heard.append((kind, id_)))
    qtbot.keyClick(screen.findChild(QFrame, f"agency-{agency.id}"), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert heard == [("agency", agency.id)]


def test_a_private_note_says_that_it_is(screen: AgenciesScreen, register: Register) -> None:
    contact = register.contacts.save(Contact(name="Chief nurse", note="Rings back.", private=("note",)))
    screen.open("contact", contact.id)
    assert "private to me" in [chip.chip.words for chip in screen.findChildren(ChipLabel) if chip.isVisible()]
    assert [prose.toPlainText() for prose in screen.findChildren(Prose) if prose.isVisible()] == ["Rings back."]
