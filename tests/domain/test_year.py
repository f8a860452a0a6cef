"""The financial year: its days, its months, and the year after it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.year import Year, in_days, year_of

DAYS = st.dates(date(1901, 1, 1), date(2198, 12, 31))


@given(DAYS)
def test_every_day_lies_in_its_own_year_and_in_one_of_its_months(day):
    year = year_of(day)
    assert year.holds(day)
    assert not year.next.holds(day)
    assert year.months[0] == year.starts_on
    assert sum(month.year == day.year and month.month == day.month for month in year.months) == 1


def test_it_runs_from_april_to_march():
    assert (year_of(date(2027, 3, 31)), year_of(date(2027, 4, 1))) == (Year(2026), Year(2027))
    assert (Year(2026).starts_on, Year(2026).ends_on) == (date(2026, 4, 1), date(2027, 3, 31))
    assert Year(2026).months[-1] == date(2027, 3, 1)
    assert len(Year(2026).months) == 12
    assert not Year(2026).holds(None)


def test_it_is_written_with_both_calendar_years():
    assert [Year(year).label for year in (2026, 1999, 2008)] == ["2026–27", "1999–00", "2008–09"]


def test_days_are_told_in_words():
    assert [in_days(days) for days in (0, 0.5, 1, 1.5)] == ["0 days", "half a day", "1 day", "1.5 days"]
