"""Looks like a place to type what to find; at the first letter, or a click, the palette takes over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from scrutineer.ui.widgets.parts import SearchBox


class FindBox(SearchBox):
    """`wanted(words)` with what was typed so far; itself it stays empty."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Find anything (Ctrl+K)", "find", parent)
        self.setReadOnly(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter or Enter opens the palette; Tab and shortcuts are as everywhere."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.wanted.emit("")
        elif event.text().isprintable() and event.text().strip() and not held:
            self.wanted.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """So does a click."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit("")
