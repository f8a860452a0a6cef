from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetrics

from scrutineer.ui.theme import TINY
from scrutineer.ui.widgets.cell import Piece, lay_out
from scrutineer.ui.widgets.chip import Chip

WORDS = st.text("abcdefgh ·", max_size=90)
MANNERS = st.sampled_from(["plain", "strong", "soft", "clock"])
PIECES = st.builds(Piece, WORDS, MANNERS) | st.builds(lambda words: Piece("", chip=Chip(words)), WORDS)


def test_a_title_and_its_second_line_stand_below_each_other() -> None:
    laid = lay_out([(Piece("Title"),), (Piece("C-2026-014 · Police", "soft"),)], 400, QFont())
    (_, title), (_, second) = laid.pieces
    assert title.bottom() < second.top() + 2
    assert laid.lines == 2


def test_words_of_several_manners_follow_each_other_on_one_line() -> None:
    laid = lay_out([(Piece("me", "strong"), Piece(", ICB"), Piece("since 10 Nov", "clock"))], 400, QFont())
    lefts = [where.left() for _, where in laid.pieces]
    assert lefts == sorted(lefts)
    assert laid.lines == 1
    assert laid.pieces[1].where.left() - laid.pieces[0].where.right() <= 1


def test_at_the_right_the_last_piece_ends_at_the_edge() -> None:
    laid = lay_out([(Piece("nobody"),)], 300, QFont(), right=True)
    assert laid.pieces[0].where.right() == 299


def test_a_long_title_gets_as_many_lines_as_it_needs() -> None:
    words = "Children missing education: who holds the list? " * 5
    narrow, wide = lay_out([(Piece(words),)], 150, QFont()), lay_out([(Piece(words),)], 600, QFont())
    assert narrow.height > wide.height
    assert narrow.lines >= 8


def test_a_chip_takes_its_room() -> None:
    laid = lay_out([(Piece("", chip=Chip("Raised")), Piece("important"))], 300, QFont())
    assert laid.pieces[1].where.left() > laid.pieces[0].where.right()


@pytest.mark.parametrize("right", [False, True])
@given(paragraph=st.lists(PIECES, min_size=1, max_size=5), width=st.integers(240, 600))
def test_nothing_ever_lies_outside_its_cell_or_over_its_neighbour(
    right: bool, paragraph: list[Piece], width: int
) -> None:
    laid = lay_out([tuple(paragraph)], width, QFont(), right=right)
    rooms = [where for _, where in laid.pieces]
    assert len(rooms) == len(paragraph)
    for number, room in enumerate(rooms):
        assert room.left() >= 0
        assert room.right() <= width
        assert room.bottom() <= laid.height
        assert not [other for other in rooms[:number] if room.intersects(other)]


def test_a_date_is_not_broken_where_a_narrow_cell_wraps() -> None:
    metrics = QFontMetrics(QFont())
    width = metrics.horizontalAdvance("awaited since 20") + 8
    date_as_words, one_word = (lay_out([(Piece(said),)], width, QFont()) for said in (
        "awaited since 20 Nov", "awaited since 20mNov"))  # fmt: skip
    assert date_as_words.lines == one_word.lines == 2


def test_chips_below_each_other_do_not_touch() -> None:
    paragraphs = [(Piece("", chip=Chip(words)),) for words in ("Accepted", "Embedded")]
    above, below = lay_out(paragraphs, 300, QFont()).pieces
    assert below.where.top() - above.where.bottom() > TINY
