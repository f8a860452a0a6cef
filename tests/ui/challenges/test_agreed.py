"""An agreed action: what is reported and what I have seen stand side by side, and nothing is overwritten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from scrutineer.domain.action import Action, ActionStatus, Seen
from scrutineer.domain.challenge import Addressee
from scrutineer.domain.update import ProgressUpdate, Side
from scrutineer.ui.challenges.detail import ChallengeDetail
from scrutineer.ui.challenges.sides import Sides
from tests.factories import TODAY
from tests.ui.challenges.room import Room, press, read, show, steps

DONE_ON = date(2026, 10, 3)


@pytest.fixture
def action(room: Room) -> Action:
    _, (part,) = room.put(raised_on=date(2026, 9, 1))
    room.answer(part, received_on=date(2026, 9, 10))
    room.register.courses.agree_action(part.id, [Action(
        text="Audit twenty plans.", owner_role="Head of service", due_on=date(2026, 11, 2), measure="A note",
    )], date(2026, 9, 11))  # fmt: skip
    return room.register.challenges.actions(part.id)[0]


def part_of(room: Room, action: Action) -> Addressee:
    return room.register.challenges.part(action.addressee_id)


def columns(detail: ChallengeDetail) -> list[str]:
    """What stands in the two columns."""
    sides = detail.findChild(Sides)
    assert sides is not None
    return [read(one) for one in sides.findChildren(QWidget) if type(one).__name__ == "_Column"]


def test_at_first_nothing_is_reported_and_nothing_seen(room: Room, detail: ChallengeDetail, action: Action):
    words = show(room, detail, part_of(room, action))
    assert "Head of service · awaited since 2 Nov · known by: A note" in words
    assert columns(detail) == ["Reported by the agency\nnothing yet", "Seen by me\nnot seen yet"]


def test_both_sides_keep_every_line_the_newest_first(room: Room, detail: ChallengeDetail, action: Action):
    note, seen = room.register.updates.note, room.seen()
    note(ProgressUpdate(action_id=action.id, noted_on=date(2026, 9, 20), status=ActionStatus.IN_PROGRESS,
                        source="the sergeant"))  # fmt: skip
    note(ProgressUpdate(action_id=action.id, noted_on=DONE_ON, status=ActionStatus.DONE, text="All **twenty**."))
    note(ProgressUpdate(action_id=action.id, side=Side.SEEN, noted_on=TODAY, seen=Seen.IN_PART, text="Six.",
                        private=("text",)), shown_by=[seen])  # fmt: skip
    show(room, detail, part_of(room, action))
    reported, mine = columns(detail)
    assert reported.index("done, 3 Oct 2026") < reported.index("in progress, 20 Sep 2026 · the sergeant")
    assert "All twenty." in reported
    assert "seen in part, 23 Nov 2026 · private to me" in mine
    assert "shown by: direct observation" in mine
    assert "Six." in mine


def test_a_line_without_a_status_is_noted_and_the_action_still_says_where_it_stands(
    room: Room, detail: ChallengeDetail, action: Action
):
    room.register.updates.note(ProgressUpdate(action_id=action.id, noted_on=TODAY, text="They have begun to ask."))
    show(room, detail, part_of(room, action))
    assert columns(detail)[0].split("\n")[1:3] == ["noted, 23 Nov 2026", "nothing yet"]


def test_an_older_record_without_lines_says_what_the_action_itself_says(
    room: Room, detail: ChallengeDetail, action: Action
):
    room.register.actions.save(replace(
        action, status=ActionStatus.DROPPED, dropped_because="Too dear.", dropped_on=DONE_ON, seen=Seen.CANNOT_TELL,
        seen_on=TODAY,
    ))
    show(room, detail, part_of(room, action))
    assert columns(detail) == [
        "Reported by the agency\ndropped, 3 Oct 2026\nToo dear.", "Seen by me\ncannot be told, 23 Nov 2026",
    ]  # fmt: skip


def test_what_may_be_done_with_it_depends_on_whether_it_is_settled(room: Room, detail: ChallengeDetail, action: Action):
    show(room, detail, part_of(room, action))
    assert steps(detail)[:5] == [
        "Reported done", "Note what I saw", "–Note what they report", "–Edit", "–Drop with a reason",
    ]  # fmt: skip
    asked: list[tuple[str, str]] = []
    detail.asked.connect(lambda code, id_: asked.append((code, id_)))
    press(detail, "step-done")
    assert asked == [("done", action.id)]
    room.register.actions.report_done(action.id, DONE_ON)
    show(room, detail, part_of(room, action))
    assert steps(detail)[:2] == ["–Note what I saw", "–Note what they report"]


def test_a_date_that_moved_is_told_in_words(room: Room, detail: ChallengeDetail, action: Action):
    room.register.actions.change(replace(action, due_on=date(2027, 1, 8)), "The lead: a vacancy")
    words = show(room, detail, part_of(room, action))
    assert "due 8 Jan · second date, 46 working days later than first agreed" in words
    assert "An action’s date moved to 8 Jan 2027" in words
