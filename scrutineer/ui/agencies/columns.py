"""What the lists of this screen show: agencies with what stands between us, and plain entries for the rest."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from scrutineer.domain.dates import near_date
from scrutineer.domain.lines import AgencyLine
from scrutineer.domain.organisation import PartnerStatus
from scrutineer.domain.text import counted
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.columns import Column


class Entry(NamedTuple):
    """A line of the other lists: which record, its title, a soft second line, and words on the right.

    `key` sorts the words on the right; "" when they sort as they read.
    """

    id: str
    kind: str
    title: str
    about: str = ""
    aside: str = ""
    mark: str = ""
    key: str = ""


def agency_columns(today: date) -> list[Column]:
    """Good news stands before what was asked."""
    return [
        Column("Agency", lambda line: line.name, second=about, stretch=True),
        Column("Strengths", lambda line: f"{line.strengths:,}" if line.strengths else None, width=9, right=True,
               sort_key=lambda line: -line.strengths),
        Column("Open challenges", lambda line: f"{line.open_challenges:,}" if line.open_challenges else None,
               second=lambda line: f"{line.awaited:,} awaited" if line.awaited else None, width=15, right=True,
               sort_key=lambda line: -line.open_challenges),
        Column("Last seen", lambda line: near_date(line.last_seen_on, today), width=11, right=True,
               sort_key=lambda line: line.last_seen_on),
    ]  # fmt: skip


def entry_columns(title: str, aside: str) -> list[Column]:
    """A title with its second line, and what stands on the right under `aside`."""
    return [
        Column(title, lambda entry: entry.title, second=lambda entry: entry.about, stretch=True),
        Column(aside, lambda entry: entry.aside, chip=lambda entry: Chip(entry.mark) if entry.mark else None,
               sort_key=lambda entry: entry.key or entry.aside or entry.mark or None, width=26),
    ]  # fmt: skip


def about(line: AgencyLine) -> str:
    """`Police · Statutory safeguarding partner`; a service says within what, a former agency that it was one."""
    standing = f"service within {line.parent}" if line.parent else ""
    if not line.parent and line.status is not PartnerStatus.OTHER:
        standing = line.status.label
    return " · ".join(filter(None, ("former" if line.is_former else "", line.kind.label, standing)))


def ordered(lines: list[AgencyLine]) -> list[AgencyLine]:
    """Statutory partners, then relevant agencies, then others; services after their agency, former ones last."""
    roots = {line.short_name or line.name: line for line in lines if not line.parent}
    standing = list(PartnerStatus)

    def place(line: AgencyLine) -> tuple[bool, int, str, bool, str]:
        root = roots.get(line.parent, line)
        return (line.is_former, standing.index(root.status), root.name.casefold(), bool(line.parent),
                line.name.casefold())  # fmt: skip

    return sorted(lines, key=place)


def members(count: int) -> str:
    """`3 agencies`."""
    return counted(count, "agency", "agencies")
