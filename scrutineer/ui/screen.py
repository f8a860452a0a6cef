"""What every screen does alike: it reads itself when it is seen, and again when what it shows has changed.

A screen never calls another. It says which record it wants opened, or which deed is wanted; the window
knows the rest.
"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from scrutineer.register.desk import Changed
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.empty import Empty
from scrutineer.ui.widgets.filter_bar import FilterBar
from scrutineer.ui.widgets.page import Page
from scrutineer.ui.widgets.table import RecordTable

_BY_TAB = Qt.FocusPolicy.TabFocus


class Screen(Page):
    """A page of the main window. `shows` are the kinds of record whose change concerns it.

    `takes_files` names the function that asks about files dropped on it, as `late` finds it.
    """

    title: ClassVar[str]
    question: ClassVar[str] = ""
    shows: ClassVar[frozenset[str]] = frozenset()
    takes_files: ClassVar[str] = "challenges.reply:of_files"

    wanted = Signal(str, str)      # the code of a deed, and the id of what it is about or ""

    def __init__(self, tools: Tools) -> None:
        super().__init__(self.title, self.question)
        self.tools = tools
        self.register = tools.register
        self._is_stale = True
        self.build()

    def build(self) -> None:
        """Put the screen together, once, without reading the record."""
        raise NotImplementedError

    def refresh(self, ids: frozenset[str]) -> None:
        """Read the record again: all of it when `ids` is empty, otherwise what has these ids."""
        raise NotImplementedError

    def open(self, kind: str, id_: str) -> None:
        """Show one record; screens that have no detail stay as they are."""

    def finish(self) -> None:
        """Save what is still being typed: the screen is left, or the record is about to be closed."""

    def turn(self, step: int) -> None:
        """What stands behind the next chip (+1) or the one before (-1), where the screen has any; and into it."""
        bar = self.findChild(FilterBar)
        if bar and bar.isVisibleTo(self):
            bar.turn(step)
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Typing begins in the list, with the first of what is not there yet, or in the first thing that takes it."""
        found = [*self.findChildren(RecordTable), *(one for one in self.findChildren(Empty) if one.focusProxy())]
        lists = [one for one in found if one.isVisibleTo(self)]
        place: QWidget | None = lists[0] if lists else self.nextInFocusChain()
        while place and place is not self and not (place.isVisibleTo(self) and place.focusPolicy() & _BY_TAB):
            place = place.nextInFocusChain()
        if place:
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def note_change(self, changed: Changed) -> None:
        """Something was written: read it again if it is shown now, or when it is next seen."""
        if self.shows & changed.kinds:
            if self.isVisible() and not self._is_stale:
                self.refresh(changed.ids)
            else:
                self._is_stale = True

    def read_now(self) -> None:
        """Read everything, if anything has changed since it was last read."""
        if self._is_stale:
            self._is_stale = False
            self.refresh(frozenset())

    def may_read(self) -> bool:
        """Whether anything may be read for it beside what somebody does: it is seen, and no job has the record."""
        return self.isVisible() and not self.register.is_lent

    def showEvent(self, event: QShowEvent) -> None:
        """It is seen: what is stale is read first."""
        self.read_now()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """It is left."""
        super().hideEvent(event)
        self.finish()
