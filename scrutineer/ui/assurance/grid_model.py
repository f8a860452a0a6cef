"""The cells of the coverage grid as Qt asks for them: a number, how many of it are mine, and both in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from scrutineer.domain.coverage import Grid, mine_among

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Counted = tuple[int, int]      # how many, and how many of them mine


class GridModel(QAbstractTableModel):
    """One span of a grid."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid = Grid((), (), (), ())
        self.place = 0      # of the span
        self.most = 0      # that any cell holds
        self._counted: list[list[_Counted]] = []

    def show(self, grid: Grid, span: int) -> None:
        """Show a span of a grid."""
        self.beginResetModel()
        self.grid, self.place = grid, span
        self._counted = [[(0, 0)] * len(grid.columns) for _ in grid.rows]
        rows = {one.id: counted for one, counted in zip(grid.rows, self._counted, strict=True)}
        for place, column in enumerate(grid.columns):
            for row, pieces in grid.cells[span].get(column.id, {}).items():
                rows[row][place] = len(pieces), mine_among(pieces)
        self.most = max((number for counted in self._counted for number, _ in counted), default=0)
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
        number, mine = self._counted[index.row()][index.column()]
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

    def counted(self, row: int) -> Sequence[_Counted]:
        """Of each cell of a row: how many, and how many of them mine."""
        return self._counted[row]


def said(number: int, mine: int) -> str:
    """`5, 2 of them mine`; `none`."""
    if not number:
        return "none"
    if number == 1:
        return "1, mine" if mine else "1, not mine"
    return f"{number}, {mine or 'none'} of them mine"
