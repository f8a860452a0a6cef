"""A pill that says what is chosen, of which there is always one, and opens a menu of the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from scrutineer.ui.widgets.filter_bar import Choice


class ChoicePill(QPushButton):
    """`Rows: Agencies ▾`. `chosen` is the code in force; `changed` when the person chooses another."""

    changed = Signal()

    def __init__(self, label: str, name: str, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self.chosen = choices[0].code
        self.setObjectName(name)
        self.setProperty("pill", True)
        self.setAutoDefault(False)
        self._menu = QMenu(label, self)
        self._actions = QActionGroup(self)
        self._actions.triggered.connect(self._take)
        self.setMenu(self._menu)
        self.offer(choices)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Other choices; what was chosen stays so where it is still among them."""
        self._choices = tuple(choices)
        self._menu.clear()
        for choice in choices:
            action = QAction(choice.label.replace("&", "&&"), self._menu)
            action.setData(choice.code)
            action.setCheckable(True)
            self._actions.addAction(action)
            self._menu.addAction(action)
        known = {choice.code for choice in choices}
        self.choose(self.chosen if self.chosen in known else choices[0].code)

    def choose(self, code: str) -> None:
        """Put a choice in force, without a word."""
        self.chosen = code
        for action in self._menu.actions():
            action.setChecked(action.data() == code)
        words = f"{self._label}: {next(one.label for one in self._choices if one.code == code)}"
        self.setText(f"{words.replace('&', '&&')} ▾")
        self.setAccessibleName(words)

    def _take(self, action: QAction) -> None:
        self.choose(action.data())
        self.changed.emit()
