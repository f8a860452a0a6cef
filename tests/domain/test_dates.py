"""Working days, typed dates and quarters, held against the calendar itself."""

import time
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scrutineer.domain.dates import (
    FARTHEST,
    WorkingDays,
    bank_holidays,
    day_month,
    end_of_day,
    iso_date,
    long_date,
    parse_date,
    quarter_in_words,
    quarter_of,
    short_date,
    utc_now,
    weekday_date,
)
from tests.factories import TODAY

DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 31))
CALENDARS = st.sets(st.dates(date(2024, 1, 1), date(2027, 12, 31)), max_size=40).map(WorkingDays)
YEARS = st.dates(date(2024, 6, 1), date(2027, 6, 1))


@given(CALENDARS, YEARS, st.integers(-60, 60))
def test_counting_days_undoes_going_that_many_days(calendar, day, count):
    assert calendar.between(day, calendar.after(day, count)) == count


@given(CALENDARS, YEARS, st.integers(-60, 60).filter(bool))
def test_a_clock_never_ends_on_a_day_nobody_is_at_work(calendar, day, count):
    found = calendar.after(day, count)
    assert calendar.is_open(found)
    assert found.weekday() < 5
    assert found not in bank_holidays(found.year)
    assert (found > day) == (count > 0)


@given(st.sets(YEARS, max_size=40), YEARS)
def test_closed_days_are_not_open(closed, day):
    assert not any(map(WorkingDays(closed).is_open, closed))
    assert WorkingDays({day}).after(day - timedelta(days=1), 1) > day


@given(CALENDARS, YEARS, YEARS, YEARS)
def test_a_span_is_the_sum_of_its_parts(calendar, one, two, three):
    first, second, third = sorted((one, two, three))
    parts = calendar.between(first, second) + calendar.between(second, third)
    assert calendar.between(first, third) == parts


def test_no_days_after_a_day_is_that_day():
    assert WorkingDays().after(date(2026, 11, 22), 0) == date(2026, 11, 22)


def test_england_has_its_bank_holidays_one_offs_included():
    assert {date(2020, 5, 8), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)} <= {
        day for year in (2020, 2022, 2023) for day in bank_holidays(year)
    }
    assert WorkingDays().after(date(2026, 12, 24), 1) == date(2026, 12, 29)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), DAYS)
def test_every_printed_form_with_a_year_is_read_back(day, today):
    for printed in (long_date(day), short_date(day), day.isoformat(), f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}"):
        assert parse_date(printed, today) == day
        assert parse_date(f" {printed.upper()} ", today) == day
    assert iso_date(day.isoformat()) == day


@given(DAYS, st.integers(-180, 180))
def test_a_form_without_a_year_is_read_back_near_today(today, distance):
    day = today + timedelta(days=distance)
    assume((day.month, day.day) != (2, 29))
    assert parse_date(day_month(day), today) == day
    assert parse_date(weekday_date(day), today) == day


@given(DAYS)
def test_the_leap_day_is_the_nearest_one_there_is(today):
    found = parse_date("29 Feb", today)
    assert (found.month, found.day) == (2, 29)
    assert abs(found - today) <= timedelta(days=731)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", None), ("  ", None), ("today", TODAY), ("T", TODAY),
        ("12/3/26", date(2026, 3, 12)), ("12 march", date(2027, 3, 12)), ("1st Sept, 2026", date(2026, 9, 1)),
        ("Thursday 12 March 2026", date(2026, 3, 12)), ("12 Mar. 2026.", date(2026, 3, 12)),
        ("+1", date(2026, 11, 24)), ("+ 10", date(2026, 12, 7)), ("-1", date(2026, 11, 20)),
    ],
)  # fmt: skip
def test_dates_are_read_as_people_type_them(typed, expected):
    assert parse_date(typed, TODAY) == expected


def test_working_days_typed_go_round_the_closed_days():
    assert parse_date("+1", TODAY, WorkingDays({date(2026, 11, 24)})) == date(2026, 11, 25)


