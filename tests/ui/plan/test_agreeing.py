"""The plan is agreed on a sheet that tells what has changed."""

from __future__ import annotations

from scrutineer.domain.plan import PlanItem
from scrutineer.ui.plan import agreeing
from tests.factories import TODAY
from tests.ui.challenges.room import read
from tests.ui.window import fill_in, on_sheet


def test_it_is_kept_as_it_was_agreed(register, tools, parent, plan):
    plan()
    on_sheet(fill_in(agreed_by="Executive Group"))
    assert agreeing.ask(tools, parent) == "Plan 2026–27, version 1, is kept as it was agreed on 23 Nov 2026."
    [version] = register.plan_versions.all()
    assert (version.agreed_on, version.agreed_by) == (TODAY, "Executive Group")


def test_the_sheet_tells_what_has_changed_in_the_year_that_is_chosen(register, tools, parent, plan):
    told = []
    item = plan()
    register.plan_items.plan(PlanItem(title="Later", year=2027))
    on_sheet(lambda sheet: (told.append(read(sheet)), sheet.save()))
    agreeing.ask(tools, parent)
    on_sheet(lambda sheet: told.append(read(sheet)))
    agreeing.ask(tools, parent)
    register.plan_items.drop(item.id, "Inspected.")

    def turn(sheet):
        told.append(read(sheet))
        year = sheet.form.field("year")
        year.set_value(2027)
        year.edited.emit()
        told.append(read(sheet))

    on_sheet(turn)
    agreeing.ask(tools, parent)
    assert "It has not been agreed before." in told[0]
    assert "Since version 1, agreed on 23 Nov 2026, nothing has changed." in told[1]
    assert "Since version 1, agreed on 23 Nov 2026:\nFront door: dropped. Inspected." in told[2]
    assert "It has not been agreed before." in told[3]


def test_by_whom_can_be_mended_and_the_plan_stays(register, tools, parent, plan):
    plan()
    on_sheet(lambda sheet: sheet.save())
    agreeing.ask(tools, parent)
    [version] = register.plan_versions.all()
    on_sheet(fill_in(agreed_by="Board"))
    assert agreeing.edit(tools, parent, version.id) == "Saved."
    now = register.plan_versions.get(version.id)
    assert (now.agreed_by, now.text) == ("Board", version.text)
