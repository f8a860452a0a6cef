"""The list for the business unit as a sheet: the same rows as in Word, to be sorted and filled in."""

from __future__ import annotations

from scrutineer.domain.owed import COLUMNS, TITLE, Owed, cells
from scrutineer.exchange.spreadsheet import Sheet

_WIDTHS = (26, 18, 44, 13, 13, 26, 30, 18, 26, 16)      # characters


def sheet(owed: Owed) -> Sheet:
    """The list as a sheet; its last column is empty."""
    title = f"SAMPLE: {TITLE}" if owed.masthead.is_sample else TITLE
    notes = [*([owed.masthead.mark] if owed.masthead.mark else []), *owed.notes]
    return Sheet(title, notes, COLUMNS, [cells(one, owed.on) for one in owed.rows], _WIDTHS)
