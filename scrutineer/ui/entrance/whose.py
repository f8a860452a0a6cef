"""Whose record is it today? Asked when several people scrutinise for one partnership."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scrutineer.register.register import Register
from scrutineer.ui.entrance.frame import Frame
from scrutineer.ui.widgets.card import Card
from scrutineer.ui.widgets.card_row import CardRow
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.scrolling import scrolling


class Whose(Frame):
    """`opened(register)` once somebody sits at it; `left()` when nobody does, and the record is closed again."""

    opened = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("Whose record is it today?", "What is written today stands under this name.", widest=64)
        self._register: Register | None = None
        self._people = Card("Who scrutinises", "")
        self._people.opened.connect(lambda _kind, id_: self._sit(id_))
        back = button("Another record", "back", quiet=True, icon="back")
        back.clicked.connect(lambda _checked=False: self._leave())
        self.add(scrolling(self._people), 1)
        self.foot.add(back)

    def ask_for(self, register: Register) -> None:
        """Ask who sits at this open record."""
        self._register = register
        self._people.show_rows(
            CardRow("scrutineer", one.id, one.name, one.title) for one in register.scrutineers.serving()
        )

    def focus_first(self) -> QWidget:
        """The first name."""
        return self._people.first() or self._people

    def let_go(self) -> None:
        """Close the record, if nobody sat at it."""
        register, self._register = self._register, None
        if register:
            register.close()

    def _sit(self, scrutineer_id: str) -> None:
        register, self._register = self._register, None
        if register:
            register.sit(scrutineer_id)
            self.opened.emit(register)

    def _leave(self) -> None:
        self.let_go()
        self.left.emit()
