"""Hands at the keyboard: they press keys and count them; what somebody must write in any case is counted apart."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.person import Person

_FAR = 60      # more Tabs than anybody presses


class Hands:
    """`keys` are those pressed, each of Ctrl, Shift and Alt as one more; `words` are the characters written."""

    def __init__(self, me: Person) -> None:
        self.me = me
        self.keys = self.words = 0

    def press(self, key: Qt.Key, *held: Qt.KeyboardModifier, times: int = 1) -> None:
        """One key, with those that are held."""
        for _ in range(times):
            self.keys += 1 + len(held)
            self.me.key(key, *held)
            if QApplication.activeModalWidget() is None:
                self.me.look()

    def control(self, key: Qt.Key) -> None:
        """Ctrl and a key."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def save(self) -> None:
        """Ctrl+Enter, and the sheet has gone."""
        sheet = self.me.front
        self.control(Qt.Key.Key_Return)
        assert not sheet.isVisible(), f"not saved: {self.me.reads(sheet)}"

    def write(self, words: str) -> None:
        """What must be written, whatever the program asks of the hands."""
        self.words += len(words)
        self.me.type(words)

    def choose(self, letters: str) -> None:
        """Letters that choose something: keys like others."""
        self.keys += len(letters)
        self.me.type(letters)

    def to_room(self, code: str) -> None:
        """The keys of a room."""
        self.keys += self.me.to_room(code)
        self.me.look()

    def tab_to(self, name: str) -> None:
        """Tab until the keyboard is at the widget of this name."""
        passed = []
        for _ in range(_FAR):
            if self.at == name:
                return
            passed.append(self.at)
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {name}, but to {passed}")

    def take(self, step: str) -> None:
        """Go by Tab to a step of the record that is read, and take it."""
        self.tab_to(f"step-{step}")
        self.press(Qt.Key.Key_Return)

    def on_sheet(self, opens: Callable[[], object], does: Callable[[], object]) -> str:
        """Open a sheet, do something on it by keys, and save it; gives what the quiet line says afterwards."""

        def fill_in() -> None:
            does()
            self.save()

        return self.me.on_sheet(opens, fill_in)

    @property
    def at(self) -> str:
        """The name of the widget that has the keyboard."""
        place: QWidget | None = self.me.front.focusWidget()
        return place.objectName() if place else ""