@pytest.mark.parametrize(
    "typed",
    [
        "soon", "12", "31/2/2026", "30 Feb", "0/1/2026", "12 xyz 2026", "12 ma 2026", "12 mar xyz", "12/3/5",
        "12/3/202", "12/99999999999/2026", "9" * 5000 + "/1/26", "² mar", "1/1/1899", "1/1/2200",
        f"+{FARTHEST + 1}", "2026-13-01", "12 Mar 2026 or so",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_a_sentence(typed):
    with pytest.raises(ValueError, match=r"(?s)(^“.*”.*|working days)\.$"):
        parse_date(typed, TODAY)


@given(st.text(max_size=30) | st.from_regex(r"[\d+/ .a-z-]{1,14}", fullmatch=True))
def test_no_typing_at_all_breaks_the_reading_of_dates(typed):
    found, refusal = None, "Nothing."
    try:
        found = parse_date(typed, TODAY)
    except ValueError as error:
        refusal = str(error)
    assert refusal.endswith(".")
    assert found is None or 1900 <= found.year <= 2199


@given(DAYS)
def test_each_day_lies_in_one_quarter_and_the_next_begins_where_it_ends(day):
    quarter = quarter_of(day)
    assert quarter.starts_on <= day <= quarter.ends_on
    assert quarter_of(quarter.starts_on) == quarter_of(quarter.ends_on) == quarter
    following = quarter_of(quarter.ends_on + timedelta(days=1))
    assert following.starts_on == quarter.ends_on + timedelta(days=1)
    assert following.label > quarter.label


def test_quarters_are_those_of_the_financial_year():
    assert quarter_of(date(2026, 4, 1)) == ("2026-27-Q1", date(2026, 4, 1), date(2026, 6, 30))
    assert quarter_of(date(2027, 3, 31)) == ("2026-27-Q4", date(2027, 1, 1), date(2027, 3, 31))
    assert quarter_of(date(1999, 12, 31)).label == "1999-00-Q3"
    assert quarter_of(date(2026, 11, 23)).words == "2026–27, quarter 3"


def test_a_period_of_another_kind_keeps_the_words_by_which_people_call_it():
    assert quarter_in_words("2026-27-Q1") == "2026–27, quarter 1"
    assert [quarter_in_words(label) for label in ("2026-27", "Summer term")] == ["2026-27", "Summer term"]


def test_dates_are_written_as_the_trade_writes_them():
    day = date(2026, 3, 12)
    assert (long_date(day), short_date(day), day_month(day)) == ("12 March 2026", "12 Mar 2026", "12 Mar")
    assert weekday_date(day) == "Thu 12 Mar"
    assert long_date(None) == short_date(None) == day_month(None) == ""


def test_this_moment_is_in_utc_and_no_finer_than_the_record():
    now = utc_now()
    assert now.tzinfo is UTC
    assert now.microsecond % 1000 == 0


@given(DAYS)
def test_a_day_ends_where_the_next_begins_and_is_about_as_long_as_a_day(day):
    end = end_of_day(day)
    assert end.tzinfo is UTC
    assert end.astimezone().date() == day + timedelta(days=1)
    assert (end - timedelta(microseconds=1)).astimezone().date() == day
    assert timedelta(hours=22) <= end - end_of_day(day - timedelta(days=1)) <= timedelta(hours=26)


def test_days_before_there_were_computers_end_too():
    assert end_of_day(date(1900, 1, 1)) == end_of_day(date(1970, 1, 1)) < end_of_day(date(1970, 1, 2))


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="only Unix can be told another zone")
@pytest.mark.parametrize(("day", "end"), [
    (date(2026, 3, 28), datetime(2026, 3, 29, 0, tzinfo=UTC)),
    (date(2026, 3, 29), datetime(2026, 3, 29, 23, tzinfo=UTC)),       # 23 hours
    (date(2026, 10, 24), datetime(2026, 10, 24, 23, tzinfo=UTC)),
    (date(2026, 10, 25), datetime(2026, 10, 26, 0, tzinfo=UTC)),      # 25 hours
])  # fmt: skip
def test_a_day_ends_at_midnight_of_the_clock_on_the_wall(monkeypatch, day, end):
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    try:
        assert end_of_day(day) == end
    finally:
        monkeypatch.undo()
        time.tzset()
