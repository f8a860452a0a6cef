"""The three doors: look at the demonstration, start a record, open one or restore a backup.

Beneath them, the records that were opened last on this computer.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from scrutineer.ui import theme
from scrutineer.ui.entrance.frame import Frame
from scrutineer.ui.theme import LARGE, MEDIUM
from scrutineer.ui.widgets.card import Card
from scrutineer.ui.widgets.card_row import CardRow
from scrutineer.ui.widgets.parts import Panel, button
from scrutineer.ui.widgets.scrolling import scrolling
from scrutineer.ui.widgets.words import Words

_BESIDE = 84      # digits from which on the doors stand side by side

_DOORS = (
    ("demonstration", "Look at the demonstration",
     "A year of an invented partnership, to walk about in. Nothing you do there is kept.", "Look around"),
    ("begin", "Start a record",
     "For your own partnership, encrypted with a passphrase of yours. It takes about three minutes.", "Start"),
    ("open", "Open a record, or restore a backup",
     "A record on this computer, or a backup of one, for instance in OneDrive or on a stick.", "Choose a file"),
)  # fmt: skip


class Doors(Frame):
    """`taken(code)`: demonstration, begin or open; `chosen(path)`: a record opened last."""

    taken = Signal(str)
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("Scrutineer", "The record of independent scrutiny: what was seen, asked and changed.",
                         widest=112)  # fmt: skip
        self._doors = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._doors)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(MEDIUM)
        self._buttons = [self._door(*door) for door in _DOORS]
        self._last = Card("Opened last on this computer", "")
        self._last.opened.connect(lambda _kind, path: self.chosen.emit(Path(path)))
        self.add(scrolling(self._doors, self._last, spacing=LARGE), 1)
        self.foot.hide()

    def _door(self, code: str, title: str, sentence: str, words: str) -> QWidget:
        way = button(words, f"door-{code}", primary=code == "begin")
        way.setAccessibleName(title)
        way.setAccessibleDescription(sentence)
        way.clicked.connect(lambda _checked=False: self.taken.emit(code))
        panel = Panel(Words(title, "heading"), Words(sentence, "soft"))
        panel.body.addStretch(1)
        panel.body.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addWidget(panel, 1)
        return way

    def show_last(self, files: Sequence[Path]) -> None:
        """Offer these records, the newest first."""
        self._last.show_rows(CardRow("file", str(file), file.stem, str(file.parent)) for file in files)
        self._last.setVisible(bool(files))

    def focus_first(self) -> QWidget:
        """The door that most people take."""
        return self._buttons[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, otherwise one below the other."""
        super().resizeEvent(event)
        wide = self.width() >= theme.characters(self, _BESIDE)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
