"""An agreed action is added to others, changed, reported done, or dropped with a reason."""

from __future__ import annotations

from datetime import date

import pytest

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.challenge import Status
from scrutineer.ui.challenges import actions
from tests.factories import TODAY
from tests.ui.challenges.room import Room, fill, on_sheet, read

DUE, LATER = date(2026, 12, 14), date(2027, 1, 8)


@pytest.fixture
def action(room: Room) -> Action:
    _, (part,) = room.put()
    room.answer(part)
    room.register.courses.agree_action(part.id, [Action(text="Audit twenty plans.", due_on=DUE)])
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


def test_one_more_is_agreed_without_another_status(room: Room, action: Action):
    on_sheet(fill(text="Tell the Board.", owner_role="The chair", due_on=LATER))
    assert actions.add(room.tools, room.parent, action.addressee_id) == "One more action is agreed with Police."
    _, more = room.register.challenges.actions(action.addressee_id)
    assert (more.text, more.owner_role, more.due_on, more.first_due_on, more.agency_id) == (
        "Tell the Board.", "The chair", LATER, LATER, room.police.id,
    )  # fmt: skip
    assert room.register.challenges.part(action.addressee_id).status is Status.ACTION_AGREED


def test_one_more_needs_its_words(room: Room, action: Action):
    seen: list[str] = []
    on_sheet(lambda sheet: (sheet.save(), seen.append(read(sheet))))
    assert actions.add(room.tools, room.parent, action.addressee_id) == ""
    assert "What will be done" in seen[0]
    assert len(room.register.challenges.actions(action.addressee_id)) == 1


def test_who_and_how_it_will_be_known_change_without_a_reason(room: Room, action: Action):
    def act(sheet):
        assert not sheet.form.field("why").isVisible()
        fill(owner_role="Head of service", measure="An audit")(sheet)

    on_sheet(act)
    assert actions.change(room.tools, room.parent, action.id) == "The action is changed."
    after = room.register.actions.get(action.id)
    assert (after.owner_role, after.measure, after.due_on) == ("Head of service", "An audit", DUE)


def test_its_date_moves_with_a_reason_and_the_first_stays(room: Room, action: Action):
    seen: list[str] = []

    def act(sheet):
        sheet.form.field("due_on").restore("8 Jan 2027")
        sheet.save()
        seen.append(read(sheet))
        fill(why="The lead: a vacancy", asked_by="The lead", agreed_by="The scrutineer")(sheet)

    on_sheet(act)
    assert actions.change(room.tools, room.parent, action.id)
    assert "It was first due on 14 Dec 2026." in seen[0]
    assert "Say why the date moves." in seen[0]
    after = room.register.actions.get(action.id)
    assert (after.first_due_on, after.due_on) == (DUE, LATER)
    assert room.register.changes_of(after)[0].why == "The lead: a vacancy"
    (move,) = room.register.extensions.of_actions([action.id])[action.id]
    assert (move.asked_by, move.agreed_by) == ("The lead", "The scrutineer")
    on_sheet(lambda sheet: seen.append(read(sheet)))
    actions.change(room.tools, room.parent, action.id)
    assert "second date, 16 working days later than first agreed" in seen[1]


def test_a_date_that_was_typed_and_left_asks_for_its_reason_again(room: Room, action: Action):
    on_sheet(lambda sheet: sheet.form.field("due_on").restore("8 Jan 2027"))
    assert actions.change(room.tools, room.parent, action.id) == ""
    seen: list[bool] = []
    on_sheet(lambda sheet: seen.append(sheet.form.field("why").isVisible()))
    actions.change(room.tools, room.parent, action.id)
    assert seen == [True]
