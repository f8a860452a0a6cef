from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from scrutineer.ui import theme
from scrutineer.ui.widgets.filter_bar import Choice, FilterBar


@pytest.fixture
def bar(qtbot: QtBot) -> FilterBar:
    made = FilterBar([Choice("open", "Open"), Choice("me", "Waiting for me")])
    made.add_menu("agency", "Agency", [Choice("p", "Police"), Choice("h", "Health & care")])
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_first_filter_is_chosen_and_another_takes_its_place(bar: FilterBar, qtbot: QtBot) -> None:
    assert bar.chosen == "open"
    with qtbot.waitSignal(bar.changed):
        bar.findChild(QPushButton, "filter-me").click()
    assert bar.chosen == "me"
    bar.choose("open")
    assert not bar.findChild(QPushButton, "filter-me").isChecked()


def test_one_turns_from_filter_to_filter_and_round(bar: FilterBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.changed):
        bar.turn(1)
    assert bar.chosen == "me"
    bar.turn(1)
    assert bar.chosen == "open"
    bar.turn(-1)
    assert bar.chosen == "me"


def test_each_filter_shows_how_many_it_would_list(bar: FilterBar) -> None:
    bar.count({"open": 1204})
    chip = bar.findChild(QPushButton, "filter-open")
    assert chip.text() == "Open  1,204"
    assert chip.accessibleName() == "Open: 1,204"


def test_what_is_still_counted_shows_no_number(bar: FilterBar) -> None:
    bar.count({"open": 1204, "me": 2})
    bar.count_later()
    chip = bar.findChild(QPushButton, "filter-open")
    assert (chip.text(), chip.accessibleName()) == ("Open", "Open")


def test_a_menu_narrows_the_list_and_says_by_what(bar: FilterBar, qtbot: QtBot) -> None:
    chip = bar.findChild(QPushButton, "menu-agency")
    assert chip.text() == "Agency: all ▾"
    with qtbot.waitSignal(bar.changed):
        chip.menu().actions()[2].trigger()
    assert bar.chosen_in("agency") == "h"
    assert chip.text() == "Agency: Health && care ▾"
    chip.menu().actions()[0].trigger()
    assert bar.chosen_in("agency") == ""


def test_a_choice_that_is_no_longer_offered_is_let_go(bar: FilterBar) -> None:
    chip = bar.findChild(QPushButton, "menu-agency")
    chip.menu().actions()[1].trigger()
    bar.add_menu("agency", "Agency", [Choice("p", "Police"), Choice("x", "Probation")])
    assert bar.chosen_in("agency") == "p"
    assert chip.text() == "Agency: Police ▾"
    bar.add_menu("agency", "Agency", [Choice("x", "Probation")])
    assert bar.chosen_in("agency") == ""
    assert chip.text() == "Agency: all ▾"


def test_in_a_narrow_window_the_chips_go_on_the_next_line(bar: FilterBar) -> None:
    assert bar.heightForWidth(150) > bar.heightForWidth(900)


def test_widening_chooses_a_filter_and_opens_every_menu_again(bar: FilterBar, qtbot: QtBot) -> None:
    chip = bar.findChild(QPushButton, "menu-agency")
    chip.menu().actions()[1].trigger()
    with qtbot.waitSignal(bar.changed):
        bar.widen("open")
    assert (bar.chosen, bar.chosen_in("agency"), chip.text()) == ("open", "", "Agency: all ▾")
    assert chip.menu().actions()[0].isChecked()


def test_a_chip_has_room_for_its_words_when_it_is_chosen(bar: FilterBar) -> None:
    chip = bar.findChild(QPushButton, "filter-open")
    chip.setText("Strengths that nobody has been told of yet")
    strong = QFontMetrics(theme.strong_font(chip.font())).horizontalAdvance(chip.text())
    assert chip.sizeHint().width() >= strong + 24


def test_in_a_narrow_window_chips_that_need_a_second_line_become_one_menu(bar: FilterBar, qtbot: QtBot) -> None:
    bar.count({"open": 12, "me": 5})
    bar.resize(200, 100)
    folded, chip = bar.findChild(QPushButton, "filters"), bar.findChild(QPushButton, "filter-me")
    assert (folded.isVisible(), chip.isVisible()) == (True, False)
    assert folded.text() == "Open  12 ▾"
    folded.menu().aboutToShow.emit()
    open_now, me = folded.menu().actions()
    assert (open_now.isChecked(), me.text()) == (True, "Waiting for me  5")
    with qtbot.waitSignal(bar.changed):
        me.trigger()
    assert (bar.chosen, folded.text()) == ("me", "Waiting for me  5 ▾")
    bar.resize(900, 100)
    assert (folded.isVisible(), chip.isVisible()) == (False, True)


def test_in_a_wide_window_the_chips_stay_even_on_two_lines(qtbot: QtBot) -> None:
    bar = FilterBar([Choice(str(number), f"A filter with many words, number {number}") for number in range(9)])
    qtbot.addWidget(bar)
    bar.resize(1100, 100)
    bar.show()
    assert not bar.findChild(QPushButton, "filters").isVisible()
    assert bar.heightForWidth(1100) > bar.findChild(QPushButton, "filter-0").sizeHint().height()
