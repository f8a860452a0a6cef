"""A screen reads itself when it is seen, and again when what it shows has changed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from scrutineer.register.desk import Changed
from scrutineer.ui.screen import Screen
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.empty import Empty
from scrutineer.ui.widgets.table import RecordTable

AGENCY = Changed(frozenset({"agency"}), frozenset({"1"}))
PAPER = Changed(frozenset({"paper"}), frozenset({"2"}))


class Smallest(Screen):
    title = "Agencies"
    question = "Who?"
    shows = frozenset({"agency"})

    def build(self):
        self.read: list[frozenset[str]] = []
        self.finished = 0
        self.add(QLabel("Nothing here takes the keyboard"))
        self.button = QPushButton("Add")
        self.add(self.button)

    def refresh(self, ids):
        self.read.append(ids)

    def finish(self):
        self.finished += 1


class WithList(Smallest):
    def build(self):
        super().build()
        self.table = RecordTable([Column("Name", str, stretch=True)], "Agencies")
        self.add(self.table)


class WithNothing(Smallest):
    def build(self):
        super().build()
        self.empty = Empty("Nothing yet.", "Make the first")
        self.add(self.empty)
        self.first = self.empty.focusProxy()


@pytest.fixture
def screen(tools, qtbot) -> Smallest:
    made = Smallest(tools)
    qtbot.addWidget(made)
    return made


def test_nothing_is_read_before_it_is_seen_and_everything_then(screen):
    screen.note_change(AGENCY)
    assert screen.read == []
    screen.show()
    assert screen.read == [frozenset()]


def test_a_change_of_what_it_shows_is_read_at_once_and_any_other_never(screen):
    screen.show()
    screen.note_change(PAPER)
    screen.note_change(AGENCY)
    assert screen.read == [frozenset(), frozenset({"1"})]


def test_a_change_that_it_did_not_see_is_read_when_it_is_seen_again(screen):
    screen.show()
    screen.hide()
    screen.note_change(AGENCY)
    screen.note_change(AGENCY)
    assert len(screen.read) == 1
    screen.show()
    assert screen.read == [frozenset(), frozenset()]
    screen.hide()
    screen.show()
    assert len(screen.read) == 2


def test_what_was_read_to_open_a_record_is_not_read_again_when_it_is_seen(screen):
    screen.read_now()
    screen.show()
    assert screen.read == [frozenset()]


def test_what_is_being_typed_is_saved_when_it_is_left(screen):
    screen.show()
    assert screen.finished == 0
    screen.hide()
    assert screen.finished == 1


@pytest.mark.parametrize(("kind", "place"), [(Smallest, "button"), (WithList, "table"), (WithNothing, "first")])
def test_the_keyboard_begins_in_the_list_or_in_what_comes_first(tools, qtbot, kind, place):
    screen = kind(tools)
    qtbot.addWidget(screen)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.take_keyboard()
    assert QApplication.focusWidget() is getattr(screen, place)
