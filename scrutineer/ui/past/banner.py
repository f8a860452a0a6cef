"""The line over every screen of a past day: what is read here, and the way back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from scrutineer.domain.dates import long_date
from scrutineer.ui import theme
from scrutineer.ui.theme import MEDIUM, SMALL, TINY
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.words import Words


class Banner(QFrame):
    """`left()` for today, `moved()` for another day."""

    left = Signal()
    moved = Signal()

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("past-banner")
        self._day = day
        self._words = Words("", "strong")
        self._another = button("Another day", "another-day", small=True)
        self._another.clicked.connect(lambda _checked=False: self.moved.emit())
        back = button("Back to today", "back-to-today", primary=True, small=True)
        back.clicked.connect(lambda _checked=False: self.left.emit())
        row = FlowRow(across=MEDIUM, down=TINY)
        row.add(self._words)
        ways = FlowRow()
        ways.add(self._another)
        ways.add(back)
        row.add(ways, at_end=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        body.addWidget(row)
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window has few lines to spare: it is said in fewer words, and the keys do what the button did."""
        super().resizeEvent(event)
        self._say()

    def _say(self) -> None:
        is_low = theme.is_low(self)
        self._words.say(f"As it stood on {long_date(self._day)}: to be read" if is_low else in_full(self._day))
        self._another.setVisible(not is_low)


def in_full(day: date) -> str:
    """What the banner says where it has room."""
    return f"The record as it stood on {long_date(day)} · to be read, not changed"
