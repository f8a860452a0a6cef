"""Words about time, among other widgets."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scrutineer.ui import icons, theme
from scrutineer.ui.widgets.words import Words


class ClockWords(QWidget):
    """Words about time with a clock before them: `since 10 Nov`."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = _Clock()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self._clock)
        line.addWidget(Words(words, "clock"), 1)


class _Clock(QWidget):
    def sizeHint(self) -> QSize:
        side = self.fontMetrics().ascent()
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self.fontMetrics().ascent()
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        icons.paint(QPainter(self), box, "clock", theme.colour("caution"))
