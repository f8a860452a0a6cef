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
