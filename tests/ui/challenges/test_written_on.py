"""Steps as buttons on the sheet: those that lead on, and the quiet ones close together beneath."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from scrutineer.domain.challenge import Stage
from scrutineer.domain.escalation import Rung
from scrutineer.ui.challenges.detail import ChallengeDetail
from scrutineer.ui.challenges.written_on import offer, quiet_row
from scrutineer.ui.widgets.steps import Step
from tests.ui.challenges.room import Room, press, show, steps


def test_quiet_steps_stand_beneath_the_others_and_each_asks_with_its_id(detail: ChallengeDetail):
    asked: list[tuple[str, str]] = []
    detail.asked.connect(lambda code, id_: asked.append((code, id_)))
    offer(detail, "an-id", [Step("note", "Add a note", quiet=True), Step("chase", "Note a chase")])
    assert steps(detail) == ["Note a chase", "–Add a note"]
    press(detail, "step-note")
    press(detail, "step-chase")
    assert asked == [("note", "an-id"), ("chase", "an-id")]


def test_nothing_offered_takes_no_room(detail: ChallengeDetail):
    before = len(detail.findChildren(object))
    offer(detail, "an-id", [])
    assert len(detail.findChildren(object)) == before


def test_the_buttons_of_a_row_are_named_for_the_keyboard_and_for_screen_readers(qtbot: QtBot):
    row = quiet_row([Step("edit", "Edit the words", quiet=True)], lambda _code: None, "challenge")
    qtbot.addWidget(row)
    (made,) = row.findChildren(QAbstractButton)
    assert (made.objectName(), made.accessibleName()) == ("challenge-edit", "Edit the words")


def test_rungs_and_other_challenges_are_called_as_they_are_here(room: Room, detail: ChallengeDetail):
    room.register.escalations.save_rung(Rung(stage=Stage.EXECUTIVE, title="Chief officers"))
    made, (part,) = room.put()
    show(room, detail, part)
    around = detail._around()
    assert around.rung(Stage.EXECUTIVE) == "Stage 2 · Chief officers"
    assert around.reference(made.id) == f"{made.reference.partition('-')[2]} {made.title}"
    assert around.reference(None) == "a challenge that is gone"
