"""The coverage grid: numbers under headers that stay in sight, walked by arrow keys, opened with Enter.

It knows a grid and paints it: the number of all, a bar as long as the number is large, and mine beside it, small.
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from scrutineer.domain.coverage import Grid
from scrutineer.ui import theme
from scrutineer.ui.assurance.grid_cells import paint_cells
from scrutineer.ui.assurance.grid_headers import PAD, GridHeader
from scrutineer.ui.assurance.grid_model import GridModel
from scrutineer.ui.widgets.ring import paint_ring

_ACROSS, _DOWN = 0.34, 0.5      # the most of the grid that row headers and column headers may take
_WIDEST_ROW, _DEEPEST_COLUMN = 26, 17      # digits


class CoverageGrid(QTableView):
    """`show_grid(grid, span)`; says `chosen(row, column)` when the keyboard moves, `opened(row, column)` on Enter."""

    chosen = Signal(str, str)
    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Coverage")
        self.setProperty("ownFocus", True)
        self.cells = GridModel(self)
        self._top = GridHeader(Qt.Orientation.Horizontal, self)
        self._side = GridHeader(Qt.Orientation.Vertical, self)
        self.setHorizontalHeader(self._top)
        self.setVerticalHeader(self._side)
        self.setModel(self.cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._tell_chosen)
        self.clicked.connect(self._tell_opened)
        self._is_busy = False

    def show_grid(self, grid: Grid, span: int) -> None:
        """Show a span of a grid; the keyboard stays in its cell where that is still there."""
        before = self.current()
        self._is_busy = True
        self.cells.show(grid, span)
        self._arrange()
        self._is_busy = False
        if before:
            self.go_to(*before)

    def current(self) -> tuple[str, str] | None:
        """The row and the column in which the keyboard is, if it is in any."""
        index = self.currentIndex()
        return self.cells.ids(index) if index.isValid() else None

    def go_to(self, row: str, column: str) -> bool:
        """Put the keyboard into a cell; False when it is not there."""
        rows = [one.id for one in self.cells.grid.rows]
        columns = [one.id for one in self.cells.grid.columns]
        if row not in rows or column not in columns:
            return False
        index = self.cells.index(rows.index(row), columns.index(column))
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        return True

    def _tell_chosen(self, index: QModelIndex) -> None:
        if index.isValid() and not self._is_busy:
            self.chosen.emit(*self.cells.ids(index))

    def _tell_opened(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(*self.cells.ids(index))

    def _arrange(self) -> None:
        """Give rows and columns the room that their words and numbers need."""
        if not self.cells.columnCount():
            return
        row_labels, column_labels = self._side.labels(), self._top.labels()
        widest = min(round(self.width() * _ACROSS), theme.characters(self, _WIDEST_ROW))
        self._side.arrange(min(self._side.longest(row_labels), widest))
        line = QFontMetrics(self.font()).lineSpacing() + 12
        self._side.give([max(line, size) for size in self._side.sizes_along(row_labels)])
        self._arrange_columns(column_labels)

    def _arrange_columns(self, labels: list[str]) -> None:
        """Upright where every word has room beside the others, otherwise turned."""
        number = theme.characters(self, 5) + 2 * PAD
        room = self.width() - self._side.sizeHint().width() - self.verticalScrollBar().sizeHint().width()
        each = room // len(labels)
        deepest = max(round(self.height() * _DOWN), self._top.longest(labels, words=True))
        if each >= max(number, self._top.longest(labels, words=True)):
            width = min(each, max(self._top.longest(labels), number))
            self._top.arrange(self._top.height_at(labels, width))
            widths = [width] * len(labels)
        else:
            deep = min(self._top.longest(labels), theme.characters(self, _DEEPEST_COLUMN), deepest)
            self._top.arrange(deep, turned=True)
            widths = [max(number, size) for size in self._top.sizes_along(labels)]
        self._top.give(widths)
        self.updateGeometries()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; arrows and the rest are as in any table."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._tell_opened(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming in by the keyboard, there is always a cell to be in."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cells.rowCount() and self.cells.columnCount():
            self.setCurrentIndex(self.cells.index(0, 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cells in sight, all at once, and the ring around the one that the keyboard is in."""
        painter = QPainter(self.viewport())
        index = self.currentIndex()
        where = self.visualRect(index) if index.isValid() else QRect()
        if where:
            painter.fillRect(where, theme.colour("selected"))
        paint_cells(painter, self.cells, self._side.in_sight(), self._top.in_sight(), self.font())
        if where and self.hasFocus():
            paint_ring(painter, where, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        self._arrange()
