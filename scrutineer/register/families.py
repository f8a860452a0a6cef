"""Agencies as families, as they stood on a day: an agency with its services and with those that it followed.

Whatever counts or tells an agency as a whole asks here, so that coverage and papers mean the same by it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from scrutineer.domain.coverage import Heading, Piece
from scrutineer.domain.lines import succeeded_name
from scrutineer.domain.organisation import Agency, AgencySuccession, PartnerStatus
from scrutineer.register.desk import Desk


class Families:
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

    def told(self, since: date) -> list[tuple[Agency, str]]:
        """Each agency of the partnership that stood on some day from `since` on, with what it is called.

        In the order of their standing, then by name; one that another followed is told with that other.
        """
        return [(one, self._called(one)) for one in self._standing(self._agencies) if not one.parent_id
                and one.deleted_at is None and one.status is not PartnerStatus.OTHER and self._home[one.id] == (one.id,)
                and (one.starts_on or since) <= self._on and (one.ends_on or self._on) >= since]  # fmt: skip

    def whole(self, id_: str) -> frozenset[str]:
        """The ids of all that count with an agency: its own, its services', and those that it followed."""
        return frozenset(one for one, home in self._home.items() if id_ in home)

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
