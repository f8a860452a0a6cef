"""The headers of the coverage grid: their words wrap, or are turned on their side, and are never cut off.

A header paints all its sections in sight in one go, and lays its words out once for as long as their room stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QLine, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from scrutineer.ui import theme
from scrutineer.ui.theme import SMALL
from scrutineer.ui.widgets.words import breakable

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_WRAP_ANYWHERE = int(Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
PAD = SMALL


class Section(NamedTuple):
    """A row or a column in sight: its place among all, where it begins, and how large it is, in pixels."""

    place: int
    at: int
    size: int


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

    @property
    def is_top(self) -> bool:
        """Whether it names the columns."""
        return self.orientation() == Qt.Orientation.Horizontal

    def arrange(self, deep: int, *, turned: bool = False) -> None:
        """Take so much room across, with the words upright or on their side."""
        self._deep, self.is_turned = deep, turned
        self.updateGeometry()
        self.viewport().update()

    def give(self, sizes: Sequence[int]) -> None:
        """Make every section as large as is said, those of the usual size all at once."""
        self.setDefaultSectionSize(max(set(sizes), key=sizes.count, default=1))
        for place, size in enumerate(sizes):
            if size != self.sectionSize(place):
                self.resizeSection(place, size)

    def in_sight(self) -> list[Section]:
        """The sections in sight."""
        end = self.viewport().width() if self.is_top else self.viewport().height()
        found = []
        for place in range(max(0, self.visualIndexAt(0)), self.count()):
            at = self.sectionViewportPosition(place)
            if at >= end:
                break
            found.append(Section(place, at, self.sectionSize(place)))
        return found

    def labels(self) -> list[str]:
        """The words of every section."""
        model = self.model()
        count = model.columnCount() if self.is_top else model.rowCount()
        return [str(model.headerData(place, self.orientation())) for place in range(count)]

    def size_along(self, label: str) -> int:
        """How large a section must be for its words: a column's width when they are turned, otherwise a height."""
        return self.sizes_along([label])[0]

    def sizes_along(self, labels: Sequence[str]) -> list[int]:
        """The same for each of several."""
        font = self._font().toString()
        return [_laid(label, self._deep - 2 * PAD, font).height + PAD + 1 for label in labels]

    def longest(self, labels: Sequence[str], *, words: bool = False) -> int:
        """The room across that the longest label needs on one line, or the longest word of any."""
        return _longest(tuple(labels), self._font().toString(), words=words) + 2 * PAD + 2

    def height_at(self, labels: Sequence[str], width: int) -> int:
        """How high upright words are in columns of this width."""
        font = self._font().toString()
        return max((_laid(label, width - 2 * PAD, font).height for label in labels), default=0) + 2 * PAD

    def sizeHint(self) -> QSize:
        """Its depth, whatever its sections."""
        return QSize(self.length(), self._deep) if self.is_top else QSize(self._deep, self.length())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words of the sections in sight, and lines where the cells begin."""
        painter = QPainter(self.viewport())
        sections, font, labels = self.in_sight(), self._font(), self.labels()
        self._rule(painter, sections)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        if self.is_turned:
            painter.translate(0, self._deep - 1)
            painter.rotate(-90)
        described, inner = font.toString(), self._deep - 2 * PAD
        for place, at, size in sections:
            if self.is_top and not self.is_turned:
                room = QRect(at + PAD, 0, size - 2 * PAD, self._deep)
            else:
                room = QRect(PAD, at, inner, size)
            laid = _laid(labels[place], room.width(), described)
            painter.drawText(room, laid.flags, laid.text)

    def _rule(self, painter: QPainter, sections: Sequence[Section]) -> None:
        """The paper, with a line where the cells begin and one beneath each row."""
        if not sections:
            return
        end, deep = sections[-1].at + sections[-1].size, self._deep
        painter.fillRect(QRect(0, 0, end, deep) if self.is_top else QRect(0, 0, deep, end), theme.colour("paper"))
        painter.setPen(theme.colour("line"))
        if self.is_top:
            painter.drawLine(0, deep - 1, end - 1, deep - 1)
            return
        ends = [at + size - 1 for _, at, size in sections]
        painter.drawLines([QLine(deep - 1, 0, deep - 1, end - 1), *(QLine(0, at, deep - 1, at) for at in ends)])

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


@lru_cache(maxsize=100)
def _longest(labels: tuple[str, ...], described: str, *, words: bool) -> int:
    """How long the longest label is on one line, or the longest word of any, in pixels."""
    font = QFont()
    font.fromString(described)
    metrics = QFontMetrics(font)
    pieces = [piece for label in labels for piece in (_words(label) if words else [label])]
    return max(map(metrics.horizontalAdvance, pieces), default=0)


def _words(label: str) -> list[str]:
    """The pieces between which a line may be broken."""
    return re.findall(r"[^\s-]+-?", label)
