from __future__ import annotations

from scrutineer.domain.challenge import Addressee, Stage
from scrutineer.domain.escalation import EscalationStep
from scrutineer.domain.extension import MANY_MOVES
from scrutineer.domain.step import StatusEvent, Step
from scrutineer.register.register import Register


def steps(register: Register, title: str) -> list[EscalationStep]:
    challenge, = (one for one in register.challenges.all() if title in one.title)
    first = register.challenges.parts(challenge.id)[0]
    return register.escalations.of_parts([first.id])


def test_each_date_that_moved_says_who_asked_why_and_who_agreed(register: Register):
    moves = register.extensions.all()
    assert len(moves) >= 8
    assert all(one.asked_by and one.why and one.agreed_by for one in moves)
    assert all(one.new_due_on > one.old_due_on for one in moves)
    assert {bool(one.action_id) for one in moves} == {True, False}


def test_one_date_that_runs_now_moved_more_than_twice(register: Register):
    open_parts = [one for one in register.desk.reader.all(Addressee) if one.status.awaits_answer]
    often = [one for one in open_parts if register.extensions.ledger(one).moves > MANY_MOVES]
    assert len(often) == 1
    assert "fourth date" in register.extensions.ledger(often[0]).in_words(register.working_days())


def test_one_challenge_went_up_stage_by_stage_and_outside_and_was_answered_there(register: Register):
    found = steps(register, "a place to live")
    assert [one.stage for one in found] == [stage for stage in Stage if stage.rung]
    assert all(one.to_whom and one.document and one.reply_due_on and one.outcome and one.words for one in found)


def test_one_step_was_taken_back_with_its_reason(register: Register):
    up, down, *_ = steps(register, "to be understood")
    assert (up.stage, down.before, down.stage) == (Stage.AGENCY_LEAD, Stage.AGENCY_LEAD, Stage.DIRECT)
    assert down.why
    assert down.reply_due_on is None


def test_the_ladder_has_two_names_of_its_own_and_one_rung_is_left_out(register: Register):
    ladder = register.escalations.ladder()
    assert [rung.stage.rung for rung in ladder if rung.title] == [1, 2]
    assert [rung.stage.rung for rung in ladder if rung.is_left_out] == [3]
    assert register.escalations.above(Stage.EXECUTIVE).stage is Stage.JOINT_PARTNERS


def test_a_step_of_this_month_awaits_its_reply_on_the_clock_of_this_partnership(register: Register):
    (step, part), = register.escalations.awaiting()
    days = register.escalations.rung(step.stage).days
    assert step.reply_due_on == register.working_days().after(step.stepped_on, days)
    assert part.status.awaits_answer


def test_what_was_asked_again_had_a_new_date(register: Register):
    again = register.desk.reader.all(StatusEvent, step=Step.ASK_AGAIN)
    for one in again:
        part = register.challenges.part(one.addressee_id)
        assert part.due_on > one.taken_on
    assert again
