"""Did it last? A look again is chosen, costs days, and what it finds lifts a level or lets it down."""

from datetime import timedelta

import pytest

from scrutineer.domain.challenge import ImpactLevel, Outcome, Priority, Status
from scrutineer.domain.retest import RetestResult
from tests.factories import TODAY, an_activity
from tests.register.conftest import close, refused

DAY = timedelta(days=1)


@pytest.fixture
def closing(register, put, answer):
    """Close the police's part of a challenge of last month, at a level, with or without a visit that shows it."""

    def closing(level=ImpactLevel.DIFFERENCE, *, seen=True, **over):
        outcome = {2: Outcome.PROCESS_CHANGED_ONLY, 3: Outcome.PRACTICE_CHANGE_EVIDENCED}.get(level.rung)
        part = answer(put(raised_on=TODAY - 30 * DAY, **over)[1][0])
        register.courses.test(part.id, "Ask them.", TODAY)
        reason = "" if seen else "Nine schools wrote."
        if seen:
            register.evidence.link(part, register.activities.save(an_activity()))
        return close(register, part, outcome=outcome or Outcome.IMPACT_EVIDENCED, level=level, stands_in=reason)

    return closing


def look(register, part, result, on=TODAY, words="I asked ten."):
    planned = register.retests.plan(part.id, TODAY)
    register.retests.record(planned.id, result, on, words)
    return planned


def level(register, part):
    now = register.challenges.part(part.id)
    assert register.challenges.get(part.challenge_id).impact_level is now.impact_level
    return now.impact_level


def test_only_what_was_closed_is_looked_at_again_on_a_day_and_in_half_days(register, put, closing):
    _, (open_part, _) = put()
    assert set(refused(register.retests.plan, open_part.id, TODAY)) == {"planned_on"}
    part = closing()
    assert set(refused(register.retests.plan, part.id, None, 0.3)) == {"planned_on", "days"}
    planned = register.retests.plan(part.id, TODAY + 90 * DAY, 1.5, "Ten cases")
    assert (planned.days, planned.challenge_id, planned.scrutineer_id) == (1.5, part.challenge_id, register.desk.me)
    assert [(due.retest, due.part, due.challenge.id) for due in register.retests.planned()] == [
        (planned, part, part.challenge_id)
    ]
    assert register.retests.days_ahead(TODAY, TODAY + 90 * DAY) == 1.5
    assert register.retests.days_ahead(TODAY, TODAY + 89 * DAY) == 0


def test_what_is_missing_is_said_and_a_look_cannot_lie_before_the_closing_or_ahead(register, closing):
    planned = register.retests.plan(closing().id, TODAY)
    record = register.retests.record
    assert set(refused(record, planned.id, None, None)) == {"result", "done_on"}
    assert set(refused(record, planned.id, RetestResult.SUSTAINED, TODAY + DAY, "\x07")) == {"done_on", "words"}
    assert set(refused(record, planned.id, RetestResult.SUSTAINED, TODAY - DAY, "Yes.")) == {"done_on"}
    assert register.retests.get(planned.id) == planned
    record(planned.id, RetestResult.NOT_TESTED, TODAY)
    assert register.retests.planned() == []


@pytest.mark.parametrize("result", RetestResult)
def test_a_difference_that_lasted_is_sustained_and_nothing_else_is_lifted(register, closing, result):
    for at in (ImpactLevel.DIFFERENCE, ImpactLevel.PRACTICE_CHANGED):
        part = closing(at)
        look(register, part, result)
        lifted = result is RetestResult.SUSTAINED and at is ImpactLevel.DIFFERENCE
        assert level(register, part) is (ImpactLevel.SUSTAINED if lifted else at)
        assert register.challenges.part(part.id).status is Status.CLOSED      # to reopen it is a step of its own


def test_what_was_noted_by_mistake_or_did_not_last_lets_the_level_down_again(register, closing):
    part = closing()
    planned = look(register, part, RetestResult.SUSTAINED)
    assert level(register, part) is ImpactLevel.SUSTAINED
    register.retests.record(planned.id, RetestResult.NOT_SUSTAINED, TODAY, "I read it wrongly.")
    assert level(register, part) is ImpactLevel.DIFFERENCE
    register.retests.record(planned.id, RetestResult.SUSTAINED, TODAY, "No, rightly.")
    look(register, part, RetestResult.PARTLY)
    assert level(register, part) is ImpactLevel.DIFFERENCE


def test_a_level_for_which_a_reason_stands_in_stays_as_it_was_chosen(register, closing):
    part = closing(ImpactLevel.SUSTAINED, seen=False)
    look(register, part, RetestResult.PARTLY)
    assert level(register, part) is ImpactLevel.SUSTAINED


def test_a_look_at_what_was_reopened_meanwhile_is_kept_and_lifts_nothing(register, closing):
    part = closing()
    planned = register.retests.plan(part.id, TODAY + DAY)
    register.courses.ask_again(part.id, "New staff.", TODAY + DAY, TODAY)
    assert register.retests.planned() == []
    assert register.retests.days_ahead(TODAY, TODAY + 9 * DAY) == 0
    visit = register.activities.save(an_activity())
    register.retests.record(planned.id, RetestResult.SUSTAINED, TODAY, "Still so.", [visit])
    assert level(register, part) is None
    assert visit.id in {one.source.id for one in register.evidence.shown(part.id)}


def test_a_look_is_suggested_where_it_matters_once_for_each_closing(register, closing):
    process = closing(ImpactLevel.PROCESS_CHANGED, seen=False)
    half_a_year = TODAY + 180 * DAY
    assert register.retests.suggested(process) == half_a_year
    assert register.retests.suggested(closing(priority=Priority.URGENT)) == half_a_year
    assert register.retests.suggested(closing()) is None
    planned = register.retests.plan(process.id, half_a_year)
    assert register.retests.suggested(process) is None
    register.retests.record(planned.id, RetestResult.NOT_SUSTAINED, TODAY, "Nobody knew.")
    assert register.retests.suggested(register.challenges.part(process.id)) is None
    reopened = register.courses.ask_again(process.id, "It did not last.", TODAY + DAY, TODAY)
    assert register.retests.suggested(reopened) is None


def test_of_what_ended_without_a_change_none_is_suggested(register, put):
    _, (part, _) = put(priority=Priority.URGENT)
    ended = register.courses.end(part.id, Outcome.NOT_PURSUED, TODAY, because="Asked by another.")
    assert register.retests.suggested(ended) is None
