from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from scrutineer.ui.widgets import notice
from scrutineer.ui.widgets.notice import Notice


@pytest.fixture
def bar(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Notice:
    monkeypatch.setattr(notice, "_SECONDS", 0.05)
    made = Notice()
    qtbot.addWidget(made)
    made.move(400, 400)  # away from the mouse, under which a notice stays
    return made


def test_a_notice_comes_and_goes(bar: Notice, qtbot: QtBot) -> None:
    assert bar.said() == ""
    bar.say("The challenge was put to three agencies.")
    assert bar.said() == "The challenge was put to three agencies."
    qtbot.waitUntil(lambda: bar.said() == "")


def test_what_was_done_can_be_undone_once(bar: Notice) -> None:
    undone: list[bool] = []
    bar.say("Deleted.", "Undo", lambda: undone.append(True))
    button = bar.findChild(QPushButton, "notice-action")
    assert button.text() == "Undo"
    button.click()
    button.click()
    assert undone == [True]
    assert bar.said() == ""


def test_a_later_notice_takes_the_place_of_the_earlier_and_its_button(bar: Notice) -> None:
    bar.say("Deleted.", "Undo", lambda: None)
    bar.say("Saved.")
    assert bar.said() == "Saved."
    assert bar.findChild(QPushButton, "notice-action").isHidden()


def test_a_notice_can_be_put_away(bar: Notice) -> None:
    bar.say("Saved.")
    bar.findChild(QToolButton, "notice-close").click()
    assert bar.said() == ""
