"""The list of records, written once: thousands of lines at once, sorted, chosen and kept by id.

Rows are as high as their words need, measured when they are first seen; when there is no room for
columns, they fold under the title. What the lines are is told by the columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from scrutineer.ui import theme
from scrutineer.ui.theme import MEDIUM
from scrutineer.ui.widgets.columns import Column, Line
from scrutineer.ui.widgets.lines_model import LinesModel
from scrutineer.ui.widgets.ring import paint_ring
from scrutineer.ui.widgets.row_painter import RowPainter

_Widths = tuple[bool, tuple[tuple[int, int], ...]]
_TIMES = 4
_ROOM_FOR_TITLE = 26  # digits the stretching column must have before columns fold


class RecordTable(QTableView):
    """A list: `show(lines)`, `replace(lines)`, `select(id)`; says `selected(id)` and `opened(id)`."""

    selected = Signal(str)  # "" when nothing is selected any more
    opened = Signal(str)

    def __init__(
        self,
        columns: Sequence[Column],
        name: str,
        *,
        empty: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("ownFocus", True)
        self.lines = LinesModel(columns, self)
        self._painter = RowPainter(self.lines.columns)
        self._stretch = next(n for n, column in enumerate(self.lines.columns) if column.stretch)
        self._measured: dict[int, _Widths] = {}  # for each row, the widths at which it was measured
        self._busy = False
        self._empty = empty
        self._dress()
        self.setModel(self.lines)
        self._prepare_headers()
        self.selectionModel().currentRowChanged.connect(self._tell_selected)
        self.doubleClicked.connect(self._tell_opened)
        if empty:
            body = QVBoxLayout(self.viewport())
            body.setContentsMargins(0, 0, 0, 0)
            body.addWidget(empty)

    # What screens use

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show these lines; what was selected and what was at the top stay so, if still there."""
        self._keeping_place(lambda: self.lines.show(lines))

    def append(self, lines: Sequence[Line]) -> None:
        """Show further lines after the others; where the list is sorted they find their places among them."""
        if not lines:
            return
        if self.lines.is_sorted:
            self._keeping_place(lambda: self.lines.append(lines))
            return
        self.lines.append(lines)
        self._fit()
        self._say_empty()

    def replace(self, lines: Iterable[Line]) -> None:
        """Show changed lines in the rows of the old ones; lines that are not shown are left aside."""
        changed = tuple(lines)
        self.lines.replace(changed)
        for line in changed:
            row = self.lines.row_of(line.id)
            if row is not None:
                self._measured.pop(row, None)
        self._fit()

    def entitle(self, column: int, title: str) -> None:
        """Head a column with other words, where the list now holds lines of another kind."""
        self.lines.entitle(column, title)

    def sort_by(self, column: int | None, *, descending: bool = False) -> None:
        """Sort by a column, or no more."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(-1 if column is None else column, order)

    def selected_id(self) -> str:
        """The id of the selected line, or "" for none."""
        row = self.currentIndex().row()
        return self.lines.line(row).id if 0 <= row < self.lines.rowCount() else ""

    def select(self, line_id: str) -> bool:
        """Select a line and bring it into sight; False when it is not shown."""
        row = self.lines.row_of(line_id)
        if row is None:
            return False
        self.selectRow(row)
        self._fit()
        for _ in range(_TIMES):      # rows that come into sight may grow, and push this one out of it again
            self.updateGeometries()
            self.scrollTo(self.lines.index(row, self._stretch))
        return True

    def select_first(self) -> None:
        """Select the first line, if there is one."""
        if self.lines.rowCount():
            self.selectRow(0)

    # How it looks

    def _dress(self) -> None:
        self.setItemDelegate(self._painter)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def _prepare_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(8)
        titles = self.horizontalHeader()
        titles.setHighlightSections(False)
        titles.setSectionsClickable(True)
        titles.setMinimumSectionSize(8)
        titles.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        titles.setSectionResizeMode(self._stretch, QHeaderView.ResizeMode.Stretch)
        titles.setSortIndicatorShown(True)
        titles.setSortIndicatorClearable(True)
        titles.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        titles.sortIndicatorChanged.connect(self._sort)
        # Qt says so before the new width can be asked for.
        titles.sectionResized.connect(self._fit, Qt.ConnectionType.QueuedConnection)

    def _arrange_columns(self) -> None:
        """Give the columns their widths, or fold them when the title would be left too little."""
        widths = {n: theme.characters(self, column.width) + 2 * MEDIUM
                  for n, column in enumerate(self.lines.columns) if n != self._stretch}  # fmt: skip
        room = self.viewport().width() - sum(widths.values())
        self.verticalHeader().setDefaultSectionSize(self._painter.usual_height(self.font()))
        folded = bool(widths) and room < theme.characters(self, _ROOM_FOR_TITLE) + 2 * MEDIUM
        busy, self._busy = self._busy, True
        self._painter.folded = folded
        for number, width in widths.items():
            self.setColumnHidden(number, folded)
            if not folded and self.columnWidth(number) != width:
                self.setColumnWidth(number, width)
        # One column in a narrow window: its heading would take a line from the list and say what the page says.
        self.horizontalHeader().setHidden(theme.is_narrow(self) and (folded or not widths))
        self._busy = busy

    def _fit(self) -> None:
        """Measure the rows in sight that were not measured at these widths; what is read stays in place.

        Out of sight it waits: what Qt still has to say of a window that was closed asks nothing of a closed record.
        """
        if self._busy or not self.isVisible():
            return
        self._busy = True
        bar = self.verticalScrollBar()
        widths: _Widths | None = None
        grown = 0
        for _ in range(_TIMES):  # a row that grew may bring the scroll bar, which takes width, and others into sight
            if widths == (widths := self._widths()) and not grown:
                break
            grown = self._fit_once(widths)
            if grown and bar.value():
                bar.setValue(bar.value() + grown)
        self._busy = False

    def _fit_once(self, widths: _Widths) -> int:
        """Measure the rows in sight; returns by how much those grew that are partly above it."""
        row, grown = self.rowAt(0), 0
        while 0 <= row < self.lines.rowCount() and self.rowViewportPosition(row) < self.viewport().height():
            if self._measured.get(row) != widths:
                self._measured[row] = widths
                before, hidden = self.rowHeight(row), self.rowViewportPosition(row) < 0
                height = self._painter.height(self.lines.line(row), dict(widths[1]), self.font())
                if height != before:
                    self.setRowHeight(row, height)
                grown += height - before if hidden else 0
            row += 1
        return grown

    def _widths(self) -> _Widths:
        shown = [n for n in range(len(self.lines.columns)) if not self.isColumnHidden(n)]
        return self._painter.folded, tuple((n, self.columnWidth(n)) for n in shown)

    def _keeping_place(self, change: Callable[[], None]) -> None:
        chosen = self.selected_id()
        top = self.rowAt(0)
        anchor = self.lines.line(top).id if top >= 0 else ""
        offset = self.rowViewportPosition(top) if top >= 0 else 0
        self._busy = True
        change()
        self._measured.clear()
        row = self.lines.row_of(chosen)
        if row is not None:
            both = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self.lines.index(row, self._stretch), both)
        self.updateGeometries()
        anchored = self.lines.row_of(anchor)
        if anchored is not None:
            self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(anchored) - offset)
        self._busy = False
        self._fit()
        self._say_empty()
        if chosen and row is None:
            self.selected.emit("")

    def _say_empty(self) -> None:
        if self._empty:
            self._empty.setVisible(not self.lines.rowCount())

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        descending = order == Qt.SortOrder.DescendingOrder
        self._keeping_place(lambda: self.lines.sort_by(None if column < 0 else column, descending=descending))

    def _tell_selected(self, now: QModelIndex) -> None:
        if not self._busy and now.isValid():
            self.selected.emit(self.lines.line(now.row()).id)

    def _tell_opened(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.lines.line(index.row()).id)

    # What Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; everything else is as in any list."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._tell_opened(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming in by the keyboard, there is always a row to be in."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.select_first()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and the ring around the one that the keyboard is in."""
        super().paintEvent(event)
        row = self.currentIndex().row()
        if self.hasFocus() and row >= 0:
            place = QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))
            paint_ring(QPainter(self.viewport()), place)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed out of sight is measured now."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns fold or unfold, and rows in sight are measured anew."""
        super().resizeEvent(event)
        self._arrange_columns()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """A new font needs new widths and heights."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model():
            self._measured.clear()
            self._arrange_columns()
            self._fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Rows that come into sight are measured before they are painted."""
        super().scrollContentsBy(dx, dy)
        self._fit()
