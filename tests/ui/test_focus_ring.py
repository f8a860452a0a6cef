from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot


def ring_of(window: QWidget) -> QWidget | None:
    rings = [ring for ring in window.findChildren(QWidget, "focusRing") if ring.isVisible()]
    return rings[-1] if rings else None


def shown(qtbot: QtBot, window: QWidget) -> None:
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_the_ring_stands_two_pixels_around_whatever_has_the_keyboard(qtbot: QtBot) -> None:
    window = QWidget()
    body = QVBoxLayout(window)
    first, second = QLineEdit(), QLineEdit()
    body.addWidget(first)
    body.addWidget(second)
    shown(qtbot, window)
    second.setFocus()
    qtbot.waitUntil(lambda: ring_of(window) is not None)
    ring = ring_of(window)
    assert ring is not None
    assert ring.geometry() == QRect(second.mapTo(window, QPoint(0, 0)), second.size()).adjusted(-4, -4, 4, 4)


def test_the_ring_moves_along_when_its_widget_moves_or_hides(qtbot: QtBot) -> None:
    window = QWidget()
    line = QLineEdit(window)
    line.move(50, 50)
    shown(qtbot, window)
    line.setFocus()
    line.move(90, 120)
    ring = ring_of(window)
    assert ring is not None
    assert ring.pos() == QPoint(86, 116)
    line.hide()
    qtbot.waitUntil(lambda: ring_of(window) is None)


def test_within_something_that_scrolls_the_ring_scrolls_too(qtbot: QtBot) -> None:
    area, inside = QScrollArea(), QWidget()
    inside.resize(300, 900)
    line = QLineEdit(inside)
    line.move(20, 20)
    area.setWidget(inside)
    shown(qtbot, area)
    line.setFocus()
    ring = ring_of(area)
    assert ring is not None
    assert ring.parentWidget() is inside


def test_a_widget_that_shows_the_keyboard_itself_has_no_ring(qtbot: QtBot) -> None:
    window = QWidget()
    line = QLineEdit(window)
    line.setProperty("ownFocus", True)
    shown(qtbot, window)
    line.setFocus()
    assert ring_of(window) is None
