from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.demonstration.days import Days
from scrutineer.domain.dates import WorkingDays

CHRISTMAS = [date(2026, 12, day) for day in range(24, 32)]
CALENDAR = WorkingDays(CHRISTMAS)
NUMBERS = st.integers(-500, 500)

@given(st.dates(date(2025, 1, 1), date(2029, 12, 31)), NUMBERS, NUMBERS)
def test_days_never_change_places_and_are_all_working_days(written_on: date, one: int, other: int):
    days = Days(written_on, CALENDAR)
    first, last = sorted((one, other))
    assert days(first) <= days(last)
    assert CALENDAR.is_open(days(first))


@pytest.mark.parametrize("number", [-14, -7, -1])
def test_what_has_been_lies_before_the_day_of_writing_and_what_is_to_come_after_it(number: int):
    sunday = date(2026, 12, 27)
    days = Days(sunday, CALENDAR)
    assert days(number) < sunday < days(-number)
    assert days(0) == date(2026, 12, 23)


def test_working_days_are_counted_over_christmas():
    assert Days(date(2026, 12, 1), CALENDAR).after(date(2026, 12, 23), 1) == date(2027, 1, 4)


def test_the_clock_of_the_story_stands_where_it_was_told_to_and_comes_home():
    saturday = date(2026, 11, 21)
    days = Days(saturday, CALENDAR)
    days.go_to(-30)
    assert days.today() == date(2026, 10, 22)
    days.come_home()
    assert days.today() == saturday


def test_a_date_is_a_day_of_the_story_whether_people_are_at_work_on_it_or_not():
    days = Days(date(2026, 12, 28), CALENDAR)
    assert days.number(date(2026, 12, 25)) == -3
    assert days.number(days(0)) == -5
