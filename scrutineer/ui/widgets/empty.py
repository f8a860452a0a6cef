"""What stands where a list is empty: a sentence that says what belongs here, and how to make the first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.ui.theme import LARGE, SMALL
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.words import Words


class Empty(QWidget):
    """One sentence and, unless `action` is "", one button: `wanted` when it is pressed."""

    wanted = Signal()

    def __init__(self, sentence: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words(sentence, "soft")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body = QVBoxLayout(self)
        body.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        body.setSpacing(SMALL)
        body.addStretch(2)
        body.addWidget(self._words)
        self._first = button(action, "first") if action else None
        if self._first:
            self._first.clicked.connect(self.wanted)
            self.setFocusProxy(self._first)
            body.addWidget(self._first, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addStretch(3)

    def say(self, sentence: str, action: str = "") -> None:
        """Another sentence, for instance when a filter leaves nothing; with `action`, other words on the button."""
        self._words.say(sentence)
        if action and self._first:
            self._first.setText(action)
            self._first.setAccessibleName(action)
