"""What one cell of a list shows, as pieces, and where each piece goes at a given width.

Pieces follow each other like words and go on the next line when the line is full, so that nothing is
ever cut off; the same layout says how high a row must be. It knows fonts and chips, no record.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from scrutineer.ui import icons, theme
from scrutineer.ui.theme import SMALL, TINY
from scrutineer.ui.widgets.chip import Chip, chip_size, paint_chip
from scrutineer.ui.widgets.words import breakable

Manner = Literal["plain", "strong", "quiet", "soft", "clock"]
_TOKEN: dict[Manner, str] = {
    "plain": "ink", "strong": "ink", "quiet": "ink_soft", "soft": "ink_soft",
    "clock": "caution",
}  # fmt: skip


class Piece(NamedTuple):
    """A few words in one manner, or a chip. `quiet` is soft ink, `soft` is smaller as well; a clock has its icon
    before it and the colour of caution."""

    text: str
    manner: Manner = "plain"
    chip: Chip | None = None


Paragraph: TypeAlias = tuple[Piece, ...]


class Placed(NamedTuple):
    """A piece and its room within the cell."""

    piece: Piece
    where: QRect


class Laid(NamedTuple):
    """A cell laid out: its pieces, the height they need and on how many lines they stand."""

    pieces: list[Placed]
    height: int
    lines: int

    @property
    def width(self) -> int:
        """The width in pixels that its pieces take."""
        return max((placed.where.right() + 1 for placed in self.pieces), default=0)


class _Fonts(NamedTuple):
    plain: QFont
    strong: QFont
    small: QFont

    def of(self, manner: Manner) -> QFont:
        return {"strong": self.strong, "soft": self.small}.get(manner, self.plain)


@lru_cache(maxsize=8)
def _fonts(described: str) -> _Fonts:
    plain = QFont()
    plain.fromString(described)
    return _Fonts(plain, theme.strong_font(plain), theme.small_font(plain))


def lay_out(paragraphs: Iterable[Paragraph], width: int, font: QFont, *, right: bool = False) -> Laid:
    """Place the pieces of each paragraph on lines no wider than `width` pixels."""
    fonts = _fonts(font.toString())
    placed: list[Placed] = []
    top = lines = 0
    has_chip = False
    for paragraph in paragraphs:
        for line in _lines(paragraph, max(1, width), fonts):
            had_chip, has_chip = has_chip, any(room.piece.chip for room in line)
            top += TINY if had_chip and has_chip else 0      # chips of two lines are not to touch
            height = max(room.where.height() for room in line)
            spare = max(0, width - line[-1].where.right() - 1) if right else 0
            for piece, where in line:
                lower = (height - where.height()) // 2
                placed.append(Placed(piece, where.translated(spare, top + lower)))
            top += height
            lines += max(1, round(height / QFontMetrics(fonts.plain).lineSpacing()))
    return Laid(placed, top, lines)


def paint(painter: QPainter, laid: Laid, at: QPoint, font: QFont, *, right: bool = False) -> None:
    """Draw a cell that was laid out, its upper left corner at `at`."""
    fonts = _fonts(font.toString())
    for piece, where in laid.pieces:
        room = where.translated(at)
        if piece.chip:
            paint_chip(painter, room, piece.chip, font)
            continue
        used = fonts.of(piece.manner)
        ink = theme.colour(_TOKEN[piece.manner])
        if piece.manner == "clock":
            side = _clock_side(used)
            first_line = QFontMetrics(used).height()
            square = QRectF(room.left(), room.top() + (first_line - side) / 2, side, side)
            icons.paint(painter, square, "clock", ink)
            room.setLeft(room.left() + side + TINY)
        painter.setFont(used)
        painter.setPen(ink)
        if room.height() > QFontMetrics(used).height():
            painter.drawText(room, _flags(right), breakable(piece.text))
        else:
            painter.drawText(room.topLeft() + QPoint(0, QFontMetrics(used).ascent()), piece.text)


def _lines(paragraph: Paragraph, width: int, fonts: _Fonts) -> list[list[Placed]]:
    lines: list[list[Placed]] = []
    x = 0
    space = QFontMetrics(fonts.plain).horizontalAdvance(" ")
    for piece in paragraph:
        size = _size(piece, width, fonts)
        gap = 0 if not lines or piece.text[:1] in {",", ".", ";"} else (SMALL if piece.chip else space)
        if not lines or x + gap + size.width() > width:
            lines.append([])
            x = gap = 0
        lines[-1].append(Placed(piece, QRect(QPoint(x + gap, 0), size)))
        x += gap + size.width()
    return lines


def _size(piece: Piece, width: int, fonts: _Fonts) -> QSize:
    if piece.chip:
        return chip_size(piece.chip, fonts.plain, width) + QSize(0, 2)
    font = fonts.of(piece.manner)
    metrics = QFontMetrics(font)
    before = _clock_side(font) + TINY if piece.manner == "clock" else 0
    words = breakable(piece.text)
    across = metrics.horizontalAdvance(words) + before + 1
    if across <= width:
        return QSize(across, metrics.height())
    box = metrics.boundingRect(QRect(0, 0, max(1, width - before), 1_000_000), _flags(right=False), words)
    return QSize(width, box.height())


def _clock_side(font: QFont) -> int:
    return round(QFontMetrics(font).ascent() * 0.95)


def _flags(right: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return int(Qt.TextFlag.TextWordWrap | side | Qt.AlignmentFlag.AlignTop)
