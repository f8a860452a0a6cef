"""Where the words, chips and buttons of a row of a card go at a given width; nothing is ever cut off.

On the left a lead and the words; on the right pieces and then buttons, or beneath the words where they have
no room beside each other. It knows fonts and sizes, no record.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from scrutineer.ui.theme import SMALL
from scrutineer.ui.widgets import cell
from scrutineer.ui.widgets.cell import Laid, Paragraph
from scrutineer.ui.widgets.flow import lines_of

_LEAD = 10     # digits that a lead, such as a date, takes at least
_WORDS = 24    # digits the words of a row must have beside its right-hand side
_WIDEST = 70   # digits of words that a row asks for before they would rather wrap


class Arranged(NamedTuple):
    """Blocks of words with their upper left corners, the rooms of the buttons, and the height in pixels."""

    words: list[tuple[Laid, QPoint]]
    buttons: list[QRect]
    height: int


class Arrangement:
    """What one row shows, in one font; `at(width)` places it. The row is inset by `beside` and `above`."""

    def __init__(
        self, lead: Paragraph, words: Sequence[Paragraph], side: Paragraph, buttons: Sequence[QSize], font: QFont,
        beside: int, above: int,
    ) -> None:
        self._words, self._font = words, font
        self._pieces, self._buttons = side, buttons
        self._beside, self._above = beside, above
        self._digit = QFontMetrics(font).horizontalAdvance("0")
        self._before = cell.lay_out([lead], self._widest, font) if lead else None
        self._side = [cell.lay_out([(piece,)], self._widest, font) for piece in side]
        self._known: dict[int, Arranged] = {}

    @property
    def size(self) -> QSize:
        """The room in which nothing has to wrap, unless the words are very long."""
        words = self._unbroken
        beside_side = max(words.width, self._digit * _WORDS) + SMALL + self._side_width if self._sizes else words.width
        width = 2 * self._beside + self._lead_width + beside_side
        beside = [size.height() for size in self._sizes] + ([self._before.height] if self._before else [])
        return QSize(width, 2 * self._above + max(words.height, *beside, 0))

    @property
    def narrowest(self) -> int:
        """The least width in pixels that keeps every word and button whole."""
        widest = max((size.width() for size in self._buttons), default=0)
        return 2 * self._beside + max(widest, self._digit * _LEAD + self._lead_width)

    def at(self, width: int) -> Arranged:
        """The row at this width."""
        if width not in self._known:
            self._known[width] = self._arrange(width)
        return self._known[width]

    def paint(self, painter: QPainter, width: int) -> None:
        """Draw the words and chips; buttons draw themselves."""
        for laid, at in self.at(width).words:
            cell.paint(painter, laid, at, self._font)

    @property
    def _widest(self) -> int:
        return _WIDEST * self._digit

    @cached_property
    def _unbroken(self) -> Laid:
        return cell.lay_out(self._words, self._widest, self._font)

    @cached_property
    def _sizes(self) -> list[QSize]:
        """The rooms on the right-hand side: the pieces, then the buttons."""
        return [*map(_room, self._side), *self._buttons]

    @cached_property
    def _side_width(self) -> int:
        return sum(size.width() for size in self._sizes) + SMALL * max(0, len(self._sizes) - 1)

    @cached_property
    def _lead_width(self) -> int:
        return max(self._before.width, self._digit * _LEAD) + SMALL if self._before else 0

    def _arrange(self, width: int) -> Arranged:
        room = max(1, width - 2 * self._beside)
        if room >= self._lead_width + self._digit * _WORDS + SMALL + self._side_width:
            return self._side_by_side(room)
        return self._one_below_the_other(room)

    def _side_by_side(self, room: int) -> Arranged:
        gap = SMALL if self._sizes else 0
        side = lines_of(self._sizes, max(1, self._side_width), SMALL, SMALL)      # one line
        side_height = max((size.height() for size in self._sizes), default=0)
        first = self._first(room - self._side_width - gap, side_height)
        at = QPoint(self._beside + room - self._side_width, self._above + (first.height - side_height) // 2)
        return self._whole(first, self._side, side, at, first.height)

    def _one_below_the_other(self, room: int) -> Arranged:
        laid = [one if one.width <= room else cell.lay_out([(piece,)], room, self._font)
                for piece, one in zip(self._pieces, self._side, strict=True)]  # fmt: skip
        side = lines_of([*map(_room, laid), *self._buttons], room, SMALL, SMALL)
        first = self._first(room, 0)
        at = QPoint(self._beside, self._above + first.height + SMALL)
        below = SMALL + max(where.bottom() + 1 for where in side) if side else 0
        return self._whole(first, laid, side, at, first.height + below)

    def _first(self, room: int, least: int) -> Arranged:
        """The lead and the words in this width, each at the middle of their height, which is `least` or more."""
        room_for_words = max(1, room - self._lead_width)
        whole = self._unbroken
        fits = whole.lines == len(self._words) and whole.width <= room_for_words
        words = whole if fits else cell.lay_out(self._words, room_for_words, self._font)
        blocks = [(words, self._beside + self._lead_width)]
        if self._before:
            blocks.append((self._before, self._beside))
        height = max(least, *(block.height for block, _ in blocks))
        placed = [(block, QPoint(left, self._above + (height - block.height) // 2)) for block, left in blocks]
        return Arranged(placed, [], height)

    def _whole(self, first: Arranged, side: list[Laid], rooms: list[QRect], at: QPoint, height: int) -> Arranged:
        """The row, with the rooms of its right-hand side moved to their corner."""
        moved = [where.translated(at) for where in rooms]
        pieces = zip(side, (where.topLeft() for where in moved), strict=False)
        return Arranged([*first.words, *pieces], moved[len(side) :], height + 2 * self._above)


def _room(laid: Laid) -> QSize:
    return QSize(laid.width, laid.height)
