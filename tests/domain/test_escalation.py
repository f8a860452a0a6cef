"""The ladder: its rungs as a partnership has them, and what a step up, down or over one needs."""

import dataclasses
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.challenge import Stage
from scrutineer.domain.escalation import EscalationOutcome, Rung, ladder, missing_for_step
from tests.factories import TODAY, an_escalation

DAY = timedelta(days=1)
STAGES = st.sampled_from(Stage)
LEFT_OUT = st.sets(st.sampled_from(list(Stage)[1:]))


def fields(record):
    return [problem.field for problem in record.problems()]


def rungs(left_out):
    return [Rung(stage=stage, is_left_out=True) for stage in left_out]


@given(st.lists(st.builds(Rung, stage=STAGES, title=st.text(max_size=5))))
def test_the_ladder_has_six_rungs_in_their_order_the_partnership_s_own_first(own):
    found = ladder(own)
    assert [rung.stage for rung in found] == list(Stage)
    changed = {rung.stage: rung for rung in own}
    assert [rung for rung in found if rung.stage in changed] == [changed[s] for s in Stage if s in changed]
    assert all(rung.to_whom for rung in found if rung.stage not in changed)


def test_a_rung_is_called_as_it_is_called_here_and_nothing_is_shown_before_the_first():
    assert Rung(stage=Stage.EXECUTIVE).called == "Stage 2 · executive group"
    assert Rung(stage=Stage.EXECUTIVE, title="The Chiefs").called == "Stage 2 · The Chiefs"
    assert Rung(stage=Stage.DIRECT, title="Lead officer").called == "Direct"


def test_clocks_count_forwards_and_every_challenge_begins_directly():
    assert fields(Rung(days=0)) == fields(Rung(days=366)) == []
    assert fields(Rung(days=-1)) == fields(Rung(days=367)) == ["days"]
    assert fields(Rung(stage=Stage.DIRECT, is_left_out=True)) == ["is_left_out"]


@given(STAGES, STAGES, LEFT_OUT, st.sampled_from(["", " ", "It cannot wait."]))
def test_one_rung_at_a_time_up_and_a_reason_for_anything_else(before, stage, left_out, why):
    step = an_escalation(before=before, stage=stage, why=why)
    found = [problem.field for problem in missing_for_step(step, rungs(left_out))]
    used = [one for one in Stage if one not in left_out]
    next_up = next((one for one in used if one.rung > before.rung), None)
    if stage in left_out:
        assert found == ["stage"]
    elif stage is next_up or why.strip():
        assert found == []
    else:
        assert found == ["why"]


@given(STAGES, STAGES)
def test_a_step_moves(before, stage):
    assert fields(an_escalation(before=before, stage=stage)) == ([] if before is not stage else ["stage"])
    assert an_escalation(before=before, stage=stage).goes_up is (stage.rung > before.rung)


@pytest.mark.parametrize("outcome", EscalationOutcome)
def test_its_days_follow_one_another(outcome):
    assert fields(an_escalation(reply_due_on=TODAY - DAY)) == ["reply_due_on"]
    assert fields(an_escalation(outcome=outcome)) == ["outcome_on"]
    assert fields(an_escalation(outcome=outcome, outcome_on=TODAY - DAY)) == ["outcome_on"]
    assert fields(an_escalation(outcome=outcome, outcome_on=TODAY, reply_due_on=TODAY)) == []
    assert fields(dataclasses.replace(an_escalation(), stepped_on=None)) == ["stepped_on"]
