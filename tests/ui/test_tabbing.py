"""Tab leads through a window as it is read, whenever its widgets were made."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from scrutineer.ui import tabbing


@pytest.fixture
def window(qtbot) -> QWidget:
    """A line of title and button, made last, above two sheets side by side, made from right to left."""
    made = QWidget()
    qtbot.addWidget(made)
    right, left = QLineEdit(objectName="right"), QLineEdit(objectName="left")
    both = QSplitter()
    both.addWidget(left)
    both.addWidget(right)
    body = QVBoxLayout(made)
    body.addWidget(both)
    line = QHBoxLayout()
    line.addWidget(QLabel("A title"))
    line.addWidget(QPushButton("Add", objectName="add"))
    body.insertLayout(0, line)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def steps(window: QWidget, count: int, *, forwards: bool = True) -> list[str]:
    """The names of what the keyboard comes to."""
    names = []
    for _ in range(count):
        assert tabbing.step(window, forwards=forwards)
        held = window.focusWidget()
        names.append(held.objectName() if held else "")
    return names


def test_the_line_above_comes_first_then_left_then_right_and_round(window):
    assert steps(window, 4) == ["add", "left", "right", "add"]
    assert steps(window, 3, forwards=False) == ["right", "left", "add"]


def test_what_is_hidden_or_cannot_be_used_is_passed_over(window):
    window.findChild(QWidget, "left").hide()
    window.findChild(QWidget, "add").setEnabled(False)
    assert steps(window, 1) == ["right"]
    assert not tabbing.step(window, forwards=True), "there is nowhere else to go"


def test_of_buttons_of_which_one_is_chosen_it_comes_to_that_one(window):
    group = QButtonGroup(window)
    for name in ("one", "two", "three"):
        made = QPushButton(name, objectName=name, checkable=True, checked=name == "two")
        group.addButton(made)
        window.layout().addWidget(made)
        made.show()
    assert steps(window, 5) == ["add", "left", "right", "two", "add"]


def test_what_it_comes_to_is_brought_into_sight(window):
    area, sheet = QScrollArea(), QWidget()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFixedHeight(60)
    last = QPushButton("Last", sheet, objectName="last")
    last.move(0, 500)
    sheet.resize(80, 600)
    area.setWidget(sheet)
    window.layout().addWidget(area)
    area.show()
    assert steps(window, 1, forwards=False) == ["last"]
    assert not last.visibleRegion().isEmpty()
