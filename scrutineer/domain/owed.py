"""The list for the business unit: who owes what, since when, chased when, with a column to be filled in.

Frozen at one day, names resolved and private text left out, so that Word and Excel show the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scrutineer.domain.dates import near_date, short_date
from scrutineer.domain.figures import Masthead

COLUMNS = (
    "Who", "Ref", "What is awaited", "Put on", "Asked for by", "More time given", "Since when", "Chased on",
    "Escalation", "Came in on",
)  # fmt: skip
TITLE = "List for the business unit"


@dataclass(frozen=True, kw_only=True)
class OwedFigure:
    """One thing that is awaited. `clock` is the neutral sentence about its day, `ledger` that about days moved.

    `role` is for whose attention it was put, `escalation` the rung and when its reply is due.
    """

    who: str
    role: str = ""
    reference: str
    what: str
    put_on: date | None
    due_on: date | None
    ledger: str = ""
    clock: str
    is_late: bool
    chased_on: tuple[date, ...] = ()
    escalation: str = ""


@dataclass(frozen=True, kw_only=True)
class Owed:
    """Everything that is awaited on a day, party by party, the earliest first."""

    masthead: Masthead
    on: date
    rows: tuple[OwedFigure, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """How to read the list, and what is asked of whoever receives it."""
        late = sum(1 for one in self.rows if one.is_late)
        whose = f"{self.masthead.author_title or 'Scrutineer'} of {self.masthead.partnership}"
        asked = (
            "Some of it may have reached the business unit and not me: please write in the last column when it came "
            "in, and send the list back."
        )
        stands = f"{len(self.rows):,} awaited, {late:,} of them since a day that has passed"
        return f"{whose}, as at {short_date(self.on)}: {stands}.", asked


def cells(one: OwedFigure, on: date) -> tuple[str | date | None, ...]:
    """One row under `COLUMNS`; the last cell is for the business unit."""
    return (
        f"{one.who} ({one.role})" if one.role else one.who, one.reference, one.what, one.put_on, one.due_on,
        one.ledger, one.clock, ", ".join(near_date(day, on) for day in one.chased_on), one.escalation, None,
    )
