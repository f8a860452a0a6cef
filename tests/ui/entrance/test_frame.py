from __future__ import annotations

from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from scrutineer.ui.entrance.frame import Frame


def test_the_column_grows_with_the_font(qtbot: QtBot) -> None:
    frame = Frame("Title", widest=40)
    qtbot.addWidget(frame)
    before = frame._column.maximumWidth()
    larger = QFont(frame.font())
    larger.setPointSizeF(larger.pointSizeF() * 2)
    frame.setFont(larger)
    assert frame._column.maximumWidth() > before
