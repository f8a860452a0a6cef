"""A statement of days: what is sent with the invoice, one line for each piece of work of mine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from scrutineer.domain.figures import Masthead

TITLE = "Statement of days"


class DaysRow(NamedTuple):
    """One piece of work: on which day, what it was, and the days it took, in halves."""

    spent_on: date
    what: str
    days: float


@dataclass(frozen=True, kw_only=True)
class DaysStatement:
    """The days of one scrutineer over a span, its first and last day included, the earliest first."""

    masthead: Masthead
    starts_on: date
    ends_on: date
    rows: tuple[DaysRow, ...]

    @property
    def total(self) -> float:
        """All of them together."""
        return sum(row.days for row in self.rows)
