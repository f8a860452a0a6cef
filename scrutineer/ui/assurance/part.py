"""What the parts of the Assurance screen do alike: each answers one side of its question, when it is wanted.

A part never calls another, nor the screen. It says which record it wants opened, or which deed is wanted.
"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.ui.theme import MEDIUM
from scrutineer.ui.tools import Tools


class Part(QWidget):
    """A part of the screen. `shows` are the kinds of record whose change concerns it; `body` holds its widgets."""

    shows: ClassVar[frozenset[str]]

    open_requested = Signal(str, str)      # kind, id
    wanted = Signal(str, str)              # the code of a deed, and the id of what it is about or ""
    covered = Signal()                     # `is_covered` may have changed

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.tools = tools
        self.register = tools.register
        self.is_covered = False      # whether a record fills it, and needs all the room there is
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(MEDIUM)

    def refresh(self, ids: frozenset[str]) -> None:
        """Read the record again: all of it when `ids` is empty, otherwise what has these ids."""
        raise NotImplementedError

    def cover(self, is_covered: bool) -> None:
        """A record fills it in a narrow window, or does so no longer."""
        self.is_covered = is_covered
        self.covered.emit()

    def open(self, kind: str, id_: str) -> None:
        """Show one record; parts that have no detail stay as they are."""
