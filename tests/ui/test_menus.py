"""The menus of a window."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from scrutineer.ui import menus
from scrutineer.ui.menus import Command


def test_each_command_has_its_words_its_key_and_does_what_it_says(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    done: list[str] = []
    commands = [
        Command("First", "Ctrl+1", lambda: done.append("first")), Command("Second", "", lambda: done.append("second")),
    ]  # fmt: skip
    first, second = menus.add(window, "&Do", commands)
    assert [action.text() for action in window.menuBar().actions()] == ["&Do"]
    assert (first.text(), first.shortcut(), second.shortcut().isEmpty()) == ("First", QKeySequence("Ctrl+1"), True)
    for action in (first, second):
        action.trigger()
    assert done == ["first", "second"]


def test_each_room_has_keys_of_its_own():
    keys = [menus.keys_of(number) for number in range(1, 15)]
    assert keys[:2] + keys[8:12] == ["Ctrl+1", "Ctrl+2", "Ctrl+9", "Ctrl+0", "Ctrl+Alt+1", "Ctrl+Alt+2"]
    assert len(set(keys)) == len(keys)


def test_there_is_always_a_key_that_leaves():
    assert not QKeySequence(menus.leave_keys()).isEmpty()
