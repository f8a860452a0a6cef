"""Widgets one below the other on the ground of the page, which scroll up and down and never sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from scrutineer.ui.theme import MEDIUM, SMALL


class Scrolling(QScrollArea):
    """Asks for the height that its widgets need at its width, and scrolls when it gets less."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """All of it."""
        inside = self.widget()
        if inside is None:
            return super().sizeHint()
        wanted = inside.sizeHint()
        return QSize(wanted.width(), max(wanted.height(), inside.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower is higher."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is in it has changed, and may need another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def hold_edge(area: QScrollArea, body: QLayout, margin: int) -> None:
    """Keep the right edge of what scrolls `margin` pixels from that of its area, with the scroll bar and without."""
    bar = area.verticalScrollBar()

    def hold(_low: int, high: int) -> None:
        margins = body.contentsMargins()
        margins.setRight(margin - (bar.sizeHint().width() if high else 0))
        body.setContentsMargins(margins)

    bar.rangeChanged.connect(hold)
    hold(bar.minimum(), bar.maximum())


def scrolling(*widgets: QWidget, spacing: int = SMALL) -> QScrollArea:
    """An area with these widgets in it, from the top down; it scrolls where the window is low."""
    area = Scrolling()
    inside = QWidget()
    inside.setProperty("plain", True)
    body = QVBoxLayout(inside)
    body.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
    body.setSpacing(spacing)
    hold_edge(area, body, MEDIUM)
    for widget in widgets:
        body.addWidget(widget)
    body.addStretch(1)
    area.setWidget(inside)
    return area
