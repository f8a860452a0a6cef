from __future__ import annotations

from datetime import timedelta

from scrutineer.domain.challenge import Addressee, ImpactLevel, Outcome, Position, Stage, Status
from scrutineer.domain.retest import RetestResult
from scrutineer.domain.step import StatusEvent, Step
from scrutineer.register.register import Register
from tests.factories import TODAY


def ended(register: Register, outcome: Outcome) -> list[Addressee]:
    return register.desk.reader.all(Addressee, outcome=outcome)


def steps(register: Register, part: Addressee) -> list[Step]:
    return [one.step for one in register.desk.reader.all(StatusEvent, addressee_id=part.id)]


def test_what_ended_without_saying_what_changed_says_why_or_where(register: Register):
    for outcome in set(Outcome) - {one for one in Outcome if one.says_what_changed}:
        assert all(part.ended_because for part in ended(register, outcome)), outcome
    merged, = ended(register, Outcome.MERGED_INTO)
    assert register.challenges.get(merged.merged_into_id).title == "Are fathers in the picture?"
    referred, = ended(register, Outcome.REFERRED_ELSEWHERE)
    assert referred.target


def test_one_that_was_not_pursued_never_had_an_answer(register: Register):
    assert Position.NO_RESPONSE in {part.position for part in ended(register, Outcome.NOT_PURSUED)}


def test_a_risk_was_accepted_where_it_can_be_borne_and_in_a_minute(register: Register):
    part, = ended(register, Outcome.UNRESOLVED_RISK_ACCEPTED)
    assert part.rung is Stage.EXECUTIVE
    assert part.minute_ref in {one.minute_ref for one in register.meetings.all()}


def test_one_went_all_the_way_up_and_what_changed_was_still_so_later(register: Register):
    part, = (one for one in register.desk.reader.all(Addressee) if one.rung is Stage.EXTERNAL)
    assert (part.outcome, part.impact_level) == (Outcome.IMPACT_EVIDENCED, ImpactLevel.SUSTAINED)


def test_what_did_not_last_was_taken_up_again_and_is_better_now(register: Register):
    failed = register.retests.all(result=RetestResult.NOT_SUSTAINED)
    found = [register.challenges.part(one.addressee_id) for one in failed]
    reopened = [next(step for step in steps(register, part) if step.reopens) for part in found]
    assert sorted(reopened) == [Step.ACT_AGAIN, Step.ASK_AGAIN]
    assert {part.impact_level for part in found} == {ImpactLevel.PRACTICE_CHANGED}


def test_one_was_withdrawn_taken_up_again_and_closed(register: Register):
    again, = register.desk.reader.all(StatusEvent, step=Step.TAKE_UP)
    part = register.challenges.part(again.addressee_id)
    assert part.status is Status.CLOSED
    taken = steps(register, part)
    assert taken[:4] == [Step.PUT, Step.WITHDRAW, Step.TAKE_UP, Step.PUT]
    assert taken[-1] is Step.CLOSE


def test_one_party_was_let_go_while_the_others_went_on(register: Register):
    alone = [one for one in register.desk.reader.all(Addressee, status=Status.WITHDRAWN)
             if register.challenges.get(one.challenge_id).status is Status.CLOSED]
    assert len(alone) == 1
    assert alone[0].told


def test_one_look_again_is_near_and_one_farther_off(register: Register):
    near, far = register.retests.planned()
    assert TODAY <= near.retest.planned_on <= TODAY + timedelta(days=14) < far.retest.planned_on
    assert all(one.retest.plan and one.retest.days == 0.5 for one in (near, far))
