"""Cards: a title, a few rows, and what can be done about each; several of them side by side.

Every row is reached by the keyboard and opened with Enter. What a row is about, a kind and an id, is
only passed on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from scrutineer.ui import icons, theme
from scrutineer.ui.theme import LARGE, MEDIUM, SMALL, TINY
from scrutineer.ui.widgets.chip import Chip, ChipLabel
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.ruled_row import RuledRow
from scrutineer.ui.widgets.scrolling import hold_edge
from scrutineer.ui.widgets.words import Words

_BESIDE = 40  # digits from which on two cards have room side by side
_WAIT = "Still being read."
_WORDS = 24  # digits the words of a row must have beside their right-hand side


class CardRow(NamedTuple):
    """A row: what it is about; title and soft detail; on the left a date, on the right words, a clock
    (words after a clock icon), a chip and buttons, each a code and its words. The buttons act on `acts_on`
    where that is another record than the one the row opens; a quiet row stands in soft ink."""

    kind: str
    id: str
    title: str
    detail: str = ""
    lead: str = ""
    right: str = ""
    clock: str = ""
    chip: Chip | None = None
    actions: tuple[tuple[str, str], ...] = ()
    acts_on: str = ""
    is_quiet: bool = False

    @property
    def about(self) -> tuple[str, str, str]:
        """What tells it from other rows: one record may stand in several."""
        return self.kind, self.id, self.acts_on


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
        self._rows: list[_Row] = []
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
        self._rows = [_Row(about, self) for about in wanted]
        self._body.setEnabled(False)  # laid out once, not after each row
        for number, row in enumerate(self._rows):
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

    def step(self, row: _Row, by: int) -> None:
        """Move the keyboard from one row to the next."""
        place = self._rows.index(row) + by
        if 0 <= place < len(self._rows):
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)


class _Row(RuledRow):
    def __init__(self, about: CardRow, card: Card) -> None:
        super().__init__(f"{about.kind}-{about.id}", card)
        self.about = about
        self._card = card
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        chip = about.chip.as_text if about.chip else ""
        said = (about.lead, about.title, about.detail, chip, about.right, about.clock)
        self.setAccessibleName(", ".join(part for part in said if part))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(card.margin, SMALL, card.margin, SMALL)
        self._line.setSpacing(SMALL)
        if about.lead:
            lead = Words(about.lead)
            lead.setMinimumWidth(theme.characters(lead, 10))
            self._line.addWidget(lead)
        self._line.addWidget(self._words(), 1)
        self._side = self._right()
        if about.right or about.clock or about.chip or about.actions:
            self._line.addWidget(self._side, 0, Qt.AlignmentFlag.AlignVCenter)

    def has_keyboard(self) -> bool:
        """Whether the keyboard is here or on one of the buttons, also while a sheet lies over the window."""
        inside = self.window().focusWidget()
        return inside is not None and (inside is self or self.isAncestorOf(inside))

    def _words(self) -> QWidget:
        words = QWidget()
        body = QVBoxLayout(words)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addStretch(1)
        body.addWidget(Words(self.about.title, "soft" if self.about.is_quiet else ""))
        body.addWidget(Words(self.about.detail, "small", hides=True))
        body.addStretch(1)
        return words

    def _right(self) -> QWidget:
        side = FlowRow(self)
        if self.about.chip:
            side.add(ChipLabel(self.about.chip))
        if self.about.right:
            side.add(Words(self.about.right))
        if self.about.clock:
            side.add(ClockWords(self.about.clock))
        for code, words in self.about.actions:
            made = button(words, f"{code}-{self.about.acts_on or self.about.id}", small=True)
            made.setAccessibleName(f"{words}: {self.about.title}")
            made.clicked.connect(lambda _checked=False, code=code: self._act(code))
            side.add(made)
        return side

    def _act(self, code: str) -> None:
        self._card.acted.emit(code, self.about.kind, self.about.acts_on or self.about.id)

    def _open(self) -> None:
        self._card.opened.emit(self.about.kind, self.about.id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere in the row opens it."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, the arrows go from row to row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._card.step(self, 1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room beside the words, the right-hand side goes under them."""
        super().resizeEvent(event)
        lead = theme.characters(self, 10) if self.about.lead else 0
        beside = lead + self._side.sizeHint().width() + 2 * self._card.margin
        wide = self.width() >= beside + theme.characters(self, _WORDS)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._line.direction() != way:
            self._line.setDirection(way)


class ClockWords(QWidget):
    """Words about time with a clock before them: `since 10 Nov`."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = _Clock()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self._clock)
        line.addWidget(Words(words, "clock"), 1)


class _Clock(QWidget):
    def sizeHint(self) -> QSize:
        side = self.fontMetrics().ascent()
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self.fontMetrics().ascent()
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        icons.paint(QPainter(self), box, "clock", theme.colour("caution"))


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
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(MEDIUM)
        hold_edge(self, self._grid, LARGE)
        for card in cards:
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            card.setSizePolicy(policy)
        self._arrange(2)
        self.setWidget(inside)

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
