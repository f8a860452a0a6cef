from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from scrutineer.ui.widgets.scrolling import scrolling


def test_widgets_stand_one_below_the_other_and_scroll_only_up_and_down(qtbot: QtBot) -> None:
    first, second = QLabel("first"), QLabel("second " * 200)
    second.setWordWrap(True)
    area = scrolling(first, second)
    qtbot.addWidget(area)
    area.resize(200, 100)
    area.show()
    assert second.y() > first.y()
    assert area.verticalScrollBar().maximum() > 0
    assert not area.horizontalScrollBar().isVisible()


def test_it_asks_for_the_height_that_its_widgets_need(qtbot: QtBot) -> None:
    words = QLabel("word " * 200)
    words.setWordWrap(True)
    area = scrolling(words)
    qtbot.addWidget(area)
    area.show()
    area.resize(400, 100)
    narrow = area.sizeHint().height()
    area.resize(1200, 100)
    assert area.sizeHint().height() < narrow
    area.resize(1200, area.sizeHint().height())
    assert area.verticalScrollBar().maximum() == 0


def test_the_right_edge_stays_where_it_is_when_the_scroll_bar_comes(qtbot: QtBot) -> None:
    block = QLabel("high")
    block.setMinimumHeight(300)
    area = scrolling(block)
    qtbot.addWidget(area)
    area.show()
    area.resize(400, 500)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    edge = block.mapTo(area, block.rect().topRight()).x()
    area.resize(400, 150)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: block.mapTo(area, block.rect().topRight()).x() == edge)
