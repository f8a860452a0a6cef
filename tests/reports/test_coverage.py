"""Coverage in Word: what was invited, blind spots as a list, and a line for each cell with anything in it."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.coverage import Grid, Heading, Side
from scrutineer.domain.figures import Masthead
from scrutineer.reports import coverage
from scrutineer.reports.blocks import BulletList, Table, lines_of
from tests.domain.test_coverage import UNTIL, grid, piece

ROWS = (Heading("la", "LA"), Heading("housing", "Housing"))
MASTHEAD = Masthead(partnership="Exampleshire SCP", short_code="EX", mark="", author="The Scrutineer",
                    author_title="Independent Scrutineer")  # fmt: skip


def made(*sentences: str) -> tuple:
    cells = grid([piece(), piece(1, my_part="oversaw"), piece(2, held_on="2025-06-01")])
    whole = Grid(ROWS, (Heading("front_line_visit", "Visit to the front line"),), cells.spans, cells.cells)
    return coverage.document(whole, (Side.AGENCY, Side.FORM), sentences, "2 took place.", MASTHEAD, UNTIL).blocks


def test_each_cell_is_a_line_and_an_agency_that_nobody_saw_has_one_too():
    table = next(one for one in made() if isinstance(one, Table))
    assert table.header == ("Agencies", "Forms", "to 23 Nov 2026", "to 22 Nov 2025", "to 22 Nov 2024", "to 22 Nov 2023")
    assert table.rows == (("LA", "Visit to the front line", "2 (1)", "1 (1)", "0", "0"),
                          ("Housing", "nothing in this time", "0", "0", "0", "0"))  # fmt: skip


def test_blind_spots_are_listed_in_words_or_said_to_be_none():
    listed = next(one for one in made("Nobody has looked at Housing.") if isinstance(one, BulletList))
    assert listed.items == ("Nobody has looked at Housing.",)
    assert "There is no blind spot to name." in list(lines_of(made()))


def test_the_document_says_until_when():
    cells = Grid((), (), grid([]).spans, grid([]).cells)
    document = coverage.document(cells, (Side.LEVEL, Side.FAMILY), (), "", MASTHEAD, date(2026, 11, 23))
    assert document.subtitle.endswith("Twelve months to 23 November 2026, and three times twelve before")
