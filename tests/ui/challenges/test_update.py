"""What is reported and what I saw of an action or an answer: dated lines, each with whose word it is."""

from __future__ import annotations

import pytest

from scrutineer.domain.action import Action, ActionStatus, Seen
from scrutineer.domain.errors import NotFound
from scrutineer.domain.reply import Response
from scrutineer.domain.update import Side
from scrutineer.ui.challenges import update
from tests.factories import TODAY, an_activity
from tests.ui.challenges.room import Room, fill, on_sheet, read


@pytest.fixture
def action(room: Room) -> Action:
    _, (part,) = room.put()
    room.answer(part)
    room.register.courses.agree_action(part.id, [Action(text="Audit twenty plans.")])
    return room.register.challenges.actions(part.id)[0]


@pytest.fixture
def answer(room: Room, action: Action) -> Response:
    return room.register.challenges.responses(action.addressee_id)[0]


def test_what_they_report_of_an_action_is_a_line_and_its_latest_word(room: Room, action: Action):
    seen: list[str] = []
    on_sheet(lambda sheet: (
        seen.append(read(sheet)), fill(status=ActionStatus.IN_PROGRESS, text="Half.", source="the lead")(sheet)
    ))  # fmt: skip
    said = update.reported(room.tools, room.parent, action.id)
    assert said == "Noted as reported: in progress. What you see of it stays apart."
    assert "The action “Audit twenty plans” · C-2026-001. Reported by the agency: open." in seen[0]
    (line,) = room.register.updates.of_actions([action.id])
    assert (line.side, line.noted_on, line.status, line.text, line.source) == (
        Side.REPORTED, TODAY, ActionStatus.IN_PROGRESS, "Half.", "the lead",
    )  # fmt: skip
    assert room.register.actions.get(action.id).status is ActionStatus.IN_PROGRESS


def test_dropped_needs_a_reason_beside_its_words(room: Room, action: Action):
    seen: list[str] = []

    def act(sheet) -> None:
        fill(status=ActionStatus.DROPPED)(sheet)
        seen.append(read(sheet))
        fill(text="Done by the region.")(sheet)

    on_sheet(act)
    assert update.reported(room.tools, room.parent, action.id)
    assert "Say why it was dropped." in seen[0]
    assert room.register.actions.get(action.id).dropped_because == "Done by the region."


def test_what_i_saw_is_kept_with_what_settled_it(room: Room, action: Action):
    visit = room.register.activities.save(an_activity())

    def act(sheet) -> None:
        fill(seen=Seen.IN_PART, text="In two teams.", source="Front door", shown_by={visit.id: ""})(sheet)

    on_sheet(act)
    assert update.seen(room.tools, room.parent, action.id) == "Noted: seen in part."
    (line,) = room.register.updates.of_actions([action.id])
    assert (line.side, line.seen, line.source) == (Side.SEEN, Seen.IN_PART, "Front door")
    assert [one.source.id for one in room.register.evidence.shown(line.id)] == [visit.id]
    after = room.register.actions.get(action.id)
    assert (after.seen, after.seen_on, after.status) == (Seen.IN_PART, TODAY, ActionStatus.OPEN)


def test_what_i_saw_must_be_said_and_its_sheet_says_how_it_stands(room: Room, action: Action):
    on_sheet(fill(seen=Seen.NOT_YET))
    update.seen(room.tools, room.parent, action.id)
    seen: list[str] = []
    on_sheet(lambda sheet: (sheet.save(), seen.append(read(sheet))))
    assert update.seen(room.tools, room.parent, action.id) == ""
    assert "Say what you saw" in seen[0]
    assert "Seen by me: not seen yet, 23 Nov 2026." in seen[0]


def test_of_an_answer_the_words_are_asked_and_no_status(room: Room, answer: Response):
    seen: list[str] = []

    def act(sheet) -> None:
        seen.append(read(sheet))
        sheet.save()
        seen.append(read(sheet))
        fill(text="They say it is done.")(sheet)

    on_sheet(act)
    said = update.ask_reported(room.tools, room.parent, "response", answer.id)
    assert said == "Noted as reported. What you see of it stays apart."
    assert "They report it as" not in seen[0]
    assert "The answer of Police · C-2026-001." in seen[0]
    assert "Say what the agency reports." in seen[1]
    on_sheet(fill(seen=Seen.AS_REPORTED))
    assert update.ask_seen(room.tools, room.parent, "response", answer.id) == "Noted: seen, as reported."
    assert [line.side for line in room.register.updates.of_answers([answer.id])] == [Side.REPORTED, Side.SEEN]
    assert room.register.replies.response(answer.id).seen is Seen.AS_REPORTED


def test_only_of_an_action_or_an_answer_it_is_noted(room: Room, action: Action):
    for ask in (update.reported, update.seen):
        with pytest.raises(NotFound):
            ask(room.tools, room.parent, action.addressee_id)
