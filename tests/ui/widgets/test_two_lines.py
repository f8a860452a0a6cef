from __future__ import annotations

from PySide6.QtWidgets import QListWidget

from scrutineer.ui import theme
from scrutineer.ui.widgets.two_lines import GAP, TwoLines


def test_words_wrap_and_what_kind_of_thing_it_is_stands_beneath_in_soft_ink(qtbot):
    shown = QListWidget()
    qtbot.addWidget(shown)
    shown.setItemDelegate(TwoLines(shown))
    shown.setResizeMode(QListWidget.ResizeMode.Adjust)
    shown.addItems([f"Plan{GAP}Ctrl+2", "Short\nAction", "We plan a survey of young people’s confidence in us\nAnswer"])
    shown.resize(160, 400)
    shown.show()
    one, two, wrapped = (shown.visualItemRect(shown.item(row)).height() for row in range(3))
    assert one < two < wrapped
    shown.resize(600, 400)
    qtbot.waitUntil(lambda: shown.visualItemRect(shown.item(2)).height() == two)
    picture = shown.grab(shown.visualItemRect(shown.item(1)).adjusted(2, 2, 2, 2)).toImage()
    middle = picture.height() // 2
    above, below = (min(picture.pixelColor(x, y).lightness() for x in range(80) for y in rows)
                    for rows in (range(middle), range(middle + 2, picture.height())))  # fmt: skip
    assert above < below < theme.colour("paper").lightness() - 60
