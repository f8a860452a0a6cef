"""A mark says everything in words, wraps them, and is pressed by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scrutineer.domain.plan import PlanItem, PlanLine, Standing
from scrutineer.ui.plan.mark import Mark


def mark(qtbot, standing=Standing.PLANNED, title="Front door") -> Mark:
    made = Mark(PlanLine(PlanItem(title=title, year=2026, days=1.0), standing, 0.0, (), "Police", ""))
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("standing", Standing)
def test_how_far_it_has_come_is_told_in_a_word_and_every_shape_is_its_own(qtbot, standing):
    made = mark(qtbot, standing)
    assert standing.label in made.accessibleName()
    assert "Police" in made.accessibleName()
    others = [mark(qtbot, other) for other in Standing if other is not standing]
    for one in (made, *others):
        one.about = ""      # the words apart, the shapes still differ
        one.resize(200, 60)
    assert all(made.grab().toImage() != other.grab().toImage() for other in others)


def test_long_words_make_it_higher_and_never_wider_than_a_line(qtbot):
    short, long = mark(qtbot), mark(qtbot, title="Front door " * 40)
    assert long.sizeHint().height() > 2 * short.sizeHint().height()
    assert long.heightForWidth(150) > long.heightForWidth(300)
    assert long.sizeHint().width() < 80 * long.fontMetrics().horizontalAdvance("0")


def test_enter_and_space_press_it_and_arrows_lead_on(qtbot):
    made, pressed, steps = mark(qtbot), [], []
    made.clicked.connect(lambda: pressed.append(True))
    made.stepped.connect(steps.append)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(made, key)
    assert (len(pressed), steps) == (2, [1, -1])
    assert not made.isChecked()
