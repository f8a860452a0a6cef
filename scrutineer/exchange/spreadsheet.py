"""A list as an Excel file, for those who work on it without this program.

What is text stays text, whatever it begins with: no cell of ours is ever a formula or a link. Knows
nothing of where the rows come from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from textwrap import shorten, wrap
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from scrutineer.domain.text import clean, one_line

Cell = str | date | int | float | None

DATE_FORMAT = "dd mmm yyyy"
LONGEST_TEXT = 32_767      # UTF-16 units that Excel keeps in one cell
_MORE = " … (The cell holds no more; the whole text is in the record.)"
_USUAL_WIDTH = 16      # characters
_A4 = 9
_FONT = "Calibri"
_FIRST_YEAR = 1900      # of Excel's calendar
_ODD_BEGINNING = ("=", "+", "-", "@", "\t", "'")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")      # Excel would read a character's number there
_ABOUT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
<Application>Scrutineer</Application></Properties>"""


class Sheet(NamedTuple):
    """One table: `notes` are lines between title and table; `widths` count characters, one for each heading."""

    title: str
    notes: Sequence[str]
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[int] = ()


def to_excel(sheet: Sheet, author: str = "") -> bytes:
    """The sheet as an .xlsx file: a frozen, filtered heading row that repeats on each landscape A4 page."""
    from openpyxl import Workbook

    book = Workbook()
    page: Any = book.active
    page.title = _tab(sheet.title)
    widths = [*sheet.widths, *[_USUAL_WIDTH] * len(sheet.headings)][:len(sheet.headings)]
    top = _write_above(page, sheet, max(40, sum(widths)))
    _write_table(page, sheet, top)
    for letter, width in zip(_letters(len(widths)), widths, strict=True):
        page.column_dimensions[letter].width = width
    _lay_out(page, top, last=top + len(sheet.rows))
    about = book.properties
    about.title, about.language = one_line(sheet.title), "en-GB"
    about.creator = about.lastModifiedBy = one_line(author) or "Scrutineer"
    file = BytesIO()
    book.save(file)
    return _in_our_name(file)


def _write_above(page: Any, sheet: Sheet, width: int) -> int:
    """Title and notes, wrapped to the width of the table; returns the number of the heading row."""
    from openpyxl.styles import Font

    title = wrap(one_line(sheet.title), width) or ["List"]
    lines = title + [line for note in sheet.notes for line in wrap(one_line(note), width)]
    for number, line in enumerate(lines, start=1):
        _write(page.cell(number, 1), line)
    for number in range(1, len(title) + 1):
        page.cell(number, 1).font = Font(name=_FONT, size=14, bold=True)
    return len(lines) + 2


def _write_table(page: Any, sheet: Sheet, top: int) -> None:
    from openpyxl.styles import Alignment, Font

    as_read = Alignment(vertical="top", wrap_text=True)
    for row, values in enumerate([sheet.headings, *sheet.rows], start=top):
        for column, value in enumerate(values, start=1):
            cell = page.cell(row, column)
            _write(cell, value)
            cell.alignment = as_read
    for column in range(1, len(sheet.headings) + 1):
        page.cell(top, column).font = Font(name=_FONT, size=11, bold=True)


def _write(cell: Any, value: Cell) -> None:
    if isinstance(value, date) and value.year >= _FIRST_YEAR:
        cell.value, cell.number_format = value, DATE_FORMAT
    elif isinstance(value, str | date):
        text = _fitting(clean(str(value)))
        cell.value = _LOOKS_ESCAPED.sub("_x005F_", text) or None
        if text:
            cell.data_type = "s"
            cell.quotePrefix = text.startswith(_ODD_BEGINNING)      # stays text even when it is typed over
    else:
        cell.value = value


def _fitting(text: str) -> str:
    """The text, or as much of it as a cell holds, saying so."""
    if len(text.encode("utf-16-le")) <= 2 * LONGEST_TEXT:
        return text
    room = 2 * (LONGEST_TEXT - len(_MORE))
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + _MORE


def _lay_out(page: Any, top: int, last: int) -> None:
    """How it stands on the screen and on paper; empty cells are ruled, so that they can be filled in by hand."""
    page.freeze_panes = page.cell(top + 1, 1)
    page.auto_filter.ref = f"A{top}:{page.cell(last, page.max_column).coordinate}"
    page.print_title_rows = f"{top}:{top}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", _A4
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.print_options.gridLines = True
    page.oddFooter.center.text = "Page &P of &N"


def _letters(count: int) -> list[str]:
    from openpyxl.utils import get_column_letter

    return [get_column_letter(number) for number in range(1, count + 1)]


def _tab(title: str) -> str:
    """A name that Excel accepts for a sheet: at most 31 characters, none of them special."""
    allowed = re.sub(r"[\[\]:*?/\\]", " ", one_line(title))
    name = (shorten(allowed, 31, placeholder="") or allowed.strip()[:31]).strip(" '")
    return name if name and name.lower() != "history" else "List"


def _in_our_name(file: BytesIO) -> bytes:
    """The same file, with the part in which the library names itself put in our words."""
    written = BytesIO()
    with ZipFile(file) as old, ZipFile(written, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, _ABOUT if name == "docProps/app.xml" else old.read(name))
    return written.getvalue()
