from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.challenge import ImpactLevel
from scrutineer.register.today import Row
from scrutineer.ui.today import rows
from scrutineer.ui.widgets.chip import Chip, Sign

KINDS = ("challenge", "activity", "finding", "meeting", "paper", "undertaking")


def a_row(kind: str = "challenge", number: int = 1, **more: object) -> Row:
    return Row(kind, f"id{number}", f"Title {number}", "detail", "26 Nov", **more)


@given(st.lists(st.sampled_from(KINDS), max_size=40))
def test_every_row_is_shown_or_counted_and_unfolding_shows_them_all(kinds: list[str]) -> None:
    given_rows = [a_row(kind, number) for number, kind in enumerate(kinds)]
    shown = rows.shown(given_rows)
    counted = sum(int(row.title.split()[1]) for row in shown if row.is_quiet)
    assert sum(not row.is_quiet for row in shown) + counted == len(kinds)
    assert [row.id for row in shown][: rows.MOST] == [row.id for row in given_rows][: rows.MOST]
    unfolded = rows.shown(given_rows, unfolded=True)
    assert [row.id for row in unfolded if not row.is_quiet] == [row.id for row in given_rows]


def test_a_long_card_says_how_many_more_there_are_and_one_row_more_is_simply_shown() -> None:
    many = [a_row(number=number) for number in range(20)]
    assert [(row.kind, row.title) for row in rows.shown(many)[rows.MOST:]] == [(rows.FOLD, "and 15 more")]
    assert rows.shown(many, unfolded=True)[-1].title == "show fewer"
    assert not any(row.is_quiet for row in rows.shown(many[: rows.MOST + 1]))


def test_what_is_late_has_a_clock_and_may_be_chased() -> None:
    late = rows.shown([a_row(is_late=True, deed="chase", deed_id="part")])[0]
    assert (late.clock, late.right) == ("26 Nov", "")
    assert [code for code, _ in late.actions] == ["chase", "move_date"]
    assert late.acts_on == "part"


def test_before_its_date_nobody_is_chased_but_the_date_may_be_moved() -> None:
    awaited = rows.shown([a_row(deed="chase", deed_id="part")])[0]
    assert (awaited.clock, awaited.right) == ("", "26 Nov")
    assert [code for code, _ in awaited.actions] == ["move_date"]


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
