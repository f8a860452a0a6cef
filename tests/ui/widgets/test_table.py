from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from scrutineer.ui.widgets.empty import Empty
from scrutineer.ui.widgets.table import RecordTable
from tests.ui.examples import COLUMNS, challenge_lines, challenge_table

LONG = 5  # the example whose title needs several lines


@pytest.fixture
def table(qtbot: QtBot) -> RecordTable:
    made = challenge_table()
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.wait(1)
    return made


def test_selecting_says_which_record_and_only_once(table: RecordTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.selected) as said:
        assert table.select("id2")
    assert said.args == ["id2"]
    assert table.selected_id() == "id2"
    assert not table.select("gone")


def test_enter_and_a_double_click_open_the_record(table: RecordTable, qtbot: QtBot) -> None:
    table.select("id1")
    with qtbot.waitSignal(table.opened) as said:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert said.args == ["id1"]
    with qtbot.waitSignal(table.opened) as said:
        table.doubleClicked.emit(table.lines.index(3, 0))
    assert said.args == ["id3"]


def test_what_was_selected_stays_so_when_the_list_is_read_anew(table: RecordTable) -> None:
    said: list[str] = []
    table.select("id4")
    table.selected.connect(said.append)
    table.show_lines(reversed(challenge_lines()))
    assert table.selected_id() == "id4"
    assert said == []
    table.show_lines(challenge_lines(3))
    assert table.selected_id() == ""
    assert said == [""]


def test_lines_that_come_later_change_neither_the_choice_nor_the_place(table: RecordTable) -> None:
    lines = challenge_lines(400)
    table.show_lines(lines[:200])
    table.select("id4")
    table.verticalScrollBar().setValue(1000)
    told: list[str] = []
    table.selected.connect(told.append)
    for is_sorted in (False, True):
        table.sort_by(0 if is_sorted else None)
        top, count = table.lines.line(table.rowAt(0)).id, table.lines.rowCount()
        table.append(lines[count : count + 100])
        assert table.lines.rowCount() == count + 100
        assert table.lines.line(table.rowAt(0)).id == top
        assert table.selected_id() == "id4"
    assert told == []


def test_the_first_line_to_come_takes_the_place_of_the_words_of_an_empty_list(qtbot: QtBot) -> None:
    empty = Empty("Nothing yet.", "Begin")
    table = RecordTable(COLUMNS, "Challenges", empty=empty)
    qtbot.addWidget(table)
    table.show()
    table.show_lines([])
    assert empty.isVisible()
    table.append(challenge_lines(1))
    assert not empty.isVisible()


def test_what_was_at_the_top_stays_there_when_the_list_is_read_anew(table: RecordTable) -> None:
    lines = challenge_lines(400)
    table.show_lines(lines)
    table.verticalScrollBar().setValue(5_000)
    first, place = table.rowAt(0), table.rowViewportPosition(table.rowAt(0))
    top = table.lines.line(first).id
    table.show_lines(lines[20:])
    assert table.lines.line(table.rowAt(0)).id == top
    assert table.rowViewportPosition(table.rowAt(0)) == place


def test_a_title_that_needs_more_lines_gets_a_higher_row_and_the_others_do_not(table: RecordTable) -> None:
    assert table.rowHeight(LONG) > table.rowHeight(0)
    usual = 2 * table.fontMetrics().lineSpacing() + 16
    assert table.rowHeight(0) == usual


def test_rows_are_high_enough_again_when_the_list_becomes_narrow_or_wide(table: RecordTable, qtbot: QtBot) -> None:
    before = table.rowHeight(LONG)
    table.resize(620, 500)
    qtbot.waitUntil(lambda: table.rowHeight(LONG) > before)
    table.resize(1600, 500)
    qtbot.waitUntil(lambda: table.rowHeight(LONG) < before)


def test_without_room_for_columns_all_stand_under_the_title(table: RecordTable, qtbot: QtBot) -> None:
    before = table.rowHeight(0)
    table.resize(360, 500)
    qtbot.waitUntil(lambda: table.rowHeight(0) > before)
    assert table.isColumnHidden(1)
    assert table.isColumnHidden(2)
    assert table.columnWidth(0) == table.viewport().width()


def test_a_larger_font_makes_higher_rows(table: RecordTable, qtbot: QtBot) -> None:
    before = table.rowHeight(0)
    font = table.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    table.setFont(font)
    qtbot.waitUntil(lambda: table.rowHeight(0) > 1.7 * before)


def test_only_rows_in_sight_are_measured(table: RecordTable) -> None:
    table.show_lines(challenge_lines(10_000))
    assert len(table._measured) < 30
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    assert len(table._measured) < 60


