"""The mail is changed, copied, kept as a file, and noted as a chase: nothing is sent from here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from scrutineer.domain.challenge import Addressee, Challenge, Visibility
from scrutineer.register.register import Register
from scrutineer.ui.jobs import InlineJobs
from scrutineer.ui.today import mail
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form
from scrutineer.ui.widgets.words import Words
from tests.factories import TODAY, a_contact, an_agency
from tests.ui.fakes import ChoosingMessages
from tests.ui.window import on_sheet, press, tools_for


@pytest.fixture
def parent(register: Register, qtbot: QtBot) -> Iterator[QWidget]:
    """A window below the sheets, which are gone before the record is closed."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    yield made
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def put(register: Register, **over: object) -> str:
    agency = register.agencies.save(an_agency())
    register.contacts.save(a_contact(agency_id=agency.id, email="lead@police.example"))
    challenge = register.challenges.put_to(
        Challenge(**{"title": "Fathers", "text": "Who?", "raised_on": TODAY - timedelta(days=30)} | over),
        [Addressee(agency_id=agency.id, due_on=TODAY - timedelta(days=9))],
    )
    return register.challenges.parts(challenge.id)[0].id


def form(sheet: QDialog) -> Form:
    found = sheet.findChild(Form)
    assert found is not None
    return found


def said(sheet: QDialog) -> list[str]:
    return [words.said() for words in sheet.findChildren(Words) if words.isVisible()]


def test_it_begins_with_whom_what_and_a_tick_and_done_notes_the_chase(
    tools: Tools, register: Register, parent: QWidget
) -> None:
    part, seen = put(register), []

    def act(sheet: QDialog) -> None:
        seen.append(form(sheet).values())
        press(sheet, "save")

    on_sheet(act)
    assert mail.ask(tools, parent, part) == "Noted as a chase, for 1 part."
    assert (seen[0]["to"], seen[0]["subject"], seen[0]["is_chase"]) == (
        "lead@police.example", "Independent scrutiny: EX-C-2026-001", True
    )
    assert "1. EX-C-2026-001: Fathers" in seen[0]["text"]
    assert [note.text for note in register.notes.of(part)] == ["By e-mail."]


def test_without_the_tick_or_when_it_is_left_nothing_is_noted(
    tools: Tools, register: Register, parent: QWidget
) -> None:
    part = put(register)

    def untick(sheet: QDialog) -> None:
        form(sheet).field("is_chase").set_value(False)
        press(sheet, "save")

    on_sheet(untick)
    assert mail.ask(tools, parent, part) == ""
    on_sheet(lambda sheet: press(sheet, "cancel"))
    assert mail.ask(tools, parent, part) == ""
    assert register.notes.of(part) == []


def test_words_and_addresses_are_copied_as_they_now_stand_and_the_sheet_stays(
    tools: Tools, register: Register, parent: QWidget
) -> None:
    part, pasted = put(register), []

    def act(sheet: QDialog) -> None:
        form(sheet).field("to").set_value("one@example.org, two@example.org;")
        form(sheet).field("text").set_value("Dear both,")
        for name in ("copy-text", "copy-addresses"):
            press(sheet, name)
            pasted.append(QGuiApplication.clipboard().text())
        assert "2 addresses can be pasted now." in said(sheet)
        assert sheet.isVisible()

    on_sheet(act)
    mail.ask(tools, parent, part)
    assert pasted == ["Dear both,", "one@example.org; two@example.org"]


def test_without_an_address_it_says_so_and_copies_none(tools: Tools, register: Register, parent: QWidget) -> None:
    part, seen = put(register), []
    register.contacts.remove(register.contacts.all()[0])

    def act(sheet: QDialog) -> None:
        press(sheet, "copy-addresses")
        seen.extend(said(sheet))

    on_sheet(act)
    mail.ask(tools, parent, part)
    assert "There is no address to copy." in seen
    assert any(words.startswith("No e-mail address of theirs is on record") for words in seen)


def test_the_file_opens_elsewhere_as_a_new_message(
    register: Register, parent: QWidget, tmp_path: Path
) -> None:
    part, file = put(register), tmp_path / "mail"
    messages = ChoosingMessages(file)
    plain = tools_for(register, tmp_path)
    tools = Tools(register, InlineJobs(messages), messages, plain.preferences, plain.say)
    on_sheet(lambda sheet: press(sheet, "save-mail"))
    mail.ask(tools, parent, part)
    message = message_from_bytes((tmp_path / "mail.eml").read_bytes())
    assert (message["To"], message["X-Unsent"]) == ("lead@police.example", "1")
    assert "Fathers" in message.get_payload(decode=True).decode()
    assert messages.proposed[0].name == "2026-11-23 EX e-mail to Police.eml"


def test_what_is_no_address_is_refused_beside_its_field(tools: Tools, register: Register, parent: QWidget) -> None:
    part, seen = put(register), []

    def act(sheet: QDialog) -> None:
        form(sheet).field("to").set_value("nobody")
        press(sheet, "save-mail")
        seen.extend(said(sheet))

    on_sheet(act)
    mail.ask(tools, parent, part)
    assert "“nobody” is not an e-mail address." in seen


def test_a_challenge_for_me_alone_is_looked_at_twice(tools: Tools, register: Register, parent: QWidget) -> None:
    part, seen = put(register, visibility=Visibility.PRIVATE), []
    on_sheet(lambda sheet: seen.extend(said(sheet)))
    mail.ask(tools, parent, part)
    assert any("for you alone to read" in words for words in seen)


def test_what_was_changed_and_left_is_there_again_today_and_not_tomorrow(
    tools: Tools, register: Register, parent: QWidget
) -> None:
    part, texts = put(register), []
    on_sheet(lambda sheet: form(sheet).field("text").restore("Dear chief,"))
    mail.ask(tools, parent, part)
    on_sheet(lambda sheet: texts.append(form(sheet).values()["text"]))
    mail.ask(tools, parent, part)
    register.desk.today = lambda: TODAY + timedelta(days=1)
    on_sheet(lambda sheet: texts.append(form(sheet).values()["text"]))
    mail.ask(tools, parent, part)
    assert texts[0] == "Dear chief,"
    assert texts[1].startswith("Dear colleague,")
