"""What have I looked at, and what not? Coverage by any two sides, its blind spots in words, and what was invited.

The record is read once for a picture; everything in it is put together here. Former agencies count with
those that followed them, and services with the agency they belong to, unless they are opened.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from scrutineer.domain import coverage as counting
from scrutineer.domain.blind_spots import BlindSpot, Since, Watched, blind_spots
from scrutineer.domain.coverage import NOTHING, Grid, Heading, Piece, Side, plainly, spans, terms
from scrutineer.domain.dates import short_date
from scrutineer.domain.lines import succeeded_name
from scrutineer.domain.organisation import Agency, AgencySuccession, PartnerStatus
from scrutineer.domain.plan import Priority
from scrutineer.register.desk import Desk
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
        within, families = spans(until), _Families(self._desk, until, opened=opened)
        pieces = storage.pieces(self._desk.record.database, until)
        keys = [families.of if side is Side.AGENCY else plainly(side) for side in (rows, columns)]
        cells = counting.crossed(pieces, keys[0], keys[1], within)
        columns_seen = {column for span in cells for column in span}
        rows_seen = {row for span in cells for by_row in span.values() for row in by_row}
        names = [self._headings(side, seen, until, families) for side, seen in
                 ((rows, rows_seen), (columns, columns_seen))]  # fmt: skip
        since, serves = self.since(until), self._desk.partnership.serves
        watched = _Families(self._desk, until) if opened else families
        spots = blind_spots(pieces, self._watched(until, watched), since) if pieces else []
        recent = [one for one in pieces if one.held_on >= within[0].starts_on.isoformat()]
        return Picture(Grid(names[0], names[1], within, cells), tuple(spots), since, counting.invited(recent, serves))

    def since(self, until: date) -> Since:
        """From when on something must have been looked at: twelve months ago, or when I began if that is later."""
        began, first_day = began_on(self._desk), spans(until)[0].starts_on
        if began and first_day < began <= until:
            return Since(began, f"since I began on {short_date(began)}")
        return Since(first_day, "in the last twelve months")

    def _watched(self, until: date, families: _Families) -> Watched:
        chosen = self._frameworks.chosen()
        titles = self._frameworks.titles([chosen.ref(one) for one in chosen.items]) if chosen else {}
        items = [Heading(*one) for one in titles.items()]
        return Watched(families.partners(), families.of, self._priorities(until), items,
                       self._desk.partnership.serves)  # fmt: skip

    def _priorities(self, until: date) -> list[Heading]:
        in_force = [one for one in self._desk.reader.all(Priority)
                    if (one.starts_on or until) <= until <= (one.ends_on or until)]  # fmt: skip
        return [Heading(one.id, one.title) for one in in_force]

    def _headings(self, side: Side, seen: set[str], until: date, families: _Families) -> tuple[Heading, ...]:
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


class _Families:
    """Agencies with their services and with those that they followed, as they stood on a day."""

    def __init__(self, desk: Desk, on: date, *, opened: bool = False) -> None:
        self._on = on
        self._agencies = {one.id: one for one in desk.reader.all(Agency, with_deleted=True)}
        self._after: dict[str, list[str]] = defaultdict(list)
        for one in desk.reader.all(AgencySuccession):
            before, after = one.predecessor_id or "", one.successor_id or ""
            if {before, after} <= self._agencies.keys() and (one.changed_on or on) <= on:
                self._after[before].append(after)
        self._opened = opened
        self._home = {id_: tuple(dict.fromkeys(self._homes(id_, frozenset()))) for id_ in self._agencies}
        self._moved = {id_ for id_, home in self._home.items() if home != (id_,)}
        self._before = {id_: after for id_, after in self._after.items() if self._has_ended(self._agencies[id_])}

    def of(self, piece: Piece) -> Iterable[str]:
        """The agencies with which a piece counts."""
        ids = piece.agency_ids
        if self._moved.isdisjoint(ids):      # nearly every piece, so it is asked first
            return ids
        return dict.fromkeys(home for id_ in ids for home in self._home.get(id_, ()))

    def partners(self) -> list[Heading]:
        """The agencies of the partnership that exist on the day, without their services."""
        return [Heading(one.id, self._called(one)) for one in self._standing(self._agencies)
                if not one.parent_id and self._is_partner(one)]  # fmt: skip

    def headings(self, seen: Iterable[str]) -> list[Heading]:
        """The partners and whoever else was looked at; services after the agency they belong to."""
        ids = set(seen) | {id_ for id_, one in self._agencies.items() if self._is_row(one)}
        return [Heading(one.id, self._called(one)) for one in self._standing(ids & self._agencies.keys())]

    def _standing(self, ids: Iterable[str]) -> list[Agency]:
        order = list(PartnerStatus)

        def place(one: Agency) -> tuple[int, str, bool, str]:
            root = self._agencies.get(one.parent_id or "", one)
            return order.index(root.status), root.called.casefold(), one is not root, one.called.casefold()

        return sorted((self._agencies[id_] for id_ in ids), key=place)

    def _is_row(self, one: Agency) -> bool:
        return self._is_partner(one) and (self._opened or not one.parent_id)

    def _is_partner(self, one: Agency) -> bool:
        on = self._on
        is_there = (one.starts_on or on) <= on <= (one.ends_on or on) and one.deleted_at is None
        return is_there and one.status is not PartnerStatus.OTHER

    def _homes(self, id_: str, on_the_way: frozenset[str]) -> Iterator[str]:
        """Where an agency counts: with all that followed it, with what it is a service of, or with itself."""
        one, further = self._agencies[id_], on_the_way | {id_}
        onwards: Sequence[str] = self._after[id_] if self._has_ended(one) else ()
        if not onwards and one.parent_id in self._agencies and not self._opened:
            onwards = (one.parent_id or "",)
        onwards = [step for step in onwards if step not in further]
        if not onwards:
            yield id_
        for step in onwards:
            yield from self._homes(step, further)

    def _called(self, one: Agency) -> str:
        """`ICB (formerly CCG)`; of a service in a row of its own, its agency before it."""
        parent = self._agencies.get(one.parent_id or "")
        name = f"{parent.called}: {one.called}" if parent else one.called
        former = [self._agencies[id_].called for id_, after in self._before.items() if one.id in after]
        return succeeded_name(name, ", ".join(former)) if former else name

    def _has_ended(self, one: Agency) -> bool:
        return bool(one.ends_on and one.ends_on < self._on)
