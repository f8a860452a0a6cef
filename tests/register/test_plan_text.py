"""The plan as text: month by month, with why, and what is private left out."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.activity import AskedBy, LedBy, Level, MyPart
from scrutineer.domain.plan import PlanItem, Priority
from scrutineer.domain.year import Year
from scrutineer.reports.blocks import lines_of
from scrutineer.reports.markdown import parse

YEAR = Year(2026)
AS_TOLD = (
    "**Reading together.** Visit to the front line; Managers; Police; priorities: Neglect; led by: sub-group; the "
    "scrutineer oversees it; asked for by: the agency itself; 1.5 days of the scrutineer."
)


def text(register) -> str:
    return register.plan_versions.text(YEAR)


def test_it_tells_month_by_month_what_will_be_looked_at_by_whom_and_why(register, begun):
    neglect = register.priorities.save(Priority(title="Neglect"))
    register.plan_items.plan(PlanItem(
        title="Reading together", planned_on=date(2026, 6, 1), days=1.5, level=Level.MANAGERS, why="A review asked.",
        agency_ids=(begun.police.id,), priority_ids=(neglect.id,), led_by=LedBy.SUB_GROUP, my_part=MyPart.OVERSAW,
        asked_by=AskedBy.AGENCY,
    ))
    register.plan_items.plan(PlanItem(title="Who holds the door?"))
    assert text(register).split("\n\n") == [
        "Plan of scrutiny 2026–27: 2 items, 1.5 days of the scrutineer; 1 asked for by others.",
        "### June 2026",
        AS_TOLD,
        "A review asked.",
        "### No month yet",
        "**Who holds the door?** Visit to the front line; Front line.",
    ]


def test_what_went_out_of_it_stands_at_its_end_with_the_reason(register):
    gone, moved = (register.plan_items.plan(PlanItem(title=title)) for title in ("Gone", "Moved"))
    register.plan_items.drop(gone.id, "It was\ninspected.")
    register.plan_items.roll_over(moved.id, "No room.")
    assert text(register).endswith(
        "### No longer in the plan\n\n- Gone: dropped. It was inspected.\n- Moved: rolled over to 2027–28. No room."
    )
    assert "0 items" in text(register)


def test_what_is_private_is_not_in_it_and_no_word_is_taken_for_markup(register):
    register.plan_items.plan(PlanItem(title="*All* of [it]", why="Between us.", private=("why",)))
    assert "Between us" not in text(register)
    assert "*All* of [it]. Visit to the front line; Front line." in list(lines_of(parse(text(register)).blocks))
