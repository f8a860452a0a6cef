"""What the list of actions says, and which lines each filter lists."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scrutineer.domain.dates import WorkingDays
from scrutineer.domain.lines import ActionLine
from scrutineer.ui.actions import columns
from tests.factories import TODAY

SINCE, LATER = (TODAY - timedelta(days=6)).isoformat(), (TODAY + timedelta(days=21)).isoformat()


def a_line(**over: object) -> ActionLine:
    usual = ActionLine(
        id="a", kind="action", text="Audit *twenty* plans. And more.", owner="Head of service", party="Police",
        challenge_id="c", reference="EX-C-2026-004", challenge="Fathers", first_due_on=None, due_on=LATER, moves=0,
        status="open", done_on=None, seen=None, seen_on=None,
    )  # fmt: skip
    return usual._replace(**over)


def a_promise(**over: object) -> ActionLine:
    return a_line(**{"kind": "undertaking", "text": "Send the tool.", "party": "the districts", "reference": ""} | over)


def words(line: ActionLine) -> list[str]:
    return [column.words(line) for column in columns.columns(lambda: TODAY, WorkingDays)]


def test_a_line_says_who_does_what_by_when_and_what_is_reported_and_seen():
    assert words(a_line()) == [
        "Audit twenty plans, Police · Head of service · C-2026-004", "due 14 Dec", "Open, not looked at yet",
    ]  # fmt: skip
    assert words(a_line(status="done", seen="in_part", seen_on=SINCE))[1:] == [
        "", "Reported done, Seen in part on 17 Nov",
    ]  # fmt: skip
    assert words(a_line(due_on=None))[1] == "no date yet"


def test_lateness_is_a_clock_with_its_day():
    by_when = columns.columns(lambda: TODAY, WorkingDays)[1]
    late = a_line(due_on=SINCE)
    assert (by_when.text(late), by_when.clock(late)) == ("", "awaited since 17 Nov")
    assert by_when.clock(a_line(due_on=SINCE, status="done")) == ""


def test_a_date_that_moved_says_how_far():
    moved = a_line(first_due_on="2026-12-07", moves=2)
    assert columns.ledger_of(moved, WorkingDays) == "third date, 5 working days later than first agreed"
    assert columns.ledger_of(a_line(first_due_on="2026-12-07"), WorkingDays) == ""


def test_a_promise_is_mine_to_keep_until_it_is_kept():
    assert words(a_promise()) == ["Send the tool, I promised the districts", "due 14 Dec", "To keep"]
    kept = a_promise(status="done", done_on=SINCE, party="")
    assert words(kept) == ["Send the tool, I promised", "", "Kept, on 17 Nov"]


@pytest.mark.parametrize(("line", "listed"), [
    (a_line(), {"open", "all"}),
    (a_line(due_on=SINCE), {"open", "late", "all"}),
    (a_line(status="done"), {"unseen", "done", "all"}),
    (a_line(status="done", seen="as_reported"), {"done", "all"}),
    (a_line(status="dropped"), {"done", "all"}),
    (a_promise(due_on=SINCE), {"promises", "all"}),
], ids=["open", "late", "unseen", "seen", "dropped", "promise"])  # fmt: skip
def test_each_filter_lists_what_it_says(line: ActionLine, listed: set[str]):
    assert {choice.code for choice in columns.FILTERS if columns.passes(line, choice.code, TODAY)} == listed


def test_each_filter_says_what_belongs_there_and_the_last_leaves_nothing_out():
    assert {choice.code for choice in columns.FILTERS} == set(columns.NOTHING)
    assert columns.FILTERS[-1].code == "all"
