"""A row of the list has a cell for every column, and its last cell is for the business unit."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.figures import Masthead
from scrutineer.domain.owed import COLUMNS, Owed, OwedFigure, cells
from tests.factories import TODAY

ROW = OwedFigure(
    who="Police", role="Head of safeguarding", reference="EX-C-2026-014", what="Fathers", put_on=date(2026, 10, 12),
    due_on=date(2026, 11, 10), ledger="second date", clock="answer awaited since 10 Nov (9 working days)",
    is_late=True, chased_on=(date(2025, 12, 30), date(2026, 11, 17)), escalation="Stage 1 · agency lead",
)  # fmt: skip
HEAD = Masthead(partnership="Exampleshire SCP", short_code="EX", author="A", author_title="Independent Scrutineer")


def test_a_row_says_who_what_since_when_chased_when_and_leaves_room():
    row = dict(zip(COLUMNS, cells(ROW, TODAY), strict=True))
    assert row["Who"] == "Police (Head of safeguarding)"
    assert (row["Put on"], row["Asked for by"]) == (date(2026, 10, 12), date(2026, 11, 10))
    assert row["Chased on"] == "30 Dec 2025, 17 Nov"
    assert row["Came in on"] is None


def test_the_notes_count_and_ask_for_the_list_back():
    owed = Owed(masthead=HEAD, on=TODAY, rows=(ROW, ROW))
    stands, asks = owed.notes
    assert stands == (
        "Independent Scrutineer of Exampleshire SCP, as at 23 Nov 2026: "
        "2 awaited, 2 of them since a day that has passed."
    )
    assert "please write in the last column when it came in" in asks
