"""A row of a card keeps all that it shows within itself, without one thing over another, at any width."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont

from scrutineer.ui.widgets.arranged import Arranged, Arrangement
from scrutineer.ui.widgets.cell import Piece
from scrutineer.ui.widgets.chip import Chip, Sign

BESIDE, ABOVE = 16, 8
WORDS = st.text("abcdefgh ijklm", min_size=1, max_size=120).map(str.strip).filter(bool)
SHORT = st.text("abcdef gh", min_size=1, max_size=24).map(str.strip).filter(bool)
SIDES = st.tuples(st.booleans(), st.booleans(), st.booleans())
BUTTONS = st.lists(st.builds(QSize, st.integers(40, 140), st.just(28)), max_size=3)

pytestmark = pytest.mark.usefixtures("qapp")


def arrangement(lead: str, title: str, detail: str, sides: tuple[bool, ...], buttons: list[QSize]) -> Arrangement:
    every = (Piece("", chip=Chip("4 Difference", Sign.GOOD)), Piece("since 12 Nov"), Piece("since 10 Nov", "clock"))
    side = tuple(piece for piece, wanted in zip(every, sides, strict=True) if wanted)
    words = [(Piece(title),), (Piece(detail, "soft"),)]
    return Arrangement((Piece(lead),) if lead else (), words, side, buttons, QFont(), BESIDE, ABOVE)


def rooms(placed: Arranged) -> list[QRect]:
    return [*(QRect(at, QSize(laid.width, laid.height)) for laid, at in placed.words), *placed.buttons]


@given(st.sampled_from(["", "Tue 24 Nov"]), WORDS, SHORT, SIDES, BUTTONS, st.integers(0, 1400))
def test_nothing_lies_over_anything_or_outside(
    lead: str, title: str, detail: str, sides: tuple[bool, ...], buttons: list[QSize], more: int
) -> None:
    made = arrangement(lead, title, detail, sides, buttons)
    width = made.narrowest + more
    placed = made.at(width)
    shown = rooms(placed)
    for room in shown:
        assert room.left() >= BESIDE
        assert room.right() < width
        assert room.top() >= ABOVE
        assert room.bottom() < placed.height - ABOVE + 1
    assert not any(one.intersects(other) for one, other in combinations(shown, 2))
    assert [room.size() for room in placed.buttons] == buttons


@given(WORDS, SHORT, SIDES, BUTTONS)
def test_in_its_own_size_nothing_goes_under_the_words(
    title: str, detail: str, sides: tuple[bool, ...], buttons: list[QSize]
) -> None:
    made = arrangement("", title, detail, sides, buttons)
    placed = made.at(made.size.width())
    assert placed.height == made.size.height()
    words = rooms(placed)[0]
    assert all(room.left() > words.right() for room in rooms(placed)[1:])


def test_words_wrap_in_a_narrow_row_and_have_as_much_room_as_they_need_in_a_wide_one() -> None:
    made = arrangement("Tue 24 Nov", "Children are asked before. " * 4, "Police", (True,) * 3, [QSize(90, 28)] * 3)
    assert made.at(made.narrowest).height > made.at(700).height > made.at(3000).height == made.at(4000).height
