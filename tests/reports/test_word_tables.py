"""Tables that a screen reader, a printer and a tired reader can all follow."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.reports.blocks import Content, Paragraph, Table
from scrutineer.reports.word_tables import column_widths, table_xml
from scrutineer.reports.word_text import paragraph, run
from tests.reports.reading import W, element, value, words_of


def _write(content: Content, style: str) -> str:
    return paragraph(style.replace(" ", ""), run(content if isinstance(content, str) else "blocks"))


def _xml(table: Table, width: int = 9000):
    return element(table_xml(table, width, "PaperTable", _write))[0]


TABLE = Table(("A", "B"), (("1", "2"), ("3", "")), caption="Title", description="What it shows", empty="Not recorded")


def test_the_header_row_repeats_and_no_row_is_split():
    header, *rows = _xml(TABLE).findall(f"{W}tr")
    assert header.find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rows)
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (header, *rows))


def test_a_very_long_row_may_run_on_to_the_next_page():
    _, short, long = _xml(Table(("A",), (("x",), ("x" * 2000,)))).findall(f"{W}tr")
    assert short.find(f"{W}trPr/{W}cantSplit") is not None
    assert long.find(f"{W}trPr/{W}cantSplit") is None


def test_what_stands_on_many_lines_of_a_narrow_column_may_run_on_as_well():
    _, row = _xml(Table(("A", "B"), (("x", "word " * 60),), (9, 1))).findall(f"{W}tr")
    assert row.find(f"{W}trPr/{W}cantSplit") is None
    _, row = _xml(Table(("A", "B"), (("x", "word " * 60),), (1, 9))).findall(f"{W}tr")
    assert row.find(f"{W}trPr/{W}cantSplit") is not None


def test_an_empty_cell_says_so():
    assert words_of(_xml(TABLE)) == "AB123Not recorded"
    assert words_of(_xml(Table(("A",), (((Paragraph(" "),),),)))) == "ANone"
    assert words_of(_xml(Table(("A",), (("\x1b",),)))) == "ANone"      # nothing that could be printed


def test_a_table_without_rows_says_none_under_each_heading():
    assert words_of(_xml(Table(("A", "B"), ()))) == "ABNoneNone"


def test_nothing_is_merged_and_every_cell_has_a_paragraph():
    found = _xml(TABLE)
    assert not list(found.iter(f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge"))
    assert all(cell.findall(f"{W}p") for cell in found.iter(f"{W}tc"))


@pytest.mark.parametrize(("table", "name", "description"), [
    (TABLE, "Title", "What it shows"), (Table(("A", "B"), ()), "Table of A, B", "Table of A, B"),
    (Table(("A",), (), description="Only shown"), "Only shown", "Only shown"),
])
def test_a_table_has_a_name_for_a_screen_reader(table: Table, name: str, description: str):
    found = _xml(table)
    assert (value(found, "tblPr/tblCaption"), value(found, "tblPr/tblDescription")) == (name, description)


def test_row_headers_are_labels_and_marked_as_such():
    found = _xml(Table(("A", "B"), (("1", "2"),), row_headers=True))
    styles = [node.get(f"{W}val") for node in found.iter(f"{W}pStyle")]
    assert styles == ["TableHeading", "TableHeading", "TableLabel", "TableText"]
    assert value(found, "tblPr/tblLook", "firstColumn") == "1"


@given(st.lists(st.floats(0.1, 100), min_size=1, max_size=12), st.integers(5000, 15000))
def test_columns_fill_the_width_exactly(shares: list[float], width: int):
    widths = column_widths(shares, width)
    assert sum(widths) == width
    assert all(abs(part - width * share / sum(shares)) <= 1 for part, share in zip(widths, shares, strict=True))


def test_columns_without_widths_take_the_room_that_their_words_need():
    widths = [int(column.get(f"{W}w")) for column in
              _xml(Table(("A", "B", "C"), (("x" * 3, "x" * 20, "x" * 900),))).iter(f"{W}gridCol")]
    assert all(left < right for left, right in pairwise(widths))
    assert sum(widths) == 9000
