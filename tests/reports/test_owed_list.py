"""The list in Word: one table, its last column left to be written in."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx

from scrutineer.domain.owed import TITLE, Owed
from scrutineer.reports.blocks import Table, as_blocks, lines_of
from scrutineer.reports.owed_list import COLUMNS, document
from scrutineer.reports.word import to_word
from tests.domain.test_owed import HEAD, ROW
from tests.factories import TODAY

BARE = replace(ROW, who="ICB", role="", put_on=None, due_on=None, ledger="", clock="awaited, no date set",
               is_late=False, chased_on=(), escalation="")  # fmt: skip
OWED = Owed(masthead=HEAD, on=TODAY, rows=(BARE, ROW))


def table(owed: Owed) -> Table:
    (found,) = [block for block in document(owed).blocks if isinstance(block, Table)]
    return found


def test_a_row_says_who_owes_what_since_when_and_what_was_done():
    bare, full = [["\n".join(lines_of(as_blocks(cell))) for cell in row] for row in table(OWED).rows]
    assert dict(zip(COLUMNS, full, strict=True)) == {
        "Who": "Police (Head of safeguarding)", "What is awaited": "EX-C-2026-014\nFathers",
        "Asked for by": "10 Nov 2026\nPut on 12 Oct 2026\nSecond date",
        "Since when": "Answer awaited since 10 Nov (9 working days)\nChased 30 Dec 2025, 17 Nov\nStage 1 · agency lead",
        "Came in on": "",
    }
    assert bare[2:] == ["No date set", "Awaited, no date set", ""]


def test_it_opens_in_word_with_an_empty_column_to_write_in(violations):
    data = to_word(document(OWED))
    (shown,) = docx.Document(BytesIO(data)).tables
    assert [cell.text for cell in shown.columns[4].cells] == ["Came in on", "", ""]
    assert violations(data) == []


def test_the_document_says_what_it_is_whose_and_how_to_fill_it_in():
    said = document(replace(OWED, masthead=replace(HEAD, mark="OFFICIAL", is_sample=True)))
    assert (said.full_title, said.mark) == (f"SAMPLE: {TITLE}", "OFFICIAL")
    assert "Who owes what, as at 23 November 2026" in said.subtitle
    assert any("please write in the last column" in line for line in lines_of(said.blocks))


def test_where_nothing_is_awaited_it_says_so():
    assert "Nothing is awaited from anybody." in lines_of(document(replace(OWED, rows=())).blocks)
