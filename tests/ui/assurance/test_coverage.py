"""What have I looked at: a grid walked by keys, what is behind each cell, the same as a table, and in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from scrutineer.domain.activity import MyPart
from scrutineer.domain.coverage import Side, cell_id
from scrutineer.ui.assurance.coverage import CoveragePart
from scrutineer.ui.assurance.grid_headers import GridHeader
from scrutineer.ui.widgets.words import as_given
from tests.factories import TODAY, an_activity, an_agency
from tests.ui.fakes import ChoosingMessages
from tests.ui.window import key_in, press


@pytest.fixture
def icb(register):
    return register.agencies.save(an_agency(name="Exampleshire Integrated Care Board", short_name="ICB"))


@pytest.fixture
def visit(register, icb):
    register.agencies.save(an_agency(name="Northmoor District Housing and Homelessness Service", short_name=""))
    register.activities.save(an_activity(agency_ids=(icb.id,), my_part=MyPart.READ_RESULT,
                                         held_on=TODAY - timedelta(days=20)))  # fmt: skip
    return register.activities.save(an_activity(agency_ids=(icb.id,)))


@pytest.fixture
def part(tools, visit, qtbot):
    made = CoveragePart(tools)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.refresh(frozenset())
    made.show()
    return made


def words(widget):
    return [as_given(label.text()) for label in widget.findChildren(QLabel)]


def test_a_cell_says_how_many_and_how_many_of_them_mine(part, icb):
    QAbstractItemModelTester(part.grid.cells, QAbstractItemModelTester.FailureReportingMode.Fatal)
    part.grid.go_to(icb.id, "visit")
    index = part.grid.currentIndex()
    assert index.data() == "2, 1 of them mine"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "ICB, Visits and observation: 2, 1 of them mine"
    assert part.grid.cells.index(index.row(), index.column() + 1).data() == "none"


def test_arrows_move_and_enter_opens_what_is_behind_a_cell_from_where_a_record_opens(part, icb, visit, qtbot):
    part.grid.setFocus()
    part.grid.go_to(icb.id, "audit")
    key_in(part.grid, Qt.Key.Key_Left)
    assert part.grid.current() == (icb.id, "visit")
    key_in(part.grid, Qt.Key.Key_Return)
    assert {"ICB", "Visits and observation", "Front door visited"} <= set(words(part.behind.widget()))
    with qtbot.waitSignal(part.open_requested) as asked:
        press(part.behind, f"open-{visit.id}")
    assert asked.args == ["activity", visit.id]


def test_blind_spots_stand_above_the_grid_and_all_of_them_beside_it(part):
    said = " ".join(words(part))
    assert "Nobody has looked at Northmoor District Housing and Homelessness Service in the last twelve months" in said
    assert "2 pieces of scrutiny took place; none was asked for by others." in said
    press(part, "blind-spots")
    assert "Where scrutiny has not been" in words(part.behind.widget())


@pytest.mark.parametrize("columns", list(Side), ids=lambda side: side.value)
def test_no_header_is_cut_whatever_stands_in_the_columns_at_any_size(part, columns, qtbot):
    part.columns.choose(columns.value)
    part.refresh(frozenset())
    for width, height, larger in ((1280, 700, 1), (800, 300, 1), (800, 300, 2)):
        font = part.grid.font()
        font.setPointSizeF(font.pointSizeF() * larger)
        part.grid.setFont(font)
        part.resize(width, height)
        part.grid._arrange()
        for header in (part.grid.horizontalHeader(), part.grid.verticalHeader()):
            assert isinstance(header, GridHeader)
            is_along = header.is_turned or header.orientation() == Qt.Orientation.Vertical
            for place, label in enumerate(header.labels()):
                if is_along:
                    assert header.sectionSize(place) >= header.size_along(label)
                else:
                    assert header.sizeHint().height() >= header.height_at([label], header.sectionSize(place))


def test_the_same_stands_in_a_plain_table_and_the_keyboard_stays_in_its_cell(part, icb):
    part.grid.go_to(icb.id, "visit")
    press(part, "as-table")
    assert part.table.selected_id() == cell_id(icb.id, "visit")
    line = part.table.lines.line(0)
    assert (line.row, line.column) == ("ICB", "Visits and observation")
    assert (line.numbers, line.mine) == ((2, 0, 0, 0), (1, 0, 0, 0))
    assert part.table.lines.line(1).row.startswith("Northmoor")
    press(part, "as-table")
    assert part.grid.current() == (icb.id, "visit")


def test_another_time_and_other_sides_can_be_chosen(part, icb):
    part.time.choose("1")
    part.time.changed.emit()
    part.grid.go_to(icb.id, "visit")
    assert part.grid.currentIndex().data() == "none"
    part.rows.choose("level")
    part.rows.changed.emit()
    assert part.grid.verticalHeader().labels() == ["Front line", "Managers", "Sub-group and executive", "Board"]


def test_the_grid_is_copied_as_text(part):
    press(part, "copy-coverage")
    first, icb, *_ = QGuiApplication.clipboard().text().split("\n")
    assert first.split("\t")[:2] == ["", "Visits and observation"]
    assert icb.split("\t")[:3] == ["ICB", "2 (1 mine)", "0"]


def test_the_grid_is_written_in_word(part, tools, tmp_path):
    part.tools = replace(tools, messages=ChoosingMessages(tmp_path / "coverage.docx"))
    press(part, "write-coverage")
    assert (tmp_path / "coverage.docx").stat().st_size > 5_000


def test_before_anything_was_looked_at_it_says_what_belongs_here(tools, qtbot):
    made = CoveragePart(tools)
    qtbot.addWidget(made)
    made.refresh(frozenset())
    made.show()
    with qtbot.waitSignal(made.wanted) as asked:
        press(made, "first")
    assert asked.args == ["note", ""]
    assert "There is no blind spot to name." not in words(made.behind.widget())
