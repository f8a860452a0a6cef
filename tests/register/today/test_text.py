"""The page in a hundred columns: every heading, every row, every clock, and nothing cut off."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.challenge import ImpactLevel
from scrutineer.domain.dates import WorkingDays
from scrutineer.domain.text import clean
from scrutineer.register.today.rows import HEADINGS, Line, Row, Rows, Today
from scrutineer.register.today.text import WIDTH, in_text
from tests.factories import TODAY

DAY = timedelta(days=1)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=260)


def page_of(*rows: Row, aside: str = "") -> str:
    card = Rows([Line("", partial(lambda row: row, row)) for row in rows], aside)
    return in_text(Today(awaited=card), "Exampleshire SCP", TODAY, WorkingDays())


def test_an_empty_page_has_its_day_and_every_heading_with_its_sentence():
    said = page_of()
    assert said.startswith("Today, Monday 23 November 2026\nExampleshire SCP\n\n")
    assert said.endswith("\n")
    for heading in HEADINGS.values():
        assert f"\n{heading.title}\n" in said
    assert " ".join(HEADINGS["awaited"].empty.split()[:3]) in said


def test_a_page_of_a_past_day_says_so_first():
    said = in_text(Today(), "Exampleshire SCP", TODAY, WorkingDays(), is_past=True)
    assert said.startswith("As the record stood on Monday 23 November 2026\nExampleshire SCP\n\n")


def test_a_row_has_its_clock_in_working_days_and_then_what_it_is_about():
    said = page_of(
        Row("challenge", "1", "Fathers", "Police", "since 10 Nov", TODAY - 13 * DAY, True),
        Row("challenge", "2", "Nights", "ICB", "26 Nov", TODAY + 3 * DAY),
        Row("challenge", "3", "Days", "LA", "no date set"),
        Row("challenge", "4", "Plans", "seen", "3 Practice changed", TODAY, changed=ImpactLevel.PRACTICE_CHANGED),
        Row("activity", "5", "Visit", "", "Tue 24 Nov", TODAY + DAY),
        aside="half a day",
    )
    assert "Answers awaited (5)\n  half a day\n  - Fathers\n    since 10 Nov (9 working days) · Police\n" in said
    assert "  - Nights\n    due 26 Nov · ICB\n" in said
    assert "  - Days\n    no date set · LA\n" in said
    assert "    3 Practice changed · seen\n" in said
    assert "  - Visit\n    Tue 24 Nov\n" in said


@given(st.lists(st.tuples(WORDS, WORDS), max_size=4))
def test_no_line_is_longer_than_the_page_and_no_word_is_lost(found: list[tuple[str, str]]):
    said = page_of(*(Row("challenge", "id", title, detail, "") for title, detail in found))
    assert max(map(len, said.split("\n"))) <= WIDTH
    letters = "".join(said.split())
    for title, detail in found:
        assert "".join(clean(title).split()) in letters
        assert "".join(clean(detail).split()) in letters
