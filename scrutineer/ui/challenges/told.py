"""Words in a form that follow from its other fields, with a button that leads to where more can be done.

It stands among the fields and holds nothing.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal

from scrutineer.ui.challenges.rows import RowsField
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.words import Words


class Told(RowsField):
    """`say(words)`; `pressed` when the button is, if there is one."""

    pressed = Signal()

    def __init__(self, words: str = "", press: str = "", name: str = "") -> None:
        super().__init__()
        self._words = Words(words, "soft", hides=True)
        self.body.addWidget(self._words)
        if press:
            made = button(press, name, small=True)
            made.clicked.connect(self.pressed)
            self.body.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
            self.setFocusProxy(made)

    def say(self, words: str) -> None:
        """Say something else."""
        self._words.say(words)
        self.setAccessibleDescription(words)

    def value(self) -> Any:
        """Nothing."""
        return None

    def set_value(self, value: Any) -> None:
        """It takes nothing."""

    def problem(self) -> str:
        """Nothing is typed here."""
        return ""

    def draft(self) -> str:
        """Nothing."""
        return ""

    def restore(self, draft: str) -> None:
        """Nothing."""
