"""The quiet bar at the bottom: what has just happened, and perhaps how to undo it; then it goes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from scrutineer.ui.theme import MEDIUM, SMALL
from scrutineer.ui.widgets.parts import button, icon_button
from scrutineer.ui.widgets.words import Words

_SECONDS = 6
_SECONDS_WITH_ACTION = 15


class Notice(QFrame):
    """Hidden until `say`; a later notice takes the place of an earlier one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", True)
        self.setObjectName("notice")
        self._then: Callable[[], None] | None = None
        self._words = Words()
        self._action = button("", "notice-action", quiet=True)
        self._action.clicked.connect(self._act)
        away = icon_button("close", "Put this notice away", "notice-close")
        away.clicked.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        line.setSpacing(MEDIUM)
        line.addWidget(self._words, 1)
        line.addWidget(self._action)
        line.addWidget(away)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        self.hide()

    def say(self, sentence: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        """Show a sentence for some seconds; `then` is called when the button `action` is pressed."""
        self._words.say(sentence)
        self._then = then
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self.show()
        self._timer.start((_SECONDS_WITH_ACTION if action else _SECONDS) * 1000)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def said(self) -> str:
        """What stands there now, or nothing."""
        return "" if self.isHidden() else self._words.said()

    def _act(self) -> None:
        then, self._then = self._then, None
        self.hide()
        if then:
            then()

    def _go(self) -> None:
        """Go, unless somebody is about to use it."""
        if self.underMouse() or self._action.hasFocus():
            self._timer.start()
            return
        self.hide()
