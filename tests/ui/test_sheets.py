"""What screens ask for on a sheet, and which records its fields offer."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from scrutineer.domain.errors import DiskFull
from scrutineer.domain.note import Undertaking
from scrutineer.ui import sheets
from scrutineer.ui.widgets.fields import Option
from scrutineer.ui.widgets.form import Form
from tests.factories import an_agency, an_undertaking
from tests.ui.window import fill_in, on_sheet, press


@pytest.fixture
def promise(tools, qtbot):
    """Makes sheets for a promise."""
    parent = QWidget()
    qtbot.addWidget(parent)

    def make(save=lambda: None, draft=""):
        form = Form(Undertaking, ["text", "agency_id"], tools.desk)
        form.load(Undertaking())
        return sheets.sheet(tools, parent, "A promise", "To whom?", form, save, draft=draft)

    return make


def test_words_are_kept_in_the_record_under_the_name_of_their_place(promise, register):
    sheet = promise(draft="undertaking:new")

    def leave(shown):
        shown.form.field("text").set_value("Send the tool")
        press(shown, "cancel")

    on_sheet(leave)
    assert not sheet.ask()
    assert register.drafts.kept("undertaking:new") == {"text": "Send the tool"}
    again = promise(draft="undertaking:new")
    on_sheet(lambda shown: press(shown, "save"))
    assert again.ask()
    assert register.drafts.places() == []


def test_without_a_name_nothing_is_kept(promise, register):
    sheet = promise()
    on_sheet(lambda shown: shown.form.field("text").set_value("Send the tool"))
    assert not sheet.ask()
    assert register.drafts.places() == []


def test_a_failure_is_shown_by_the_messages(promise, tools):
    def save():
        raise DiskFull("There is no room.")

    sheet = promise(save)
    on_sheet(fill_in(text="Send the tool"))
    assert not sheet.ask()
    assert tools.messages.said == ["There is no room."]


def test_agencies_are_offered_as_they_are_today_and_services_by_whom_they_belong_to(tools, register):
    police = register.agencies.save(an_agency())
    front_door = register.agencies.save(an_agency(name="Front door", short_name="", parent_id=police.id))
    gone = register.agencies.save(an_agency(name="Former force", short_name=""))
    register.agencies.remove(gone)
    offered = sheets.agencies(tools)
    assert set(offered) == {
        Option(police.id, "Exampleshire Constabulary"), Option(front_door.id, "Police: Front door"),
    }  # fmt: skip


def test_a_field_of_links_is_given_its_options(promise):
    form = promise().form
    sheets.offer(form, "agency_id", [Option("1", "Police")])
    sheets.offer(form, "text", [Option("1", "Police")])      # a text has none, and is left alone
    form.field("agency_id").set_value("1")
    assert form.field("agency_id").currentText() == "Police"


def test_any_records_become_options():
    one = an_undertaking()
    assert sheets.options([one], lambda record: record.text) == [Option(one.id, one.text)]
