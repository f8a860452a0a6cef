from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.ui.widgets import markdown_marks as marks
from scrutineer.ui.widgets.markdown_marks import Change, Stretch

LINES = st.text("abc d\n", max_size=60)


def selected(text: str, words: str) -> Stretch:
    start = text.index(words)
    return Stretch(text, start, start + len(words))


def chosen(stretch: Stretch) -> str:
    return stretch.text[stretch.start : stretch.end]


@pytest.mark.parametrize(("change", "sign"), [(marks.bold, "**"), (marks.italic, "*")])
def test_words_are_marked_and_unmarked_and_stay_selected(change: Change, sign: str) -> None:
    marked = change(selected("What works already", "works"))
    assert marked.text == f"What {sign}works{sign} already"
    assert chosen(marked) == "works"
    assert change(marked) == selected("What works already", "works")


def test_a_space_at_the_edge_of_the_selection_stays_outside_the_marks() -> None:
    assert marks.bold(selected("What works already", " works ")).text == "What **works** already"


def test_bold_words_can_become_italic_too() -> None:
    assert marks.italic(selected("**works**", "works")).text == "***works***"


def test_with_nothing_selected_the_cursor_stands_between_the_marks() -> None:
    assert marks.bold(Stretch("", 0, 0)) == Stretch("****", 2, 2)


@pytest.mark.parametrize(
    ("change", "made"),
    [
        (marks.bullets, "- one\n- two"),
        (marks.numbers, "1. one\n2. two"),
        (marks.heading, "## one\n## two"),
        (marks.quote, "> one\n> two"),
    ],
)
def test_lines_become_what_the_button_says_and_plain_again(change: Change, made: str) -> None:
    marked = change(selected("before\none\ntwo\nafter", "one\ntwo"))
    assert marked.text == f"before\n{made}\nafter"
    assert change(marked).text == "before\none\ntwo\nafter"


def test_a_bullet_list_becomes_a_numbered_one() -> None:
    assert marks.numbers(selected("- one\n- two", "- one\n- two")).text == "1. one\n2. two"


def test_an_empty_line_begins_a_list() -> None:
    assert marks.bullets(Stretch("", 0, 0)) == Stretch("- ", 2, 2)


def test_empty_lines_between_are_not_numbered() -> None:
    assert marks.numbers(selected("one\n\ntwo", "one\n\ntwo")).text == "1. one\n\n2. two"


def test_a_link_takes_the_words_and_asks_for_the_address() -> None:
    linked = marks.link(selected("see the plan", "the plan"))
    assert linked.text == "see [the plan](https://)"
    assert chosen(linked) == "https://"


def test_a_table_stands_after_the_line_with_its_first_title_selected() -> None:
    tabled = marks.table(Stretch("before\nafter", 3, 3))
    assert tabled.text == "before\n\n| What | Who | When |\n| --- | --- | --- |\n|  |  |  |\n\nafter"
    assert chosen(tabled) == "What"
    assert chosen(marks.table(Stretch("", 0, 0))) == "What"


@given(text=LINES, ends=st.tuples(st.integers(0, 60), st.integers(0, 60)))
@pytest.mark.parametrize(
    "change", [marks.bold, marks.italic, marks.bullets, marks.numbers, marks.quote, marks.link, marks.table]
)
def test_no_letter_is_ever_lost_and_the_selection_lies_within(change: Change, text: str, ends: tuple[int, int]) -> None:
    start, end = sorted(min(place, len(text)) for place in ends)
    made = change(Stretch(text, start, end))
    left = iter(made.text)
    assert all(letter in left for letter in text if letter in "abcd")
    assert 0 <= made.start <= made.end <= len(made.text)
