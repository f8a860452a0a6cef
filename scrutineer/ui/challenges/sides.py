"""Two columns of facts: what is reported, and what was seen; one below the other where there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from scrutineer.ui import theme
from scrutineer.ui.theme import MEDIUM, SMALL, TINY
from scrutineer.ui.widgets.words import Words

_BESIDE = 44      # digits from which on two columns have room side by side


class Column(NamedTuple):
    """One column: its label, and what stands in it from top to bottom."""

    label: str
    lines: Sequence[QWidget]


class Sides(QWidget):
    """Shows columns of equal width, each under a thin line."""

    def __init__(self, *columns: Column) -> None:
        super().__init__()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._body.setContentsMargins(0, TINY, 0, TINY)
        self._body.setSpacing(MEDIUM)
        for column in columns:
            self._body.addWidget(_Column(column), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side as long as there is room."""
        way = QBoxLayout.Direction.LeftToRight if self._is_wide() else QBoxLayout.Direction.TopToBottom
        if self._body.direction() != way:
            self._body.setDirection(way)
            self._body.setSpacing(MEDIUM if self._is_wide() else SMALL)
        super().resizeEvent(event)

    def _is_wide(self) -> bool:
        return self.width() >= theme.characters(self, _BESIDE)


class _Column(QWidget):
    def __init__(self, column: Column) -> None:
        super().__init__()
        self.setAccessibleName(column.label)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, TINY, 0, 0)
        body.setSpacing(TINY)
        body.addWidget(Words(column.label, "label"))
        for line in column.lines:
            body.addWidget(line)
        body.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line above."""
        QPainter(self).fillRect(0, 0, self.width(), 1, theme.colour("line"))
