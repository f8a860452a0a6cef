"""Up the ladder and down again: party by party, with a clock on every rung and a word on what came of it."""

from datetime import timedelta

import pytest

from scrutineer.domain.challenge import Outcome, Stage, Status
from scrutineer.domain.escalation import EscalationOutcome, Rung
from tests.factories import TODAY, an_escalation
from tests.register.conftest import close, refused

DAY = timedelta(days=1)
FIRST, SECOND, THIRD = Stage.AGENCY_LEAD, Stage.EXECUTIVE, Stage.LEAD_PARTNER


def everything(register):
    return register.figures.whole().entities


def up(register, *ids, stage=FIRST, **over):
    return register.escalations.escalate(ids, an_escalation(stage=stage, **over))


def test_a_step_is_noted_with_its_clock_and_the_challenge_shows_the_highest_rung(register, put):
    challenge, (police, icb) = put()
    (step,) = up(register, police.id, document="Letter 4", private=("why",))
    assert (step.before, step.stage, step.reply_due_on) == (Stage.DIRECT, FIRST, TODAY + 14 * DAY)
    assert step.to_whom == "The agency’s safeguarding lead or delegated safeguarding partner"
    assert (step.challenge_id, step.addressee_id, step.scrutineer_id) == (challenge.id, police.id, register.desk.me)
    up(register, police.id, stage=SECOND, to_whom=" Executive ", reply_due_on=TODAY + DAY)
    up(register, icb.id)
    assert register.challenges.get(challenge.id).stage is SECOND
    assert [one.to_whom for one in register.escalations.of_parts([police.id])][1] == "Executive"
    assert (register.challenges.part(police.id).status, register.challenges.part(icb.id).stage) == (
        Status.RAISED, FIRST
    )


def test_a_rung_is_passed_over_or_left_downwards_with_a_reason(register, put):
    challenge, (police, _) = put()
    assert set(refused(up, register, police.id, stage=SECOND)) == {"why"}
    up(register, police.id, stage=SECOND, why="A child may be at risk.")
    assert set(refused(up, register, police.id, stage=Stage.DIRECT)) == {"why"}
    (down,) = up(register, police.id, stage=Stage.DIRECT, why="They have begun.")
    assert (down.before, down.reply_due_on) == (SECOND, None)
    assert register.challenges.get(challenge.id).stage is Stage.DIRECT


def test_a_rung_that_is_not_used_here_is_no_rung_to_stand_on(register, put):
    _, (police, icb) = put()
    ladder = register.escalations
    ladder.save_rung(Rung(stage=FIRST, is_left_out=True))
    assert ladder.above(Stage.DIRECT).stage is SECOND
    assert set(refused(up, register, police.id, stage=FIRST, why="Why")) == {"stage"}
    up(register, police.id, stage=SECOND)
    rung = ladder.save_rung(Rung(stage=FIRST, title="The lead", days=5, to_whom="The lead officer"))
    assert ladder.rung(FIRST) == rung
    assert len(register.escalations.ladder()) == 6
    assert up(register, icb.id)[0].reply_due_on == TODAY + 7 * DAY
    ladder.save_rung(Rung(stage=FIRST, days=0))
    assert ladder.reply_due(FIRST, TODAY) is None
    assert ladder.above(Stage.EXTERNAL) is None


@pytest.mark.parametrize(
    ("over", "field"),
    [({"stage": Stage.DIRECT}, "stage"), ({"stepped_on": None}, "stepped_on"),
     ({"stepped_on": TODAY + DAY}, "stepped_on"), ({"stepped_on": TODAY - 31 * DAY}, "stepped_on"),
     ({"reply_due_on": TODAY - DAY}, "reply_due_on"), ({"stage": THIRD, "why": "\x07"}, "why")],
)
def test_what_is_missing_is_said_and_several_go_up_together_or_none(register, put, over, field):
    _, (police, icb) = put(raised_on=TODAY - 30 * DAY)
    before = everything(register)
    assert field in refused(up, register, police.id, icb.id, **over)
    assert everything(register) == before


def test_only_what_is_open_goes_up_or_down(register, put, answer, begun):
    challenge, (police, icb) = put()
    up(register, police.id)
    close(register, answer(police))
    before = everything(register)
    assert set(refused(up, register, icb.id, police.id, stage=SECOND, why="Why")) == {"stage"}
    assert everything(register) == before
    assert register.challenges.get(challenge.id).stage is Stage.DIRECT      # of what is still open
    close(register, answer(icb))
    assert register.challenges.get(challenge.id).stage is FIRST


def test_what_came_of_a_step_has_its_day_and_changes_no_status(register, put):
    _, (police, _) = put()
    (step,) = up(register, police.id, stepped_on=TODAY)
    settle = register.escalations.settle
    assert set(refused(settle, step.id, None, None)) == {"outcome", "outcome_on"}
    for day in (TODAY + DAY, TODAY - DAY):
        assert set(refused(settle, step.id, EscalationOutcome.RESOLVED, day)) == {"outcome_on"}
    settled = settle(step.id, EscalationOutcome.PARTLY, TODAY, "A date was given.")
    assert (settled.outcome, settled.outcome_on, settled.words) == (
        EscalationOutcome.PARTLY, TODAY, "A date was given."
    )
    assert register.challenges.part(police.id).stage is FIRST


def test_a_reply_is_awaited_on_the_rung_on_which_a_part_stands_and_once(register, put, answer):
    _, (police, icb) = put(raised_on=TODAY - 30 * DAY)

    def awaited():
        return [(step.stage, part.id) for step, part in register.escalations.awaiting()]

    up(register, police.id, stepped_on=TODAY - 20 * DAY)
    up(register, icb.id, reply_due_on=TODAY)
    assert awaited() == [(FIRST, police.id), (FIRST, icb.id)]
    up(register, police.id, stage=SECOND)
    assert awaited() == [(FIRST, icb.id), (SECOND, police.id)]
    (back,) = up(register, police.id, stage=FIRST, why="They have begun.")
    assert awaited() == [(FIRST, icb.id), (FIRST, police.id)]
    register.escalations.settle(back.id, EscalationOutcome.RESOLVED, TODAY)
    assert awaited() == [(FIRST, icb.id)]      # and not for the step that first led there
    close(register, answer(icb))
    assert awaited() == []


def test_a_reply_that_was_awaited_before_an_ending_is_not_awaited_after_reopening(register, put):
    challenge, (police, _) = put(raised_on=TODAY - 30 * DAY)
    up(register, police.id, stepped_on=TODAY - 20 * DAY)
    register.courses.end_all(challenge.id, Outcome.NOT_PURSUED, TODAY, because="Asked by another.")
    register.courses.ask_again(police.id, "It matters.", TODAY + DAY, TODAY)
    assert register.escalations.awaiting() == []
    assert register.challenges.part(police.id).stage is FIRST
