"""One item on the year at a glance: its title, how far it has come in a word and a shape, and what it takes.

Drawn here, so that the words wrap and the shapes are the same in every font. A step is no verdict: the shapes
say planned, begun, done or gone, and carry no colour of praise or blame.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from scrutineer.domain.plan import PlanLine, Standing
from scrutineer.ui import icons, theme
from scrutineer.ui.plan.columns import how_far
from scrutineer.ui.theme import RADIUS, SMALL, TINY
from scrutineer.ui.widgets.words import breakable

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_WIDEST, _NARROWEST = 72, 20      # digits: a line that is read at ease
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


class Mark(QAbstractButton):
    """`clicked` by mouse, Space or Enter; `stepped(+1 or -1)` by an arrow key."""

    stepped = Signal(int)

    def __init__(self, line: PlanLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.about = " · ".join(filter(None, (line.standing.label, how_far(line), line.agencies)))
        self.setObjectName(f"item-{line.id}")
        self.setAccessibleName(f"{line.item.title}. {self.about}")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def nextCheckState(self) -> None:
        """Pressing it chooses it; the year says which one is chosen."""

    def sizeHint(self) -> QSize:
        """Its words on few lines."""
        metrics, small = self.fontMetrics(), QFontMetrics(theme.small_font(self.font()))
        strong = QFontMetrics(theme.strong_font(self.font()))
        words = max(strong.horizontalAdvance(self.line.item.title), small.horizontalAdvance(self.about))
        least, most = (theme.characters(self, count) for count in (_NARROWEST, _WIDEST))
        width = min(max(words + self._beside() + 2, least), most)
        return QSize(width, max(self.heightForWidth(width), metrics.height()))

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(theme.characters(self, 10), self.fontMetrics().height())

    def heightForWidth(self, width: int) -> int:
        """Higher when its words have to wrap."""
        room = max(1, width - self._beside())
        title, about = (self._height(words, font, room) for words, font in self._texts())
        return title + about + 2 * SMALL

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys lead to the next mark; Enter presses this one."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A sheet with its shape on the left and its words beside it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, gone = self.isChecked(), not self.line.standing.is_in_the_plan
        border = QPen(theme.colour("accent" if chosen else "field_line"), 2 if chosen else 1)
        if gone:
            border.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(border)
        painter.setBrush(theme.colour("selected" if chosen else "hover" if self.underMouse() else "paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        side = self._side()
        first = QFontMetrics(theme.strong_font(self.font())).height()
        _paint_shape(painter, QRectF(SMALL + TINY, SMALL + (first - side) / 2, side, side), self.line.standing)
        top, left = SMALL, self._beside() - SMALL - TINY
        for (words, font), token in zip(self._texts(), ("ink_soft" if gone else "ink", "ink_soft"), strict=True):
            room = self.width() - self._beside()
            height = self._height(words, font, room)
            painter.setFont(font)
            painter.setPen(theme.colour(token))
            painter.drawText(QRect(left, top, room, height), _WRAP, breakable(words))
            top += height

    def _texts(self) -> tuple[tuple[str, QFont], tuple[str, QFont]]:
        return (self.line.item.title, theme.strong_font(self.font())), (self.about, theme.small_font(self.font()))

    def _side(self) -> int:
        return round(self.fontMetrics().ascent() * 0.9)

    def _beside(self) -> int:
        """The width that is not for words: margins, and the shape with the gap after it."""
        return self._side() + SMALL + 2 * (SMALL + TINY)

    @staticmethod
    def _height(words: str, font: QFont, room: int) -> int:
        return QFontMetrics(font).boundingRect(QRect(0, 0, max(1, room), 10_000), _WRAP, breakable(words)).height()


def _paint_shape(painter: QPainter, box: QRectF, standing: Standing) -> None:
    """An empty ring, a ring half filled, a tick, an arrow onwards, a line: the word beside it says the same."""
    ink = theme.colour("ink_soft")
    painter.save()
    painter.setPen(QPen(ink, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = box.adjusted(1, 1, -1, -1)
    if standing is Standing.DONE:
        icons.paint(painter, box.adjusted(-2, -2, 2, 2), "tick", ink)
    elif standing is Standing.ROLLED_OVER:
        head, across = QPointF(box.right(), box.center().y()), box.center().x()
        painter.drawLine(QPointF(box.left(), head.y()), head)
        painter.drawLine(head, QPointF(across, box.top() + 1))
        painter.drawLine(head, QPointF(across, box.bottom() - 1))
    elif standing is Standing.DROPPED:
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
    else:
        painter.drawEllipse(ring)
        if standing is Standing.BEGUN:
            painter.setBrush(ink)
            painter.drawPie(ring, 90 * 16, 180 * 16)
    painter.restore()
