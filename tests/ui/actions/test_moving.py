"""The date of an agreed action moves with who asked and why; the first one stays."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scrutineer.domain.action import Action
from scrutineer.ui.actions import moving
from tests.factories import TODAY
from tests.ui.challenges.room import Room, fill, on_sheet, read

DUE = TODAY + timedelta(days=7)
LATER = TODAY + timedelta(days=21)


@pytest.fixture
def action(room: Room) -> Action:
    _, (part,) = room.put()
    room.answer(part)
    room.register.courses.agree_action(part.id, [Action(text="Audit twenty plans.", due_on=DUE)])
    return room.register.challenges.actions(part.id)[0]


def test_it_moves_with_a_reason_and_who_agreed(room: Room, action: Action):
    on_sheet(fill(due_on=LATER, asked_by="Head of service", why="A vacancy", agreed_by="The Executive"))
    assert moving.ask(room.tools, room.parent, action.id) == "The action is now due on 14 Dec 2026."
    after = room.register.actions.get(action.id)
    assert (after.first_due_on, after.due_on) == (DUE, LATER)
    (line,) = room.register.extensions.of_actions([action.id])[action.id]
    assert (line.old_due_on, line.asked_by, line.why, line.agreed_by) == (
        DUE, "Head of service", "A vacancy", "The Executive",
    )  # fmt: skip


def test_without_another_day_and_a_reason_it_stays(room: Room, action: Action):
    seen: list[str] = []
    on_sheet(lambda sheet: (fill(due_on=DUE)(sheet), seen.append(read(sheet))))
    assert moving.ask(room.tools, room.parent, action.id) == ""
    assert "It is due on 30 Nov 2026. “Audit twenty plans”" in seen[0]
    assert "It is due on 30 Nov 2026." in seen[0]
    assert "Give the new date." in seen[0]
    assert "Say why it moves." in seen[0]
