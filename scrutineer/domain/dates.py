"""Dates as the trade counts and writes them: working days, quarters, and "12 March 2026".

Working days are Monday to Friday less England's bank holidays and the partnership's own closed days.
Nothing here asks the clock: today is always handed in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_QUARTER = re.compile(r"(\d{4})-(\d{2})-Q([1-4])")
_TYPED = re.compile(
    rf"((?:{'|'.join(_DAYS).lower()})[a-z]*[\s.,]+)?(\d\d?)(?:st|nd|rd|th)?"
    r"[\s/.,-]+(\d\d?|[a-z]+)(?:[\s/.,-]+(\d{4}|\d\d))?[\s.,]*"
)
FARTHEST = 4_000      # working days: about sixteen years, longer than any clock in this trade


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """England's bank holidays of one year, one-offs of 2020 to 2023 included; worked out offline."""
    import holidays

    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


class WorkingDays:
    """Counts working days around the partnership's own closed days (a set of dates)."""

    def __init__(self, closed: Iterable[date] = ()) -> None:
        self._closed = frozenset(closed)

    def is_open(self, day: date) -> bool:
        """Whether people are at work on this day."""
        return day.weekday() < 5 and day not in self._closed and day not in bank_holidays(day.year)

    def after(self, day: date, count: int) -> date:
        """The day that lies `count` working days after `day` (before it when negative)."""
        step = timedelta(days=1 if count >= 0 else -1)
        for _ in range(min(abs(count), FARTHEST)):
            day += step
            while not self.is_open(day):
                day += step
        return day

    def between(self, start: date, end: date) -> int:
        """Working days from `start`, itself left out, to `end`; negative when `end` is earlier.

        It undoes `after`: `between(day, after(day, count))` is `count`.
        """
        step = 1 if end >= start else -1
        days = (start + timedelta(days=n) for n in range(step, (end - start).days + step, step))
        return step * sum(map(self.is_open, days))


def long_date(day: date | None) -> str:
    """`12 March 2026`, or nothing for no date."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else ""


def short_date(day: date | None) -> str:
    """`12 Mar 2026`, or nothing for no date."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}" if day else ""


def day_month(day: date | None) -> str:
    """`12 Mar`, for lists in which the year is plain."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}" if day else ""


def month_year(day: date | None) -> str:
    """`March 2026`, or nothing for no date."""
    return f"{_MONTHS[day.month - 1]} {day.year}" if day else ""


def near_date(day: date | None, today: date) -> str:
    """`12 Mar` in the year of today, `12 Mar 2025` in any other."""
    return day_month(day) if day and day.year == today.year else short_date(day)


def weekday_date(day: date) -> str:
    """`Thu 12 Mar`, for the coming fortnight."""
    return f"{_DAYS[day.weekday()]} {day_month(day)}"


@cache
def iso_date(text: str) -> date:
    """A stored `2026-03-12` as a date; remembered, because lists hold the same few days many times."""
    return date.fromisoformat(text)


def parse_date(text: str, today: date, calendar: WorkingDays | None = None) -> date | None:
    """What a person types for a date: `12 Mar 2026`, `12/3/26`, `12 march`, `today`, `+10` working days.

    Without a year the date is the one nearest to today. Returns None for an empty text; raises
    ValueError with a sentence when it is no date.
    """
    words = text.strip().lower()
    if not words:
        return None
    if words in {"today", "t"}:
        return today
    if re.fullmatch(r"[+-]\s?\d{1,4}", words):
        return _counted(int(words[0] + words[1:].strip()), today, calendar or WorkingDays())
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words):
        return _made(int(words[:4]), int(words[5:7]), int(words[8:]), text)
    typed = _TYPED.fullmatch(words)
    if not typed:
        advice = "Type it like 12 Mar 2026, or +10 for working days."
        raise ValueError(f"“{text.strip()}” is not a date. {advice}")
    _, day, word, year = typed.groups()
    month = int(word) if word.isdigit() else _month(word, text)
    if not year:
        return _nearest(int(day), month, today, text)
    return _made(int(year) + (2000 if len(year) == 2 else 0), month, int(day), text)


def _counted(count: int, today: date, calendar: WorkingDays) -> date:
    if abs(count) > FARTHEST:
        raise ValueError(f"Count at most {FARTHEST:,} working days.")
    return calendar.after(today, count)


def _month(word: str, text: str) -> int:
    for number, name in enumerate(_MONTHS, start=1):
        if len(word) >= 3 and name.lower().startswith(word):
            return number
    raise ValueError(f"“{text.strip()}” is not a date: there is no month “{word}”.")


def _made(year: int, month: int, day: int, text: str) -> date:
    try:
        made = date(year, month, day)
    except ValueError:
        raise ValueError(f"“{text.strip()}” is not a date in the calendar.") from None
    if not 1900 <= made.year <= 2199:
        raise ValueError(f"“{text.strip()}” lies outside the years 1900 to 2199.")
    return made


def _nearest(day: int, month: int, today: date, text: str) -> date:
    candidates = [today.year - 1, today.year, today.year + 1]
    if (day, month) == (29, 2):
        candidates = [year for year in range(today.year - 4, today.year + 5) if _is_leap(year)]
    return min((_made(year, month, day, text) for year in candidates), key=lambda d: abs(d - today))


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


class Quarter(NamedTuple):
    """A quarter of the financial year, April to March; its label sorts: `2026-27-Q3`."""

    label: str
    starts_on: date
    ends_on: date

    @property
    def words(self) -> str:
        """`2026–27, quarter 3`."""
        return quarter_in_words(self.label)


def quarter_in_words(label: str) -> str:
    """`2026–27, quarter 3` for `2026-27-Q3`; a label of any other kind is people's own words, and stays."""
    found = _QUARTER.fullmatch(label)
    return f"{found[1]}–{found[2]}, quarter {found[3]}" if found else label


def quarter_of(day: date) -> Quarter:
    """The financial quarter in which a day lies."""
    first_month = (day.month - 1) // 3 * 3 + 1
    starts_on = date(day.year, first_month, 1)
    year = day.year if day.month >= 4 else day.year - 1
    following = date(day.year + first_month // 10, (first_month + 2) % 12 + 1, 1)
    number = (first_month - 4) % 12 // 3 + 1
    return Quarter(f"{year}-{(year + 1) % 100:02d}-Q{number}", starts_on, following - timedelta(days=1))


def month_of(day: date | None) -> str:
    """`March 2026`, or nothing for no date."""
    return f"{_MONTHS[day.month - 1]} {day.year}" if day else ""


def month_name(day: date) -> str:
    """`March`, where the year is plain."""
    return _MONTHS[day.month - 1]


def utc_now() -> datetime:
    """This moment, aware, in UTC, to the millisecond that the record keeps."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


def end_of_day(day: date) -> datetime:
    """The first moment that no longer belongs to a day where this program runs, aware, in UTC.

    A day on which the clocks change has 23 or 25 hours. Days before 1970 end with its first one: not every
    system knows how its clocks were set then, and no record is older.
    """
    following = max(day, date(1970, 1, 1)) + timedelta(days=1)
    return datetime.combine(following, time.min).astimezone(UTC)
