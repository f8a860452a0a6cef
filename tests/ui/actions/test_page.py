"""The Actions screen over a real record."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.update import ProgressUpdate
from scrutineer.ui.actions.page import ActionsScreen
from tests.factories import TODAY, an_undertaking
from tests.ui.challenges.room import Room, fill, on_sheet, press, read

DAY = timedelta(days=1)


@pytest.fixture
def screen(room: Room, qtbot) -> ActionsScreen:
    made = ActionsScreen(room.tools)
    qtbot.addWidget(made)
    room.register.on_change(made.note_change)
    made.resize(1280, 800)
    made.show()
    return made


@pytest.fixture
def agreed(room: Room) -> list[Action]:
    """Two actions of one party, the second awaited since last week."""
    _, (part,) = room.put(raised_on=TODAY - 60 * DAY)
    room.answer(part, received_on=TODAY - 30 * DAY)
    actions = [Action(text="First.", due_on=TODAY + DAY), Action(text="Second.", due_on=TODAY - 7 * DAY)]
    room.register.courses.agree_action(part.id, actions)
    return room.register.challenges.actions(part.id)


def listed(screen: ActionsScreen) -> list[str]:
    return [screen.table.lines.line(row).text for row in range(screen.table.lines.rowCount())]


def test_an_empty_list_says_how_an_action_begins(screen: ActionsScreen, qtbot):
    assert "It begins with an answer" in read(screen.empty)
    with qtbot.waitSignal(screen.wanted) as heard:
        press(screen.empty, "first")
    assert heard.args == ["reply", ""]


def test_what_is_awaited_longest_stands_on_top_and_is_read_at_once(screen: ActionsScreen, agreed: list[Action]):
    assert listed(screen) == ["Second.", "First."]
    assert screen.detail.shown == agreed[1].id
    screen.bar.choose("late")
    assert listed(screen) == ["Second."]


def test_promises_stand_under_their_own_filter_and_are_kept_by_the_window(
    screen: ActionsScreen, room: Room, agreed: list[Action], qtbot
):
    promise = room.register.undertakings.promise(an_undertaking())
    assert len(listed(screen)) == 2
    screen.bar.choose("promises")
    assert listed(screen) == ["Send the audit tool."]
    with qtbot.waitSignal(screen.wanted) as heard:
        press(screen.detail, "step-keep")
    assert heard.args == ["keep", promise.id]
    room.register.undertakings.keep(promise.id, TODAY)
    screen.bar.choose("all")
    assert listed(screen) == ["Second.", "First.", "Send the audit tool."]


def test_moving_a_date_is_done_here_and_the_list_follows(screen: ActionsScreen, room: Room, agreed: list[Action]):
    on_sheet(fill(due_on=TODAY + 2 * DAY, why="A vacancy"))
    press(screen.detail, "step-move_action")
    assert room.said == ["The action is now due on 25 Nov 2026."]
    assert listed(screen) == ["First.", "Second."]


def test_what_is_reported_done_leaves_the_open_ones_and_waits_for_a_look(
    screen: ActionsScreen, room: Room, agreed: list[Action], qtbot
):
    with qtbot.waitSignal(screen.wanted) as heard:
        press(screen.detail, "step-reported")
    assert heard.args == ["reported", agreed[1].id]
    room.register.updates.note(ProgressUpdate(action_id=agreed[1].id, noted_on=TODAY, status=ActionStatus.DONE))
    assert listed(screen) == ["First."]
    screen.bar.choose("unseen")
    assert listed(screen) == ["Second."]


def test_a_line_of_progress_is_shown_with_what_it_is_about(
    screen: ActionsScreen, room: Room, agreed: list[Action], qtbot
):
    about_action = room.register.updates.note(ProgressUpdate(action_id=agreed[0].id, noted_on=TODAY, text="Half."))
    screen.open("progress_update", about_action.id)
    assert screen.detail.shown == agreed[0].id
    (response,) = room.register.challenges.responses(agreed[0].addressee_id)
    about_answer = room.register.updates.note(ProgressUpdate(response_id=response.id, noted_on=TODAY, text="Half."))
    with qtbot.waitSignal(screen.open_requested) as heard:
        screen.open("progress_update", about_answer.id)
    assert heard.args == ["response", response.id]


def test_an_empty_list_of_promises_says_how_a_promise_begins(screen: ActionsScreen, qtbot):
    screen.bar.choose("promises")
    assert "What you promise to others belongs here" in read(screen.empty)
    with qtbot.waitSignal(screen.wanted) as heard:
        press(screen.empty, "first")
    assert heard.args == ["promise", ""]
