"""What have I looked at, and what not? Coverage by any two sides, its blind spots in words, and what was invited.

The record is read once for a picture; everything in it is put together here. Former agencies count with
those that followed them, and services with the agency they belong to, unless they are opened.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from scrutineer.domain import coverage as counting
from scrutineer.domain.blind_spots import BlindSpot, Since, Watched, blind_spots
from scrutineer.domain.coverage import NOTHING, Grid, Heading, Side, plainly, spans, terms
from scrutineer.domain.dates import short_date
from scrutineer.domain.plan import Priority
from scrutineer.register.desk import Desk
from scrutineer.register.families import Families
from scrutineer.register.frameworks import Frameworks
from scrutineer.register.today.loose_ends import began_on
from scrutineer.storage import coverage as storage

_NOT_NAMED = {
    Side.AGENCY: "No agency named", Side.PRIORITY: "No priority named", Side.ITEM: "No framework item named",
}  # fmt: skip


class Picture(NamedTuple):
    """Coverage on one day: the grid, what was not looked at and since when, and how much was invited, in words."""

    grid: Grid
    blind_spots: tuple[BlindSpot, ...]
    since: Since
    invited: str


class Coverage:
    """What was looked at."""

    def __init__(self, desk: Desk, frameworks: Frameworks) -> None:
        self._desk = desk
        self._frameworks = frameworks

    def coverage(self, rows: Side, columns: Side, until: date | None = None, *, opened: bool = False) -> Picture:
        """Coverage up to a day, today unless it is given; `opened` gives each service a row of its own."""
        until = until or self._desk.today()
        within, families = spans(until), Families(self._desk, until, opened=opened)
        pieces = storage.pieces(self._desk.record.database, until)
        keys = [families.of if side is Side.AGENCY else plainly(side) for side in (rows, columns)]
        cells = counting.crossed(pieces, keys[0], keys[1], within)
        columns_seen = {column for span in cells for column in span}
        rows_seen = {row for span in cells for by_row in span.values() for row in by_row}
        names = [self._headings(side, seen, until, families) for side, seen in
                 ((rows, rows_seen), (columns, columns_seen))]  # fmt: skip
        since, serves = self.since(until), self._desk.partnership.serves
        watched = Families(self._desk, until) if opened else families
        spots = blind_spots(pieces, self._watched(until, watched), since) if pieces else []
        recent = [one for one in pieces if one.held_on >= within[0].starts_on.isoformat()]
        return Picture(Grid(names[0], names[1], within, cells), tuple(spots), since, counting.invited(recent, serves))

    def since(self, until: date) -> Since:
        """From when on something must have been looked at: twelve months ago, or when I began if that is later."""
        began, first_day = began_on(self._desk), spans(until)[0].starts_on
        if began and first_day < began <= until:
            return Since(began, f"since I began on {short_date(began)}")
        return Since(first_day, "in the last twelve months")

    def _watched(self, until: date, families: Families) -> Watched:
        chosen = self._frameworks.chosen()
        titles = self._frameworks.titles([chosen.ref(one) for one in chosen.items]) if chosen else {}
        items = [Heading(*one) for one in titles.items()]
        return Watched(families.partners(), families.of, self._priorities(until), items,
                       self._desk.partnership.serves)  # fmt: skip

    def _priorities(self, until: date) -> list[Heading]:
        in_force = [one for one in self._desk.reader.all(Priority)
                    if (one.starts_on or until) <= until <= (one.ends_on or until)]  # fmt: skip
        return [Heading(one.id, one.title) for one in in_force]

    def _headings(self, side: Side, seen: set[str], until: date, families: Families) -> tuple[Heading, ...]:
        """What stands on a side: everything that could have been looked at, and everything that was."""
        found = dict(terms(side, self._desk.partnership.serves))
        if side is Side.AGENCY:
            found = dict(families.headings(seen))
        elif side is Side.PRIORITY:
            found = dict(self._priorities(until))
            more = self._desk.reader.all(Priority, with_deleted=True, id=seen - found.keys())
            found |= {one.id: one.title for one in more}
        elif side is Side.ITEM:
            chosen = self._frameworks.chosen()
            refs = [chosen.ref(one) for one in chosen.items] if chosen else []
            found = self._frameworks.titles([*refs, *sorted(seen - {NOTHING, *refs})])
        if NOTHING in seen:
            found[NOTHING] = _NOT_NAMED[side]
        return tuple(Heading(*one) for one in found.items())
