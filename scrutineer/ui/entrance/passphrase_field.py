"""Where a passphrase is typed: hidden unless shown, with a word when Caps Lock seems to be on.

What is typed is never kept, logged or judged here.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from scrutineer.ui.theme import TINY
from scrutineer.ui.widgets import field
from scrutineer.ui.widgets.words import Words


class PassphraseField(QWidget):
    """A label, the line, and what is wrong with it; `entered` when Enter is pressed."""

    edited = Signal()
    entered = Signal()

    def __init__(self, label: str, name: str) -> None:
        super().__init__()
        self._line = _Line()
        field.name_it(self._line, name, label)
        self._problem = Words("", "problem", hides=True)
        self._capitals = Words("Caps Lock seems to be on.", "clock")
        self._capitals.hide()
        says = Words(label, "label")
        says.setBuddy(self._line)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(TINY)
        for widget in (says, self._line, self._capitals, self._problem):
            body.addWidget(widget)
        self.setFocusProxy(self._line)
        self._line.capitals.connect(self._capitals.setVisible)
        self._line.returnPressed.connect(self.entered)
        self._line.textChanged.connect(self._changed)
        self.reveal(False)

    def text(self) -> str:
        """What is typed."""
        return self._line.text()

    def say(self, passphrase: str) -> None:
        """Type something for the person, or with "" nothing."""
        self._line.setText(passphrase)

    def reveal(self, wanted: bool) -> None:
        """Show the letters, or dots."""
        echo = QLineEdit.EchoMode
        self._line.setEchoMode(echo.Normal if wanted else echo.Password)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong, or with "" that nothing is."""
        self._problem.say(sentence)
        field.mark(self._line, sentence)

    def problem(self) -> str:
        """What stands there as wrong."""
        return self._problem.said()

    def select(self) -> None:
        """Put the keyboard here, ready to type it again."""
        self._line.setFocus()
        self._line.selectAll()

    def _changed(self) -> None:
        self.show_problem("")
        self.edited.emit()


class _Line(QLineEdit):
    capitals = Signal(bool)      # whether a letter came out otherwise than Shift asked for

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter tells how Caps Lock stands: the system cannot be asked."""
        typed = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.capitals.emit(False)
        elif len(typed) == 1 and typed.isalpha() and typed.upper() != typed.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.capitals.emit(typed.isupper() is not shifted)
        super().keyPressEvent(event)
