"""The year of the trade, April to March: which one a day lies in, and its twelve months.

Plans, budgets and quarters are all of this year; it is written `2026–27`. Nothing here asks the clock.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

FIRST_MONTH = 4      # April
MONTHS = 12


class Year(NamedTuple):
    """A financial year by the calendar year in which it begins: 2026 is 1 April 2026 to 31 March 2027."""

    begins_in: int

    @property
    def starts_on(self) -> date:
        """Its first day."""
        return date(self.begins_in, FIRST_MONTH, 1)

    @property
    def ends_on(self) -> date:
        """Its last day."""
        return self.next.starts_on - timedelta(days=1)

    @property
    def next(self) -> Year:
        """The year after it."""
        return Year(self.begins_in + 1)

    @property
    def label(self) -> str:
        """`2026–27`."""
        return f"{self.begins_in}–{(self.begins_in + 1) % 100:02d}"

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each of its months, April first."""
        places = range(FIRST_MONTH - 1, FIRST_MONTH - 1 + MONTHS)
        return tuple(date(self.begins_in + place // MONTHS, place % MONTHS + 1, 1) for place in places)

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and self.starts_on <= day <= self.ends_on


def year_of(day: date) -> Year:
    """The financial year in which a day lies."""
    return Year(day.year if day.month >= FIRST_MONTH else day.year - 1)


def in_days(days: float) -> str:
    """`half a day`, `1 day`, `1.5 days`."""
    if days == 0.5:
        return "half a day"
    return f"{days:g} day{'' if days == 1 else 's'}"
