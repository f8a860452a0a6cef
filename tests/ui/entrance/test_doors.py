from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QBoxLayout
from pytestqt.qtbot import QtBot

from scrutineer.ui.entrance.doors import Doors
from tests.ui import window


def test_each_door_says_that_it_was_taken(qtbot: QtBot) -> None:
    doors = Doors()
    qtbot.addWidget(doors)
    taken: list[str] = []
    doors.taken.connect(taken.append)
    for code in ("demonstration", "begin", "open"):
        window.press(doors, f"door-{code}")
    assert taken == ["demonstration", "begin", "open"]


def test_without_earlier_records_nothing_is_listed(qtbot: QtBot) -> None:
    doors = Doors()
    qtbot.addWidget(doors)
    doors.show_last([])
    assert doors._last.isHidden()
    doors.show_last([Path("/records/Exampleshire.scrutiny")])
    assert not doors._last.isHidden()


def test_in_a_narrow_window_the_doors_stand_one_below_the_other(qtbot: QtBot) -> None:
    doors = Doors()
    qtbot.addWidget(doors)
    doors.show()
    doors.resize(1200, 700)
    assert doors._row.direction() == QBoxLayout.Direction.LeftToRight
    doors.resize(400, 700)
    assert doors._row.direction() == QBoxLayout.Direction.TopToBottom
