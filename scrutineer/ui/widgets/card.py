"""Cards: a title, a few rows, and what can be done about each; several of them side by side.

Every row is reached by the keyboard and opened with Enter. What a row is about, a kind and an id, is
only passed on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from scrutineer.ui import theme
from scrutineer.ui.theme import LARGE, MEDIUM, SMALL, TINY
from scrutineer.ui.widgets.card_row import CardRow, Row
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.scrolling import hold_edge
from scrutineer.ui.widgets.words import Words

_BESIDE = 40  # digits from which on two cards have room side by side
_WAIT = "Still being read."


class Card(QFrame):
    """A titled sheet with rows, or one sentence when there are none; `flat` without a frame, within a detail."""

    opened = Signal(str, str)  # kind, id
    acted = Signal(str, str, str)  # code of the button, kind, and the id it acts on

    def __init__(
        self, title: str, empty: str, aside: str = "", parent: QWidget | None = None, *, flat: bool = False
    ) -> None:
        super().__init__(parent)
        self.setProperty("panel", not flat)
        self.margin = 0 if flat else MEDIUM      # on both sides of a row
        self.setAccessibleName(title)
        self._rows: list[Row] = []
        self._aside = Words(aside, "small", hides=True)
        self._none_words = empty
        self._empty = Words(empty, "soft")
        self._head = head = FlowRow()
        head.add(Words(title, "label" if flat else "strong"))
        head.add(self._aside)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(*((0, SMALL, 0, 0) if flat else (1, MEDIUM, 1, SMALL)))
        self._body.setSpacing(0)
        self._body.addWidget(_inset(head, 0 if flat else MEDIUM, TINY if flat else SMALL))
        self._none = _inset(self._empty, self.margin, SMALL)
        self._body.addWidget(self._none)
        self._body.addStretch(1)

    def show_rows(self, rows: Iterable[CardRow], aside: str | None = None) -> None:
        """Show these rows; `aside` are the soft words beside the title. The keyboard stays where it was."""
        if aside is not None:
            self._aside.say(aside)
        if self._empty.said() != self._none_words:
            self._empty.say(self._none_words)
        wanted = list(rows)
        if wanted == [row.about for row in self._rows]:      # after most saves most cards are as they were
            return
        place = next((number for number, row in enumerate(self._rows) if row.has_keyboard()), None)
        had = None if place is None else self._rows[place].about.about
        while self._rows:
            old = self._rows.pop()
            old.hide()
            old.deleteLater()
        self._rows = [Row(about, self, self) for about in wanted]
        edges = self._body.contentsMargins()
        self._body.setEnabled(False)  # laid out once, not after each row
        for number, row in enumerate(self._rows):
            row.fit(self.width() - edges.left() - edges.right())
            self._body.insertWidget(number + 1, row)
            row.show()  # at once: Qt would wait, and the keyboard cannot enter what is not shown
        self._body.setEnabled(True)
        self._none.setVisible(not self._rows)
        if place is not None and self._rows:
            same = next((row for row in self._rows if row.about.about == had), None)
            (same or self._rows[min(place, len(self._rows) - 1)]).setFocus()

    def wait(self) -> None:
        """Say that its rows are still being read, until they are shown."""
        self._empty.say(_WAIT)

    def add_to_head(self, widget: QWidget) -> None:
        """Put something at the right end of the line with the title."""
        self._head.add(widget, at_end=True)

    def first(self) -> QWidget | None:
        """The first row, where the keyboard may begin."""
        return self._rows[0] if self._rows else None

    def step(self, row: Row, by: int) -> None:
        """Move the keyboard from one row to the next."""
        place = self._rows.index(row) + by
        if 0 <= place < len(self._rows):
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)


class Cards(QScrollArea):
    """Cards two by two, the two of a row of equal size; one below the other in a narrow window.

    `first` stands above them, across both columns. The scroll bar stands in the margin of the page.
    """

    def __init__(
        self, cards: Sequence[QWidget], first: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cards = list(cards)
        self._first = first
        self._across = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("plain", True)
        self.setWidget(inside)      # before it is filled: what is filled is dressed anew when it moves
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(MEDIUM)
        hold_edge(self, self._grid, LARGE)
        for card in cards:
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            card.setSizePolicy(policy)
        self._arrange(2)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        if self._first:
            self._grid.addWidget(self._first, 0, 0, 1, across)
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, 1 + place // across, place % across)
        self._grid.setRowStretch(len(self._cards) + 1, 1)  # what is left over stays below the cards
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if across == 2 else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns when both have room."""
        super().resizeEvent(event)
        room = self.width() >= theme.characters(self, 2 * _BESIDE)
        self._arrange(2 if room else 1)


def _inset(widget: QWidget, beside: int, below: int) -> QWidget:
    """A widget with room on both sides of it and below."""
    held = QWidget()
    line = QHBoxLayout(held)
    line.setContentsMargins(beside, 0, beside, below)
    line.addWidget(widget)
    return held
