"""The ring of the keyboard inside what is drawn: outside it, the neighbours would cut it off."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPen

from scrutineer.ui import theme
from scrutineer.ui.focus_ring import THICK
from scrutineer.ui.theme import RADIUS


def paint_ring(painter: QPainter, where: QRect, inset: int = 3) -> None:
    """Show that the keyboard is here, `inset` pixels from the edges and above the line beneath."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("focus"), THICK))
    painter.drawRoundedRect(QRectF(where).adjusted(inset, inset, -inset, -inset - 1), RADIUS, RADIUS)
    painter.restore()
