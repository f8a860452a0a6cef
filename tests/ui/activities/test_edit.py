"""Mending an activity, and planning one."""

from __future__ import annotations

from datetime import timedelta

from scrutineer.domain.activity import ActivityStatus
from scrutineer.ui.activities import edit
from tests.factories import TODAY
from tests.ui.window import fill_in, on_sheet


def test_a_change_is_saved_and_what_was_not_touched_stays(register, tools, parent, visit):
    on_sheet(fill_in(place="The new building", days=0.5))
    assert edit.ask(tools, parent, visit.id) == "Saved."
    now = register.activities.get(visit.id)
    assert (now.place, now.days, now.note, now.reference) == ("The new building", 0.5, visit.note, visit.reference)
    assert len(register.activities.findings(visit.id)) == 2


def test_days_that_are_not_halves_are_refused_beside_their_field(register, tools, parent, visit):
    seen = []
    on_sheet(lambda sheet: (fill_in(days=0.3)(sheet), seen.append(sheet.form.field("days").accessibleDescription())))
    assert edit.ask(tools, parent, visit.id) == ""
    assert seen[0].startswith("Days are counted in halves")
    assert register.activities.get(visit.id).days == 0


def test_a_plan_needs_a_day_and_is_no_finding_yet(register, tools, parent):
    on_sheet(fill_in(title="Young scrutineers meet the Board"))
    assert edit.plan(tools, parent) == ""
    on_sheet(fill_in(title="Young scrutineers meet the Board", held_on=TODAY + timedelta(days=30)))
    assert edit.plan(tools, parent) == "EX-A-2026-001 planned for 23 Dec 2026."
    assert register.activities.all()[0].status is ActivityStatus.PLANNED
