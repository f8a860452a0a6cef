"""A list that opens in Excel as it was meant: text as text, dates as dates, ready to be printed."""

from __future__ import annotations

import re
import time
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from scrutineer.domain.text import clean
from scrutineer.exchange.spreadsheet import DATE_FORMAT, LONGEST_TEXT, Cell, Sheet, to_excel

SHEET = Sheet(
    "Who owes what", ["As at 23 November 2026", "Put and not yet answered"],
    ["Reference", "Put to", "Since", "Working days", "Came in on"],
    [["HSCP-C-2026-014", "Police\nHealth", date(2026, 11, 9), 10, None], ["HSCP-C-2026-015", "Council", None, 2.5, ""]],
    [18, 40, 14, 10, 14],
)
HOSTILE = ["=1+1", "=cmd|' /C calc'!A0", "+44 1632 960000", "-1", "@SUM(A1)", "{=1}", "\t=1", "#N/A", "'quoted", "TRUE",
           "2026-11-09", "http://example.org", "<b>&amp;", "_x0041_", "  spaced  ", "a\nb", "1e5", "😀"]  # fmt: skip


def opened(data: bytes) -> Any:
    return load_workbook(BytesIO(data)).active


def table(page: Any) -> list[tuple[Any, ...]]:
    """Everything from the heading row on, as values."""
    return [tuple(cell.value for cell in row) for row in page[page.auto_filter.ref]]


def written(value: Cell) -> Any:
    page = opened(to_excel(Sheet("List", [], ["Heading"], [[value]])))
    return page[page.max_row][0]


def test_title_notes_and_table_stand_one_below_the_other():
    page = opened(to_excel(SHEET))
    assert [page.cell(row, 1).value for row in range(1, 5)] == [SHEET.title, *SHEET.notes, None]
    assert table(page)[0] == tuple(SHEET.headings)
    assert page.auto_filter.ref == "A5:E7"
    assert page["A6"].value == "HSCP-C-2026-014"
    assert page["B6"].value == "Police\nHealth"
    assert page["C6"].value.date() == date(2026, 11, 9)
    assert (page["D6"].value, page["D7"].value) == (10, 2.5)
    assert page["E6"].value is page["E7"].value is None


def test_dates_are_real_dates_in_the_order_of_the_uk():
    cell = written(date(2026, 3, 1))
    assert cell.is_date
    assert cell.number_format == DATE_FORMAT == "dd mmm yyyy"
    assert written(date(1899, 3, 1)).value == "1899-03-01"


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_text_whatever_it_begins_with(text: str):
    cell = written(text)
    assert cell.data_type in {"s", "inlineStr"}
    assert cell.value == text.replace("_x0041_", "_x005F_x0041_")
    assert cell.hyperlink is None
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@", "\t", "'"))


@settings(max_examples=40)
@given(st.lists(st.text(), min_size=1, max_size=5))
def test_whatever_is_kept_comes_back(texts: list[str]):
    data = to_excel(Sheet("List", texts, ["Heading"], [[text] for text in texts]))
    assert "<f>" not in ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    back = [row[0] or "" for row in table(opened(data))[1:]]
    assert back == [clean(text) for text in texts]


def test_a_text_longer_than_a_cell_says_that_there_is_more():
    for text in ("x" * 40_000, "😀" * 20_000):
        kept = written(text).value
        assert kept.endswith("the whole text is in the record.)")
        assert LONGEST_TEXT - 2 <= len(kept.encode("utf-16-le")) / 2 <= LONGEST_TEXT
    assert written("x" * LONGEST_TEXT).value == "x" * LONGEST_TEXT


def test_the_heading_row_is_bold_frozen_filtered_and_printed_on_each_page():
    page = opened(to_excel(SHEET))
    assert all(cell.font.b for cell in page[5])
    assert not any(cell.font.b for cell in page[6])
    assert page.freeze_panes == "A6"
    assert page.print_title_rows == "$5:$5"
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.print_options.gridLines
    assert page.oddFooter.center.text == "Page &P of &N"


def test_cells_wrap_from_the_top_in_columns_as_wide_as_asked_for():
    page = opened(to_excel(SHEET))
    assert all(cell.alignment.wrap_text and cell.alignment.vertical == "top" for row in page["A5:E7"] for cell in row)
    assert [page.column_dimensions[letter].width for letter in "ABCDE"] == SHEET.widths
    unasked = opened(to_excel(SHEET._replace(widths=[])))
    assert unasked.column_dimensions["E"].width > 10


def test_long_notes_are_wrapped_to_the_width_of_the_table():
    words = "word " * 100
    page = opened(to_excel(Sheet("List", [words, ""], ["Heading"], [["x"]], [20])))
    lines = [row[0].value for row in page.iter_rows(min_row=2) if row[0].value][:-2]
    assert len(lines) > 5
    assert " ".join(lines) == words.strip()
    assert max(map(len, lines)) <= 40


def test_a_list_without_rows_is_still_a_list():
    page = opened(to_excel(Sheet("List", [], ["A", "B"], [])))
    assert table(page) == [("A", "B")]


@pytest.mark.parametrize(("title", "tab"), [
    ("Who owes what", "Who owes what"), ("Who owes what: [Police] / Health?", "Who owes what Police Health"),
    ("Actions agreed with the three statutory partners", "Actions agreed with the three"), ("x" * 40, "x" * 31),
    ("'History'", "List"), ("", "List"), ("///", "List"), ("Tom & <b>", "Tom & <b>"),
])  # fmt: skip
def test_the_sheet_has_a_name_that_excel_accepts(title: str, tab: str):
    page = opened(to_excel(SHEET._replace(title=title)))
    assert page.title == tab
    assert page["A1"].value == (title or "List")
    assert page["A1"].font.b


def test_the_file_names_its_author_and_no_library():
    data = to_excel(SHEET, "Independent Scrutineer")
    about = load_workbook(BytesIO(data)).properties
    assert (about.title, about.creator, about.lastModifiedBy) == ("Who owes what", *["Independent Scrutineer"] * 2)
    assert load_workbook(BytesIO(to_excel(SHEET))).properties.creator == "Scrutineer"
    with ZipFile(BytesIO(data)) as parts:
        assert not parts.testzip()
        assert not [name for name in parts.namelist() if re.search(b"openpyxl", parts.read(name), re.IGNORECASE)]


def test_five_thousand_rows_are_written_soon():
    rows = [["HSCP-C-2026-014", "=words " * 20, date(2026, 11, 9), number, None] for number in range(5_000)]
    begun = time.process_time()
    data = to_excel(SHEET._replace(rows=rows))
    assert time.process_time() - begun < 4
    assert opened(data).max_row == 5_005
