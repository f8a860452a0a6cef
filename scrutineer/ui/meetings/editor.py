"""The line that is being typed: Enter keeps it, Alt with a letter says what it is, `@` and `#` who and about what.

It knows keys and words; what a line becomes is no business of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from scrutineer.ui import theme
from scrutineer.ui.meetings.mention import Mention
from scrutineer.ui.meetings.words import KINDS
from scrutineer.ui.widgets.fields import Option

_LINES = 2      # rows of words that are always there; a longer line scrolls
_PADDING = 12


def kind_of_key(event: QKeyEvent) -> str:
    """The code of the kind that Alt with a letter means; "" for any other key."""
    if event.modifiers() != Qt.KeyboardModifier.AltModifier or not 0x41 <= event.key() <= 0x5A:
        return ""
    kind = KINDS.get(chr(event.key()))
    return kind.value if kind else ""


class LineEditor(QPlainTextEdit):
    """Says what the keys ask for: `entered`, `turned(kind)`, `left` upwards out of an empty line, `given_up`."""

    entered = Signal()
    turned = Signal(str)
    left = Signal()
    given_up = Signal()
    mentioned = Signal(str, str)      # @ or #, and the id of what was chosen

    def __init__(self, options: Callable[[str], Sequence[Option]]) -> None:
        super().__init__()
        self.setObjectName("line")
        self.setAccessibleName("What is said")
        self.setPlaceholderText("What is said? Enter keeps it.")
        self.setTabChangesFocus(True)
        self.mention = Mention(self, options)
        self.mention.taken.connect(self.mentioned)

    def say(self, text: str) -> None:
        """Show a text, with the keyboard's place at its end."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def text(self) -> str:
        """What is typed, without blanks at its ends."""
        return " ".join(self.toPlainText().split())

    def event(self, event: QEvent) -> bool:
        """Alt with our letters means the line here, not the menus; so does Tab while choices are shown."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and kind_of_key(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab and self.mention.heeds(event):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is meant for the line goes to whoever keeps it; the rest is typing."""
        key = event.key()
        if self.mention.heeds(event):
            return
        if kind := kind_of_key(event):
            self.turned.emit(kind)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif key == Qt.Key.Key_Up and not self.text():
            self.left.emit()
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Two rows of words."""
        return QSize(theme.characters(self, 60), _LINES * self.fontMetrics().lineSpacing() + 2 * _PADDING)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(theme.characters(self, 12), self.sizeHint().height())
