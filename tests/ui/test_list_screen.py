"""What every screen with a list does alike, tried on the smallest one: agencies and their names."""

from __future__ import annotations

from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scrutineer.domain.errors import NotFound
from scrutineer.ui.list_screen import ListScreen, RecordDetail
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.filter_bar import Choice
from tests.factories import an_agency
from tests.ui.window import key_in, press


class NameDetail(RecordDetail):
    def write(self, id_):
        self.title(self.register.agencies.get(id_).name)


class NamesScreen(ListScreen):
    title = "Names"
    shows = frozenset({"agency"})
    filters = (Choice("a", "With A"), Choice("all", "All"))
    at_first = "a"
    nothing: ClassVar = {"a": "None with A.", "all": "None."}

    def columns(self):
        return (Column("Name", lambda line: line.name, stretch=True),)

    def read(self):
        return self.register.agencies.lines()

    def passes(self, line, code):
        return code == "all" or line.name.startswith("A")

    def make_detail(self):
        return NameDetail(self.tools, "One name")


@pytest.fixture
def screen(tools, register, qtbot: QtBot):
    made = NamesScreen(tools)
    register.on_change(made.note_change)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


@pytest.fixture
def names(register):
    made = [register.agencies.save(an_agency(name=name, short_name="")) for name in ("Alpha", "Asma", "Beta")]
    return {one.name: one.id for one in made}


def test_only_what_the_filter_passes_is_listed_and_counted(names, screen):
    assert screen.table.lines.rowCount() == 2
    assert screen.table.selected_id() == screen.detail.shown == names["Alpha"]
    screen.bar.choose("all")
    assert screen.table.lines.rowCount() == 3
    assert screen.table.selected_id() == names["Alpha"]


def test_when_the_chosen_one_goes_the_next_takes_its_place(names, screen, register):
    register.agencies.remove(register.agencies.get(names["Alpha"]))
    assert screen.detail.shown == names["Asma"]


def test_a_record_outside_the_filter_is_opened_by_widening(names, screen):
    screen.open("agency", names["Beta"])
    assert screen.bar.chosen == "all"
    assert screen.detail.shown == names["Beta"]


def test_in_a_narrow_window_enter_opens_and_escape_goes_back(names, screen, qtbot):
    screen.resize(800, 480)
    assert not screen.detail.isVisible()
    screen.table.select(names["Asma"])
    key_in(screen.table, Qt.Key.Key_Return)
    assert screen.detail.isVisible()
    assert not screen.table.isVisible()
    assert not screen.bar.isVisible()
    key_in(screen.detail, Qt.Key.Key_Escape)
    assert screen.table.isVisible()
    assert screen.bar.isVisible()
    screen.open("agency", names["Alpha"])
    screen.resize(1280, 800)
    assert screen.bar.isVisible()


def test_a_deed_of_its_own_that_fails_is_shown_in_words(screen, tools):
    def refuse(_tools, _parent, _id):
        raise NotFound("It is gone.")

    screen.ask_here(refuse, "")
    screen.ask_here(lambda _tools, _parent, _id: "Done.", "")
    screen.ask_here(lambda _tools, _parent, _id: "", "")
    assert tools.messages.said == ["It is gone."]
    assert tools.say.sentences == ["Done."]


def test_the_button_of_an_empty_list_makes_the_first_one(screen, qtbot):
    with qtbot.waitSignal(screen.wanted) as heard:
        press(screen.empty, "first")
    assert heard.args == ["note", ""]
