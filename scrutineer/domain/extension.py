"""The ledger of dates: the first never changes, and every other one is a line with who asked and why.

What came with a step (more was asked, a challenge was reopened) is a new clock, not an extension.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from scrutineer.domain.dates import WorkingDays
from scrutineer.domain.entity import Entity, link, said
from scrutineer.domain.errors import Problem
from scrutineer.domain.text import counted

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

MANY_MOVES = 2      # a date moved more often than this stands under loose ends


@dataclass(frozen=True, kw_only=True)
class Extension(Entity):
    """One date moved: of an answer (`addressee_id`) or of an agreed action (`action_id`)."""

    addressee_id: str | None = link("Answer of", "addressee")
    action_id: str | None = link("Action", "action")
    old_due_on: date | None = said("From", None)
    new_due_on: date | None = said("To", None, required=True)
    agreed_on: date | None = said("Agreed on", None)
    asked_by: str = said("Asked for by")
    why: str = said("Why", required=True)
    agreed_by: str = said("Agreed by")
    scrutineer_id: str | None = link("Recorded by", "scrutineer")

    def problems(self) -> list[Problem]:
        """Also: it belongs to one answer or one action, and the date really moves."""
        found = super().problems()
        if bool(self.addressee_id) is bool(self.action_id):
            found.append(Problem("addressee_id", "Choose the answer or the action whose date moves."))
        if self.new_due_on and self.new_due_on == self.old_due_on:
            found.append(Problem("new_due_on", "Give a date other than the one that stands."))
        return found


class Ledger(NamedTuple):
    """The dates that one clock has had, the first agreed one first."""

    dates: tuple[date, ...]

    @property
    def moves(self) -> int:
        """How often the date moved."""
        return max(len(self.dates) - 1, 0)

    def in_words(self, calendar: WorkingDays) -> str:
        """`third date, 7 working days later than first agreed`; nothing while the first date stands."""
        if not self.moves:
            return ""
        first, last = self.dates[0], self.dates[-1]
        if first == last:
            return f"{_ordinal(self.moves + 1)} date, the same day as first agreed"
        days = abs(calendar.between(first, last))
        count = counted(days, "working day") if days else "no working day"
        later = "later" if last > first else "earlier"
        return f"{_ordinal(self.moves + 1)} date, {count} {later} than first agreed"


def ledger(due_on: date | None, extensions: Iterable[Extension]) -> Ledger:
    """The dates of the clock that runs now: the extensions that lead, one from the other, to `due_on`.

    Extensions are handed in in the order in which they were entered.
    """
    if due_on is None:
        return Ledger(())
    dates = [due_on]
    for one in reversed(list(extensions)):
        if one.new_due_on == dates[0] and one.old_due_on:
            dates.insert(0, one.old_due_on)
        else:
            break
    return Ledger(tuple(dates))


def _ordinal(number: int) -> str:
    """`second`, `eleventh` as 11th, `21st`."""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in {11, 12, 13} else "th"
    return f"{number}{ending}"
