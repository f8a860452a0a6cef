"""What would write is taken away, however late it is made; what reads stays, and so does every other window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from scrutineer.ui.past.shut import Shut, reads
from scrutineer.ui.widgets.card import Card
from scrutineer.ui.widgets.card_row import CardRow
from scrutineer.ui.widgets.filter_bar import Choice, FilterBar
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.steps import NextSteps, Step
from scrutineer.ui.widgets.words import Words


@pytest.fixture
def place(qtbot) -> QWidget:
    """A window over a past day, with nothing in it yet."""
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    Shut(made)
    made.show()
    return made


def put(place: QWidget, widget: QWidget) -> QWidget:
    place.layout().addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize(("name", "stays"), [
    ("open-0123", True), ("export", True), ("step-changes", True), ("digest-0123", True), ("back", True),
    ("put", False), ("step-edit", False), ("step-opened", False), ("reopen", False), ("", False),
])  # fmt: skip
def test_a_button_stays_when_its_name_is_that_of_one_that_reads(place: QWidget, name: str, stays: bool):
    assert put(place, button("Words", name)).isVisible() is stays
    assert reads(name) is stays


def test_a_button_that_is_made_later_deep_inside_goes_as_well(place: QWidget):
    inside = put(place, QWidget())
    body = QVBoxLayout(inside)
    late = button("Edit", "edit")
    body.addWidget(late)
    late.show()
    assert not late.isVisible()


def test_steps_none_of_which_reads_go_with_the_sentences_that_say_what_they_miss(place: QWidget):
    shut = put(place, NextSteps([Step("close", "Close", missing="say what changed")]))
    mixed = put(place, NextSteps([Step("edit", "Edit"), Step("changes", "Every change")]))
    assert not any(one.isVisible() for one in shut.findChildren(Words))
    assert [one.objectName() for one in mixed.findChildren(QPushButton) if one.isVisible()] == ["step-changes"]


def test_rows_of_cards_open_by_themselves_and_keep_no_button(place: QWidget):
    card = Card("Answers awaited", "None")
    put(place, card)
    card.show_rows([CardRow("challenge", "1", "Fathers", actions=(("open", "Write"), ("chase", "Note a chase")))])
    assert card.first().isVisible()
    assert not any(one.isVisible() for one in card.findChildren(QPushButton))


def test_chips_that_choose_what_is_shown_stay(place: QWidget):
    bar = put(place, FilterBar([Choice("open", "Open"), Choice("all", "All")]))
    place.resize(1200, 300)
    names = [one.objectName() for one in bar.findChildren(QPushButton) if one.isVisible()]
    assert names == ["filter-open", "filter-all"]


def test_other_windows_and_sheets_keep_theirs_and_so_does_everything_once_it_is_gone(place: QWidget, qtbot):
    sheet = QWidget()
    qtbot.addWidget(sheet)
    QVBoxLayout(sheet)
    sheet.show()
    assert put(sheet, button("Save", "save")).isVisible()
    shut = place.findChild(Shut)
    shut.setParent(None)
    del shut
    assert put(place, button("Save", "save")).isVisible()
