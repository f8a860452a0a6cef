from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from scrutineer.ui.widgets.steps import NextSteps, Step
from scrutineer.ui.widgets.words import Words


def test_a_step_is_taken_by_its_button(qtbot: QtBot) -> None:
    steps = NextSteps([Step("judge", "Give my view", primary=True), Step("chase", "Note a chase")])
    qtbot.addWidget(steps)
    with qtbot.waitSignal(steps.taken) as taken:
        steps.findChild(QPushButton, "step-chase").click()
    assert taken.args == ["chase"]


def test_a_step_that_cannot_be_taken_says_what_is_missing(qtbot: QtBot) -> None:
    steps = NextSteps([Step("close", "Close", "an outcome is missing.")])
    qtbot.addWidget(steps)
    button = steps.findChild(QPushButton, "step-close")
    assert not button.isEnabled()
    assert button.accessibleDescription() == "an outcome is missing."
    assert steps.findChild(Words).said() == "Close: an outcome is missing."


def test_other_steps_take_the_place_of_the_old_even_while_one_is_taken(qtbot: QtBot) -> None:
    steps = NextSteps([Step("close", "Close", "an outcome is missing."), Step("judge", "Give my view")])
    qtbot.addWidget(steps)
    steps.taken.connect(lambda _: steps.offer([Step("agree", "Agree the action")]))
    steps.findChild(QPushButton, "step-judge").click()
    qtbot.waitUntil(lambda: len(steps.findChildren(QPushButton)) == 1)
    assert steps.findChildren(Words) == []
