"""Paints the cells of a list and says how high a row must be so that nothing in it is cut off."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from scrutineer.ui import theme
from scrutineer.ui.theme import MEDIUM
from scrutineer.ui.widgets import cell
from scrutineer.ui.widgets.columns import Column, Line, nothing

_ONE_LINE = 12  # pixels above and below together
_MORE_LINES = 16


class RowPainter(QStyledItemDelegate):
    """The cells of one list; `folded` puts all columns under the one that stretches."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        super().__init__()
        self._columns = columns
        self.folded = False

    def usual_height(self, font: QFont) -> int:
        """The height of a row whose words need not wrap; taken until a row is first seen."""
        metrics = QFontMetrics(font)
        two = any(column.second is not nothing for column in self._columns)
        return 2 * metrics.lineSpacing() + _MORE_LINES if two else metrics.lineSpacing() + _ONE_LINE

    def height(self, line: Line, widths: dict[int, int], font: QFont) -> int:
        """The height that a line needs when its columns have these widths."""
        highest = self.usual_height(font)
        for number, width in widths.items():
            laid = self._laid(line, number, width, font)
            pad = _MORE_LINES if laid.lines > 1 else _ONE_LINE
            highest = max(highest, laid.height + pad)
        return highest

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, line beneath, and pieces."""
        line = index.data(Qt.ItemDataRole.UserRole)
        where: QRect = option.rect
        state: QStyle.StateFlag = option.state
        font: QFont = option.font
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(where, theme.colour("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(where, theme.colour("hover"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(where.bottomLeft(), where.bottomRight())
        right = self._columns[index.column()].right
        laid = self._laid(line, index.column(), where.width(), font)
        at = QPoint(where.left() + MEDIUM, where.top() + (where.height() - laid.height) // 2)
        cell.paint(painter, laid, at, font, right=right)
        painter.restore()

    def _laid(self, line: Line, number: int, width: int, font: QFont) -> cell.Laid:
        column = self._columns[number]
        paragraphs = column.paragraphs(line)
        if self.folded:
            others = [other.folded(line) for other in self._columns if other is not column]
            paragraphs.extend(paragraph for paragraph in others if paragraph)
        return cell.lay_out(paragraphs, width - 2 * MEDIUM, font, right=column.right)
