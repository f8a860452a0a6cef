"""The part that answers: what have I looked at, and what not? A grid or a plain table, and its blind spots in words.

What stands in rows and columns is chosen on pills; what is behind a cell stands on the right, or over the grid in
a narrow window.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget

from scrutineer.domain.coverage import CellLine, Side, Span, as_text, cell_id, cell_lines, cell_of, spans
from scrutineer.domain.dates import short_date
from scrutineer.register.coverage import Picture
from scrutineer.reports import coverage as word
from scrutineer.reports.word import to_word
from scrutineer.ui import exporting, theme
from scrutineer.ui.assurance.behind import Behind
from scrutineer.ui.assurance.grid import CoverageGrid
from scrutineer.ui.assurance.part import Part
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.choice_pill import ChoicePill
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.empty import Empty
from scrutineer.ui.widgets.filter_bar import Choice, pill
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.list_and_detail import ListAndDetail
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.table import RecordTable
from scrutineer.ui.widgets.words import Words

_SIDES = tuple(Choice(one.value, one.label) for one in Side)
_IN_BRACKETS = "In brackets: in how many of them I led or took part."
_NOTHING_YET = (
    "What you and others looked at is counted here, by agency, form, level and priority, with what nobody has "
    "looked at named in words. It begins with the first thing that you note."
)
_FIRST_WORDS = 2      # blind spots that are named above the grid; all of them stand beside it


class CoveragePart(Part):
    """Coverage of any two sides over four times twelve months."""

    shows = frozenset({
        "activity", "agency", "agency_succession", "appointment", "priority", "local_framework", "local_wording",
        "partnership", "scrutineer",
    })  # fmt: skip

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._picture: Picture | None = None
        self._words = Words("", "", hides=True)
        self._legend = Words(_IN_BRACKETS, "small")
        self.rows = ChoicePill("Rows", "coverage-rows", _SIDES)
        self.columns = ChoicePill("Columns", "coverage-columns", _SIDES)
        self.columns.choose(Side.FAMILY.value)
        self.time = ChoicePill("Time", "coverage-time", self._times())
        self.grid = CoverageGrid()
        self.table = RecordTable(_columns(self._spans()), "Coverage as a table")
        self.behind = Behind(tools)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.table)
        self._empty = Empty(_NOTHING_YET, "Note what I saw")
        self._empty.wanted.connect(lambda: self.wanted.emit("note", ""))
        self._stack.addWidget(self._empty)
        self._both = ListAndDetail(
            self._stack, self.behind, tools.preferences.splitter("coverage"), back="Back to the grid", shares=(8, 4)
        )
        self._pills = self._controls()
        for widget in (self._words, self._pills, self._legend):
            self.body.addWidget(widget)
        self.body.addWidget(self._both, 1)
        self._stack.setFocusProxy(self.grid)
        self.setFocusProxy(self.grid)
        self._connect()

    def _controls(self) -> FlowRow:
        row = FlowRow()
        self._folded = _Folded(self.rows, self.columns, self.time)
        self._as_table = pill("As a table", "as-table")
        self._opened = pill("Services apart", "services")
        for toggle in (self._as_table, self._opened):
            toggle.setCheckable(True)
        self._all = button("Blind spots", "blind-spots", small=True)
        self._copy = button("Copy", "copy-coverage", small=True)
        self._write = button("Write in Word", "write-coverage", small=True)
        for widget in (self._folded, self.rows, self.columns, self.time, self._as_table, self._opened):
            row.add(widget)
        for widget in (self._all, self._copy, self._write):
            row.add(widget, at_end=widget is self._all)
        return row

    def _connect(self) -> None:
        for side in (self.rows, self.columns):
            side.changed.connect(lambda: self.refresh(frozenset()))
        self._opened.toggled.connect(lambda _on: self.refresh(frozenset()))
        self.time.changed.connect(self._show)
        self._as_table.toggled.connect(self._turn)
        self.grid.chosen.connect(self._show_cell)
        self.grid.opened.connect(self._open_cell)
        self.table.selected.connect(lambda id_: self._show_cell(*cell_of(id_)))
        self.table.opened.connect(lambda id_: self._open_cell(*cell_of(id_)))
        self.table.clicked.connect(lambda _index: self._both.open_detail())
        self.behind.open_requested.connect(self.open_requested)
        self._all.clicked.connect(self._show_blind_spots)
        self._copy.clicked.connect(self._copy_text)
        self._write.clicked.connect(self._write_word)
        self._both.covered.connect(self.cover)
        self._both.covered.connect(lambda _is_covered: self._make_room())
        self._both.moved.connect(lambda state: self.tools.preferences.keep_splitter("coverage", state))

    def _spans(self) -> tuple[Span, ...]:
        return spans(self.register.today())

    def _times(self) -> list[Choice]:
        return [Choice(str(place), one.words if place else "last twelve months")
                for place, one in enumerate(self._spans())]  # fmt: skip

    def refresh(self, _ids: frozenset[str]) -> None:
        """Read the record again."""
        rows, columns = Side(self.rows.chosen), Side(self.columns.chosen)
        self._picture = self.register.coverage.coverage(rows, columns, opened=self._opened.isChecked())
        self.time.offer(self._times())
        self.behind.show_words(self._picture)
        self._show()

    def _show(self) -> None:
        if self._picture is None:
            return
        grid, spots = self._picture.grid, self._picture.blind_spots
        first = [one.sentence for one in spots[:_FIRST_WORDS]]
        more = len(spots) - len(first)
        further = f" {more} more under “Blind spots”." if more > 0 else ""
        self._words.say(f"{self._picture.invited} {' '.join(first)}{further}")
        self._all.setText(f"Blind spots: {len(spots)}")
        self._all.setAccessibleName(self._all.text())
        self.grid.show_grid(grid, int(self.time.chosen))
        self._fill_table()
        self._choose_shown()
        self._make_room()

    def open_cell(self, row: str, column: str) -> None:
        """Put the keyboard into a cell, and show what is behind it."""
        self.grid.go_to(row, column)
        self._open_cell(row, column)

    def _show_cell(self, row: str, column: str) -> None:
        if self._picture is not None and row:
            self.behind.show_cell(self._picture.grid, row, column)

    def _open_cell(self, row: str, column: str) -> None:
        self._show_cell(row, column)
        self._both.open_detail()
        self.behind.setFocus()

    def _show_blind_spots(self) -> None:
        if self._picture is not None:
            self.behind.show_words(self._picture)
            self._both.open_detail()
            self.behind.setFocus()

    def _turn(self, as_table: bool) -> None:
        """The same as a table, the keyboard in the same cell."""
        place = self.grid.current()
        shown = self.table if as_table else self.grid
        self._fill_table()
        if as_table and place:
            self.table.select(cell_id(*place))
        elif not as_table and self.table.selected_id():
            self.grid.go_to(*cell_of(self.table.selected_id()))
        self._stack.setFocusProxy(shown)
        self.setFocusProxy(shown)
        self._choose_shown()

    def _fill_table(self) -> None:
        """The lines of the table, once it is asked for."""
        if self._picture is not None and self._as_table.isChecked():
            self.table.show_lines(cell_lines(self._picture.grid))

    def _choose_shown(self) -> None:
        """The grid or the table; before anything was looked at, what belongs here."""
        is_empty = self._picture is None or not any(self._picture.grid.cells)
        shown = self.table if self._as_table.isChecked() else self.grid
        self._stack.setCurrentWidget(self._empty if is_empty else shown)

    def _copy_text(self) -> None:
        if self._picture is not None:
            QGuiApplication.clipboard().setText(as_text(self._picture.grid, int(self.time.chosen)))
            self.tools.say("The grid can be pasted now.")

    def _write_word(self) -> None:
        if self._picture is None:
            return
        picture, sides = self._picture, (Side(self.rows.chosen), Side(self.columns.chosen))
        sentences = [one.sentence for one in picture.blind_spots]
        document = word.document(picture.grid, sides, sentences, picture.invited, self.register.figures.masthead(),
                                 self.register.today())  # fmt: skip
        name = exporting.dated(self.tools, "coverage.docx")
        exporting.ask(self.tools, word.TITLE, name, exporting.WORD, lambda: to_word(document))

    def _make_room(self) -> None:
        """What stands above makes room for a record that fills a narrow window, and for the grid in a small one."""
        covered = self.is_covered
        roomy = not theme.is_low(self) and not theme.is_narrow(self)
        self._pills.setVisible(not covered)
        self._words.setVisible(not covered and roomy and bool(self._words.said()))
        self._legend.setVisible(not covered and roomy)
        self._folded.setVisible(not roomy)
        for wide in (self.rows, self.columns, self.time, self._copy, self._write):
            wide.setVisible(roomy)
        self._opened.setVisible(roomy and Side.AGENCY in {self.rows.chosen, self.columns.chosen})

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window may have become low or high."""
        super().resizeEvent(event)
        self._make_room()


class _Folded(QPushButton):
    """The pills as one menu, for a small window."""

    def __init__(self, *pills: ChoicePill) -> None:
        super().__init__("What is shown ▾")
        self.setObjectName("coverage-shown")
        self.setAccessibleName("What is shown: rows, columns and time")
        self.setProperty("pill", True)
        self.setAutoDefault(False)
        menu = QMenu(self)
        for one in pills:
            menu.addMenu(one.menu())
        self.setMenu(menu)


def _columns(within: Sequence[Span]) -> list[Column]:
    return [
        Column("What was looked at", lambda line: line.row, second=lambda line: line.column or "nothing in this time",
               stretch=True),
        *(_span_column(place, span) for place, span in enumerate(within)),
    ]  # fmt: skip


def _span_column(place: int, span: Span) -> Column:
    """How many in one span, and how many of them mine."""

    def say(line: CellLine) -> str:
        return f"{line.numbers[place]} ({line.mine[place]})" if line.mine[place] else str(line.numbers[place])

    _, month = short_date(span.ends_on).split(" ", 1)
    return Column(f"to {month}", say, sort_key=lambda line: line.numbers[place], width=10, right=True)
