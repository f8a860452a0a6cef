"""A chip: a shape and a word. A step of the work is a plain word; a judgement has one of six signs.

The shapes are drawn, not typed, so that they are the same in every font; the colour is the last aid.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from scrutineer.ui import theme
from scrutineer.ui.theme import RADIUS, SMALL, TINY
from scrutineer.ui.widgets.words import breakable

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Sign(Enum):
    """A step has no shape; the six signs belong to judgements and to what changed."""

    STEP = "ink_soft"
    GOOD = "good"
    FAIR = "fair"
    CAUTION = "caution"
    SERIOUS = "serious"
    NONE = "none"
    UNKNOWN = "unknown"

    @property
    def token(self) -> str:
        """The name of its colour."""
        return self.value if self.value in {"good", "fair", "caution", "serious"} else "ink_soft"

    @property
    def character(self) -> str:
        """The sign as text, for screen readers, tooltips and the clipboard."""
        return {"good": "●", "fair": "◐", "caution": "▲", "serious": "■", "none": "–", "unknown": "?"}.get(
            self.value, ""
        )


class Chip(NamedTuple):
    """What a chip says: `Chip("Raised · 2 of 3")`, `Chip("4 Difference", Sign.GOOD)`."""

    words: str
    sign: Sign = Sign.STEP

    @property
    def as_text(self) -> str:
        """Sign and words, as they would be read out."""
        return f"{self.sign.character} {self.words}".strip()


def chip_size(chip: Chip, font: QFont, widest: int = 10_000) -> QSize:
    """The room a chip takes, its words wrapped when it may not be wider than `widest`."""
    metrics = QFontMetrics(_font(font))
    beside = _shape_room(chip, metrics) + 2 * SMALL
    words = metrics.boundingRect(QRect(0, 0, max(1, widest - beside), 10_000), _WRAP, breakable(chip.words))
    return QSize(words.width() + beside + 1, words.height() + TINY)


def paint_chip(painter: QPainter, where: QRect, chip: Chip, font: QFont) -> None:
    """Draw a chip into a room of `chip_size`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ground = theme.veil("ink_soft") if chip.sign.token == "ink_soft" else theme.tint(chip.sign.token)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(where), RADIUS - 2, RADIUS - 2)
    ink = theme.colour(chip.sign.token)
    small = _font(font)
    metrics = QFontMetrics(small)
    inner = where.adjusted(SMALL, 0, -SMALL, 0)
    room = _shape_room(chip, metrics)
    if room:
        side = metrics.ascent() * 0.72
        _paint_shape(painter, QRectF(inner.left(), inner.center().y() + 1 - side / 2, side, side), chip.sign, ink)
    painter.setFont(small)
    painter.setPen(ink)
    painter.drawText(inner.adjusted(room, 0, 1, 0), _WRAP, breakable(chip.words))
    painter.restore()


def _font(font: QFont) -> QFont:
    return theme.small_font(font)


def _shape_room(chip: Chip, metrics: QFontMetrics) -> int:
    return 0 if chip.sign is Sign.STEP else round(metrics.ascent() * 0.72) + metrics.horizontalAdvance("n")


def _paint_shape(painter: QPainter, box: QRectF, sign: Sign, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if sign is Sign.GOOD:
        painter.drawEllipse(box)
    elif sign is Sign.FAIR:
        _paint_half(painter, box, ink)
    elif sign is Sign.CAUTION:
        painter.drawPolygon(QPolygonF([QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()]))
    elif sign is Sign.SERIOUS:
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    elif sign is Sign.NONE:
        painter.drawRect(QRectF(box.left(), box.center().y() - 1, box.width(), 2))
    else:
        painter.setPen(ink)
        painter.drawText(box.adjusted(-2, -4, 2, 4), int(Qt.AlignmentFlag.AlignCenter), sign.character)


def _paint_half(painter: QPainter, box: QRectF, ink: QColor) -> None:
    half = QPainterPath()
    half.moveTo(box.center().x(), box.top())
    half.arcTo(box, 90, 180)
    half.closeSubpath()
    painter.drawPath(half)
    painter.setPen(ink)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))


class ChipLabel(QWidget):
    """A chip among other widgets."""

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = chip
        self.setAccessibleName(chip.as_text)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chip(self, chip: Chip) -> None:
        """Say something else."""
        self.chip = chip
        self.setAccessibleName(chip.as_text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Its words on one line."""
        return chip_size(self.chip, self.font())

    def minimumSizeHint(self) -> QSize:
        """Its words wrapped to a narrow column."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), theme.characters(self, 10)), hint.height())

    def heightForWidth(self, width: int) -> int:
        """Higher when its words have to wrap."""
        return chip_size(self.chip, self.font(), width).height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As a chip in a list."""
        paint_chip(QPainter(self), self.rect(), self.chip, self.font())
