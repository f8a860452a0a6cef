"""The frame of every screen: its title, the question that it answers, its one button, and the rest.

The header goes on the next line when it does not fit. What stands below is the screen's business.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scrutineer.ui import theme
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
        self._makes_room: list[QWidget] = [self._header]
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(LARGE, MEDIUM, 0, MEDIUM)
        self._body.setSpacing(MEDIUM)
        self.add(self._header)

    def ask(self, question: str) -> None:
        """Show another question beside the title."""
        self._question.say(question)
        self._fit_question()

    def entitle(self, title: str) -> None:
        """Show another title."""
        self._title.say(title)
        self.setAccessibleName(title)

    def make_room(self, wanted: bool) -> None:
        """Put the header, and what steps aside with it, out of the way of a record that fills a narrow window."""
        for widget in self._makes_room:
            widget.setVisible(not wanted)

    def step_aside(self, widget: QWidget) -> None:
        """This widget makes room together with the header."""
        self._makes_room.append(widget)

    def add_to_header(self, widget: QWidget) -> None:
        """Put a search box or a button at the right end of the header."""
        self._header.add(widget, at_end=True)

    def add(self, widget: QWidget, stretch: int = 0, *, to_edge: bool = False) -> None:
        """Put a widget below what is there; with `stretch` it takes the room that is left.

        What scrolls goes `to_edge`, so that its bar stands in the margin of the page.
        """
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0 if to_edge else LARGE, 0)
        line.addWidget(widget)
        self._body.addLayout(line, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window may have become low or high."""
        super().resizeEvent(event)
        self._fit_question()

    def showEvent(self, event: QShowEvent) -> None:
        """It is in its window now."""
        super().showEvent(event)
        self._fit_question()

    def _fit_question(self) -> None:
        """A low window needs its lines for what the question is about."""
        self._question.setVisible(bool(self._question.said()) and not theme.is_low(self))
