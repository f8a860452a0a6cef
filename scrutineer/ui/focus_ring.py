"""The ring around whatever has the keyboard: two pixels thick, two pixels away, everywhere the same.

One ring moves from widget to widget, so that no style can forget it. A widget that shows the keyboard's
place by itself, such as a table in its current row, sets the property `ownFocus`.
"""

from __future__ import annotations

from collections.abc import Callable
from weakref import ReferenceType, ref

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

THICK = 2
GAP = 2
_REACH = THICK + GAP
_MOVING = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange}


class FocusRing(QObject):
    """Follows the keyboard through one program. It keeps no widget alive: windows come and go."""

    def __init__(self, app: QApplication, colour: Callable[[], QColor]) -> None:
        super().__init__(app)
        self._colour = colour
        self._ring: _Ring | None = None
        self._watched: list[ReferenceType[QWidget]] = []
        app.focusChanged.connect(self._move)

    def _move(self, _old: QWidget | None, new: QWidget | None) -> None:
        for reference in self._watched:
            widget = reference()
            if widget is not None and isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
        if new is None or new.isWindow() or new.property("ownFocus"):
            return
        self._ring = _Ring(self._watch(new), self._colour)
        self._place()

    def _watch(self, widget: QWidget) -> QWidget:
        """Watch the widget and all above it, up to the one on which the ring is drawn; return that one."""
        step = widget
        while (above := step.parentWidget()) is not None:
            self._watched.append(ref(step))
            step.installEventFilter(self)
            if above.isWindow():
                return above
            beyond = above.parentWidget()
            if step is not widget and isinstance(beyond, QAbstractScrollArea) and beyond.viewport() is above:
                return step
            step = above
        return step

    def _place(self) -> None:
        ring, widget = self._ring, QApplication.focusWidget()
        if ring is None or widget is None or not isValid(ring):
            return
        host = ring.parentWidget()
        if host is None or not host.isAncestorOf(widget):
            return
        around = QRect(widget.mapTo(host, QPoint(0, 0)), widget.size())
        ring.setGeometry(around.adjusted(-_REACH, -_REACH, _REACH, _REACH) & host.rect())
        ring.setVisible(widget.isVisibleTo(host))
        ring.raise_()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Move along when the widget, or anything that holds it, moves."""
        if event.type() in _MOVING:
            self._place()
        return False


class _Ring(QWidget):
    def __init__(self, parent: QWidget, colour: Callable[[], QColor]) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setObjectName("focusRing")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One rounded line just inside the edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour(), THICK))
        inset = THICK / 2
        edge = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(edge, 6 + GAP, 6 + GAP)
