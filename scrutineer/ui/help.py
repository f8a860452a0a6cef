"""F1: what this screen is for, and its keys, from the guide that comes with the program."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer import resources
from scrutineer.ui import theme
from scrutineer.ui.theme import MEDIUM
from scrutineer.ui.tools import Tools, look_of
from scrutineer.ui.widgets.prose import Prose
from scrutineer.ui.widgets.sheet import Sheet


class Help(Sheet):
    """One page of the guide."""

    def __init__(self, code: str, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About this screen")
        text = resources.path("help", f"{code}.md").read_text(encoding="utf-8")
        page = Prose(tools.ask_to_open)
        page.setObjectName("help-text")
        page.setAccessibleName("About this screen")
        page.say(look_of(text).html)
        body = QVBoxLayout(self)
        body.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        body.addWidget(page)

    def sizeHint(self) -> QSize:
        """A page to read."""
        return QSize(theme.characters(self, 72), theme.characters(self, 60))
