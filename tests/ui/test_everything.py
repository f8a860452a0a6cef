"""What holds for all widgets together: named for everybody, whole at any size, quiet on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListView, QScrollArea, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from scrutineer.ui import theme
from tests.ui import examples

SCREENS: list[Callable[[], QWidget]] = [
    examples.today_page,
    examples.challenges_page,
    examples.form_page,
    examples.pieces,
]


@pytest.fixture(params=SCREENS, ids=lambda make: make.__name__)
def screen(request: pytest.FixtureRequest, qtbot: QtBot) -> QWidget:
    made: QWidget = request.param()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.wait(10)
    return made


def test_whatever_the_keyboard_reaches_has_a_name(screen: QWidget) -> None:
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in screen.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not isinstance(widget, QScrollBar | QListView)  # the list that drops down from a choice
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and widget.objectName() != "qt_scrollarea_viewport"
        and not widget.objectName().startswith("qt_")
        and widget.parentWidget() is not None
        and not widget.parentWidget().accessibleName()
    ]
    assert nameless == []


def test_tab_comes_round_to_where_it_began(screen: QWidget, qtbot: QtBot) -> None:
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.setFocus()
    visited: list[QWidget] = []
    for _ in range(80):
        screen.focusNextPrevChild(True)
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget in visited:
            break
        visited.append(widget)
    assert 1 < len(visited) < 60


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("size", [(1280, 800), (800, 480)])
def test_no_words_are_cut_off(
    screen: QWidget, app: QApplication, qtbot: QtBot, times: int, size: tuple[int, int]
) -> None:
    usual = QFont(app.font())
    larger = QFont(usual)
    larger.setPointSizeF(usual.pointSizeF() * times)
    app.setFont(larger)
    theme.apply(app, "light")
    try:
        screen.resize(*size)
        qtbot.wait(30)
        assert not [label.text() for label in screen.findChildren(QLabel) if label.isVisible() and _is_cut(label)]
        assert not [button.text() for button in screen.findChildren(QAbstractButton) if _is_outside(button, screen)]
    finally:
        app.setFont(usual)
        theme.apply(app, "light")


def _is_cut(label: QLabel) -> bool:
    needed = label.heightForWidth(label.width())
    return label.height() < needed if needed > 0 else label.width() < label.sizeHint().width()


def _is_outside(widget: QWidget, screen: QWidget) -> bool:
    """Whether part of it lies to the right of what can be seen; below, one can scroll."""
    if not widget.isVisible():
        return False
    holder = widget.parentWidget()
    while holder is not None and holder is not screen and not isinstance(holder, QScrollArea):
        holder = holder.parentWidget()
    held_by = holder or screen
    place = QRect(widget.mapTo(held_by, widget.rect().topLeft()), widget.size())
    return place.right() > held_by.width() or place.left() < 0


def test_calls_that_return_nothing_lose_nothing(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python below 3.12 loses a reference to None at each such call, until Python dies."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(1_000):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - 200
