"""A row of a list that is made of widgets: the keyboard stops at it, and a line parts it from the next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from scrutineer.ui import theme
from scrutineer.ui.widgets.ring import paint_ring


class RuledRow(QFrame):
    """Shows by itself where the keyboard is: a ring outside it would be cut off by its neighbours."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("ownFocus", True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line beneath, the ground under the mouse, the ring of the keyboard."""
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.colour("hover"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        if self.hasFocus():
            paint_ring(painter, self.rect())
