"""Where my days go: what was spent, what is ahead, and the statement that goes with the invoice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from scrutineer.domain.activity import ActivityStatus, MyPart
from scrutineer.domain.organisation import Appointment
from scrutineer.domain.plan import PlanItem, TimeEntry
from scrutineer.domain.retest import Retest, RetestResult
from scrutineer.domain.year import Year
from tests.factories import TODAY, a_scrutineer, an_activity
from tests.register.conftest import close, refused

YEAR = Year(2026)
DAY = timedelta(days=1)
JANUARY = date(2027, 1, 10)


def rows(register, starts_on=YEAR.starts_on, ends_on=YEAR.ends_on):
    return [tuple(row) for row in register.time.statement(starts_on, ends_on, register.figures.masthead()).rows]


def look(register, put, answer, **over) -> Retest:
    _, (part, *_) = put()
    close(register, answer(part))
    return register.retests.plan(part.id, JANUARY, **over)


def test_time_is_noted_in_half_days_today_and_is_mine(register):
    noted = register.time.note(0.5, "Read the papers")
    assert (noted.spent_on, noted.days, noted.what, noted.scrutineer_id) == (
        TODAY, 0.5, "Read the papers", register.desk.me
    )
    assert list(refused(register.time.note, 0.3)) == ["days"]
    assert list(refused(register.time.note, 0.5, on=TODAY + DAY)) == ["spent_on"]


def test_the_statement_tells_each_piece_of_work_by_its_day(register, put, answer):
    visit = register.activities.save(an_activity(days=1.0, held_on=TODAY - 3 * DAY))
    register.time.note(0.5, "Write-up", TODAY - DAY, visit.id)
    register.time.note(1.0, "Travel", TODAY - 2 * DAY)
    register.time.note(0.5)
    planned = look(register, put, answer, days=0.5)
    register.retests.record(planned.id, RetestResult.SUSTAINED, TODAY, "It held.")
    assert rows(register) == [
        (TODAY - 3 * DAY, "Front door visited (A-2026-001)", 1.0),
        (TODAY - 2 * DAY, "Travel", 1.0),
        (TODAY - DAY, "Write-up: Front door visited (A-2026-001)", 0.5),
        (TODAY, "Looked again at C-2026-001: did it last?", 0.5),
        (TODAY, "Work as scrutineer", 0.5),
    ]
    assert register.time.statement(TODAY - DAY, TODAY, register.figures.masthead()).total == 1.5


def test_what_took_no_days_did_not_take_place_or_was_not_tested_is_not_on_it(register, put, answer):
    register.activities.save(an_activity(days=0.0))
    register.activities.save(an_activity(days=1.0, status=ActivityStatus.CANCELLED))
    register.activities.save(an_activity(days=1.0, held_on=JANUARY, status=ActivityStatus.PLANNED))
    planned = look(register, put, answer)
    register.retests.record(planned.id, RetestResult.NOT_TESTED, TODAY)
    assert rows(register) == []


def test_a_span_has_a_first_day_and_a_last_one_after_it(register):
    head = register.figures.masthead()
    assert list(refused(register.time.statement, None, TODAY, head)) == ["starts_on"]
    assert list(refused(register.time.statement, TODAY, None, head)) == ["ends_on"]
    assert list(refused(register.time.statement, TODAY, TODAY - DAY, head)) == ["ends_on"]


def test_the_days_typed_are_mine_whoever_led(register):
    register.activities.save(an_activity(days=0.5, my_part=MyPart.READ_RESULT))
    assert register.time.of_year(YEAR).spent == 0.5


def test_the_days_of_another_scrutineer_are_neither_spent_by_me_nor_of_my_budget(register):
    other = register.scrutineers.save(a_scrutineer(name="Another"))
    register.activities.save(an_activity(days=2.0, scrutineer_id=other.id))
    register.time.save(TimeEntry(spent_on=TODAY, days=1.0, scrutineer_id=other.id))
    for whose, days in ((register.desk.me, 20.0), (other.id, 12.0)):
        register.appointments.save(Appointment(scrutineer_id=whose, starts_on=YEAR.starts_on, days_per_year=days))
    mine = register.time.of_year(YEAR)
    assert (mine.spent, mine.budget) == (0.0, 20.0)
    assert rows(register) == []


@pytest.mark.parametrize(("first", "days"), [
    (date(2026, 4, 1), 20.0), (date(2025, 1, 1), 20.0), (date(2026, 10, 1), 10.0), (date(2026, 11, 1), 8.5),
    (date(2027, 4, 1), 0.0),
])  # fmt: skip
def test_the_budget_counts_pro_rata_from_the_first_day(register, first, days):
    register.appointments.save(Appointment(starts_on=first, days_per_year=20.0))
    assert register.time.of_year(YEAR).budget == days


def test_what_is_ahead_is_counted_once(register, put, answer):
    plan = register.plan_items
    untouched = plan.plan(PlanItem(title="Untouched", days=2.0))
    begun = plan.plan(PlanItem(title="Begun", days=3.0))
    done = plan.plan(PlanItem(title="Done", days=1.0))
    plan.drop(plan.plan(PlanItem(title="Dropped", days=4.0)).id, "Inspected.")
    save = register.activities.save
    save(an_activity(plan_item_id=begun.id, days=1.0))
    save(an_activity(plan_item_id=begun.id, days=1.0, held_on=JANUARY, status=ActivityStatus.PLANNED))
    save(an_activity(plan_item_id=done.id, days=1.5))
    save(an_activity(days=0.5, held_on=JANUARY, status=ActivityStatus.PLANNED))
    look(register, put, answer, days=0.5)
    assert untouched.year == YEAR.begins_in
    days = register.time.of_year(YEAR)
    assert (days.planned, days.spent) == (6.0, 2.5)
    assert (days.ahead, days.retests) == (2.0 + 2.0 + 0.5 + 0.5, 0.5)


def test_another_year_has_its_own_days(register):
    register.plan_items.plan(PlanItem(title="Later", year=2027, days=2.0))
    register.time.note(0.5)
    assert register.time.of_year(YEAR.next).planned == 2.0
    assert register.time.of_year(YEAR.next).spent == 0.0
    assert register.time.of_year(YEAR).planned == 0.0
