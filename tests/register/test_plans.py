"""An item is planned once; what is begun from it takes over what it says, and nothing vanishes without a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scrutineer.domain.activity import Activity, ActivityStatus, ActivityType, AskedBy, LedBy, Level, MyPart
from scrutineer.domain.errors import NotFound
from scrutineer.domain.method import Method
from scrutineer.domain.plan import PlanItem, PlanStatus, Priority, Standing
from scrutineer.domain.year import Year
from scrutineer.register.plans import INHERITED
from tests.factories import TODAY
from tests.register.conftest import refused

YEAR = Year(2026)
MAY, JANUARY = date(2026, 5, 1), date(2027, 1, 1)
WHY = "The service was reorganised."


def plan(register, title="Front door", **over) -> PlanItem:
    return register.plan_items.plan(PlanItem(title=title, **over))


@pytest.fixture
def full(register, begun) -> PlanItem:
    """An item that says everything."""
    neglect = register.priorities.save(Priority(title="Neglect"))
    method = register.methods.save(Method(title="Reading together", lines_of_enquiry="What did the child say?"))
    return plan(
        register, type=ActivityType.MULTI_AGENCY_AUDIT, why="Two reviews asked for it.", planned_on=JANUARY, days=2.0,
        level=Level.MANAGERS, agency_ids=(begun.police.id, begun.icb.id), priority_ids=(neglect.id,),
        framework_items=("SIX_STEPS_2019@2019:3",), themes=("Neglect",), led_by=LedBy.SUB_GROUP, my_part=MyPart.OVERSAW,
        asked_by=AskedBy.BOARD, method_id=method.id,
    )


def standings(register) -> dict[str, Standing]:
    return {line.item.title: line.standing for line in register.plan_items.lines()}


def test_an_item_stands_in_the_year_of_its_month_or_else_in_this_one_and_is_mine(register):
    assert [plan(register, planned_on=day).year for day in (None, MAY, date(2027, 4, 1))] == [2026, 2026, 2027]
    assert plan(register, year=2027).year == 2027
    assert plan(register).scrutineer_id == register.desk.me


def test_an_activity_is_begun_in_one_step_and_takes_over_what_the_item_says(register, full):
    begun = register.plan_items.begin(full.id, TODAY, "County Hall")
    assert begun.plan_item_id == full.id
    assert begun.reference == "EX-A-2026-001"
    assert {name: getattr(begun, name) for name in INHERITED} == {name: getattr(full, name) for name in INHERITED}
    assert (begun.purpose, begun.lines_of_enquiry) == (full.why, "What did the child say?")
    assert (begun.place, begun.days, begun.status) == ("County Hall", 0.0, ActivityStatus.CARRIED_OUT)
    ahead = register.plan_items.begin(full.id, JANUARY)
    assert ahead.status is ActivityStatus.PLANNED


def test_why_it_is_looked_at_stays_private_when_it_was(register):
    item = plan(register, why="Two managers told me.", private=("why",))
    assert "purpose" in register.plan_items.begin(item.id, TODAY).private


def test_what_an_activity_says_itself_is_not_overwritten(register, full, begun):
    said = Activity(title="Ten cases read", agency_ids=(begun.la.id,), plan_item_id=full.id, purpose="Mine.")
    taken = register.plan_items.inherited(said)
    assert (taken.title, taken.agency_ids, taken.purpose) == ("Ten cases read", (begun.la.id,), "Mine.")
    assert taken.type is full.type
    alone = Activity(title="Alone")
    assert register.plan_items.inherited(alone) is alone


def test_it_is_done_when_its_activities_are(register, full):
    assert standings(register) == {"Front door": Standing.PLANNED}
    visit = register.plan_items.begin(full.id, JANUARY)
    assert standings(register) == {"Front door": Standing.BEGUN}
    register.activities.save(replace(visit, status=ActivityStatus.WRITTEN_UP, held_on=TODAY, days=1.5))
    [line] = register.plan_items.lines()
    assert (line.standing, line.spent, line.agencies, line.priorities) == (
        Standing.DONE, 1.5, "Police, ICB", "Neglect"
    )
    assert register.plan_items.open_ones(YEAR) == []


def test_it_can_be_said_to_be_done_without_an_activity_once(register):
    item = plan(register)
    assert register.plan_items.mark_done(item.id).status is PlanStatus.DONE
    assert list(refused(register.plan_items.mark_done, item.id)) == ["status"]
    assert list(refused(register.plan_items.drop, item.id, WHY)) == ["reason"]


def test_it_rolls_over_with_a_reason_into_a_new_item_that_names_it(register, full):
    assert list(refused(register.plan_items.roll_over, full.id, " ")) == ["reason"]
    assert len(register.plan_items.all()) == 1
    fresh = register.plan_items.roll_over(full.id, WHY, date(2027, 5, 1))
    old = register.plan_items.get(full.id)
    assert (old.status, old.reason, old.year) == (PlanStatus.ROLLED_OVER, WHY, 2026)
    assert (fresh.year, fresh.planned_on, fresh.moved_from_id) == (2027, date(2027, 5, 1), full.id)
    assert (fresh.status, fresh.reason) == (PlanStatus.PLANNED, "")
    assert {name: getattr(fresh, name) for name in (*INHERITED, "why", "days")} == {
        name: getattr(full, name) for name in (*INHERITED, "why", "days")
    }
    assert [line.moved_to for line in register.plan_items.lines()] == ["2027–28", ""]


def test_a_month_of_another_year_than_the_next_is_refused_and_nothing_is_written(register, full):
    assert list(refused(register.plan_items.roll_over, full.id, WHY, JANUARY)) == ["planned_on"]
    assert register.plan_items.get(full.id).status is PlanStatus.PLANNED
    assert len(register.plan_items.all()) == 1


def test_it_is_dropped_with_a_reason_and_nothing_is_begun_from_it_until_it_is_put_back(register):
    item = plan(register)
    assert list(refused(register.plan_items.drop, item.id, "")) == ["reason"]
    register.plan_items.drop(item.id, WHY)
    assert standings(register) == {"Front door": Standing.DROPPED}
    assert list(refused(register.plan_items.begin, item.id, TODAY)) == ["held_on"]
    back = register.plan_items.put_back(item.id)
    assert (back.status, back.reason) == (PlanStatus.PLANNED, "")
    assert register.plan_items.begin(item.id, TODAY).title == "Front door"


def test_what_rolled_over_can_be_put_back_until_its_follower_is_under_way(register):
    item = plan(register)
    register.plan_items.roll_over(item.id, WHY)
    register.plan_items.put_back(item.id)
    assert [line.item.id for line in register.plan_items.lines()] == [item.id]
    fresh = register.plan_items.roll_over(item.id, WHY)
    register.plan_items.begin(fresh.id, date(2027, 6, 1))
    assert list(refused(register.plan_items.put_back, item.id)) == ["status"]


def test_items_are_listed_by_year_and_month_and_those_without_a_month_last(register):
    plan(register, "Later", year=2027)
    plan(register, "Open")
    plan(register, "January", planned_on=JANUARY)
    plan(register, "May", planned_on=MAY)
    assert [line.item.title for line in register.plan_items.lines()] == ["May", "January", "Open", "Later"]


def test_an_item_that_is_gone_is_refused_in_words(register):
    with pytest.raises(NotFound):
        register.plan_items.begin("0" * 32, TODAY)


def test_priorities_in_force_are_those_of_today(register):
    register.priorities.save(Priority(title="Before", ends_on=date(2026, 3, 31)))
    register.priorities.save(Priority(title="Now", starts_on=MAY))
    register.priorities.save(Priority(title="Always"))
    register.priorities.save(Priority(title="Later", starts_on=JANUARY))
    assert [one.title for one in register.priorities.current()] == ["Now", "Always"]


def test_a_plan_is_agreed_on_a_day_and_numbered_within_its_year(register):
    assert list(refused(register.plan_versions.agree, YEAR, TODAY)) == ["year"]
    plan(register)
    plan(register, "Later", year=2027)
    assert list(refused(register.plan_versions.agree, YEAR, None)) == ["agreed_on"]
    assert list(refused(register.plan_versions.agree, YEAR, JANUARY)) == ["agreed_on"]
    first = register.plan_versions.agree(YEAR, TODAY, "Executive Group")
    second = register.plan_versions.agree(YEAR, TODAY)
    other = register.plan_versions.agree(YEAR.next, TODAY)
    assert [one.version for one in (first, second, other)] == [1, 2, 1]
    assert first.agreed_by == "Executive Group"
    assert register.plan_versions.of_year(YEAR) == [first, second]


def test_what_was_agreed_keeps_its_words_and_a_new_version_says_what_changed(register):
    item = plan(register, planned_on=MAY)
    first = register.plan_versions.agree(YEAR, TODAY)
    register.plan_items.drop(item.id, WHY)
    assert "**Front door.**" in register.plan_versions.get(first.id).text
    second = register.plan_versions.agree(YEAR, TODAY)
    assert second.note == "- Front door: dropped. The service was reorganised."
    assert register.plan_versions.agree(YEAR, TODAY, note="As before.").note == "As before."
