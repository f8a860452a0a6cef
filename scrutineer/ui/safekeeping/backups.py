"""The backups that were made, as rows of a card: when, where, and whether they are still there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from scrutineer.domain.dates import short_date
from scrutineer.ui.widgets.card_row import CardRow
from scrutineer.ui.widgets.chip import Chip

MOST_SHOWN = 6


class Made(NamedTuple):
    """One backup: when it was made, its file, and the file's size in bytes, None when it is not there."""

    at: datetime
    file: Path
    size: int | None


def look(made: Sequence[tuple[datetime, Path]]) -> list[Made]:
    """See which are still there. May wait for a disk, so it is not asked on the window's thread."""
    return [Made(at, file, _size(file)) for at, file in made]


def moment(at: datetime) -> str:
    """`23 Nov 2026, 13:40`, by this computer's clock."""
    here = at.astimezone()
    return f"{short_date(here.date())}, {here:%H:%M}"


def row(one: Made, *, may_restore: bool) -> CardRow:
    """A backup with what can be done about it."""
    if one.size is None:
        return CardRow("backup", str(one.file), moment(one.at), f"{one.file.name}\n{one.file.parent}",
                       chip=Chip("not there any more"))  # fmt: skip
    size = f"{one.size / 1_000_000:,.1f} MB"
    restore = (("restore", "Restore"),) if may_restore else ()
    return CardRow("backup", str(one.file), moment(one.at), f"{one.file.name} · {size}\n{one.file.parent}",
                   actions=(("verify", "Open and check"), *restore))  # fmt: skip


def _size(file: Path) -> int | None:
    try:
        return file.stat().st_size
    except OSError:
        return None
