"""An agreed action is reported done, or dropped with a reason."""

from __future__ import annotations

import pytest

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.ui.challenges import actions
from tests.factories import TODAY
from tests.ui.challenges.room import Room, fill, on_sheet, read


@pytest.fixture
def action(room: Room) -> Action:
    _, (part,) = room.put()
    room.answer(part)
    room.register.challenges.agree_action(part.id, [Action(text="Audit twenty plans.")])
    return room.register.challenges.actions(part.id)[0]


def test_it_is_reported_done_today_unless_typed(room: Room, action: Action):
    on_sheet(fill())
    assert "yet to be seen" in actions.done(room.tools, room.parent, action.id)
    after = room.register.actions.get(action.id)
    assert (after.status, after.done_on) == (ActionStatus.DONE, TODAY)


def test_it_is_dropped_with_a_reason_and_not_without(room: Room, action: Action):
    seen: list[str] = []

    def act(sheet):
        sheet.save()
        seen.append(read(sheet))
        fill(dropped_because="Done by the region.")(sheet)

    on_sheet(act)
    assert actions.drop(room.tools, room.parent, action.id) == "The action is dropped, with its reason."
    assert "Say why it was dropped." in seen[0]
    assert room.register.actions.get(action.id).status is ActionStatus.DROPPED


def test_done_needs_a_day(room: Room, action: Action):
    on_sheet(fill(done_on=None))
    assert actions.done(room.tools, room.parent, action.id) == ""
    assert room.register.actions.get(action.id).status is ActionStatus.OPEN
