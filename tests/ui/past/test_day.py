"""Which day: the ones on offer, and the field that takes any."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from scrutineer.domain.paper import PaperStatus
from scrutineer.ui.past.day import DayField, Offer, begun_on, offers
from tests.factories import TODAY, a_paper
from tests.ui.past.conftest import YESTERDAY, Days
from tests.ui.window import part

QUARTERS = [
    Offer(date(2026, 9, 30), "end of 2026–27, quarter 2"), Offer(date(2026, 6, 30), "end of 2026–27, quarter 1"),
]  # fmt: skip


class Later:
    """A register whose day is another one, to be read by what asks for days."""

    def __init__(self, days: Days, today: date) -> None:
        self.partnership, self.papers = days.register.partnership, days.register.papers
        self.today = lambda: today


def test_a_new_record_offers_nothing_but_the_days_that_it_has(days: Days):
    assert begun_on(days.register) == YESTERDAY
    assert offers(days.register) == []


def test_the_last_paper_comes_first_then_the_ends_of_four_quarters_as_far_as_the_record_goes(days: Days):
    for day in (date(2027, 3, 31), date(2027, 2, 3)):
        days.register.papers.save(a_paper(status=PaperStatus.ISSUED, issued_on=day))
    assert offers(Later(days, date(2027, 11, 5))) == [      # type: ignore[arg-type]
        Offer(date(2027, 3, 31), "last paper issued"), Offer(date(2027, 9, 30), "end of 2027–28, quarter 2"),
        Offer(date(2027, 6, 30), "end of 2027–28, quarter 1"), Offer(date(2026, 12, 31), "end of 2026–27, quarter 3"),
    ]


def test_a_paper_issued_today_is_no_day_to_go_back_to(days: Days):
    days.register.papers.save(replace(days.paper, status=PaperStatus.ISSUED, issued_on=TODAY))
    assert offers(days.register) == []


def field_in_window(qtbot, desk) -> tuple[DayField, QWidget]:
    made = DayField(desk, QUARTERS)
    made.call("on", "Day")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made, made.window()


def test_one_key_takes_a_day_that_is_offered(qtbot, desk):
    field, window = field_in_window(qtbot, desk)
    field.setFocus()
    with qtbot.waitSignal(field.chosen):
        QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert field.value() == QUARTERS[1].day
    assert part(field, QPushButton, "offer-1").accessibleName() == "30 Sep 2026, end of 2026–27, quarter 2"


def test_a_day_is_typed_as_everywhere_and_enter_takes_it(qtbot, desk):
    field, _ = field_in_window(qtbot, desk)
    line = part(field, QLineEdit, "on")
    QTest.keyClicks(line, "-10")
    with qtbot.waitSignal(field.chosen):
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert field.value() == TODAY - timedelta(days=14)
    field.restore("nonsense")
    assert (field.value(), field.draft()) == (None, "nonsense")
    assert field.problem().startswith("“nonsense” is not a date")
    field.mark("That day has not come yet.")
    assert line.accessibleDescription() == "That day has not come yet."
    field.set_value(TODAY)
    assert (field.value(), field.problem()) == (TODAY, "")
