"""Rows of a plain list as those of a table: what it is, and beneath it, smaller and soft, what kind of thing that is.

An item's text is both, one line each; what stands behind wide blanks, such as keys, is soft as well.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from scrutineer.ui import theme
from scrutineer.ui.theme import RADIUS, SMALL, TINY
from scrutineer.ui.widgets import cell
from scrutineer.ui.widgets.cell import Laid, Paragraph, Piece

GAP = "    "      # between a name and what is said of it on the same line


class TwoLines(QStyledItemDelegate):
    """Words wrap and are never cut off."""

    def __init__(self, shown: QListWidget) -> None:
        super().__init__(shown)
        self._list = shown

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground and words."""
        painter.save()
        chosen = option.state & QStyle.StateFlag.State_Selected
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(option.rect, RADIUS, RADIUS)
        laid = self._laid(index)
        cell.paint(painter, laid, option.rect.topLeft() + QPoint(SMALL, SMALL), self._list.font())
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its words need."""
        return QSize(self._width(), self._laid(index).height + 2 * SMALL)

    def _width(self) -> int:
        return self._list.viewport().width()

    def _laid(self, index: QModelIndex | QPersistentModelIndex) -> Laid:
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        return cell.lay_out(_paragraphs(words), self._width() - 2 * SMALL - TINY, self._list.font())


def _paragraphs(words: str) -> list[Paragraph]:
    first, _, second = words.partition("\n")
    name, _, aside = first.partition(GAP)
    pieces = (Piece(name), Piece(aside, "soft")) if aside else (Piece(name),)
    return [pieces, (Piece(second, "soft"),)] if second else [pieces]
