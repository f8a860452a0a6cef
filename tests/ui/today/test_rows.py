from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.challenge import ImpactLevel
from scrutineer.register.today.rows import Row, Rows, lines
from scrutineer.ui.deeds import DEEDS
from scrutineer.ui.today import rows
from scrutineer.ui.widgets.chip import Chip, Sign

KINDS = ("challenge", "activity", "finding", "meeting", "paper", "undertaking")


def a_row(kind: str = "challenge", number: int = 1, **more: object) -> Row:
    return Row(kind, f"id{number}", f"Title {number}", "detail", "26 Nov", **more)


@given(st.lists(st.sampled_from(KINDS), max_size=60), st.integers(0, 3))
def test_every_row_is_shown_or_counted_however_far_it_is_unfolded(kinds: list[str], times: int) -> None:
    given_rows = [a_row(kind, number) for number, kind in enumerate(kinds)]
    shown = rows.shown(given_rows, most=rows.MOST + times * rows.FURTHER)
    open_rows = [row.id for row in shown if not row.is_quiet]
    counted = sum(int(row.title.split()[1]) for row in shown if row.is_quiet and row.id != rows.LESS)
    assert open_rows == [row.id for row in given_rows][: len(open_rows)]
    assert len(open_rows) + counted == len(kinds)
    assert len(open_rows) <= rows.MOST + times * rows.FURTHER + 1


def test_a_long_card_says_how_many_more_there_are_and_one_row_more_is_simply_shown() -> None:
    many = [a_row(number=number) for number in range(20)]
    assert [(row.kind, row.title) for row in rows.shown(many)[rows.MOST:]] == [(rows.FOLD, "and 15 more")]
    last = rows.shown(many, most=rows.MOST + rows.FURTHER)[-1]
    assert (last.kind, last.id, last.title) == (rows.FOLD, rows.LESS, "show fewer")
    assert not any(row.is_quiet for row in rows.shown(many[: rows.MOST + 1]))
    assert not any(row.is_quiet for row in rows.shown(many[: rows.MOST], most=rows.MOST + rows.FURTHER))


def test_of_a_thousand_rows_only_those_that_are_shown_are_put_in_words() -> None:
    said: list[int] = []

    def say(number: int) -> Row:
        said.append(number)
        return a_row(number=number)

    assert rows.shown(Rows(lines(range(1000), lambda _: "", say)))[-1].title == "and 995 more"
    assert said == list(range(rows.MOST))


@pytest.mark.parametrize(("late", "clock", "right"), [(True, "26 Nov", ""), (False, "", "26 Nov")])
def test_an_answer_is_chased_written_for_and_given_more_time_from_its_row(late: bool, clock: str, right: str) -> None:
    row = rows.shown([a_row(is_late=late, deed="chase", deed_id="part")])[0]
    assert (row.clock, row.right, row.acts_on) == (clock, right, "part")
    assert [code for code, _ in row.actions] == ["chase", "mail", "move_date"]


def test_every_deed_of_a_row_is_known_to_the_window() -> None:
    first = rows.first_steps(has_agencies=False, has_activities=False)
    assert all(step.actions for step in first)
    wanted = {code for offered in (*rows._DEEDS.values(), *(step.actions for step in first)) for code, _ in offered}
    assert wanted - {rows.OPEN} <= set(DEEDS)


def test_a_suggestion_is_quiet() -> None:
    assert rows.shown([a_row(is_quiet=True)])[0].is_quiet


def test_the_fortnight_has_its_day_before_the_words() -> None:
    row = rows.shown([a_row("meeting")], by_day=True)[0]
    assert (row.lead, row.right, row.clock) == ("26 Nov", "", "")


def test_a_change_seen_in_practice_is_good_and_one_on_paper_is_fair() -> None:
    chips = [rows.shown([a_row(changed=level)])[0].chip for level in (ImpactLevel.PRACTICE_CHANGED,
                                                                     ImpactLevel.PROCESS_CHANGED)]
    assert chips == [Chip("26 Nov", Sign.GOOD), Chip("26 Nov", Sign.FAIR)]


def test_a_new_record_says_what_to_do_first_until_it_is_done() -> None:
    assert [row.kind for row in rows.first_steps(has_agencies=False, has_activities=False)] == ["agency", "activity"]
    assert rows.first_steps(has_agencies=True, has_activities=True) == []
