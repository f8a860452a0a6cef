"""A method written, made, given away and opened again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from scrutineer.domain.activity import ActivityType
from scrutineer.domain.errors import NotFound
from scrutineer.domain.method import Method
from scrutineer.domain.organisation import Serves
from scrutineer.exchange.method_pack import NotAMethod
from scrutineer.ui.activities import brief, edit, method
from scrutineer.ui.activities.methods import MethodsSheet
from scrutineer.ui.jobs import InlineJobs
from scrutineer.ui.widgets.words import as_given
from tests.factories import an_activity
from tests.ui.fakes import ChoosingMessages
from tests.ui.window import fill_in, on_sheet, press

WAY = Method(
    title="Front door: a morning", type=ActivityType.PRACTICE_WALKTHROUGH, lines_of_enquiry="- Who rings back?"
)


@pytest.fixture
def choosing(tools, tmp_path):
    """Tools whose dialogs answer with these files."""
    def choosing(*paths):
        messages = ChoosingMessages(*paths)
        return replace(tools, messages=messages, jobs=InlineJobs(messages))

    return choosing


def sheet_of(tools, parent, qtbot):
    made = MethodsSheet(tools, parent)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_method_is_written_and_changed(register, tools, parent):
    on_sheet(fill_in(title="Front door", appreciative="When is it at its best?"))
    assert method.write(tools, parent) == "“Front door” is kept among your methods."
    [kept] = register.methods.all()
    on_sheet(fill_in(type=ActivityType.PEER_CHALLENGE))
    method.edit(tools, parent, kept.id)
    now = register.methods.get(kept.id)
    assert (now.type, now.appreciative) == (ActivityType.PEER_CHALLENGE, "When is it at its best?")


def test_one_is_made_from_an_activity(register, tools, parent):
    saved = register.activities.save(an_activity(lines_of_enquiry="- Who rings back?"))
    on_sheet(fill_in(title="Ringing back"))
    method.make(tools, parent, saved.id)
    assert register.methods.all()[0].lines_of_enquiry == "- Who rings back?"


def test_it_leaves_as_a_file_and_comes_back_in_another_record(register, choosing, parent, tmp_path):
    register.methods.save(WAY)
    asked = choosing(tmp_path / "given")
    method.save_file(asked, parent, WAY.id)
    assert asked.messages.proposed[0].name == "Front door a morning.scrutineer-method"
    given = tmp_path / "given.scrutineer-method"
    register.methods.remove(WAY)
    on_sheet(lambda sheet: press(sheet, "save"))
    method.open_file(choosing(given), parent)
    [kept] = register.methods.all()
    assert (kept.title, kept.type, kept.lines_of_enquiry) == (WAY.title, WAY.type, WAY.lines_of_enquiry)
    assert kept.id != WAY.id


def test_a_file_that_is_no_method_is_refused_and_no_file_is_nothing(register, choosing, parent, tmp_path):
    other = tmp_path / "other.scrutineer-method"
    other.write_text("Dear colleague", encoding="utf-8")
    with pytest.raises(NotAMethod, match="see line 1"):
        method.open_file(choosing(other), parent)
    assert method.open_file(choosing(), parent) == ""
    assert register.methods.all() == []


def test_the_sheet_lists_methods_and_teaches_while_there_are_none(register, tools, parent, qtbot):
    empty = sheet_of(tools, parent, qtbot)
    assert any("nothing of the record" in label.text() for label in empty.findChildren(QLabel))
    register.methods.save(WAY)
    said = [as_given(label.text()) for label in sheet_of(tools, parent, qtbot).findChildren(QLabel)]
    assert {"Front door: a morning", "Practice walk-through · 1 line to ask about"} <= set(said)


def test_one_that_is_removed_is_no_longer_listed(register, tools, parent, qtbot):
    register.methods.save(WAY)
    sheet = sheet_of(tools, parent, qtbot)
    press(sheet, "remove-method-1")
    assert register.methods.all() == []
    assert not sheet._list.findChildren(QPushButton)
    assert sheet.said == "“Front door: a morning” is no longer among your methods."


def test_what_is_wrong_with_a_file_is_told_and_the_sheet_stays(choosing, parent, tmp_path, qtbot):
    asked = choosing(tmp_path / "gone.scrutineer-method")
    sheet = sheet_of(asked, parent, qtbot)
    press(sheet, "open-method")
    assert asked.messages.said == ["“gone.scrutineer-method” is not a file."]
    assert sheet.isVisible()


def test_an_activity_is_planned_with_one(register, tools, parent, qtbot):
    register.methods.save(WAY)
    sheet = sheet_of(tools, parent, qtbot)

    def plan(inner):
        inner.form.field("held_on").restore("12 Dec 2026")
        fill_in(title="Front door again")(inner)

    on_sheet(plan)
    press(sheet, "plan-with-1")
    [planned] = register.activities.all()
    assert (planned.method_id, planned.type, planned.lines_of_enquiry) == (WAY.id, WAY.type, WAY.lines_of_enquiry)
    assert sheet.said == "EX-A-2026-001 planned for 12 Dec 2026."
    assert not sheet.isVisible()


def test_of_a_method_that_is_gone_nothing_is_begun(tools, parent):
    for act in (edit.plan_with, method.edit, method.save_file, brief.ask):
        with pytest.raises(NotFound):
            act(tools, parent, "0" * 32)


def test_the_visit_brief_is_written_as_a_document(register, choosing, parent, tmp_path):
    saved = register.activities.save(an_activity(title="Front door"))
    asked = choosing(tmp_path / "brief")
    brief.ask(asked, parent, saved.id)
    assert asked.messages.proposed[0].name == "2026-11-23 EX visit brief, Front door.docx"
    assert (tmp_path / "brief.docx").read_bytes().startswith(b"PK")


def test_a_form_is_called_after_those_who_are_served(register, tools, parent, qtbot):
    register.partnerships.save(replace(register.partnership, serves=Serves.ADULTS))
    register.methods.save(replace(WAY, type=ActivityType.CHILDREN_ENGAGEMENT))
    words = [one.text() for one in sheet_of(tools, parent, qtbot).findChildren(QLabel)]
    assert any(one.startswith("Hearing adults with care and support needs") for one in words)


def test_a_method_names_its_framework_by_its_title(register, tools, parent, qtbot):
    register.methods.save(replace(WAY, framework="SIX_STEPS_2019@2019"))
    register.methods.save(replace(WAY, id="other", framework="GONE@2001"))
    said = [as_given(label.text()) for label in sheet_of(tools, parent, qtbot).findChildren(QLabel)]
    assert any(register.frameworks.find_framework("SIX_STEPS_2019").title in words for words in said)
    assert any("GONE@2001" in words for words in said)
    assert not any("SIX_STEPS" in words for words in said)
