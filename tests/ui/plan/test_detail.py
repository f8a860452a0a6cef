"""One record of the plan to read, with its next steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scrutineer.domain.activity import ActivityStatus, AskedBy, LedBy, MyPart
from scrutineer.domain.errors import NotFound
from scrutineer.domain.plan import Priority
from scrutineer.domain.year import Year
from scrutineer.register.principles import Worded
from scrutineer.ui.plan.detail import PlanDetail
from tests.factories import TODAY, an_activity
from tests.ui.challenges.room import chips, read, steps


@pytest.fixture
def detail(tools, qtbot) -> PlanDetail:
    made = PlanDetail(tools, "Plan")
    qtbot.addWidget(made)
    return made


def shown(detail, record) -> str:
    detail.show_record("")
    detail.show_record(record.id)
    return read(detail)


def test_an_item_says_what_why_by_whom_and_with_which_days(detail, register, plan):
    neglect = register.priorities.save(Priority(title="Neglect"))
    item = plan(why="A review asked.", led_by=LedBy.SUB_GROUP, my_part=MyPart.OVERSAW, asked_by=AskedBy.AGENCY,
                priority_ids=(neglect.id,), themes=("Missing",))  # fmt: skip
    said = shown(detail, item)
    for words in ("December 2026", "A review asked.", "Led by sub-group · I oversaw it", "1 day planned", "Neglect",
                  "Missing"):  # fmt: skip
        assert words in said
    assert chips(detail) == ["Planned", "Invited by the agency itself"]


def test_its_next_steps_follow_from_how_far_it_has_come(detail, register, plan):
    item = plan()
    shown(detail, item)
    assert steps(detail) == ["Begin the activity*", "Note what I saw", "Mark as done", "Roll over",
                             "–Drop with a reason", "–Edit", "–Every change"]  # fmt: skip
    visit = register.plan_items.begin(item.id, TODAY)
    register.activities.save(replace(visit, days=0.5, status=ActivityStatus.WRITTEN_UP))
    said = shown(detail, item)
    assert "1 day planned · half a day spent" in said
    assert "Front door · written up · 23 Nov 2026" in said
    assert steps(detail) == ["Begin another activity", "Note what I saw", "–Edit", "–Every change"]


def test_what_is_no_longer_in_the_plan_says_why_and_what_it_became(detail, register, plan):
    item = plan()
    fresh = register.plan_items.roll_over(item.id, "No room.")
    said = shown(detail, item)
    assert "No room." in said
    assert "Rolled over to" in said
    assert steps(detail) == ["Put it back in the plan", "–Edit", "–Every change"]
    assert "Rolled over from" in shown(detail, fresh)


def test_a_plan_as_agreed_is_read_with_what_changed(detail, register, plan):
    item = plan()
    register.plan_versions.agree(Year(2026), TODAY, "Executive Group")
    register.plan_items.drop(item.id, "Inspected.")
    version = register.plan_versions.agree(Year(2026), TODAY, "Executive Group")
    said = shown(detail, version)
    assert "Agreed on 23 Nov 2026 by Executive Group" in said
    assert "Plan 2026–27, version 2" in said
    assert "Front door: dropped. Inspected." in said
    assert "No longer in the plan" in said


def test_a_priority_leads_to_what_is_planned_and_was_looked_at(detail, register, plan):
    one = register.priorities.save(Priority(title="Neglect", text="Seen early.", starts_on=date(2026, 4, 1)))
    plan(priority_ids=(one.id,))
    register.activities.save(an_activity(priority_ids=(one.id,)))
    said = shown(detail, one)
    assert "Front door · planned" in said
    assert "Front door visited" in said
    assert steps(detail)[0] == "–Edit"


def test_a_principle_offers_room_for_one_example_and_owes_none(detail, register):
    register.principles.write([Worded("We listen")], TODAY)
    one, _ = register.principles.write([Worded("We welcome challenge", "We ask for it."), Worded("We listen")], TODAY)
    said = shown(detail, one)
    assert "If you saw somebody live by it in 2026–27, one example is enough" in said
    assert "None is owed." in said
    assert "Before: version 1, agreed 23 Nov 2026" in said
    visit = register.activities.save(an_activity())
    register.principle_examples.note(one.id, "They asked me in.", TODAY, visit.id)
    said = shown(detail, one)
    assert "None is owed" not in said
    assert "They asked me in." in said
    assert "Front door visited" in said


def test_time_says_its_days_and_for_what(detail, register):
    visit = register.activities.save(an_activity())
    entry = register.time.note(0.5, "Write-up", activity_id=visit.id)
    assert "half a day · Front door visited" in shown(detail, entry)


def test_what_is_gone_is_refused_in_words(detail):
    with pytest.raises(NotFound):
        detail.show_record("0" * 32)
