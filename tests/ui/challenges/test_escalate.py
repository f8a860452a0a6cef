"""“Escalate”: the next rung, to whom and by when as the ladder says; several parts at once; a reason where asked."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.challenge import Outcome, Stage
from scrutineer.domain.escalation import EscalationStep, Rung
from scrutineer.ui.challenges import escalate
from scrutineer.ui.widgets.fields import ChoiceField
from scrutineer.ui.widgets.form_sheet import FormSheet
from tests.factories import TODAY
from tests.ui.challenges.room import Room, choose, on_sheet, press, read


def asks_why(sheet: FormSheet) -> bool:
    return sheet.form._blocks["why"].isVisible()


def test_the_next_rung_is_proposed_with_to_whom_and_by_when(room: Room):
    _, (part,) = room.put()

    def act(sheet: FormSheet) -> None:
        assert not asks_why(sheet)
        assert not sheet.form._blocks["addressee_ids"].isVisible(), "it is put to one party"
        sheet.save()

    on_sheet(act)
    assert escalate.ask(room.tools, room.parent, part.id) == "Police: now at “Stage 1 · agency lead”."
    (step,) = room.register.escalations.of_parts([part.id])
    assert (step.stage, step.stepped_on, step.reply_due_on) == (Stage.AGENCY_LEAD, TODAY, date(2026, 12, 7))
    assert step.to_whom == "The agency’s safeguarding lead or delegated safeguarding partner"


def test_another_rung_or_day_changes_what_the_ladder_says_but_not_what_was_typed(room: Room):
    _, (part,) = room.put()

    def act(sheet: FormSheet) -> None:
        choose(sheet, stepped_on=date(2026, 11, 2))
        assert sheet.form.field("reply_due_on").value() == date(2026, 11, 16)
        choose(sheet, to_whom="The deputy chief constable")
        choose(sheet, stage=Stage.EXECUTIVE)
        assert sheet.form.field("to_whom").value() == "The deputy chief constable"

    on_sheet(act)
    escalate.ask(room.tools, room.parent, part.id)


def test_why_is_asked_only_where_a_rung_is_passed_over_or_a_part_comes_down(room: Room):
    _, (part,) = room.put()
    seen: list[str] = []

    def act(sheet: FormSheet) -> None:
        choose(sheet, stage=Stage.EXECUTIVE)
        assert asks_why(sheet)
        sheet.save()
        seen.append(read(sheet))
        choose(sheet, why="A child is at risk.")
        sheet.save()

    on_sheet(act)
    assert escalate.ask(room.tools, room.parent, part.id)
    assert "A rung is passed over: say why it cannot wait." in seen[0]
    assert room.part(part).rung is Stage.EXECUTIVE

    def down(sheet: FormSheet) -> None:
        assert not asks_why(sheet)
        choose(sheet, stage=Stage.DIRECT)
        assert asks_why(sheet)
        assert sheet.form.field("to_whom").value() == ""
        choose(sheet, why="They answered.")
        sheet.save()

    on_sheet(down)
    assert escalate.ask(room.tools, room.parent, part.id)
    assert room.part(part).rung is Stage.DIRECT


def test_several_parts_go_up_together_and_each_keeps_its_own_step(room: Room):
    _, (police, icb, la) = room.put(room.police, room.icb, room.la)
    on_sheet(lambda sheet: (choose(sheet, addressee_ids=(police.id, icb.id)), sheet.save()))
    assert escalate.ask(room.tools, room.parent, police.id) == "Police and ICB: now at “Stage 1 · agency lead”."
    assert [room.part(one).rung.rung for one in (police, icb, la)] == [1, 1, 0]
    assert len(room.register.escalations.of_parts([icb.id])) == 1


def test_a_part_further_down_wants_the_reason_that_the_first_one_does_not(room: Room):
    _, (police, icb) = room.put(room.police, room.icb)
    room.register.escalations.escalate([police.id], EscalationStep(stage=Stage.AGENCY_LEAD, stepped_on=TODAY))

    def act(sheet: FormSheet) -> None:
        assert not asks_why(sheet)
        choose(sheet, addressee_ids=(police.id, icb.id))
        assert asks_why(sheet)

    on_sheet(act)
    escalate.ask(room.tools, room.parent, police.id)


def test_nobody_ticked_and_no_rung_chosen_are_refused_beside_their_fields(room: Room):
    _, (police, _) = room.put(room.police, room.icb)

    def act(sheet: FormSheet) -> None:
        choose(sheet, addressee_ids=())
        sheet.save()
        assert sheet.form._blocks["addressee_ids"]._problem.text() == "Tick whose part it is."
        choose(sheet, addressee_ids=(police.id,), stage=None)
        sheet.save()
        assert sheet.form._blocks["stage"]._problem.text() == "Choose the rung."

    on_sheet(act)
    assert escalate.ask(room.tools, room.parent, police.id) == ""


def test_rungs_that_are_not_used_are_not_offered_and_the_ladder_can_be_edited_from_there(room: Room):
    _, (part,) = room.put()
    room.register.escalations.save_rung(Rung(stage=Stage.AGENCY_LEAD, is_left_out=True))

    def ladder(sheet: FormSheet) -> None:
        rungs = sheet.form.field("rungs").value()
        choose(sheet, rungs=tuple(
            one.__class__(stage=one.stage, title="Chief officers", to_whom="The chief officers", days=5)
            if one.stage is Stage.EXECUTIVE else one for one in rungs
        ))
        sheet.save()

    def act(sheet: FormSheet) -> None:
        stage = sheet.form.field("stage")
        assert isinstance(stage, ChoiceField)
        assert stage.value() is Stage.EXECUTIVE
        assert "Stage 1 · agency lead" not in [stage.itemText(place) for place in range(stage.count())]
        on_sheet(ladder)
        press(sheet, "edit-ladder")
        assert sheet.form.field("to_whom").value() == "The chief officers"
        assert sheet.form.field("reply_due_on").value() == date(2026, 11, 30)
        assert stage.currentText() == "Stage 2 · Chief officers"
        sheet.save()

    on_sheet(act)
    assert escalate.ask(room.tools, room.parent, part.id) == "Police: now at “Stage 2 · Chief officers”."


def test_what_has_ended_is_refused_in_words(room: Room):
    _, (part,) = room.put()
    room.register.courses.end(part.id, Outcome.NOT_PURSUED, TODAY, because="Small.")
    seen: list[str] = []
    on_sheet(lambda sheet: (sheet.save(), seen.append(read(sheet))))
    assert escalate.ask(room.tools, room.parent, part.id) == ""
    assert "Nothing of this challenge is open." in seen[0]
    assert "Only what is open can be escalated; this part is “Closed”." in seen[0]


def test_at_the_top_nothing_is_proposed(room: Room):
    _, (part,) = room.put()
    room.register.escalations.escalate(
        [part.id], EscalationStep(stage=Stage.EXTERNAL, stepped_on=TODAY, why="It cannot wait.")
    )

    def act(sheet: FormSheet) -> None:
        assert sheet.form.field("stage").value() is None
        sheet.save()

    on_sheet(act)
    assert escalate.ask(room.tools, room.parent, part.id) == ""
