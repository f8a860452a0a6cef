"""Rows are counted at once and put in words only when somebody looks."""

from __future__ import annotations

from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from scrutineer.register.today.rows import HEADINGS, Line, Row, Rows, Today, lines, newest, sentence, soonest

DAYS = st.lists(st.sampled_from(["", "2025-12-31", "2026-01-01", "2026-11-23"]), max_size=12)


def a_row(title: str) -> Row:
    return Row("challenge", "id", title, "", "")


def rows_of(*titles: str) -> Rows:
    return Rows(Line("", partial(a_row, title)) for title in titles)


def test_only_the_rows_that_are_looked_at_are_put_in_words():
    said: list[int] = []

    def say(number: int) -> Row:
        said.append(number)
        return a_row(str(number))

    rows = Rows(lines(range(1000), lambda _: "", say))
    assert len(rows) == 1000
    assert said == []
    assert [row.title for row in rows[:3]] == ["0", "1", "2"]
    assert rows[-1].title == "999"
    assert said == [0, 1, 2, 999]


def test_rows_are_told_by_what_they_say():
    assert rows_of("a", "b") == rows_of("a", "b") == (a_row("a"), a_row("b"))
    assert rows_of("a") != rows_of("b")
    assert Rows() == ()
    assert rows_of("a") != 7
    assert "title='a'" in repr(rows_of("a"))


@given(DAYS)
def test_the_soonest_first_or_the_newest_and_what_has_no_day_last(days: list[str]):
    found = lines(days, lambda day: day, a_row)
    dated = sorted(day for day in days if day)
    none = [""] * days.count("")
    assert [line.on for line in soonest(found)] == dated + none
    assert [line.on for line in newest(found)] == dated[::-1] + none


def test_every_card_has_its_heading_in_the_order_of_the_page():
    assert tuple(HEADINGS) == Today._fields
    assert all(heading.title and heading.empty.endswith(".") for heading in HEADINGS.values())


def test_a_sentence_that_is_longer_than_a_title_is_said_to_its_end():
    said = "Every practitioner asks about each child in a home that they visit, by name and by age, and notes it"
    assert sentence(f"{said}. They began in May.") == said
