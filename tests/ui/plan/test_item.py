"""An item is planned on a sheet, and mended there; into another year it is rolled over."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.activity import AskedBy
from scrutineer.domain.plan import PlanStatus, Priority
from scrutineer.ui.plan import item
from tests.ui.window import fill_in, on_sheet


def test_it_is_planned_with_what_when_and_days(register, tools, parent):
    on_sheet(fill_in(title="Front door", when="2027-01-01", days=1.5, asked_by=AskedBy.BOARD))
    assert item.ask(tools, parent) == "“Front door” is in the plan of 2026–27."
    [made] = register.plan_items.all()
    assert (made.year, made.planned_on, made.days, made.asked_by) == (2026, date(2027, 1, 1), 1.5, AskedBy.BOARD)
    assert made.scrutineer_id == register.desk.me


def test_it_may_be_planned_for_next_year_with_its_month_open(register, tools, parent):
    on_sheet(fill_in(title="Front door", when="2027"))
    assert item.ask(tools, parent) == "“Front door” is in the plan of 2027–28."
    assert register.plan_items.all()[0].planned_on is None


def test_what_was_not_touched_stays(register, tools, parent, plan):
    known = plan(month=date(2026, 12, 9), themes=("Neglect", "Of our own"), why="A review asked.", private=("why",))
    on_sheet(fill_in(days=2.0))
    assert item.edit(tools, parent, known.id) == "Saved."
    now = register.plan_items.get(known.id)
    assert now.days == 2.0
    assert (now.planned_on, now.themes, now.why, now.private) == (
        known.planned_on, known.themes, known.why, known.private
    )


def test_the_reason_of_what_is_no_longer_in_the_plan_can_be_mended(register, tools, parent, plan):
    known = plan()
    register.plan_items.drop(known.id, "Inspected.")
    on_sheet(fill_in(reason="It was inspected in May."))
    assert item.edit(tools, parent, known.id) == "Saved."
    now = register.plan_items.get(known.id)
    assert (now.status, now.reason) == (PlanStatus.DROPPED, "It was inspected in May.")


def test_priorities_in_force_and_those_it_names_are_offered(register, tools, parent, plan):
    past = register.priorities.save(Priority(title="Past", ends_on=date(2026, 3, 31)))
    now = register.priorities.save(Priority(title="Now"))
    offered = []

    def look(sheet):
        field = sheet.form.field("priority_ids")
        offered.append([option.id for option in field._options])

    on_sheet(look)
    item.ask(tools, parent)
    on_sheet(look)
    item.edit(tools, parent, plan(priority_ids=(past.id,)).id)
    assert offered == [[now.id], [past.id, now.id]]
