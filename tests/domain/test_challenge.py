"""Whom a challenge can be put to, and how late an answer is."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.challenge import (
    AWAITING,
    ImpactLevel,
    Outcome,
    PartyKind,
    Position,
    Stage,
    Status,
    clock,
    is_late,
    on_behalf,
)
from scrutineer.domain.dates import WorkingDays
from tests.factories import TODAY, a_challenge, an_addressee

WHOM = {
    PartyKind.AGENCY: {"agency_id": "a"},
    PartyKind.JOINT: {"agency_ids": ("a", "b")},
    PartyKind.GROUP: {"group_id": "g"},
    PartyKind.BODY: {"body_id": "b"},
    PartyKind.PARTNERSHIP: {},
}
NOBODY = {"agency_id": None, "agency_ids": (), "group_id": None, "body_id": None}


def fields(record):
    return [problem.field for problem in record.problems()]


@pytest.mark.parametrize("kind", PartyKind)
def test_a_party_needs_what_its_kind_names_and_nothing_else(kind):
    named = WHOM[kind]
    assert fields(an_addressee(**NOBODY | named, kind=kind)) == []
    assert fields(an_addressee(**NOBODY, kind=kind)) == list(named)


def test_jointly_is_two_different_agencies_or_more_and_one_of_them_leads():
    def joint(*ids, lead_id=None):
        return fields(an_addressee(kind=PartyKind.JOINT, agency_id=None, agency_ids=ids, lead_id=lead_id))

    assert joint("a") == joint("a", "a") == ["agency_ids"]
    assert joint("a", "b", lead_id="b") == []
    assert joint("a", "b", lead_id="c") == ["lead_id"]


@pytest.mark.parametrize("status", Status)
def test_an_answer_is_late_only_while_it_is_awaited_and_after_its_day(status):
    assert status.awaits_answer is (status in AWAITING)
    assert not (status.awaits_answer and status.is_ended)
    yesterday = TODAY - timedelta(days=1)
    assert is_late(status, yesterday, TODAY) is status.awaits_answer
    assert not is_late(status, TODAY, TODAY)
    assert not is_late(status, None, TODAY)


@given(st.integers(-60, 60))
def test_the_clock_speaks_of_lateness_exactly_when_it_is_late(days):
    due_on = TODAY + timedelta(days=days)
    said = clock(due_on, TODAY, WorkingDays())
    assert said.startswith("answer awaited since") is is_late(Status.RAISED, due_on, TODAY)


def test_the_clock_is_neutral():
    assert clock(None, TODAY, WorkingDays()) == "awaited, no date set"
    assert clock(TODAY, TODAY, WorkingDays()) == "awaited, due 23 Nov"
    late = TODAY - timedelta(days=13)
    assert clock(late, TODAY, WorkingDays()) == "answer awaited since 10 Nov (9 working days)"
    assert clock(TODAY - timedelta(days=3), TODAY, WorkingDays()) == "answer awaited since 20 Nov (1 working day)"


def test_a_challenge_is_open_once_put_and_until_it_ends():
    assert [status for status in Status if not a_challenge(status=status).is_open] == [
        Status.DRAFT, Status.CLOSED, Status.WITHDRAWN,
    ]  # fmt: skip
    assert fields(a_challenge(title="")) == ["title"]


def test_levels_and_stages_stand_in_the_order_of_their_numbers():
    assert [level.rung for level in ImpactLevel] == list(range(6))
    assert [stage.rung for stage in Stage] == list(range(6))
    assert an_addressee().rung is Stage.DIRECT
    assert an_addressee(stage=Stage.EXECUTIVE).rung is Stage.EXECUTIVE


def test_nobody_says_that_they_have_not_answered():
    assert [position for position in Position if not position.is_said] == [Position.NO_RESPONSE]


def test_an_ending_either_says_what_changed_or_why_nothing_more_is_asked():
    assert {outcome.value for outcome in Outcome if not outcome.says_what_changed} == {
        "unresolved_risk_accepted", "not_pursued", "merged_into", "referred_elsewhere", "overtaken_by_events",
    }  # fmt: skip


@pytest.mark.parametrize(("whom", "words"), [
    ("", ""), ("Young scrutineers", "on behalf of the young scrutineers"),
    ("Youth Council", "on behalf of the Youth Council"), ("Carers", "on behalf of Carers"),
    ("the care leavers", "on behalf of the care leavers"), ("The Youth Council", "on behalf of the Youth Council"),
])  # fmt: skip
def test_on_whose_behalf_it_is_put_is_said_in_words(whom, words):
    assert on_behalf(whom) == words
