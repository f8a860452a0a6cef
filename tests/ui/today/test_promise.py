from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scrutineer.register.register import Register
from scrutineer.ui.today import promise
from scrutineer.ui.tools import Tools
from tests.factories import TODAY, an_agency, an_undertaking
from tests.ui.window import fill_in, on_sheet, press


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def test_a_promise_takes_the_words_and_is_mine(tools: Tools, register: Register, parent: QWidget) -> None:
    on_sheet(fill_in(text="Send the audit tool.", to_whom="the front door", due_on=TODAY + timedelta(days=5)))
    assert promise.ask(tools, parent, "") == "Noted. It stands under “What needs me” until it is kept."
    kept = register.undertakings.open()[0]
    assert (kept.text, kept.to_whom, kept.scrutineer_id) == ("Send the audit tool.", "the front door", register.desk.me)


def test_from_an_agency_it_is_made_to_that_agency(tools: Tools, register: Register, parent: QWidget) -> None:
    agency = register.agencies.save(an_agency())
    on_sheet(fill_in(text="Come back in spring."))
    promise.ask(tools, parent, agency.id)
    assert register.undertakings.open()[0].agency_id == agency.id


def test_without_words_the_sheet_stays_open_and_says_so(tools: Tools, register: Register, parent: QWidget) -> None:
    seen: list[bool] = []

    def act(sheet):
        press(sheet, "save")
        seen.append(sheet.isVisible())

    on_sheet(act)
    assert promise.ask(tools, parent, "") == ""
    assert seen == [True]
    assert register.undertakings.all() == []


def test_a_known_promise_is_changed_where_it_stands(tools: Tools, register: Register, parent: QWidget) -> None:
    known = register.undertakings.promise(an_undertaking())
    on_sheet(fill_in(due_on=TODAY + timedelta(days=9)))
    assert promise.ask(tools, parent, known.id) == "Saved."
    assert [one.due_on for one in register.undertakings.all()] == [TODAY + timedelta(days=9)]


def test_what_was_typed_and_not_saved_is_there_again(tools: Tools, parent: QWidget) -> None:
    typed: list[str] = []
    on_sheet(lambda sheet: sheet.form.restore_draft({"text": "Half a sentence"}))
    promise.ask(tools, parent, "")
    on_sheet(lambda sheet: typed.append(sheet.form.field("text").value()))
    promise.ask(tools, parent, "")
    assert typed == ["Half a sentence"]


def test_kept_is_noted_with_todays_date(tools: Tools, register: Register, parent: QWidget) -> None:
    known = register.undertakings.promise(an_undertaking(text="Send the audit tool."))
    assert promise.keep(tools, parent, known.id) == "Kept: Send the audit tool"
    assert register.undertakings.get(known.id).done_on == TODAY
    assert register.undertakings.open() == []
