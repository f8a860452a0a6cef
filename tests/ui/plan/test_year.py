"""The year at a glance: twelve months, marks in their order, one Tab in and arrow keys within."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar

from scrutineer.domain.year import Year
from scrutineer.ui.plan.mark import Mark
from scrutineer.ui.plan.year import YearGlance
from tests.factories import TODAY
from tests.ui.challenges.room import read


@pytest.fixture
def glance(register, plan, qtbot) -> YearGlance:
    plan("May", date(2026, 5, 14))
    plan("Open", None)
    plan("December", days=0.5)
    plan("Also December", days=1.0)
    made = YearGlance()
    qtbot.addWidget(made)
    made.resize(560, 400)
    made.show_year(Year(2026), register.plan_items.lines(), TODAY)
    made.show()
    made.activateWindow()
    return made


def marks(glance: YearGlance) -> list[Mark]:
    return glance.findChildren(Mark)


def test_the_months_run_from_april_and_say_their_days_and_which_is_now(glance):
    said = read(glance.widget()).splitlines()
    months = [line for line in said if line.istitle() and line.isalpha()]
    assert months[:3] == ["April", "May", "June"]
    assert months[-1] == "March"
    assert len(months) == 12
    assert said[said.index("November") + 1] == "now"
    assert said[said.index("December") + 1] == "1.5 days"
    assert said[-2:] == ["No month yet", "1 day"]


def test_marks_stand_in_the_order_of_their_months_and_what_has_none_comes_last(glance):
    assert [one.line.item.title for one in marks(glance)] == ["May", "Also December", "December", "Open"]


def test_tab_leads_to_the_chosen_mark_alone_and_arrows_go_on(glance, qtbot):
    chosen, opened = [], []
    glance.chosen.connect(chosen.append)
    glance.opened.connect(opened.append)
    may, also, *_ = marks(glance)
    assert [one.focusPolicy() is Qt.FocusPolicy.StrongFocus for one in marks(glance)] == [True, False, False, False]
    glance.take_keyboard()
    QTest.keyClick(may, Qt.Key.Key_Down)
    assert chosen == [also.line.id]
    assert also.isChecked()
    assert not may.isChecked()
    assert also.focusPolicy() is Qt.FocusPolicy.StrongFocus
    QTest.keyClick(also, Qt.Key.Key_Return)
    assert opened == [also.line.id]
    QTest.keyClick(may, Qt.Key.Key_Up)
    assert len(chosen) == 2      # before the first there is none


def test_read_again_the_keyboard_stays_on_its_mark(glance, register, plan, qtbot):
    qtbot.waitUntil(glance.isActiveWindow)
    also = marks(glance)[1]
    glance.take_keyboard(also.line.id)
    plan("April", date(2026, 4, 1))
    glance.show_year(Year(2026), register.plan_items.lines(), TODAY)
    held = QApplication.focusWidget()
    assert isinstance(held, Mark)
    assert held.line.id == also.line.id


def is_in_sight(glance: YearGlance, mark: Mark) -> bool:
    return glance.viewport().rect().contains(QRect(mark.mapTo(glance.viewport(), QPoint()), mark.size()))


def test_what_is_chosen_before_the_year_has_its_room_is_in_sight_when_it_has(register, plan, qtbot):
    for month in (4, 5, 6, 7, 8, 9, 10):
        plan(f"What children and their families say of the help they had, month {month}", date(2026, month, 1))
    plan("Chosen", date(2026, 11, 1))
    plan("Later", date(2027, 3, 1))
    glance = YearGlance()
    qtbot.addWidget(glance)
    glance.show_year(Year(2026), register.plan_items.lines(), TODAY)
    chosen = next(one for one in marks(glance) if one.line.item.title == "Chosen")
    glance.choose(chosen.line.id)
    glance.resize(380, 260)
    glance.show()
    qtbot.waitUntil(lambda: is_in_sight(glance, chosen))
    glance.resize(300, 240)      # its words wrap, and the months grow
    QApplication.processEvents()
    assert is_in_sight(glance, chosen)
    glance.verticalScrollBar().triggerAction(QScrollBar.SliderAction.SliderToMinimum)
    glance.resize(280, 220)
    QApplication.processEvents()
    assert not is_in_sight(glance, chosen)      # who has scrolled is left there


def test_a_mark_takes_the_width_of_its_line_before_its_words_wrap(register, plan, qtbot):
    plan("A neighbouring partnership looks at the way we listen")
    made = YearGlance()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show_year(Year(2026), register.plan_items.lines(), TODAY)
    made.show()
    (mark,) = marks(made)
    QApplication.processEvents()
    assert mark.height() == mark.heightForWidth(2 * mark.width())
