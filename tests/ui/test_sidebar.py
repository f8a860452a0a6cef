"""The sidebar: whose record, which room is open, and icons alone in a narrow window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QPushButton

from scrutineer.ui.sidebar import Place, Sidebar
from scrutineer.ui.theme import TINY
from scrutineer.ui.widgets.words import as_given
from tests.ui.window import part, press

PLACES = (Place("papers", "Papers", "papers"), Place("safe", "Safe keeping", "safekeeping", at_foot=True),
          Place("today", "Today", "today"))  # fmt: skip


@pytest.fixture
def sidebar(qtbot) -> Sidebar:
    made = Sidebar(PLACES)
    qtbot.addWidget(made)
    made.resize(made.sizeHint().width(), 500)
    made.show()
    return made


def room(sidebar: Sidebar, code: str) -> QPushButton:
    return part(sidebar, QPushButton, f"room-{code}")


def test_a_room_is_chosen_by_its_button_and_marked_when_it_is_open(sidebar):
    chosen: list[str] = []
    sidebar.chosen.connect(chosen.append)
    press(sidebar, "room-papers")
    assert chosen == ["papers"]
    sidebar.mark("today")
    assert [place.code for place in PLACES if room(sidebar, place.code).isChecked()] == ["today"]


def test_what_stands_at_the_foot_is_below_all_others(sidebar):
    assert room(sidebar, "papers").y() < room(sidebar, "today").y() < room(sidebar, "safe").y()


def test_a_count_is_read_beside_the_room_and_by_a_screen_reader(sidebar):
    sidebar.count("papers", "3 drafts")
    assert room(sidebar, "papers").accessibleDescription() == "3 drafts"
    assert "3 drafts" in [label.text() for label in sidebar.findChildren(QLabel) if label.isVisible()]


def test_in_a_narrow_window_the_icons_stay_and_every_room_keeps_its_name(sidebar):
    wide = sidebar.width()
    sidebar.count("papers", "3 drafts")
    sidebar.collapse(True)
    assert sidebar.width() < wide / 2
    assert all(not room(sidebar, place.code).text() for place in PLACES)
    assert [room(sidebar, place.code).accessibleName() for place in PLACES] == [place.name for place in PLACES]
    assert [room(sidebar, place.code).toolTip() for place in PLACES] == [place.name for place in PLACES]
    assert not [label for label in sidebar.findChildren(QLabel) if label.isVisible()]
    sidebar.collapse(False)
    assert "Papers" in room(sidebar, "papers").text()


def test_a_strip_in_the_record_s_own_colour_runs_along_the_top(sidebar):
    sidebar.belong_to("Exampleshire", "2026–27, quarter 3", "#aa3377")
    seen = sidebar.grab().toImage()
    assert seen.pixelColor(QPoint(sidebar.width() // 2, TINY // 2)) == QColor("#aa3377")
    shown = [as_given(label.text()) for label in sidebar.findChildren(QLabel)]
    assert shown[:2] == ["Exampleshire", "2026–27, quarter 3"]
