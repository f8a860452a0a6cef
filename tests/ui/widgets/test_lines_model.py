from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.lines_model import LinesModel
from tests.ui.examples import COLUMNS, challenge_lines

LINES = challenge_lines(30)


@pytest.fixture
def model() -> LinesModel:
    made = LinesModel(COLUMNS)
    made.tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show(LINES)
    return made


def shown(model: LinesModel) -> list[str]:
    return [model.line(row).id for row in range(model.rowCount())]


def test_lines_stand_in_the_order_in_which_they_come(model: LinesModel) -> None:
    assert shown(model) == [line.id for line in LINES]
    assert model.row_of("id7") == 7
    assert model.row_of("gone") is None


def test_lines_that_come_later_stand_at_the_end_and_in_a_sorted_list_in_their_places(model: LinesModel) -> None:
    model.show(LINES[:10])
    assert model.row_of("id7") == 7
    model.append([])
    model.append(LINES[10:20])
    assert shown(model) == [line.id for line in LINES[:20]]
    assert model.row_of("id17") == 17
    model.sort_by(0, descending=True)
    model.append(LINES[20:])
    sorted_at_once = LinesModel(COLUMNS)
    sorted_at_once.show(LINES)
    sorted_at_once.sort_by(0, descending=True)
    assert shown(model) == shown(sorted_at_once)


def test_a_cell_is_words_for_those_who_ask_for_words_and_the_line_for_those_who_ask_for_it(model: LinesModel) -> None:
    index = model.index(0, 0)
    words = "Are return-home interviews changing plans?, C-2026-014 · Police, ICB, LA"
    assert model.data(index) == words
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == words
    assert model.data(index, Qt.ItemDataRole.UserRole) is LINES[0]
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Waiting for"


def test_sorting_goes_by_a_column_up_or_down_and_back(model: LinesModel) -> None:
    model.sort_by(0)
    titles = [model.line(row).title for row in range(model.rowCount())]
    assert titles == sorted(titles, key=str.casefold)
    model.sort_by(0, descending=True)
    assert [model.line(row).title for row in range(model.rowCount())] == titles[::-1]
    model.sort_by(None)
    assert shown(model) == [line.id for line in LINES]


def test_a_changed_line_takes_the_place_of_the_old_one_and_only_its_row_is_told(model: LinesModel) -> None:
    model.sort_by(0)
    row = model.row_of("id3")
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.replace([LINES[3]._replace(title="Aa"), LINES[0]._replace(id="unknown")])
    assert row is not None
    assert model.line(row).title == "Aa"
    assert told == [(row, row)]
    model.sort_by(None)
    assert model.line(3).title == "Aa"


def test_a_line_shown_later_is_sorted_as_was_asked_before(model: LinesModel) -> None:
    model.sort_by(0)
    model.show([*LINES, LINES[0]._replace(id="new", title="Aardvark")])
    assert model.line(0).id == "new"


def test_nothing_is_put_into_words_before_it_is_asked_for() -> None:
    asked: list[object] = []
    model = LinesModel([Column("All", lambda line: asked.append(line) or "words", stretch=True)])
    model.show(challenge_lines(10_000))
    assert asked == []
    assert model.data(model.index(9_999, 0)) == "words"
    assert len(asked) == 1


def test_ten_thousand_lines_are_set_at_once() -> None:
    lines, model = challenge_lines(10_000), LinesModel(COLUMNS)
    started = time.perf_counter()
    model.show(lines)
    assert time.perf_counter() - started < 0.02
