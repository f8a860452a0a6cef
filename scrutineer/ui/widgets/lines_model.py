"""The lines of a list as Qt wants to be asked for them: one model for every list of the program.

Setting ten thousand lines costs no more than setting ten: a cell is put into words when it is asked
for. It holds lines and columns and nothing about how they are painted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from scrutineer.ui.widgets.columns import Column, Line

Index = QModelIndex | QPersistentModelIndex
_WORDS = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
_NOWHERE = QModelIndex()


class LinesModel(QAbstractTableModel):
    """Lines in the order in which they are shown."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._titles = [column.title for column in columns]
        self._lines: list[Line] = []
        self._order: Sequence[int] = ()  # for each row, where its line stands among the lines as given
        self._rows: dict[str, int] | None = {}
        self._by: tuple[int, bool] | None = None

    def show(self, lines: Iterable[Line]) -> None:
        """Show these lines instead, sorted as the person has asked, otherwise as they come."""
        self.beginResetModel()
        self._lines = list(lines)
        self._arrange()
        self.endResetModel()

    def entitle(self, column: int, title: str) -> None:
        """Head a column with other words."""
        if self._titles[column] != title:
            self._titles[column] = title
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, column, column)

    def replace(self, lines: Iterable[Line]) -> None:
        """Put changed lines where the old ones stand: under somebody's eyes nothing jumps."""
        for line in lines:
            row = self.row_of(line.id)
            if row is not None:
                self._lines[self._order[row]] = line
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def append(self, lines: Sequence[Line]) -> None:
        """Lines that come after the others: at the end or, where the person has asked for an order, in their places."""
        first = len(self._lines)
        if self._by is not None:
            self.show([*self._lines, *lines])
        elif lines:
            self.beginInsertRows(_NOWHERE, first, first + len(lines) - 1)
            self._lines += lines
            self._order = range(len(self._lines))
            if self._rows is not None:
                self._rows.update((line.id, first + place) for place, line in enumerate(lines))
            self.endInsertRows()

    def sort_by(self, column: int | None, *, descending: bool = False) -> None:
        """Sort by a column; None goes back to the order in which the lines were given."""
        self.beginResetModel()
        self._by = None if column is None else (column, descending)
        self._arrange()
        self.endResetModel()

    @property
    def is_sorted(self) -> bool:
        """Whether the person has asked for an order."""
        return self._by is not None

    def _arrange(self) -> None:
        self._rows = None
        self._order = range(len(self._lines))
        if self._by is None:
            return
        column, descending = self._by
        keys = [self.columns[column].order(line) for line in self._lines]
        present = [place for place in self._order if not keys[place][0]]
        missing = [place for place in self._order if keys[place][0]]
        self._order = sorted(present, key=keys.__getitem__, reverse=descending) + missing

    def line(self, row: int) -> Line:
        """The line in a row."""
        return self._lines[self._order[row]]

    def row_of(self, line_id: str) -> int | None:
        """The row in which the line with this id stands."""
        if self._rows is None:
            self._rows = {self._lines[place].id: row for row, place in enumerate(self._order)}
        return self._rows.get(line_id)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One row a line."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """One column a column."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, put together now; under the user role, the line itself."""
        if not index.isValid():
            return None
        line = self.line(index.row())
        if role in _WORDS:
            return self.columns[index.column()].words(line)
        return line if role == Qt.ItemDataRole.UserRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' titles."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in _WORDS:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
