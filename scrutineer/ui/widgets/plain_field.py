"""A long text that goes out as it is typed, such as an e-mail: no marks, no preview."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from scrutineer.ui import theme
from scrutineer.ui.theme import SMALL
from scrutineer.ui.widgets import field

_FEWEST, _MOST = 6, 24      # lines of text that are shown at least and at most


class PlainField(QPlainTextEdit):
    """A field of a form; Tab goes on to the next one."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loading = False
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._changed)

    def call(self, name: str, label: str) -> None:
        """Name it."""
        field.name_it(self, name, label)

    def value(self) -> Any:
        """The text."""
        return self.toPlainText()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        self._loading = True
        self.setPlainText(value or "")
        self._loading = False

    def problem(self) -> str:
        """Any text is a text."""
        return ""

    def draft(self) -> str:
        """The text."""
        return self.toPlainText()

    def restore(self, draft: str) -> None:
        """Type it again."""
        self.setPlainText(draft)

    def mark(self, sentence: str) -> None:
        """Show that something is wrong."""
        field.mark(self, sentence)

    def sizeHint(self) -> QSize:
        """As high as its text, a few long lines included, within bounds; beyond them it scrolls."""
        lines = min(max(self.document().lineCount() + 3, _FEWEST), _MOST)
        return QSize(theme.characters(self, 60), lines * self.fontMetrics().lineSpacing() + 2 * SMALL + 2)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow and low."""
        return QSize(theme.characters(self, 10), _FEWEST * self.fontMetrics().lineSpacing())

    def _changed(self) -> None:
        if not self._loading:
            self.edited.emit()
