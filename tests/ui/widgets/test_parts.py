from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from scrutineer.ui.widgets.parts import Panel, SearchBox, button, icon_button


def test_a_button_says_what_it_does_to_everybody(qtbot: QtBot) -> None:
    made = button("Give my view", "view", primary=True, icon="tick")
    qtbot.addWidget(made)
    assert (made.text(), made.accessibleName(), made.objectName()) == ("Give my view", "Give my view", "view")
    assert made.property("primary")
    assert not made.icon().isNull()


def test_a_button_without_words_is_reached_by_the_keyboard_and_named(qtbot: QtBot) -> None:
    made = icon_button("calendar", "Choose a date")
    qtbot.addWidget(made)
    assert made.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert made.accessibleName() == made.toolTip() == "Choose a date"


def test_a_search_box_has_room_for_what_it_says(qtbot: QtBot) -> None:
    box = SearchBox("Find a challenge by its words or its reference", "find")
    qtbot.addWidget(box)
    assert box.sizeHint().width() > box.fontMetrics().horizontalAdvance(box.placeholderText())


def test_a_panel_holds_what_is_put_on_it(qtbot: QtBot) -> None:
    first = QLabel("first")
    panel = Panel(first)
    qtbot.addWidget(panel)
    assert first.parentWidget() is panel
