"""A row of a card: what it says and what can be done about it.

It is reached by the keyboard and opened with Enter. What it is about, a kind and an id, is only passed on.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from PySide6.QtCore import QEvent, QSize, Qt, SignalInstance
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from scrutineer.ui.theme import SMALL
from scrutineer.ui.widgets.arranged import Arrangement
from scrutineer.ui.widgets.cell import Paragraph, Piece
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.ruled_row import RuledRow


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

    @property
    def said(self) -> list[str]:
        """What it says in words, from left to right, as it is read out."""
        chip = self.chip.as_text if self.chip else ""
        return [part for part in (self.lead, self.title, self.detail, chip, self.right, self.clock) if part]


class Holder(Protocol):
    """The card of a row: the room in pixels on both sides of it, and whom its signals tell."""

    margin: int

    @property
    def opened(self) -> SignalInstance: ...

    @property
    def acted(self) -> SignalInstance: ...

    def step(self, row: Row, by: int) -> None: ...


class Row(RuledRow):
    """Draws its words itself and holds only buttons: a page of rows opens in half the time that labels take."""

    def __init__(self, about: CardRow, card: Holder, parent: QWidget) -> None:
        super().__init__(f"{about.kind}-{about.id}", parent)
        self.about = about
        self._card = card
        self._arrangement: Arrangement | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(", ".join(about.said))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._buttons = [self._button(code, words) for code, words in about.actions]

    def has_keyboard(self) -> bool:
        """Whether the keyboard is here or on one of the buttons, also while a sheet lies over the window."""
        inside = self.window().focusWidget()
        return inside is not None and (inside is self or self.isAncestorOf(inside))

    def fit(self, width: int) -> None:
        """Take this width in pixels before it is shown, so that it is not arranged for another first."""
        self.resize(width, self.heightForWidth(width))

    def sizeHint(self) -> QSize:
        """All on one line, unless the words are very long."""
        return self.arranged().size

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest button or a short word."""
        return QSize(self.arranged().narrowest, self.fontMetrics().height())

    def heightForWidth(self, width: int) -> int:
        """Higher when its words wrap, or when what is on the right goes under them."""
        return self.arranged().at(width).height

    def arranged(self) -> Arrangement:
        """Where its words and buttons go, in the font that it has now."""
        if self._arrangement is None:
            self.ensurePolished()
            sizes = [one.sizeHint() for one in self._buttons]
            self._arrangement = Arrangement(*_pieces(self.about), sizes, self.font(), self._card.margin, SMALL)
        return self._arrangement

    def _button(self, code: str, words: str) -> QPushButton:
        made = button(words, f"{code}-{self.about.acts_on or self.about.id}", small=True)
        made.setAccessibleName(f"{words}: {self.about.title}")
        made.clicked.connect(lambda: self._act(code))
        made.setParent(self)
        return made

    def _act(self, code: str) -> None:
        self._card.acted.emit(code, self.about.kind, self.about.acts_on or self.about.id)

    def _open(self) -> None:
        self._card.opened.emit(self.about.kind, self.about.id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere in the row opens it."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, the arrows go from row to row; on a button of the row Enter is the button's."""
        opens = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if opens and self.window().focusWidget() not in self._buttons:
            self._open()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._card.step(self, 1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand where the words leave them room."""
        super().resizeEvent(event)
        for made, where in zip(self._buttons, self.arranged().at(self.width()).buttons, strict=True):
            made.setGeometry(where)

    def changeEvent(self, event: QEvent) -> None:
        """In another font everything has another size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and self._arrangement:
            self._arrangement = None
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of a row, then its words."""
        super().paintEvent(event)
        self.arranged().paint(QPainter(self), self.width())


def _pieces(about: CardRow) -> tuple[Paragraph, list[Paragraph], Paragraph]:
    """What stands before, the words, and what stands on the right."""
    lead: Paragraph = (Piece(about.lead),) if about.lead else ()
    words: list[Paragraph] = [(Piece(about.title, "quiet" if about.is_quiet else "plain"),)]
    words.extend((Piece(line, "soft"),) for line in about.detail.split("\n") if line)
    side = [Piece("", chip=about.chip)] if about.chip else []
    if about.right:
        side.append(Piece(about.right))
    if about.clock:
        side.append(Piece(about.clock, "clock"))
    return lead, words, tuple(side)
