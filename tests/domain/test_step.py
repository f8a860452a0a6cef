"""What each step leaves behind, and what is cleared when a part begins again."""

import dataclasses
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.challenge import Addressee, ImpactLevel, Outcome, Position, Stage, Status
from scrutineer.domain.entity import described, narratives
from scrutineer.domain.step import DAY_OF, WORDS_OF, Step, event_of, taken_up
from tests.factories import TODAY, an_addressee, filled

YESTERDAY = TODAY - timedelta(days=1)
REOPENING = [step for step in Step if step.reopens]

# What a part keeps whatever happens to it: who it is, what it was asked and by when, and how often it was reopened.
LASTING = {
    "challenge_id", "kind", "agency_id", "agency_ids", "lead_id", "group_id", "body_id", "contact_role", "place",
    "status", "first_due_on", "due_on", "meeting_id", "position", "formerly_id", "stage", "reopened_on",
    "reopened_because", "origin",
}  # fmt: skip


def event(step, before=Status.RAISED, on=YESTERDAY, **over):
    part = an_addressee(status=before)
    return event_of(step, part, dataclasses.replace(part, **over), on, "me")


def test_days_and_words_are_fields_of_a_part():
    names = {spec.name for spec in described(Addressee)}
    assert set(DAY_OF.values()) <= names
    assert set(WORDS_OF.values()) <= set(narratives(Addressee))


def test_a_step_leaves_a_line_with_where_it_led_who_took_it_and_when():
    left = event(Step.TEST, Status.RESPONDED, status=Status.TESTING_IMPACT, test_plan="Twenty cases")
    assert (left.step, left.before, left.after) == (Step.TEST, Status.RESPONDED, Status.TESTING_IMPACT)
    assert (left.taken_on, left.words, left.scrutineer_id) == (YESTERDAY, "Twenty cases", "me")
    assert (left.outcome, left.impact_level) == (None, None)


@pytest.mark.parametrize("step", DAY_OF)
def test_the_day_that_a_part_keeps_is_the_day_of_its_step(step):
    assert event(step, on=YESTERDAY, **{DAY_OF[step]: TODAY}).taken_on == TODAY


def test_only_an_ending_tells_with_what_it_ended():
    ended = {"outcome": Outcome.IMPACT_EVIDENCED, "impact_level": ImpactLevel.DIFFERENCE, "what_changed": "Much."}
    left = event(Step.CLOSE, status=Status.CLOSED, **ended)
    assert (left.outcome, left.impact_level, left.words) == (*ended.values(),)
    assert event(Step.TEST, status=Status.TESTING_IMPACT, **ended).outcome is None


def test_an_ending_tells_where_it_went_and_in_which_minute_for_reopening_clears_both():
    left = event(Step.END, status=Status.CLOSED, ended_because="Accepted.", minute_ref="EG 26/4", target="The Board")
    assert left.words == "Accepted.\nTo: The Board\nMinute: EG 26/4"
    assert event(Step.END, status=Status.CLOSED, ended_because="Accepted.").words == "Accepted."


@pytest.mark.parametrize(("step", "field"), WORDS_OF.items())
def test_what_is_private_in_a_part_is_private_in_the_line_that_its_step_leaves(step, field):
    assert event(step, **{field: "Between us.", "private": (field,)}).for_others().words == ""
    assert event(step, **{field: "For all.", "private": ("told",)}).for_others().words == "For all."


@pytest.mark.parametrize("step", REOPENING)
def test_what_was_true_of_an_ending_is_cleared_when_it_begins_again(step):
    again = taken_up(step, filled(Addressee, "Marker", {"challenge": "c", "agency": "a"}))
    kept = {spec.name for spec in described(Addressee) if getattr(again, spec.name) != spec.default}
    assert LASTING - {"group_id", "body_id", "meeting_id", "position"} <= kept
    answer = {"acknowledged_on", "answered_on", "question"}
    assert kept - LASTING == (answer if step is Step.ACT_AGAIN else set())
    assert taken_up(step, again) == again


@given(st.sampled_from(REOPENING), st.none() | st.sampled_from(Position), st.none() | st.sampled_from(Stage))
def test_of_what_is_open_again_nobody_reads_that_no_answer_was_recorded(step, position, stage):
    again = taken_up(step, an_addressee(position=position, stage=stage))
    assert again.position is (None if position is Position.NO_RESPONSE else position)
    assert again.stage is stage      # the ladder is another thing than the status
