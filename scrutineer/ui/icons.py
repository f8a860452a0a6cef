"""Our own icons: lines on a grid of 24, drawn in whatever colour the scheme asks for.

A file says `currentColor`; the colour is put in when it is loaded, and the picture is kept for each
colour, size and density. Which icon means what is the business of whoever shows it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from weakref import WeakSet

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton
from shiboken6 import isValid

from scrutineer import resources
from scrutineer.ui import theme

_dressed: WeakSet[QAbstractButton] = WeakSet()


@cache
def _drawing(name: str) -> str:
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    tinted = _drawing(name).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(tinted.encode("utf-8")))


def paint(painter: QPainter, where: QRectF, name: str, colour: QColor) -> None:
    """Draw the icon `name` into a square, as sharp as the painter can."""
    _renderer(name, colour.name()).render(painter, where)


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, density: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels at the given device pixel ratio."""
    drawn = QPixmap(QSize(round(size * density), round(size * density)))
    drawn.setDevicePixelRatio(density)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint(painter, QRectF(0, 0, size, size), name, QColor(colour))
    painter.end()
    return drawn


def icon(name: str, token: str = "ink", size: int = 20) -> QIcon:
    """An icon in the colour `token` of the scheme now in force; soft when disabled."""
    made = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, token), (QIcon.Mode.Disabled, "ink_soft")):
        for density in (1.0, 2.0):
            made.addPixmap(pixmap(name, theme.colour(ink).name(), size, density), mode)
    return made


def dress(button: QAbstractButton, name: str, token: str = "ink") -> None:
    """Give a button an icon as high as its words, which follows the scheme from then on."""
    button.setProperty("iconName", name)
    button.setProperty("iconToken", token)
    _dressed.add(button)
    _put(button)


def _dress_again() -> None:
    """Draw the icons of all buttons anew, because the scheme or the font has changed."""
    pixmap.cache_clear()
    _renderer.cache_clear()
    for button in tuple(_dressed):
        if isValid(button):
            _put(button)


def _put(button: QAbstractButton) -> None:
    size = round(button.fontMetrics().height() * 1.15)
    button.setIconSize(QSize(size, size))
    button.setIcon(icon(button.property("iconName"), button.property("iconToken"), size))


theme.current.changed.connect(_dress_again)
