"""Paints the cells of the coverage grid: the number of all, a bar as long as it is large, and mine beside it, small.

All cells in sight are painted in one go, a manner at a time, and each word is laid out once, however often it
stands there: hundreds of cells, one by one, would be felt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLine, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText

from scrutineer.ui import theme
from scrutineer.ui.assurance.grid_headers import PAD, Section
from scrutineer.ui.assurance.grid_model import GridModel
from scrutineer.ui.theme import TINY

_BAR = 3      # pixels
NONE = "–"


_Words = Mapping[str, list[tuple[int, int]]]      # where each word stands: its edge, and the line it is written on


def paint_cells(
    painter: QPainter, cells: GridModel, rows: Sequence[Section], columns: Sequence[Section], font: QFont
) -> None:
    """Lines beneath the rows, then bars, numbers, dashes, and mine in brackets."""
    if not rows or not columns:
        return
    strong = theme.strong_font(font)
    metrics = QFontMetrics(strong)
    numbers, mine = (defaultdict[int, list[tuple[int, int]]](list) for _ in range(2))
    bars: list[QRect] = []
    across = [(one.place, one.at + one.size // 2, one.at + PAD, one.size - 2 * PAD) for one in columns]
    for row in rows:
        foot = row.at + row.size - _BAR
        line = row.at + (row.size - _BAR + metrics.ascent() - metrics.descent()) // 2
        counted = cells.counted(row.place)
        for place, middle, left, room in across:
            number, of_mine = counted[place]
            numbers[number].append((middle, line))
            if of_mine:
                mine[of_mine].append((middle + TINY, line))
            if number:
                bars.append(QRect(left, foot - 2, max(_BAR, room * number // cells.most), _BAR))
    end = columns[-1].at + columns[-1].size
    painter.setPen(theme.colour("line"))
    painter.drawLines([QLine(0, row.at + row.size - 1, end, row.at + row.size - 1) for row in rows])
    nothing = numbers.pop(0, [])
    _write(painter, {str(number): where for number, where in numbers.items()}, strong, "ink", ends_there=True)
    _write(painter, {NONE: nothing}, font, "ink_soft", ends_there=True)
    _write(painter, {f"({number})": where for number, where in mine.items()}, theme.small_font(font), "ink_soft")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRects(bars)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _write(painter: QPainter, words: _Words, font: QFont, token: str, *, ends_there: bool = False) -> None:
    """Write each word wherever it stands; it begins there, or ends there."""
    painter.setFont(font)
    painter.setPen(theme.colour(token))
    metrics = QFontMetrics(font)
    for word, places in words.items():
        laid = QStaticText(word)
        laid.setTextFormat(Qt.TextFormat.PlainText)
        before = metrics.horizontalAdvance(word) if ends_there else 0
        for edge, line in places:
            painter.drawStaticText(edge - before, line - metrics.ascent(), laid)
