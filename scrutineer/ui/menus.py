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
