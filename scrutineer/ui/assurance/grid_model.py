"""The cells of the coverage grid as Qt asks for them: a number, how many of it are mine, and both in words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from scrutineer.domain.coverage import Grid

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class GridModel(QAbstractTableModel):
    """One span of a grid."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid = Grid((), (), (), ())
        self.place = 0      # of the span
        self._counted: dict[tuple[str, str], tuple[int, int]] = {}
        self._most = 0

    def show(self, grid: Grid, span: int) -> None:
        """Show a span of a grid."""
        self.beginResetModel()
        self.grid, self.place = grid, span
        self._counted = {cell: (len(pieces), grid.mine(*cell, span)) for cell, pieces in grid.cells[span].items()}
        self._most = max((number for number, _ in self._counted.values()), default=0)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self.grid.columns)

    def ids(self, index: Index) -> tuple[str, str]:
        """The row and the column of a cell, by their ids."""
        return self.grid.rows[index.row()].id, self.grid.columns[index.column()].id

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The numbers of a cell, and what a screen reader says of it."""
        if not index.isValid():
            return None
        number, mine, _ = self.numbers(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return said(number, mine)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            row, column = self.grid.rows[index.row()], self.grid.columns[index.column()]
            return f"{row.label}, {column.label}: {said(number, mine)}"
        return None

    def headerData(self, place: int, across: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row or a column is called."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            headings = self.grid.columns if across == Qt.Orientation.Horizontal else self.grid.rows
            return headings[place].label if place < len(headings) else None
        return None

    def numbers(self, row: int, column: int) -> tuple[int, int, int]:
        """Of a cell by its places: how many, how many of them mine, and the most that any cell holds."""
        found = self._counted.get((self.grid.rows[row].id, self.grid.columns[column].id), (0, 0))
        return *found, self._most


def said(number: int, mine: int) -> str:
    """`5, 2 of them mine`; `none`."""
    if not number:
        return "none"
    if number == 1:
        return "1, mine" if mine else "1, not mine"
    return f"{number}, {mine or 'none'} of them mine"
