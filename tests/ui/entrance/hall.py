"""The entrance and hands that act in it, as a person would."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from scrutineer.register.register import Register
from scrutineer.ui.entrance.page import Entrance
from scrutineer.ui.preferences import Preferences
from scrutineer.ui.widgets.words import as_given
from tests.ui import window
from tests.ui.fakes import ChoosingMessages

PASSPHRASE = "otter-lantern-gravel-plum"


class Hall(NamedTuple):
    """The entrance, what stands around it, and the registers that went through it."""

    entrance: Entrance
    messages: ChoosingMessages
    preferences: Preferences
    folder: Path
    entered: list[Register]

    @property
    def page(self) -> QWidget:
        """The page that is in sight."""
        page = self.entrance._pages.currentWidget()
        assert page is not None
        return page

    def type(self, name: str, text: str) -> None:
        """Put words into the field with this name."""
        [line] = [line for line in self.page.findChildren(QLineEdit, name) if line.isVisibleTo(self.page)]
        line.setText(text)

    def press(self, name: str) -> None:
        """Press a button of the page."""
        window.press(self.page, name)

    def says(self) -> str:
        """Every word that is in sight."""
        labels = [label for label in self.page.findChildren(QLabel) if label.isVisibleTo(self.page)]
        return as_given("\n".join(label.text() for label in labels))
