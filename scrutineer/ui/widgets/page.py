"""The frame of every screen: its title, the question that it answers, its one button, and the rest.

The header goes on the next line when it does not fit. What stands below is the screen's business.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.ui.theme import LARGE, MEDIUM
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.words import Words


class Page(QWidget):
    """A screen. Put widgets into it with `add`; `open_requested(kind, id)` asks for another record."""

    open_requested = Signal(str, str)

    def __init__(self, title: str, question: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._title = Words(title, "title")
        self._question = Words(question, "soft", hides=True)
        self._header = FlowRow(across=MEDIUM)
        self._header.add(self._title)
        self._header.add(self._question)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        self._body.setSpacing(MEDIUM)
        self._body.addWidget(self._header)

    def ask(self, question: str) -> None:
        """Show another question beside the title."""
        self._question.say(question)

    def entitle(self, title: str) -> None:
        """Show another title."""
        self._title.say(title)
        self.setAccessibleName(title)

    def make_room(self, wanted: bool) -> None:
        """Put the header out of the way of a record that fills a narrow window, or bring it back."""
        self._header.setVisible(not wanted)

    def add_to_header(self, widget: QWidget) -> None:
        """Put a search box or a button at the right end of the header."""
        self._header.add(widget, at_end=True)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget below what is there; with `stretch` it takes the room that is left."""
        self._body.addWidget(widget, stretch)
