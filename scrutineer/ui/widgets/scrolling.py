"""Widgets one below the other on the ground of the page, which scroll up and down and never sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from scrutineer.ui.theme import MEDIUM, SMALL


def scrolling(*widgets: QWidget, spacing: int = SMALL) -> QScrollArea:
    """An area with these widgets in it, from the top down; it scrolls where the window is low."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inside = QWidget()
    inside.setProperty("plain", True)
    body = QVBoxLayout(inside)
    body.setContentsMargins(SMALL, SMALL, MEDIUM, SMALL)
    body.setSpacing(spacing)
    for widget in widgets:
        body.addWidget(widget)
    body.addStretch(1)
    area.setWidget(inside)
    return area
