"""What becomes of an item, asked in one step each."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.plan import PlanStatus
from scrutineer.ui.plan import deciding
from scrutineer.ui.widgets.words import Words
from tests.factories import TODAY
from tests.ui.window import fill_in, on_sheet


def test_it_is_begun_on_a_day_of_its_month_or_another(register, tools, parent, plan):
    item = plan()
    on_sheet(fill_in(place="County Hall"))
    assert deciding.begin(tools, parent, item.id) == "EX-A-2026-001 planned for 1 Dec 2026."
    on_sheet(fill_in(held_on=TODAY))
    assert deciding.begin(tools, parent, item.id) == "EX-A-2026-002 noted for 23 Nov 2026."
    assert [one.place for one in register.plan_items.begun_from(item.id)] == ["County Hall", ""]


def test_a_month_that_is_past_proposes_no_day(register, tools, parent, plan):
    on_sheet(lambda sheet: sheet.save())
    assert deciding.begin(tools, parent, plan(month=date(2026, 5, 1)).id) == ""
    assert register.activities.all() == []


def test_it_is_done_at_once_and_that_can_be_taken_back(register, tools, parent, plan):
    item = plan()
    assert deciding.mark_done(tools, parent, item.id) == ""
    assert register.plan_items.get(item.id).status is PlanStatus.DONE
    assert tools.say.sentences == ["Done: Front door"]
    tools.say.then()
    assert register.plan_items.get(item.id).status is PlanStatus.PLANNED


def test_it_rolls_over_or_is_dropped_with_the_reason_that_is_asked_for(register, tools, parent, plan):
    item, other = plan(), plan("Returns")
    on_sheet(lambda sheet: sheet.save())
    assert deciding.roll_over(tools, parent, item.id) == ""
    on_sheet(fill_in(reason="No room.", planned_on=date(2027, 6, 1)))
    assert deciding.roll_over(tools, parent, item.id) == (
        "“Front door” is in the plan of 2027–28; that of 2026–27 says why."
    )
    assert [one.planned_on for one in register.plan_items.all(year=2027)] == [date(2027, 6, 1)]
    on_sheet(fill_in(reason="Inspected."))
    assert deciding.drop(tools, parent, other.id) == "“Returns” was dropped, and the plan says why."
    assert deciding.put_back(tools, parent, other.id) == "“Returns” is in the plan of 2026–27 again."
    assert register.plan_items.get(other.id).status is PlanStatus.PLANNED


def test_what_is_begun_is_named_after_the_question_as_it_may_be_one_itself(tools, parent, plan):
    said = []
    on_sheet(lambda sheet: said.extend(words.said() for words in sheet.findChildren(Words)))
    deciding.begin(tools, parent, plan("How does a referral become a decision?").id)
    assert "On which day? “How does a referral become a decision?”" in said
