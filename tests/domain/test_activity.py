"""Activities count in half days and know whether they lie ahead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.activity import THEMES, ActivityStatus, FindingKind
from tests.factories import a_finding, an_activity


@given(st.integers(0, 732))
def test_days_are_counted_in_halves(halves):
    assert an_activity(days=halves / 2).problems() == []
    assert [one.field for one in an_activity(days=halves / 2 + 0.25).problems()] == ["days"]


@pytest.mark.parametrize("days", [-0.5, 366.5, float("nan"), float("inf"), float("-inf")])
def test_days_that_no_year_has_are_refused(days):
    assert [one.field for one in an_activity(days=days).problems()] == ["days"]


@pytest.mark.parametrize("status", ActivityStatus)
def test_an_activity_is_done_or_ahead_or_neither_but_never_both(status):
    activity = an_activity(status=status)
    assert not (activity.is_done and activity.is_ahead)
    assert (activity.is_done or activity.is_ahead) is (status not in {"postponed", "cancelled"})


def test_what_and_when_are_needed_and_a_finding_needs_its_words():
    assert [one.field for one in an_activity(title=" ", held_on=None).problems()] == ["title", "held_on"]
    assert [one.field for one in a_finding(text="").problems()] == ["text"]


def test_strengths_stand_before_concerns():
    kinds = list(FindingKind)
    assert kinds.index(FindingKind.STRENGTH) == 0
    assert kinds.index(FindingKind.CONCERN) == len(kinds) - 1
    assert len(set(THEMES)) == len(THEMES)
