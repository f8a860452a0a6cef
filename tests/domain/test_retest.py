"""A re-test has its days, and a result its day; it is suggested where it matters most."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.challenge import Outcome, Priority
from scrutineer.domain.retest import RetestResult, is_suggested
from tests.factories import TODAY, a_challenge, a_retest, an_addressee


def fields(**over):
    return [problem.field for problem in a_retest(**over).problems()]


def test_it_is_planned_for_a_day():
    assert fields() == []
    assert fields(planned_on=None) == ["planned_on"]


@pytest.mark.parametrize("result", RetestResult)
def test_a_result_has_a_day_and_a_day_a_result(result):
    assert fields(result=result, done_on=TODAY) == []
    assert fields(result=result) == ["done_on"]
    assert fields(done_on=TODAY) == ["result"]


@given(st.floats(-10, 400, allow_nan=False))
def test_days_are_counted_in_halves_of_one_year(days):
    assert (fields(days=days) == []) is (0 <= days <= 366 and (days * 2).is_integer())


@given(st.sampled_from(Priority), st.none() | st.sampled_from(Outcome))
def test_it_is_suggested_for_what_was_urgent_and_where_only_a_process_changed(priority, outcome):
    suggested = is_suggested(a_challenge(priority=priority), an_addressee(outcome=outcome))
    assert suggested is (priority is Priority.URGENT or outcome is Outcome.PROCESS_CHANGED_ONLY)
