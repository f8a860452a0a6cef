"""What every screen with a list does alike, tried on the smallest one: agencies and their names."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from scrutineer.domain.errors import NotFound
from scrutineer.ui import reading
from scrutineer.ui.list_screen import STILL_READING, ListScreen, RecordDetail
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.filter_bar import Choice
from scrutineer.ui.widgets.words import Words
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
    is_free = True

    def may_read(self):
        return self.is_free and super().may_read()

    def columns(self):
        return (Column("Name", lambda line: line.name, stretch=True),)

    def ids(self):
        return [line.id for line in self.register.agencies.lines()]

    def read(self, ids):
        return [line for line in self.register.agencies.lines() if ids is None or line.id in ids]

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
    assert not screen._header.isVisible()
    key_in(screen.detail, Qt.Key.Key_Escape)
    assert screen.table.isVisible()
    assert screen.bar.isVisible()
    assert screen._header.isVisible()
    screen.open("agency", names["Alpha"])
    screen.resize(1280, 800)
    assert screen.bar.isVisible()


def test_in_a_wide_window_enter_goes_into_the_record_and_escape_back_a_click_stays_in_the_list(names, screen, qtbot):
    screen.activateWindow()
    screen.table.setFocus()
    screen.table.clicked.emit(screen.table.currentIndex())
    assert screen.focusWidget() is screen.table
    key_in(screen.table, Qt.Key.Key_Return)
    assert screen.focusWidget() is screen.detail
    key_in(screen.detail, Qt.Key.Key_Escape)
    assert screen.focusWidget() is screen.table


@pytest.fixture
def many(register, monkeypatch):
    """Forty names, of which every second begins with A, in a program for which ten are many."""
    for name, number in (("FIRST", 4), ("PIECE", 10), ("AGAIN", 1)):
        monkeypatch.setattr(reading, name, number)
    monkeypatch.setattr(NamesScreen, "whole", 10)
    monkeypatch.setattr(NamesScreen, "is_free", False)      # until a piece is let through
    made = [
        register.agencies.save(an_agency(name=f"{'AB'[n % 2]}{n:02}", short_name="")) for n in range(40)
    ]
    return {one.name: one.id for one in made}


def one_piece(screen):
    """Let one piece through."""
    screen.is_free = True
    screen.reading._turn()
    screen.is_free = False


def the_rest(screen, qtbot):
    """Let the event loop turn until all is read."""
    with qtbot.waitSignal(screen.reading.ended):
        screen.is_free = True


def listed(screen):
    return [screen.table.lines.line(row).name for row in range(screen.table.lines.rowCount())]


def test_a_long_list_comes_in_pieces_and_is_counted_when_it_is_whole(many, screen, qtbot):
    assert listed(screen) == []
    assert screen.bar.findChild(QPushButton, "filter-a").text() == "With A"
    assert screen.empty.findChild(QLabel).text() == STILL_READING
    one_piece(screen)
    assert listed(screen) == ["A00", "A02", "A04", "A06"]
    assert screen.detail.shown == many["A00"]
    one_piece(screen)
    screen.table.select(many["A04"])
    screen.bar.choose("all")
    assert len(listed(screen)) == 14
    the_rest(screen, qtbot)
    assert len(listed(screen)) == 40
    assert screen.detail.shown == many["A04"]
    assert screen.bar.findChild(QPushButton, "filter-a").text() == "With A  20"


def test_what_is_written_while_a_long_list_comes_is_there_once(many, screen, register, qtbot):
    one_piece(screen)
    register.agencies.save(an_agency(name="A99", short_name=""))
    register.agencies.remove(register.agencies.get(many["A02"]))
    register.agencies.save(replace(register.agencies.get(many["A38"]), name="A38 and more"))
    assert {"A99", "A38 and more"} <= set(listed(screen))      # what was just written is not waited for
    assert "A02" not in listed(screen)
    the_rest(screen, qtbot)
    assert listed(screen) == sorted([*(f"A{n:02}" for n in range(0, 38, 2) if n != 2), "A38 and more", "A99"])
    assert screen.bar.findChild(QPushButton, "filter-a").text() == "With A  20"


def test_a_record_that_has_not_come_yet_is_opened_at_once(many, screen, qtbot):
    one_piece(screen)
    screen.open("agency", many["A36"])
    assert screen.detail.shown == screen.table.selected_id() == many["A36"]
    the_rest(screen, qtbot)
    assert screen.table.selected_id() == many["A36"]
    assert listed(screen) == [f"A{n:02}" for n in range(0, 40, 2)]


def test_a_sorted_long_list_stays_sorted_while_it_comes(many, screen, qtbot):
    screen.table.sort_by(0, descending=True)
    one_piece(screen)
    one_piece(screen)
    assert listed(screen) == [f"A{n:02}" for n in range(26, -1, -2)]
    the_rest(screen, qtbot)
    assert listed(screen) == [f"A{n:02}" for n in range(38, -1, -2)]


def test_a_long_list_is_not_read_on_while_nobody_sees_it(many, screen, register, qtbot):
    one_piece(screen)
    screen.hide()
    screen.is_free = True
    screen.reading._turn()
    assert listed(screen) == ["A00", "A02", "A04", "A06"]
    register.agencies.remove(register.agencies.get(many["A02"]))
    with qtbot.waitSignal(screen.reading.ended):
        screen.show()
    assert listed(screen) == [f"A{n:02}" for n in range(0, 40, 2) if n != 2]


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


def test_what_a_link_leads_to_wraps_beside_its_button(tools, qtbot: QtBot):
    detail = NameDetail(tools, "One name")
    qtbot.addWidget(detail)
    detail.resize(320, 400)
    detail.show()
    long = "Designated safeguarding leads: what helps when a child stops coming, and who says so?"
    made = detail.link("activity", "a", "A-2026-007", "activities")
    detail.links("Looked at", [(made, long)])
    words = next(one for one in detail.findChildren(Words) if one.said() == long)
    qtbot.waitUntil(lambda: words.x() > made.geometry().right())
    assert words.height() >= words.heightForWidth(words.width()) > 2 * words.fontMetrics().height()
