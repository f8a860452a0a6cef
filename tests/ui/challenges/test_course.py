"""The sheets of the state table's steps: what they begin with, offer and write."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.challenge import Addressee, ImpactLevel, Outcome, Status
from scrutineer.domain.lifecycle import Step
from scrutineer.ui.challenges import course
from scrutineer.ui.widgets.fields import ChoiceField
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


def test_straight_after_an_answer_it_closes_as_assured_and_levels_go_as_far_as_evidence_does(room: Room):
    _, (part,) = room.put()
    room.answer(part)
    offered: dict[str, list[str]] = {}

    def act(sheet: FormSheet) -> None:
        for name in ("outcome", "impact_level"):
            choice = sheet.form.field(name)
            assert isinstance(choice, ChoiceField)
            offered[name] = [choice.itemText(n) for n in range(1, choice.count())]
        fill(impact_level=ImpactLevel.REPLY_ONLY, what_changed="Nothing needed to.")(sheet)

    on_sheet(act)
    assert course.ask(room.tools, room.parent, Step.CLOSE, part.id) == "The part of Police is closed."
    assert offered["outcome"] == ["Assured, no change needed"]
    assert offered["impact_level"] == ["0 None seen yet", "1 Reply only", "2 Process changed"]
    ended = room.part(part)
    assert (ended.status, ended.outcome, ended.closed_on) == (Status.CLOSED, Outcome.ASSURED_NO_CHANGE_NEEDED, TODAY)


def test_after_a_test_it_closes_with_any_outcome_that_needs_no_evidence(room: Room):
    _, (part,) = room.put()
    room.answer(part)
    take(room, Step.TEST, part, test_plan="Read ten plans.", test_on=TODAY)
    offered: list[str] = []

    def act(sheet: FormSheet) -> None:
        choice = sheet.form.field("outcome")
        assert isinstance(choice, ChoiceField)
        offered.extend(choice.itemData(n) for n in range(1, choice.count()))
        fill(outcome=Outcome.PROCESS_CHANGED_ONLY, impact_level=ImpactLevel.PROCESS_CHANGED,
             what_changed="A form.")(sheet)  # fmt: skip

    on_sheet(act)
    course.ask(room.tools, room.parent, Step.CLOSE, part.id)
    assert Outcome.PROCESS_CHANGED_ONLY in offered
    assert not {Outcome.PRACTICE_CHANGE_EVIDENCED, Outcome.IMPACT_EVIDENCED} & set(offered)
    assert room.part(part).status is Status.CLOSED


def test_what_was_typed_and_left_is_there_again(room: Room):
    _, (part,) = room.put()
    room.answer(part)
    on_sheet(lambda sheet: sheet.form.restore_draft({"test_plan": "Read ten plans.", "test_on": "+10"}))
    course.ask(room.tools, room.parent, Step.TEST, part.id)
    assert take(room, Step.TEST, part) == "What changed at Police is now being tested."
    assert room.part(part).test_plan == "Read ten plans."
