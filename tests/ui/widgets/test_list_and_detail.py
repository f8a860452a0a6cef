from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QSplitter
from pytestqt.qtbot import QtBot

from scrutineer.ui.widgets.list_and_detail import ListAndDetail


@pytest.fixture
def both(qtbot: QtBot) -> ListAndDetail:
    listed, detail = QLineEdit(), QLineEdit()
    made = ListAndDetail(listed, detail)
    made.listed, made.detail = listed, detail
    qtbot.addWidget(made)
    made.resize(1300, 500)
    made.show()
    made.activateWindow()
    return made


def seen(both: ListAndDetail) -> tuple[bool, bool]:
    return both.listed.isVisible(), both.detail.isVisible()


def test_a_wide_window_shows_both(both: ListAndDetail) -> None:
    assert seen(both) == (True, True)
    assert not both.findChild(QPushButton, "back").isVisible()


def test_a_narrow_window_shows_the_list_then_the_detail_over_it_and_back_again(
    both: ListAndDetail, qtbot: QtBot
) -> None:
    both.resize(800, 480)
    assert seen(both) == (True, False)
    both.open_detail()
    assert seen(both) == (False, True)
    with qtbot.waitSignal(both.went_back):
        both.findChild(QPushButton, "back").click()
    assert seen(both) == (True, False)


def test_escape_goes_back_to_the_list(both: ListAndDetail, qtbot: QtBot) -> None:
    both.resize(800, 480)
    both.open_detail()
    both.detail.setFocus()
    qtbot.keyClick(both.detail, Qt.Key.Key_Escape)
    assert seen(both) == (True, False)
    assert both.listed.hasFocus()


def test_a_window_that_becomes_wide_shows_both_again(both: ListAndDetail) -> None:
    both.resize(800, 480)
    both.open_detail()
    both.resize(1300, 480)
    assert seen(both) == (True, True)


def test_where_the_splitter_stood_is_kept(qtbot: QtBot, both: ListAndDetail) -> None:
    states: list[QByteArray] = []
    both.moved.connect(states.append)
    splitter = both.findChild(QSplitter)
    splitter.moveSplitter(400, 1)
    splitter.splitterMoved.emit(400, 1)
    again = ListAndDetail(QLineEdit(), QLineEdit(), states[-1])
    qtbot.addWidget(again)
    again.resize(1300, 500)
    again.show()
    assert again.findChild(QSplitter).sizes() == splitter.sizes()
