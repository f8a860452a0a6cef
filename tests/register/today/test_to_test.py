"""What is tested, what is looked at again and what it costs in days; a suggestion is quiet, and rests in time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from scrutineer.domain.activity import ActivityStatus
from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, Priority, Status
from scrutineer.domain.organisation import Appointment
from scrutineer.domain.retest import AFTER_DAYS, RetestResult
from scrutineer.register.today.morning import RESTS
from tests.factories import TODAY, an_activity
from tests.register.today.conftest import answered, told

DAY = timedelta(days=1)
SUGGESTED_AT = AFTER_DAYS * DAY


def to_test(register):
    return register.today_page().to_test


def closed(register, begun, on, outcome=Outcome.PROCESS_CHANGED_ONLY, **over):
    """One part found closed on a day."""
    level = ImpactLevel.PROCESS_CHANGED if outcome is Outcome.PROCESS_CHANGED_ONLY else ImpactLevel.DIFFERENCE
    party = Addressee(agency_id=begun.icb.id, status=Status.CLOSED, closed_on=on, outcome=outcome, impact_level=level,
                      what_changed="A form.")
    challenge = register.challenges.as_found(Challenge(**{"title": "Old"} | over), [party])
    return register.challenges.parts(challenge.id)[0]


@pytest.mark.parametrize(("days", "when"), [(40, "2 Jan 2027"), (0, "23 Nov"), (-1, "since 22 Nov")])
def test_a_part_in_testing_stands_with_its_day_until_it_closes(register, part, days, when):
    answered(register, part)
    register.courses.test(part.id, "Read ten.", TODAY + days * DAY)
    page = register.today_page()
    assert told(page.to_test) == [("Who?", "Police · C-2026-001", when)]
    assert (page.to_test[0].is_late, page.to_test[0].deed, page.to_test[0].deed_id) == (days < 0, "close", part.id)
    assert page.needs_me == ()
    register.courses.close(part.id, Outcome.PROCESS_CHANGED_ONLY, ImpactLevel.PROCESS_CHANGED, "A form.", TODAY)
    assert to_test(register) == ()


def test_a_test_found_without_a_date_is_not_forgotten(register, begun):
    party = Addressee(agency_id=begun.icb.id, status=Status.TESTING_IMPACT)
    register.challenges.as_found(Challenge(title="Old"), [party])
    assert told(to_test(register)) == [("Old", "ICB · C-2026-001", "")]


def test_a_planned_look_says_its_days_and_what_is_left_of_the_year(register, begun):
    part = closed(register, begun, TODAY - 10 * DAY)
    planned = register.retests.plan(part.id, TODAY + 30 * DAY, 1.5)
    assert told(to_test(register)) == [("Old", "look again: ICB · C-2026-001 · 1.5 days", "23 Dec")]
    assert to_test(register).aside == "1.5 days for looking again"
    register.appointments.save(Appointment(starts_on=date(2026, 4, 1), days_per_year=20))
    register.activities.save(an_activity(days=14))
    register.activities.save(an_activity(days=3, held_on=date(2026, 3, 31)))
    register.activities.save(an_activity(days=2, held_on=TODAY + DAY, status=ActivityStatus.PLANNED))
    assert to_test(register).aside == "1.5 days for looking again · 6 of 20 left this year"
    register.activities.save(an_activity(days=7))
    assert to_test(register).aside == "1.5 days for looking again · all 20 of this year are spent"
    row = to_test(register)[0]
    assert (row.deed, row.deed_id, row.is_quiet) == ("retest", planned.id, False)
    register.retests.record(planned.id, RetestResult.PARTLY, TODAY, "Half of them.")
    assert (to_test(register), to_test(register).aside) == ((), "")


@pytest.mark.parametrize(("ago", "shown"), [
    (SUGGESTED_AT - 15 * DAY, 0), (SUGGESTED_AT - 14 * DAY, 1), (SUGGESTED_AT, 1), (SUGGESTED_AT + RESTS, 1),
    (SUGGESTED_AT + RESTS + DAY, 0),
])
def test_a_look_is_suggested_for_a_while_and_never_twice(register, begun, ago, shown):
    part = closed(register, begun, TODAY - ago)
    rows = to_test(register)
    assert [(row.deed, row.deed_id, row.is_quiet, row.when) for row in rows] == [
        ("plan_retest", part.id, True, "")
    ] * shown
    assert all("a look again is suggested: ICB · C-2026-001" in row.detail for row in rows)
    register.retests.plan(part.id, TODAY + DAY)
    assert [row.deed for row in to_test(register)] == ["retest"]


@pytest.mark.parametrize(("outcome", "priority", "shown"), [
    (Outcome.IMPACT_EVIDENCED, Priority.ROUTINE, 0), (Outcome.IMPACT_EVIDENCED, Priority.URGENT, 1),
    (Outcome.NOT_PURSUED, Priority.URGENT, 0),
])
def test_it_is_suggested_where_it_matters_as_the_register_itself_says(register, begun, outcome, priority, shown):
    part = closed(register, begun, TODAY - SUGGESTED_AT, outcome, priority=priority)
    assert len(to_test(register)) == shown
    assert (register.retests.suggested(part) is not None) is bool(shown)


def test_a_part_closed_while_another_is_open_is_suggested_too(register, begun):
    done = Addressee(agency_id=begun.icb.id, status=Status.CLOSED, closed_on=TODAY - SUGGESTED_AT,
                     outcome=Outcome.PROCESS_CHANGED_ONLY, what_changed="A form.")
    register.challenges.as_found(
        Challenge(title="Half"), [done, Addressee(agency_id=begun.la.id, status=Status.RAISED)]
    )
    assert [row.deed for row in to_test(register)] == ["plan_retest"]


def test_what_was_chosen_comes_before_what_is_suggested(register, begun):
    closed(register, begun, TODAY - SUGGESTED_AT, title="Suggested")
    part = closed(register, begun, TODAY - 3 * DAY, title="Chosen")
    register.retests.plan(part.id, TODAY + 90 * DAY)
    assert [row.title for row in to_test(register)] == ["Chosen", "Suggested"]
