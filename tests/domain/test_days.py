"""A statement adds its rows up."""

from scrutineer.domain.days import DaysRow, DaysStatement
from tests.domain.test_owed import HEAD
from tests.factories import TODAY


def test_the_total_is_that_of_its_rows():
    rows = (DaysRow(TODAY, "Visit", 1.0), DaysRow(TODAY, "Reading", 0.5))
    assert DaysStatement(masthead=HEAD, starts_on=TODAY, ends_on=TODAY, rows=rows).total == 1.5
    assert DaysStatement(masthead=HEAD, starts_on=TODAY, ends_on=TODAY, rows=()).total == 0
