"""The sheets of the state table's steps: what they begin with, offer and write."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.challenge import Addressee, Status
from scrutineer.domain.step import Step
from scrutineer.ui.challenges import course
from scrutineer.ui.widgets.form_sheet import FormSheet
from tests.factories import TODAY
from tests.ui.challenges.room import Room, fill, on_sheet, read


def take(room: Room, step: Step, part: Addressee, **values: object) -> str:
    on_sheet(fill(**values))
    return course.ask(room.tools, room.parent, step, part.id)


def test_an_acknowledgement_is_of_today_unless_typed(room: Room):
    _, (part,) = room.put()
    assert take(room, Step.ACKNOWLEDGE, part) == "Police acknowledged it."
    assert room.part(part).acknowledged_on == TODAY


def test_asking_for_more_begins_with_an_empty_question_and_a_date_by_priority(room: Room):
    _, (part,) = room.put()
    room.answer(part)
    assert take(room, Step.ASK_MORE, part, question="Who reads them?") == "More was asked of Police."
    assert room.part(part).due_on == date(2026, 12, 21)
    room.answer(part)
    assert take(room, Step.ASK_MORE, part) == ""
    assert room.part(part).question == "Who reads them?", "nothing was typed, so nothing was asked again"


def test_what_is_missing_stands_beside_its_field_and_the_sheet_stays(room: Room):
    _, (part,) = room.put()
    room.answer(part)
    seen: list[str] = []

    def act(sheet: FormSheet) -> None:
        sheet.save()
        assert sheet.isVisible()
        seen.append(read(sheet))

    on_sheet(act)
    assert course.ask(room.tools, room.parent, Step.TEST, part.id) == ""
    assert "Say how you will test what changed." in seen[0]
    assert room.part(part).status is Status.RESPONDED


def test_a_step_may_be_noted_on_the_day_on_which_it_was_taken_but_not_before_it_is(room: Room):
    _, (part,) = room.put(raised_on=date(2026, 9, 1))
    room.answer(part, received_on=date(2026, 9, 10))
    seen: list[str] = []

    def act(sheet: FormSheet) -> None:
        fill(test_plan="Read ten plans.", test_on=date(2026, 12, 1), on=date(2026, 12, 1))(sheet)
        seen.append(sheet.form._blocks["on"]._problem.text())
        fill(on=date(2026, 9, 12))(sheet)

    on_sheet(act)
    assert course.ask(room.tools, room.parent, Step.TEST, part.id)
    assert "That day has not come yet" in seen[0]
    event = room.register.courses.events(part.challenge_id or "")[-1]
    assert (event.step, event.taken_on, event.words) == (Step.TEST, date(2026, 9, 12), "Read ten plans.")


def test_what_was_taken_up_is_put_again_with_a_new_clock_and_its_first_date(room: Room):
    made, (part,) = room.put(raised_on=date(2026, 9, 1))
    room.register.courses.withdraw(made.id, "Asked elsewhere.", "Police", TODAY)
    room.register.courses.take_up(part.id, "Nobody answered.", TODAY)
    assert take(room, Step.PUT, part) == "It was put to Police."
    again = room.part(part)
    assert (again.status, again.due_on, again.first_due_on) == (
        Status.RAISED, date(2026, 12, 21), date(2026, 9, 29),
    )  # fmt: skip


def test_a_question_may_be_private(room: Room):
    _, (part,) = room.put()
    room.answer(part)

    def act(sheet: FormSheet) -> None:
        sheet.form._blocks["question"].set_private(True)
        fill(question="Who reads them?")(sheet)

    on_sheet(act)
    assert course.ask(room.tools, room.parent, Step.ASK_MORE, part.id)
    assert room.part(part).private == ("question",)


def test_what_was_typed_and_left_is_there_again(room: Room):
    _, (part,) = room.put()
    room.answer(part)
    on_sheet(lambda sheet: sheet.form.restore_draft({"test_plan": "Read ten plans.", "test_on": "+10"}))
    course.ask(room.tools, room.parent, Step.TEST, part.id)
    assert take(room, Step.TEST, part) == "What changed at Police is now being tested."
    assert room.part(part).test_plan == "Read ten plans."
