"""The line over every screen of a past day: what is read here, and the way back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from scrutineer.domain.dates import long_date
from scrutineer.ui.theme import MEDIUM, SMALL
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
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self._words, 1)
        row.addWidget(self._another)
        row.addWidget(back)
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The screen beneath needs its lines: what does not fit on one is said in fewer words."""
        super().resizeEvent(event)
        self._say()

    def _say(self) -> None:
        """As much as one line holds; the key for another day does what its button did."""
        day = long_date(self._day)
        in_full = f"The record as it stood on {day} · to be read, not changed"
        in_short = f"As it stood on {day}: to be read"
        for words, has_another in ((in_full, True), (in_short, True), (in_short, False)):
            self._words.say(words)
            self._another.setVisible(has_another)
            if self.sizeHint().width() <= self.width():
                return
