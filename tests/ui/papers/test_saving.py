from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from scrutineer.domain.errors import DiskFull, ScrutineerError
from scrutineer.ui.papers.saving import SavesItself


class Typed:
    def __init__(self) -> None:
        self.saved = 0
        self.is_full = False
        self.shown: list[ScrutineerError] = []

    def save(self) -> None:
        if self.is_full:
            raise DiskFull("The disk is full.")
        self.saved += 1


def test_what_was_not_touched_is_not_saved(qtbot: QtBot) -> None:
    typed, parent = Typed(), QObject()
    SavesItself(typed.save, typed.shown.append, parent).finish()
    assert typed.saved == 0


def test_many_keys_are_one_save_after_a_pause(qtbot: QtBot) -> None:
    typed, parent = Typed(), QObject()
    saves = SavesItself(typed.save, typed.shown.append, parent)
    for _ in range(5):
        saves.touch()
    qtbot.waitUntil(lambda: typed.saved == 1, timeout=3000)
    saves.finish()
    assert typed.saved == 1


def test_a_save_that_failed_is_said_and_tried_again(qtbot: QtBot) -> None:
    typed, parent = Typed(), QObject()
    saves = SavesItself(typed.save, typed.shown.append, parent)
    saves.touch()
    typed.is_full = True
    saves.finish()
    assert [error.sentence for error in typed.shown] == ["The disk is full."]
    typed.is_full = False
    saves.finish()
    assert typed.saved == 1
