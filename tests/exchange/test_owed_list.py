"""The same list as a workbook, to be sorted and filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

from openpyxl import load_workbook

from scrutineer.domain.owed import COLUMNS, TITLE, Owed
from scrutineer.exchange.owed_list import sheet
from scrutineer.exchange.spreadsheet import to_excel
from tests.domain.test_owed import HEAD, ROW
from tests.factories import TODAY

OWED = Owed(masthead=HEAD, on=TODAY, rows=(ROW,))


def test_each_column_is_there_with_days_as_days_and_the_last_one_empty():
    page = load_workbook(BytesIO(to_excel(sheet(OWED)))).active
    heading, row = page[page.auto_filter.ref]
    assert tuple(cell.value for cell in heading) == COLUMNS
    found = dict(zip(COLUMNS, (cell.value for cell in row), strict=True))
    assert found["Asked for by"] == datetime.combine(date(2026, 11, 10), datetime.min.time())
    assert (found["Since when"], found["Came in on"]) == (ROW.clock, None)


def test_the_mark_and_the_sample_are_said():
    made = sheet(replace(OWED, masthead=replace(HEAD, mark="OFFICIAL", is_sample=True)))
    assert made.title == f"SAMPLE: {TITLE}"
    assert made.notes[0] == "OFFICIAL"
    assert len(sheet(OWED).notes) == len(OWED.notes)
    assert len(made.widths) == len(COLUMNS)
