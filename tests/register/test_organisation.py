"""The partnership's people, agencies, meetings and periods."""

from datetime import date, timedelta

import pytest

from scrutineer.domain.activity import Finding
from scrutineer.domain.challenge import Addressee, Challenge, PartyKind
from scrutineer.domain.organisation import Agency, Appointment
from tests.factories import TODAY, a_meeting, a_scrutineer, an_activity

DAY = timedelta(days=1)


def labels(register):
    return [(one.label, one.starts_on, one.ends_on) for one in register.periods.all()]


def test_a_record_begins_with_the_quarters_of_its_year(register):
    assert labels(register) == [
        ("2026-27-Q1", date(2026, 4, 1), date(2026, 6, 30)),
        ("2026-27-Q2", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-27-Q3", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026-27-Q4", date(2027, 1, 1), date(2027, 3, 31)),
    ]


@pytest.mark.parametrize("day", [date(2026, 4, 1), date(2027, 3, 31), date(2027, 1, 1)])
def test_quarters_are_not_made_twice(register, day):
    before = labels(register)
    register.periods.ensure_quarters(day)
    assert labels(register) == before


@pytest.mark.parametrize("day", [date(2028, 2, 29), date(2027, 4, 1), date(2027, 12, 31)])
def test_a_day_before_april_belongs_to_the_year_before(register, day):
    register.periods.ensure_quarters(day)
    assert labels(register)[4:] == [
        ("2027-28-Q1", date(2027, 4, 1), date(2027, 6, 30)),
        ("2027-28-Q2", date(2027, 7, 1), date(2027, 9, 30)),
        ("2027-28-Q3", date(2027, 10, 1), date(2027, 12, 31)),
        ("2027-28-Q4", date(2028, 1, 1), date(2028, 3, 31)),
    ]
    assert register.periods.labelled("2027-28-Q4").starts_on == date(2028, 1, 1)
    assert register.periods.labelled("2027-28-Q5") is None


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "days"),
    [
        (date(2026, 4, 1), date(2027, 3, 31), 8.0),       # 146 of 365 days of a term begun on 6 November
        (date(2026, 10, 1), date(2026, 12, 31), 3.0),     # 56 days: 3.07
        (date(2026, 11, 6), date(2026, 11, 6), 0.0),
        (date(2026, 4, 1), date(2026, 11, 5), 0.0),
        (date(2027, 4, 1), date(2028, 3, 31), 20.0),
    ],
)
def test_the_budget_is_pro_rata_from_the_first_day_in_halves(register, starts_on, ends_on, days):
    register.appointments.save(Appointment(starts_on=date(2026, 11, 6), days_per_year=20))
    assert register.appointments.budget(starts_on, ends_on) == days


def test_budgets_of_several_add_up_and_without_any_there_is_none(register):
    year = date(2026, 4, 1), date(2027, 3, 31)
    assert register.appointments.budget(*year) == 0
    for days in (20, 7.5):
        register.appointments.save(Appointment(days_per_year=days))
    assert register.appointments.budget(*year) == 27.5


def test_those_serving_today_are_found_and_all_when_nobody_serves(register):
    (first,) = register.scrutineers.all()
    former = register.scrutineers.save(a_scrutineer(name="Former", ends_on=TODAY - DAY))
    assert register.scrutineers.serving() == [first]
    register.scrutineers.remove(first)
    assert register.scrutineers.serving() == [former]


def test_services_stand_after_their_agency_and_former_agencies_are_gone(register, begun):
    service = register.agencies.save(Agency(name="A front door", parent_id=begun.la.id))
    register.agencies.save(Agency(name="Old trust", ends_on=TODAY - DAY))
    assert [one.name for one in register.agencies.current()] == [
        "Exampleshire Constabulary", "Exampleshire Council", service.name, "Exampleshire Integrated Care Board",
        "Northmoor District",
    ]
    assert {line.name: line.parent for line in register.agencies.lines()}["A front door"] == "LA"


def test_a_list_of_agencies_shows_what_stands_between_us(register, begun):
    la, police, _ = begun.partners
    register.challenges.put_to(Challenge(title="One", text="?"), [
        Addressee(agency_id=la), Addressee(kind=PartyKind.JOINT, agency_ids=(la, police)),
    ])
    removed = register.challenges.put_to(Challenge(title="Two", text="?"), [Addressee(agency_id=la)])
    register.challenges.remove(removed)
    register.activities.note_what_i_saw(an_activity(agency_ids=(la,)), [Finding(text="They listen.")])
    lines = {line.id: line for line in register.agencies.lines()}
    assert (lines[la].open_challenges, lines[la].awaited, lines[la].strengths) == (1, 2, 1)
    assert lines[la].last_seen_on == TODAY - 7 * DAY
    assert (lines[police].open_challenges, lines[police].awaited, lines[police].last_seen_on) == (1, 1, None)
    assert [line.name for line in lines.values()] == sorted(line.name for line in lines.values())


def test_meetings_to_come_are_listed_by_date(register, begun):
    register.meetings.save(a_meeting(held_on=TODAY - DAY, papers_due_on=None))
    today = register.meetings.save(a_meeting(held_on=TODAY, papers_due_on=None))
    assert [one.id for one in register.meetings.coming()] == [today.id, begun.meeting.id]
    assert register.meetings.called(begun.meeting) == "Executive Group"
    assert register.meetings.called(today) == "Meeting"
    assert register.partnerships.current() == register.partnership
