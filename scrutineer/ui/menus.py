"""The menus of a window: each command with its words, its key and what it does. What that is, the window knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow


class Command(NamedTuple):
    """One line of a menu."""

    words: str
    shortcut: str
    act: Callable[[], object]


def leave_keys() -> str:
    """The keys with which this system leaves a program."""
    return QKeySequence(QKeySequence.StandardKey.Quit).toString() or "Ctrl+Q"


def keys_of(number: int) -> str:
    """The keys of the room with this number, from 1: Ctrl and a digit, from the eleventh with Alt as well."""
    return f"Ctrl+{number % 10}" if number <= 10 else f"Ctrl+Alt+{number % 10}"


def add(window: QMainWindow, title: str, commands: Iterable[Command]) -> list[QAction]:
    """Give a window one more menu; returns its actions, in their order."""
    menu = window.menuBar().addMenu(title)
    made = []
    for command in commands:
        action = QAction(command.words, window)
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
        action.triggered.connect(lambda _checked=False, act=command.act: act())
        menu.addAction(action)
        made.append(action)
    return made
