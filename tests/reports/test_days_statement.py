"""The statement of days in Word: one table and its total."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx

from scrutineer.domain.days import DaysRow, DaysStatement
from scrutineer.reports.blocks import lines_of
from scrutineer.reports.days_statement import document
from scrutineer.reports.word import to_word
from tests.domain.test_owed import HEAD

ROWS = (DaysRow(date(2026, 11, 9), "Front door visited (A-2026-001)", 1.0), DaysRow(date(2026, 11, 20), "Travel", 0.5))
STATEMENT = DaysStatement(masthead=HEAD, starts_on=date(2026, 11, 1), ends_on=date(2026, 11, 30), rows=ROWS)


def test_it_opens_in_word_with_each_day_and_the_total(violations):
    data = to_word(document(STATEMENT))
    word = docx.Document(BytesIO(data))
    [table] = word.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Date", "What", "Days"], ["9 Nov 2026", "Front door visited (A-2026-001)", "1"],
        ["20 Nov 2026", "Travel", "0.5"],
    ]  # fmt: skip
    assert "Total: 1.5 days" in [paragraph.text for paragraph in word.paragraphs]
    assert violations(data) == []


def test_it_says_whose_days_they_are_and_from_when_to_when():
    masthead = replace(HEAD, author="The Scrutineer", mark="OFFICIAL", is_sample=True)
    said = document(replace(STATEMENT, masthead=masthead))
    assert (said.full_title, said.mark) == ("SAMPLE: Statement of days", "OFFICIAL")
    assert "The Scrutineer" in said.subtitle
    assert "1 November 2026 to 30 November 2026" in said.subtitle


def test_where_no_days_were_spent_it_says_so():
    assert list(lines_of(document(replace(STATEMENT, rows=())).blocks)) == ["No days were spent in this time."]
