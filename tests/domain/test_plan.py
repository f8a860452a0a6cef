"""What is planned stands with its days, its month and its reasons; it is done when its activities are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.activity import ActivityStatus
from scrutineer.domain.plan import (
    DaysOfYear,
    PlanItem,
    PlanStatus,
    PlanVersion,
    Priority,
    Standing,
    TimeEntry,
    standing,
)
from scrutineer.domain.year import Year
from tests.factories import TODAY, an_activity


def item(**over):
    return PlanItem(**{"title": "Front door", "year": 2026} | over)


def fields(entity):
    return [problem.field for problem in entity.problems()]


def with_activities(plan_item, *statuses):
    return standing(plan_item, [an_activity(status=status) for status in statuses])


@given(st.floats(-10, 400, allow_nan=False))
def test_days_are_counted_in_halves_of_one_year(days):
    assert (fields(item(days=days)) == []) is (0 <= days <= 366 and (days * 2).is_integer())


@given(st.dates(date(2025, 1, 1), date(2028, 12, 31)))
def test_its_month_lies_in_its_year(day):
    assert (fields(item(planned_on=day)) == []) is Year(2026).holds(day)


def test_a_month_of_another_year_is_answered_with_what_to_do():
    [problem] = item(planned_on=date(2027, 4, 1)).problems()
    assert problem.sentence == "That month lies outside 2026–27. Roll it over, so that the plan says why."


@pytest.mark.parametrize("status", PlanStatus)
def test_what_rolls_over_or_is_dropped_says_why(status):
    assert fields(item(status=status)) == (["reason"] if status.needs_a_reason else [])
    assert fields(item(status=status, reason="The team was reorganised.")) == []
    assert status.is_settled is (status is not PlanStatus.PLANNED)


def test_it_says_what_will_be_looked_at():
    assert fields(item(title=" ")) == ["title"]


def test_it_is_done_when_all_that_was_begun_from_it_is_done():
    assert with_activities(item()) is Standing.PLANNED
    assert with_activities(item(), ActivityStatus.PLANNED) is Standing.BEGUN
    assert with_activities(item(), ActivityStatus.WRITTEN_UP, ActivityStatus.POSTPONED) is Standing.BEGUN
    assert with_activities(item(), ActivityStatus.WRITTEN_UP, ActivityStatus.CARRIED_OUT) is Standing.DONE


def test_what_was_cancelled_began_nothing():
    assert with_activities(item(), ActivityStatus.CANCELLED) is Standing.PLANNED
    assert with_activities(item(), ActivityStatus.CANCELLED, ActivityStatus.CARRIED_OUT) is Standing.DONE


@pytest.mark.parametrize("status", [status for status in PlanStatus if status.is_settled])
def test_what_was_said_of_it_stands_whatever_its_activities_show(status):
    assert with_activities(item(status=status), ActivityStatus.PLANNED).value == status.value


def test_what_rolled_over_or_was_dropped_is_no_longer_in_the_plan_nor_to_do():
    assert [one for one in Standing if one.is_in_the_plan] == [Standing.PLANNED, Standing.BEGUN, Standing.DONE]
    assert [one for one in Standing if one.is_to_do] == [Standing.PLANNED, Standing.BEGUN]


def test_a_priority_ends_after_it_begins():
    assert fields(Priority(title="Neglect", starts_on=TODAY, ends_on=date(2026, 1, 1))) == ["ends_on"]


def test_a_version_has_the_day_on_which_it_was_agreed():
    assert fields(PlanVersion(year=2026)) == ["agreed_on"]


def test_time_has_its_day_and_at_least_half_of_one():
    assert fields(TimeEntry(spent_on=TODAY)) == []
    assert fields(TimeEntry()) == ["spent_on"]
    assert fields(TimeEntry(spent_on=TODAY, days=0.0)) == fields(TimeEntry(spent_on=TODAY, days=0.3)) == ["days"]


@pytest.mark.parametrize(("over", "words"), [
    ({}, "0 days planned · 0 days spent"),
    ({"budget": 14.0, "planned": 9.0, "spent": 4.0, "ahead": 8.0, "retests": 1.0},
     "9 days planned · 4 days spent · 10 of 14 left · 8 days ahead, 1 day of it for re-tests · 2 days not taken yet"),
    ({"budget": 20.0, "planned": 16.0, "spent": 10.0, "ahead": 12.5},
     "16 days planned · 10 days spent · 10 of 20 left · 12.5 days ahead · 2.5 days more than there are"),
    ({"budget": 20.0, "spent": 20.0}, "0 days planned · 20 days spent · all 20 are spent"),
    ({"budget": 20.0, "spent": 20.5, "ahead": 1.0},
     "0 days planned · 20.5 days spent · all 20 are spent, and half a day more · 1 day ahead"),
])  # fmt: skip
def test_the_days_of_a_year_are_told_in_one_plain_line(over, words):
    nothing = {"budget": 0.0, "planned": 0.0, "spent": 0.0, "ahead": 0.0, "retests": 0.0}
    assert DaysOfYear(year=Year(2026), **nothing | over).in_words() == words
