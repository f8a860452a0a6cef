"""The words and how they will look, side by side where there is room, otherwise one at a time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from scrutineer.ui import theme
from scrutineer.ui.theme import MEDIUM
from scrutineer.ui.widgets.parts import Panel

_HALF = 1_000   # pixels, more than either needs, so that they begin alike
_ROOM = 78      # digits from which on there is room for both


class WordsAndLook(QSplitter):
    """`arrange(look=...)` says which is wanted where only one has room; `resized()` that this may have changed."""

    resized = Signal()

    def __init__(self, words: QWidget, look: QWidget) -> None:
        super().__init__()
        self._words = Panel(words)
        self._look = look
        self.setHandleWidth(MEDIUM)
        self.setChildrenCollapsible(False)
        self.addWidget(self._words)
        self.addWidget(look)
        self.setSizes([_HALF, _HALF])

    def has_room(self) -> bool:
        """Whether both fit."""
        return self.width() >= theme.characters(self, _ROOM)

    def arrange(self, *, look: bool) -> None:
        """Show both, or the one that is wanted."""
        self._words.setVisible(self.has_room() or not look)
        self._look.setVisible(self.has_room() or look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be more room, or less."""
        super().resizeEvent(event)
        self.resized.emit()
