"""A window over the window, and what Enter does in any window: it presses the button to which Tab has led."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget


def is_enter(event: QKeyEvent) -> bool:
    """Whether this is one of the two keys that say Enter, alone."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not held


def pressed(window: QWidget, event: QKeyEvent) -> bool:
    """Press the button of a window that has the keyboard if this is Enter, which nothing else took; else False."""
    button = window.focusWidget()
    if is_enter(event) and isinstance(button, QAbstractButton):
        button.click()
        return True
    return False


class Sheet(QDialog):
    """A sheet of paper laid over the window."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as Space does; Escape leaves."""
        if not pressed(self, event):
            super().keyPressEvent(event)
