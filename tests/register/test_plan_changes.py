"""What has changed in the plan since it was agreed, told in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scrutineer.domain.activity import ActivityType, LedBy
from scrutineer.domain.organisation import Serves
from scrutineer.domain.plan import PlanItem
from scrutineer.domain.year import Year
from tests.factories import TODAY

YEAR = Year(2026)
MAY, SEPTEMBER = date(2026, 5, 1), date(2026, 9, 1)


@pytest.fixture
def items(register) -> list[PlanItem]:
    """Two items of a plan that was agreed."""
    made = [register.plan_items.plan(PlanItem(title=title, planned_on=MAY, days=1.0)) for title in ("Early", "Front")]
    register.plan_versions.agree(YEAR, TODAY)
    return made


def told(register) -> list[str]:
    return register.plan_versions.changes(YEAR)


def test_before_it_was_agreed_nothing_has_changed(register):
    register.plan_items.plan(PlanItem(title="Front"))
    assert told(register) == []


def test_nothing_is_told_where_nothing_changed_and_what_is_done_is_no_change(register, items):
    assert told(register) == []
    register.plan_items.mark_done(items[0].id)
    register.plan_items.begin(items[1].id, TODAY)
    assert told(register) == []


def test_what_was_added_is_told_with_its_month_and_days(register, items):
    register.plan_items.plan(PlanItem(title="Zoned", planned_on=SEPTEMBER, days=0.5))
    register.plan_items.plan(PlanItem(title="Also"))
    assert told(register) == ["Added: Also.", "Added: Zoned (September 2026, half a day)."]


def test_what_is_otherwise_than_agreed_is_told_with_both_values(register, items, begun):
    early, front = items
    register.plan_items.save(replace(early, planned_on=SEPTEMBER, days=2.0, agency_ids=(begun.police.id,)))
    register.plan_items.save(replace(front, title="Front door", planned_on=None, led_by=LedBy.AGENCY))
    assert told(register) == [
        "Early: month September 2026 instead of May 2026.",
        "Early: My days 2 instead of 1.",
        "Early: agencies Police instead of open.",
        "Front door: was called “Front”.",
        "Front door: month open instead of May 2026.",
        "Front door: who leads Agency instead of Scrutineer.",
    ]


def test_what_was_changed_and_changed_back_is_no_change(register, items):
    moved = register.plan_items.save(replace(items[0], planned_on=SEPTEMBER))
    register.plan_items.save(replace(moved, planned_on=MAY))
    assert told(register) == []


def test_what_went_out_of_it_is_told_with_the_reason(register, items):
    register.plan_items.drop(items[0].id, "It was inspected.")
    register.plan_items.roll_over(items[1].id, "No room.")
    assert told(register) == ["Early: dropped. It was inspected.", "Front: rolled over. No room."]
    assert register.plan_versions.changes(YEAR.next) == []


def test_only_what_changed_since_the_last_version_is_told(register, items):
    register.plan_items.drop(items[0].id, "It was inspected.")
    register.plan_versions.agree(YEAR, TODAY)
    assert told(register) == []
    register.plan_items.put_back(items[0].id)
    register.plan_items.remove(items[1])
    assert told(register) == ["Early: back in the plan.", "Front: taken off the list."]


def test_forms_are_called_after_those_who_are_served(register, items):
    register.partnerships.save(replace(register.partnership, serves=Serves.ADULTS))
    register.plan_items.save(replace(items[0], type=ActivityType.CHILDREN_ENGAGEMENT))
    assert told(register) == [
        "Early: form Hearing adults with care and support needs instead of Visit to the front line."]
