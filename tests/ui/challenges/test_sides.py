"""Two columns of facts, side by side while there is room."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from scrutineer.ui import theme
from scrutineer.ui.challenges.sides import Column, Sides
from scrutineer.ui.widgets.words import Words


def test_columns_stand_side_by_side_and_one_below_the_other_where_it_is_narrow(qtbot: QtBot):
    left, right = Words("done, 3 Oct"), Words("not seen yet")
    sides = Sides(Column("Reported by the agency", [left]), Column("Seen by me", [right]))
    qtbot.addWidget(sides)
    sides.show()
    sides.resize(theme.characters(sides, 60), 200)
    qtbot.waitUntil(lambda: left.mapTo(sides, left.pos()).y() == right.mapTo(sides, right.pos()).y())
    assert right.mapTo(sides, right.rect().topLeft()).x() > left.width()
    sides.resize(theme.characters(sides, 30), 200)
    qtbot.waitUntil(lambda: right.mapTo(sides, right.pos()).y() > left.mapTo(sides, left.pos()).y())
