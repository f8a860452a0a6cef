from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scrutineer import demonstration
from scrutineer.domain.activity import Activity
from scrutineer.domain.plan import Standing
from scrutineer.domain.year import year_of
from scrutineer.register.register import Register
from scrutineer.storage import key
from tests.factories import TODAY


def test_items_have_come_to_every_place_a_plan_knows(register: Register):
    assert {line.standing for line in register.plan_items.lines()} == set(Standing)


def test_what_was_left_of_last_year_stands_in_this_year_s_plan_with_its_reason(register: Register):
    moved, = (one for one in register.plan_items.all() if one.moved_from_id)
    before = register.plan_items.get(moved.moved_from_id)
    assert (before.year, moved.year) == (year_of(TODAY).begins_in - 1, year_of(TODAY).begins_in)
    assert "new chair" in before.reason


def test_this_year_s_plan_was_agreed_and_says_what_was_added_since(register: Register):
    year = year_of(TODAY)
    *_, last = register.plan_versions.of_year(year)
    assert last.agreed_by == "Strategic Board"
    assert "From principles to practice" in last.text
    assert any(one.startswith("Added: Children who return to plans") for one in register.plan_versions.changes(year))


def test_an_activity_of_the_plan_says_nothing_that_its_item_said_already(register: Register):
    planned = [one for one in register.activities.all() if one.plan_item_id]
    assert len(planned) >= 10
    for one in planned:
        item = register.plan_items.get(one.plan_item_id)
        assert set(item.priority_ids) <= set(one.priority_ids)
        assert set(item.framework_items) <= set(one.framework_items)
        assert one.method_id == item.method_id
    audit, = register.desk.reader.all(Activity, title="Neglect: twelve children’s journeys")
    assert "Can I see the child’s day?" in audit.lines_of_enquiry


def test_principles_were_drafted_agreed_and_added_to_in_the_first_year(register: Register):
    first, second = register.principles.versions()
    assert [one.title for one in second[:6]] == [one.title for one in first]
    assert second[6].title == "Whoever is asked is told"
    assert first[0].agreed_on < second[0].agreed_on < TODAY
    assert all(one.agreed_on and one.agreed_by for one in (*first, *second))


def test_each_example_is_of_a_principle_that_was_in_force(register: Register):
    known = {one.id for some in register.principles.versions() for one in some}
    examples = register.principle_examples.all()
    assert len(examples) == 3
    assert {one.principle_id for one in examples} <= known


def test_days_of_mine_are_counted_beside_those_of_activities(register: Register):
    days = register.time.of_year(year_of(TODAY))
    assert days.spent > sum(one.days for one in register.time.all()) / 2
    assert days.planned
    assert days.ahead


@pytest.mark.parametrize("written_on", ["2027-03-31", "2027-04-01"])
def test_on_the_last_and_the_first_day_of_a_year_there_is_a_plan_that_was_agreed(
    written_on: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(key, "ROUNDS", 10)
    day = date.fromisoformat(written_on)
    register = demonstration.write(tmp_path / "sample.scrutiny", today=lambda: day)
    assert register.plan_versions.of_year(year_of(day))
    assert register.plan_items.open_ones(year_of(day))
    register.close()
