"""The sidebar: whose record this is, and the rooms of the program; icons alone when there is little width."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from scrutineer.ui import icons, theme
from scrutineer.ui.theme import MEDIUM, SMALL, TINY
from scrutineer.ui.widgets.words import Words

_WIDE = 24      # digits across


class Place(NamedTuple):
    """One room: its code, its name, its icon, and whether it stands at the foot."""

    code: str
    name: str
    icon: str
    at_foot: bool = False


class Sidebar(QFrame):
    """Buttons for the rooms; `chosen(code)` when one is pressed."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self._colour = QColor()
        self._name = Words("", "strong")
        self._period = Words("", "small")
        self._head = QWidget()
        self._buttons = {place.code: _Room(place) for place in places}
        self._build(places)

    def _build(self, places: Sequence[Place]) -> None:
        head = QVBoxLayout(self._head)
        head.setContentsMargins(SMALL, SMALL, SMALL, MEDIUM)
        head.setSpacing(TINY)
        head.addWidget(self._name)
        head.addWidget(self._period)
        body = QVBoxLayout(self)
        body.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        body.setSpacing(TINY)
        body.addWidget(self._head)
        for place in places:
            room = self._buttons[place.code]
            room.clicked.connect(lambda _checked=False, code=place.code: self.chosen.emit(code))
        for at_foot in (False, True):
            for place in places:
                if place.at_foot is at_foot:
                    body.addWidget(self._buttons[place.code])
            if not at_foot:
                body.addStretch(1)

    def belong_to(self, partnership: str, period: str, colour: str) -> None:
        """Say whose record it is; its colour tells partnerships apart."""
        self._name.say(partnership)
        self._period.say(period)
        self._colour = QColor(colour)
        self.update()

    def mark(self, code: str) -> None:
        """Show which room is open."""
        for other, room in self._buttons.items():
            room.setChecked(other == code)

    def count(self, code: str, words: str) -> None:
        """Soft words beside a room: `14 open`."""
        self._buttons[code].count(words)

    def collapse(self, narrow: bool) -> None:
        """Icons alone, or icons and words."""
        self._head.setVisible(not narrow)
        for room in self._buttons.values():
            room.collapse(narrow)
        self.setFixedWidth(
            self.fontMetrics().height() * 2 + 2 * MEDIUM if narrow else theme.characters(self, _WIDE) + MEDIUM
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """A strip in the record's own colour along the top."""
        super().paintEvent(event)
        if self._colour.isValid():
            painter = QPainter(self)
            painter.fillRect(0, 0, self.width(), TINY, self._colour)


class _Room(QPushButton):
    def __init__(self, place: Place) -> None:
        super().__init__()
        self.setObjectName(f"room-{place.code}")
        self.setAccessibleName(place.name)
        self.setProperty("room", True)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setToolTip(place.name)
        self._place = place
        icons.dress(self, place.icon)
        self._count = QLabel()
        self._count.setProperty("role", "small")
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SMALL, 0)
        row.addStretch(1)
        row.addWidget(self._count)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.collapse(False)

    def count(self, words: str) -> None:
        self._count.setText(words)
        self.setAccessibleDescription(words)

    def collapse(self, narrow: bool) -> None:
        self.setText("" if narrow else f"  {self._place.name}")
        self._count.setVisible(not narrow)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.fontMetrics().lineSpacing() + 12)
