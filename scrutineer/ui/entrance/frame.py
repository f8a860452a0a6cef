"""The frame of everything on the way in: one calm column in the middle, its title and its sentence.

It knows no record and no passphrase.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scrutineer.ui import theme
from scrutineer.ui.theme import LARGE, MEDIUM, SMALL
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.words import Words

_WIDEST = 84      # digits across


class Frame(QWidget):
    """`add` puts widgets into the column, `foot` is the row of buttons that is always in sight."""

    def __init__(self, title: str, sentence: str = "", *, widest: int = _WIDEST) -> None:
        super().__init__()
        self._widest = widest
        self._title = Words(title, "title")
        self._sentence = Words(sentence, "soft", hides=True)
        self.foot = FlowRow()
        self._column = QWidget()
        self._body = QVBoxLayout(self._column)
        self._body.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        for widget in (self._title, self._sentence, self.foot):
            widget.setContentsMargins(SMALL, 0, MEDIUM, 0)      # as what scrolls between them
        self._body.setSpacing(MEDIUM)
        self._body.addWidget(self._title)
        self._body.addWidget(self._sentence)
        self._body.addWidget(self.foot)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._column, 1000)
        line.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addStretch(2)
        page.addLayout(line)
        page.addStretch(3)
        self._measure()

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget above the row of buttons."""
        self._body.insertWidget(self._body.count() - 1, widget, stretch)

    def entitle(self, title: str, sentence: str = "") -> None:
        """Another title and another sentence."""
        self._title.say(title)
        self._sentence.say(sentence)

    def start(self) -> None:
        """It has come into sight: put the keyboard where typing begins."""
        first = self.focus_first()
        QTimer.singleShot(0, first, lambda: first.setFocus(Qt.FocusReason.OtherFocusReason))

    def focus_first(self) -> QWidget:
        """Where typing begins."""
        return self._column

    def forget(self) -> None:
        """It is left: nothing secret stays typed in it."""

    def changeEvent(self, event: QEvent) -> None:
        """A larger font makes a wider column."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        self._column.setMaximumWidth(theme.characters(self, self._widest))
