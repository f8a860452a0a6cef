from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics

from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.row_painter import RowPainter
from tests.ui.examples import COLUMNS, challenge_lines, challenge_table

LINE = challenge_lines()[0]


def test_a_row_of_one_line_and_a_row_of_two_are_as_high_as_the_font_says() -> None:
    font = QFont()
    spacing = QFontMetrics(font).lineSpacing()
    one = RowPainter((Column("Name", lambda line: line.title, stretch=True),))
    assert one.usual_height(font) == spacing + 12
    assert RowPainter(COLUMNS).usual_height(font) == 2 * spacing + 16


def test_the_highest_cell_decides() -> None:
    painter, font = RowPainter(COLUMNS), QFont()
    assert painter.height(LINE, {0: 600, 2: 60}, font) > painter.height(LINE, {0: 600, 2: 300}, font)


def test_folded_a_row_has_room_for_all_columns() -> None:
    painter, font = RowPainter(COLUMNS), QFont()
    flat = painter.height(LINE, {0: 400}, font)
    painter.folded = True
    assert painter.height(LINE, {0: 400}, font) > flat


def test_the_selected_row_the_clock_and_the_ring_are_painted_in_their_colours() -> None:
    from scrutineer.ui import theme

    table = challenge_table()
    table.resize(900, 500)
    table.show()
    table.select("id0")
    table.setFocus()
    picture = table.grab().toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(900) for y in range(200)}
    assert {theme.colour(name).name() for name in ("selected", "paper", "line")} <= seen
    table.deleteLater()
