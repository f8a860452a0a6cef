"""The headers of the coverage grid: their words wrap, or are turned on their side, and are never cut off."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from scrutineer.ui import theme
from scrutineer.ui.theme import SMALL
from scrutineer.ui.widgets.words import breakable

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_WRAP_ANYWHERE = int(Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
PAD = SMALL


class _Laid(NamedTuple):
    """A label in a room of some width: its text with its places to break, how it is drawn, and its height."""

    text: str
    flags: int
    height: int


class GridHeader(QHeaderView):
    """One side. `deep` is its size across, in pixels; the sections along it are as large as their words need."""

    def __init__(self, across: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(across, parent)
        self._deep = 0
        self.is_turned = False
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def arrange(self, deep: int, *, turned: bool = False) -> None:
        """Take so much room across, with the words upright or on their side."""
        self._deep, self.is_turned = deep, turned
        self.updateGeometry()
        self.viewport().update()

    def labels(self) -> list[str]:
        """The words of every section."""
        model = self.model()
        count = model.columnCount() if self.orientation() == Qt.Orientation.Horizontal else model.rowCount()
        return [str(model.headerData(place, self.orientation())) for place in range(count)]

    def size_along(self, label: str) -> int:
        """How large a section must be for its words: a column's width when they are turned, otherwise a height."""
        return _laid(label, self._deep - 2 * PAD, self._font().toString()).height + PAD + 1

    def longest(self, labels: list[str], *, words: bool = False) -> int:
        """The room across that the longest label needs on one line, or the longest word of any."""
        metrics = QFontMetrics(self._font())
        pieces = [piece for label in labels for piece in (_words(label) if words else [label])]
        return max((metrics.horizontalAdvance(piece) for piece in pieces), default=0) + 2 * PAD + 2

    def height_at(self, labels: list[str], width: int) -> int:
        """How high upright words are in columns of this width."""
        font = self._font().toString()
        return max((_laid(label, width - 2 * PAD, font).height for label in labels), default=0) + 2 * PAD

    def sizeHint(self) -> QSize:
        """Its depth, whatever its sections."""
        hint = super().sizeHint()
        is_top = self.orientation() == Qt.Orientation.Horizontal
        return QSize(hint.width(), self._deep) if is_top else QSize(self._deep, hint.height())

    def paintSection(self, painter: QPainter, rect: QRect, place: int) -> None:
        """The words, and a line where the cells begin."""
        painter.save()
        painter.fillRect(rect, theme.colour("paper"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self.orientation() == Qt.Orientation.Vertical:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        font = self._font()
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        label = str(self.model().headerData(place, self.orientation()))
        if self.is_turned:
            painter.translate(rect.left(), rect.bottom())
            painter.rotate(-90)
            inner = QRect(PAD, 0, rect.height() - 2 * PAD, rect.width())
        else:
            inner = rect.adjusted(PAD, 0, -PAD, 0)
        laid = _laid(label, inner.width(), font.toString())
        painter.drawText(inner, laid.flags, laid.text)
        painter.restore()

    def _font(self) -> QFont:
        """The font of the grid, whatever the style sheet says of other headers."""
        above = self.parentWidget()
        return theme.small_font(above.font() if above else self.font())


@lru_cache(maxsize=1_000)
def _laid(label: str, width: int, described: str) -> _Laid:
    """Broken between words; within them only where one alone is wider than the room."""
    font = QFont()
    font.fromString(described)
    metrics, text = QFontMetrics(font), breakable(label)
    fits = all(metrics.horizontalAdvance(word) <= width for word in _words(label))
    flags = _WRAP if fits else _WRAP_ANYWHERE
    return _Laid(text, flags, metrics.boundingRect(QRect(0, 0, max(1, width), 100_000), flags, text).height())


def _words(label: str) -> list[str]:
    """The pieces between which a line may be broken."""
    return re.findall(r"[^\s-]+-?", label)
