"""The partnership's own rules, and agencies that change and have parts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.dates import quarter_of
from scrutineer.domain.organisation import (
    AgencySuccession,
    Appointment,
    ClosedDays,
    Contact,
    PeriodKind,
    ReportingPeriod,
    Scrutineer,
    in_order,
)
from scrutineer.domain.reference import Reference
from tests.factories import TODAY, a_body, a_contact, a_meeting, a_partnership, a_scrutineer, an_agency

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def fields(record):
    return [problem.field for problem in record.problems()]


@given(st.text(max_size=10) | st.from_regex("[A-Z0-9]{2,8}", fullmatch=True))
def test_letters_that_are_accepted_make_references_that_can_be_read(letters):
    if "short_code" not in fields(a_partnership(short_code=letters)):
        assert Reference.parse(str(Reference(letters, "C", 2026, "", 14))).partnership == letters


@pytest.mark.parametrize("letters", ["", "E", "ex", "E-X", "EXAMPLESHIRE", "EX\n"])
def test_letters_that_do_not_fit_a_reference_are_refused(letters):
    assert "short_code" in fields(a_partnership(short_code=letters))


def test_clocks_count_forwards_and_may_be_off():
    assert fields(a_partnership(acknowledge_days=0, urgent_days=0)) == []
    assert fields(a_partnership(routine_days=-1, feedback_days=367)) == ["routine_days", "feedback_days"]


@pytest.mark.parametrize("make", [a_scrutineer, an_agency, a_contact, Appointment], ids=lambda make: make.__name__)
def test_an_end_does_not_lie_before_its_beginning(make):
    assert fields(make(starts_on=TODAY, ends_on=TODAY)) == []
    assert fields(make(starts_on=TODAY, ends_on=None)) == fields(make(ends_on=TODAY)) == []
    assert fields(make(starts_on=TODAY, ends_on=TODAY - timedelta(days=1))) == ["ends_on"]


@pytest.mark.parametrize("days", [-1.0, 367.0, float("nan"), float("inf")])
def test_a_year_has_no_more_days_than_it_has(days):
    assert fields(Appointment(days_per_year=days)) == ["days_per_year"]


def test_a_period_needs_both_its_ends():
    quarter = quarter_of(TODAY)
    period = ReportingPeriod(label=quarter.label, starts_on=quarter.starts_on, ends_on=quarter.ends_on)
    assert fields(period) == []
    assert period.kind is PeriodKind.QUARTER
    assert fields(ReportingPeriod()) == ["label", "starts_on", "ends_on"]


@given(DAYS, st.integers(0, 366))
def test_closed_days_run_from_the_first_to_the_last(first, more):
    closed = ClosedDays(starts_on=first, ends_on=first + timedelta(days=more))
    days = closed.days()
    assert fields(closed) == []
    assert (len(days), min(days), max(days)) == (more + 1, closed.starts_on, closed.ends_on)


def test_closed_days_are_in_order_and_not_longer_than_a_year():
    assert fields(ClosedDays(starts_on=TODAY, ends_on=TODAY - timedelta(days=1))) == ["ends_on"]
    assert fields(ClosedDays(starts_on=TODAY, ends_on=TODAY + timedelta(days=367))) == ["ends_on"]
    assert ClosedDays(starts_on=TODAY).days() == frozenset()
    assert ClosedDays(starts_on=TODAY, ends_on=TODAY - timedelta(days=1)).days() == frozenset()


def test_an_agency_is_no_service_within_itself():
    assert fields(an_agency(id="a", parent_id="a")) == ["parent_id"]
    assert fields(an_agency(parent_id="b")) == []


def test_a_succession_names_two_different_agencies():
    assert fields(AgencySuccession(predecessor_id="a", successor_id="b")) == []
    for before, after in ((None, "b"), ("a", None), ("a", "a")):
        assert fields(AgencySuccession(predecessor_id=before, successor_id=after)) == ["successor_id"]


def test_papers_are_due_before_the_meeting():
    assert fields(a_meeting()) == fields(a_meeting(papers_due_on=None)) == []
    assert fields(a_meeting(papers_due_on=TODAY + timedelta(days=15))) == ["papers_due_on"]


def test_lists_use_the_short_name_when_there_is_one():
    assert an_agency().called == "Police"
    assert a_body().called == "Executive Group"


def test_people_have_names():
    assert fields(Scrutineer()) == fields(Contact()) == ["name"]
    assert in_order(None, None) == []
