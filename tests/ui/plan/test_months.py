"""A month is chosen, or the year alone."""

from datetime import date

from scrutineer.domain.year import Year
from scrutineer.ui.plan.months import month_field, when_code, when_field, when_of

YEAR = Year(2026)


def test_a_year_with_its_month_open_and_a_month_are_told_apart():
    assert when_of(when_code(2026, None)) == (2026, None)
    assert when_of(when_code(2026, date(2026, 5, 14))) == (0, date(2026, 5, 14))


def test_the_day_that_stands_for_a_month_is_kept(qtbot):
    field = when_field((YEAR, YEAR.next), date(2026, 5, 14))
    qtbot.addWidget(field)
    field.set_value("2026-05-14")
    assert (field.currentText(), field.value()) == ("May 2026", "2026-05-14")
    assert field.count() == 26
    assert field.itemText(0) == "Some time in 2026–27"


def test_a_month_of_one_year_may_be_left_open(qtbot):
    field = month_field(YEAR.next)
    qtbot.addWidget(field)
    assert field.value() is None
    field.set_value(date(2027, 5, 1))
    assert field.value() == date(2027, 5, 1)
