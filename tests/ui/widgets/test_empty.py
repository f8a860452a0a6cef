from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from scrutineer.ui.widgets.empty import Empty
from scrutineer.ui.widgets.words import Words


def test_it_says_what_belongs_here_and_makes_the_first(qtbot: QtBot) -> None:
    empty = Empty("Strengths that you have seen belong here.", "Note a strength")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.wanted):
        empty.findChild(QPushButton, "first").click()
    empty.say("No strength matches this filter.")
    assert empty.findChild(Words).said() == "No strength matches this filter."
    assert empty.findChild(QPushButton, "first").text() == "Note a strength"
    empty.say("Principles belong here.", "Write the principles")
    assert empty.findChild(QPushButton, "first").accessibleName() == "Write the principles"


def test_without_an_act_there_is_no_button(qtbot: QtBot) -> None:
    empty = Empty("Nothing here.")
    qtbot.addWidget(empty)
    assert empty.findChild(QPushButton) is None
