"""Paints the cells of the coverage grid: the number of all, a bar as long as it is large, and mine beside it, small.

All cells in sight are painted in one go, a manner at a time: hundreds of them, one by one, would be felt.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from scrutineer.ui import theme
from scrutineer.ui.assurance.grid_headers import PAD
from scrutineer.ui.assurance.grid_model import GridModel
from scrutineer.ui.theme import TINY

_BAR = 3      # pixels
NONE = "–"


class Section(NamedTuple):
    """A row or a column in sight: its place among all, where it begins, and how large it is, in pixels."""

    place: int
    at: int
    size: int


_Words = list[tuple[QPoint, str]]


def paint_cells(
    painter: QPainter, cells: GridModel, rows: Sequence[Section], columns: Sequence[Section], font: QFont
) -> None:
    """Lines beneath the rows, then bars, numbers, dashes, and mine in brackets."""
    if not rows or not columns:
        return
    strong, small = theme.strong_font(font), theme.small_font(font)
    metrics = QFontMetrics(strong)
    widths: dict[str, int] = {}
    numbers: _Words = []
    dashes: _Words = []
    mine: _Words = []
    bars: list[QRect] = []
    for row in rows:
        line = row.at + (row.size - _BAR + metrics.ascent() - metrics.descent()) // 2
        for column in columns:
            number, of_mine, most = cells.numbers(row.place, column.place)
            said = str(number) if number else NONE
            if said not in widths:
                widths[said] = metrics.horizontalAdvance(said)
            middle = column.at + column.size // 2
            (numbers if number else dashes).append((QPoint(middle - widths[said], line), said))
            if of_mine:
                mine.append((QPoint(middle + TINY, line), f"({of_mine})"))
            if number:
                length = max(_BAR, (column.size - 2 * PAD) * number // most)
                bars.append(QRect(column.at + PAD, row.at + row.size - _BAR - 2, length, _BAR))
    end = columns[-1].at + columns[-1].size
    painter.setPen(theme.colour("line"))
    for row in rows:
        painter.drawLine(0, row.at + row.size - 1, end, row.at + row.size - 1)
    _write(painter, numbers, strong, "ink")
    _write(painter, dashes, font, "ink_soft")
    _write(painter, mine, small, "ink_soft")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRects(bars)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _write(painter: QPainter, words: _Words, font: QFont, token: str) -> None:
    painter.setFont(font)
    painter.setPen(theme.colour(token))
    for at, text in words:
        painter.drawText(at, text)
