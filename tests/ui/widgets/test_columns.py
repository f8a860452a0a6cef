from __future__ import annotations

from scrutineer.ui.widgets.cell import Piece
from scrutineer.ui.widgets.chip import Chip, Sign
from scrutineer.ui.widgets.columns import Column
from tests.ui.examples import COLUMNS, challenge_lines

LINE = challenge_lines()[1]


def test_a_column_says_strong_words_text_and_clock_in_this_order() -> None:
    column = Column("Waiting for", lambda _: ", ICB", strong=lambda _: "me", clock=lambda _: "since 10 Nov")
    assert column.paragraphs(LINE) == [(Piece("me", "strong"), Piece(", ICB"), Piece("since 10 Nov", "clock"))]


def test_what_is_empty_makes_no_piece() -> None:
    assert Column("Empty", lambda _: "", second=lambda _: None).paragraphs(LINE) == []


def test_all_that_a_cell_says_is_said_to_a_screen_reader_too() -> None:
    column = Column(
        "Judgement", lambda _: "Voice", second=lambda _: "since June", chip=lambda _: Chip("Limited", Sign.CAUTION)
    )
    assert column.words(LINE) == "▲ Limited Voice, since June"


def test_folded_under_the_title_words_carry_their_columns_name_and_chips_do_not() -> None:
    assert COLUMNS[1].folded(LINE) == (Piece("", chip=Chip("Raised")),)
    assert COLUMNS[2].folded(LINE)[0] == Piece("Waiting for", "soft")


def test_folded_what_stands_beneath_no_words_is_said_without_the_columns_name() -> None:
    column = Column("How far", second=lambda _: "Strategic Board")
    assert column.folded(LINE) == (Piece("Strategic Board", "soft"),)


def test_lines_without_a_value_come_last() -> None:
    column = Column("Due", sort_key=lambda line: line or None)
    assert sorted(["", "b", "a"], key=column.order) == ["a", "b", ""]