def test_scrolling_up_over_rows_that_turn_out_higher_does_not_move_what_is_read(table: RecordTable) -> None:
    table.show_lines(challenge_lines(200))
    bar = table.verticalScrollBar()
    bar.setValue(bar.maximum() - 500)
    for _ in range(20):
        row = table.rowAt(table.viewport().height() // 2)
        before = table.rowViewportPosition(row)
        bar.setValue(bar.value() - 30)
        assert table.rowViewportPosition(row) == before + 30


def test_a_click_on_a_title_sorts_and_keeps_what_is_selected(table: RecordTable) -> None:
    table.select("id0")
    table.sort_by(0)
    titles = [table.lines.line(row).title for row in range(table.lines.rowCount())]
    assert titles == sorted(titles, key=str.casefold)
    assert table.selected_id() == "id0"
    table.sort_by(None)
    assert table.lines.line(0).id == "id0"


def test_a_changed_line_is_measured_anew_in_its_place(table: RecordTable) -> None:
    before = table.rowHeight(0)
    table.replace([challenge_lines()[0]._replace(title="Where children are heard, and what came of it? " * 6)])
    assert table.rowHeight(0) > before
    assert table.lines.line(0).id == "id0"


def test_an_empty_list_teaches_and_a_full_one_does_not(qtbot: QtBot) -> None:
    empty = Empty("Challenges you put to others are listed here.", "Put a challenge")
    table = RecordTable(COLUMNS, "Challenges", empty=empty)
    qtbot.addWidget(table)
    table.show()
    table.show_lines([])
    assert empty.isVisible()
    with qtbot.waitSignal(empty.wanted):
        empty.findChild(QPushButton).click()
    table.show_lines(challenge_lines())
    assert not empty.isVisible()


def test_tab_leaves_the_list_and_coming_in_there_is_a_row_to_be_in(table: RecordTable) -> None:
    assert not table.tabKeyNavigation()
    table.setFocus()
    table.clearFocus()
    table.setCurrentIndex(table.lines.index(-1, -1))
    table.setFocus()
    assert table.selected_id() == "id0"


def test_ten_thousand_lines_are_shown_and_painted_at_once(table: RecordTable) -> None:
    lines = challenge_lines(10_000)
    started = time.perf_counter()
    table.show_lines(lines)
    table.grab()
    assert time.perf_counter() - started < 0.25


def test_a_selected_row_is_whole_in_sight_even_where_rows_grow_as_they_are_seen(table: RecordTable) -> None:
    long = challenge_lines()[LONG]
    table.show_lines([long._replace(id=f"id{n}") for n in range(60)])
    table.resize(600, 300)
    for wanted in (59, 0, 30):
        table.select(f"id{wanted}")
        top = table.rowViewportPosition(wanted)
        assert top >= 0
        assert top + table.rowHeight(wanted) <= table.viewport().height()


def test_one_column_in_a_narrow_window_needs_no_heading(table: RecordTable) -> None:
    table.resize(1100, 300)
    assert table.horizontalHeader().isVisible()
    table.resize(260, 300)
    assert not table.horizontalHeader().isVisible()


def test_out_of_sight_nothing_is_measured_until_it_is_seen(qtbot: QtBot) -> None:
    table = challenge_table()
    qtbot.addWidget(table)
    table.resize(900, 500)
    usual = table.verticalHeader().defaultSectionSize()
    assert {table.rowHeight(row) for row in range(table.lines.rowCount())} == {usual}
    table.show()
    assert table.rowHeight(LONG) > usual


def test_rows_that_come_into_sight_as_others_grow_are_measured_as_well(table: RecordTable) -> None:
    long = challenge_lines()[LONG]
    lines = [long._replace(id=f"id{n}") for n in range(60)]
    table.resize(600, 300)
    for place in range(1000, 1090, 5):
        table.show_lines([])
        table.show_lines(lines[:40])
        table.verticalScrollBar().setValue(place)
        table.show_lines(lines[::-1])      # what is at the top stays there, partly above it, and grows
        shown = range(table.rowAt(0), table.rowAt(table.viewport().height() - 1) + 1)
        assert {table.rowHeight(row) for row in shown} == {table.rowHeight(shown[0])}


def test_a_column_can_be_headed_otherwise(table: RecordTable) -> None:
    with_words = table.lines.headerData(1, Qt.Orientation.Horizontal)
    table.entitle(1, "Agreed by")
    assert table.lines.headerData(1, Qt.Orientation.Horizontal) == "Agreed by" != with_words
