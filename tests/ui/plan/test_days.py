"""Time is noted with one number, and written as a statement."""

from __future__ import annotations

from io import BytesIO

import docx

from scrutineer.ui.plan import days
from tests.factories import TODAY, an_activity
from tests.ui.fakes import ChoosingMessages
from tests.ui.window import fill_in, on_sheet


def test_half_a_day_is_noted_by_saving_the_sheet_as_it_comes(register, tools, parent):
    on_sheet(lambda sheet: sheet.save())
    assert days.note(tools, parent) == "Half a day noted for 23 Nov 2026."
    [entry] = register.time.all()
    assert (entry.days, entry.spent_on, entry.scrutineer_id) == (0.5, TODAY, register.desk.me)


def test_it_may_be_for_an_activity_and_can_be_mended(register, tools, parent):
    visit = register.activities.save(an_activity())
    on_sheet(fill_in(days=1.5, what="Write-up"))
    assert days.note(tools, parent, visit.id) == "1.5 days noted for 23 Nov 2026."
    [entry] = register.time.all()
    assert entry.activity_id == visit.id
    on_sheet(fill_in(days=1.0))
    assert days.edit(tools, parent, entry.id) == "Saved."
    assert register.time.get(entry.id).days == 1.0


def test_what_is_not_counted_in_halves_is_refused_beside_its_field(register, tools, parent):
    seen = []
    on_sheet(lambda sheet: (fill_in(days=0.3)(sheet), seen.append(sheet.form.field("days").accessibleDescription())))
    assert days.note(tools, parent) == ""
    assert seen[0].startswith("Days are counted in halves")


def test_the_statement_of_this_quarter_is_proposed_and_written(register, tools, parent, tmp_path):
    register.time.note(0.5, "Reading")
    messages = ChoosingMessages()
    messages.chosen = [tmp_path / "days.docx"]
    object.__setattr__(tools, "messages", messages)
    on_sheet(lambda sheet: sheet.save())
    assert days.statement(tools, parent) == ""
    word = docx.Document(BytesIO((tmp_path / "days.docx").read_bytes()))
    assert [cell.text for cell in word.tables[0].rows[1].cells] == ["23 Nov 2026", "Reading", "0.5"]
    assert any("1 October 2026 to 23 November 2026" in one.text for one in word.paragraphs)
