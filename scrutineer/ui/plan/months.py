"""A choice of a month: of one year, or of several with the month left open. A month is kept as a day of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from scrutineer.domain.dates import month_of
from scrutineer.domain.year import Year
from scrutineer.ui.widgets.fields import ChoiceField, Option


def month_field(year: Year) -> ChoiceField:
    """A month of one year, or none."""
    return ChoiceField(_months(year), convert=date.fromisoformat)


def when_field(years: Iterable[Year], day: date | None) -> ChoiceField:
    """Some time in one of the years, or one of their months; `day` stands for its own month."""
    options = []
    for year in years:
        options += [Option(when_code(year.begins_in, None), f"Some time in {year.label}"), *_months(year, day)]
    return ChoiceField(options, optional=False)


def when_code(year: int, day: date | None) -> str:
    """The code of a month by its day, or of a year with its month left open."""
    return day.isoformat() if day else str(year)


def when_of(code: str) -> tuple[int, date | None]:
    """The year in which it begins, 0 where the day of its month says that, and that day."""
    return (int(code), None) if code.isdigit() else (0, date.fromisoformat(code))


def _months(year: Year, day: date | None = None) -> list[Option]:
    days = [day if day and (day.year, day.month) == (first.year, first.month) else first for first in year.months]
    return [Option(one.isoformat(), month_of(one)) for one in days]
