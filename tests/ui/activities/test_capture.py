"""Noting what I saw, from the sheet to the record."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel

from scrutineer.domain.activity import ActivityStatus, ActivityType, Finding, FindingKind
from scrutineer.domain.plan import PlanItem
from scrutineer.ui.activities import capture
from scrutineer.ui.activities.lines import Noted
from tests.factories import TODAY, a_body, a_meeting, an_activity, an_agency
from tests.ui.window import fill_in, key_in, on_sheet, press

SEEN = (Noted(FindingKind.STRENGTH, "They knew each child."), Noted(FindingKind.CONCERN, "No health."))


def test_a_title_and_lines_are_enough(register, tools, parent, police):
    on_sheet(fill_in(title="Front door", agency_ids=(police.id,), found=SEEN))
    assert capture.ask(tools, parent, "") == "EX-A-2026-001 noted, with 1 strength and 1 concern."
    (activity,) = register.activities.all()
    assert (activity.type, activity.held_on, activity.status) == (
        ActivityType.FRONT_LINE_VISIT, TODAY, ActivityStatus.CARRIED_OUT
    )
    assert activity.feedback_due_on == register.working_days().after(TODAY, 10)
    found = register.activities.findings(activity.id)
    assert [(one.kind, one.text, one.agency_ids) for one in found] == [(*noted, (police.id,)) for noted in SEEN]


def test_without_a_title_nothing_is_written_and_the_sentence_stands_beside_it(register, tools, parent):
    seen = []

    def act(sheet):
        press(sheet, "save")
        seen.append(sheet.form.field("title").accessibleDescription())

    on_sheet(act)
    assert capture.ask(tools, parent, "") == ""
    assert seen == ["What: please fill this in."]
    assert register.activities.all() == []


def test_control_enter_saves_from_within_a_line(register, tools, parent):
    def act(sheet):
        sheet.form.field("title").set_value("Front door")
        line = sheet.form.field("found").focusProxy()
        line.setPlainText("They ring back.")
        key_in(line, Qt.Key.Key_Return, control=True)

    on_sheet(act)
    assert capture.ask(tools, parent, "").endswith("with 1 strength.")
    assert register.findings.all()[0].text == "They ring back."


def test_a_day_ahead_makes_it_a_plan_and_promises_nothing(register, tools, parent):
    def act(sheet):
        sheet.form.field("held_on").restore("12 Dec 2026")
        fill_in(title="Audit day")(sheet)

    on_sheet(act)
    assert capture.ask(tools, parent, "") == "EX-A-2026-001 planned for 12 Dec 2026."
    (activity,) = register.activities.all()
    assert (activity.status, activity.feedback_due_on) == (ActivityStatus.PLANNED, None)


def test_what_the_person_said_is_not_changed_by_the_day(register, tools, parent):
    def act(sheet):
        sheet.form.field("status").restore(ActivityStatus.CONFIRMED.value)
        sheet.form.field("feedback_due_on").restore("")
        sheet.form.field("held_on").restore("12 Dec 2026")
        sheet.form.field("type").restore(ActivityType.DATA_REVIEW.value)
        fill_in(title="Audit day")(sheet)

    on_sheet(act)
    capture.ask(tools, parent, "")
    assert register.activities.all()[0].status is ActivityStatus.CONFIRMED


def test_reading_data_promises_feedback_to_nobody(register, tools, parent):
    on_sheet(lambda sheet: (
        sheet.form.field("type").restore(ActivityType.DATA_REVIEW.value), fill_in(title="Quarter’s figures")(sheet)
    ))
    capture.ask(tools, parent, "")
    assert register.activities.all()[0].feedback_due_on is None


def test_from_an_agency_that_agency_is_ticked(register, tools, parent, police):
    on_sheet(fill_in(title="A talk"))
    capture.ask(tools, parent, police.id)
    assert register.activities.all()[0].agency_ids == (police.id,)


def test_a_planned_activity_is_noted_where_it_stands(register, tools, parent):
    planned = register.activities.save(an_activity(status=ActivityStatus.CONFIRMED, held_on=TODAY + timedelta(days=2)))
    on_sheet(fill_in(found=SEEN[:1]))
    assert capture.ask(tools, parent, planned.id) == "EX-A-2026-001 noted, with 1 strength."
    (activity,) = register.activities.all()
    assert (activity.id, activity.status, activity.held_on) == (planned.id, ActivityStatus.CARRIED_OUT, TODAY)
    assert len(register.activities.findings(planned.id)) == 1


def test_from_the_plan_it_takes_over_what_the_item_says(register, tools, parent, police):
    item = register.plan_items.plan(PlanItem(title="Front door", agency_ids=(police.id,), why="A review asked."))
    on_sheet(fill_in(found=SEEN[:1]))
    assert capture.ask(tools, parent, item.id) == "EX-A-2026-001 noted, with 1 strength."
    (activity,) = register.plan_items.begun_from(item.id)
    assert (activity.title, activity.agency_ids, activity.purpose) == ("Front door", (police.id,), "A review asked.")


def test_what_was_typed_and_not_saved_is_there_again_lines_included(register, tools, parent):
    def type_some(sheet):
        sheet.form.field("title").set_value("Half a visit")
        sheet.form.field("found").set_value(SEEN)

    on_sheet(type_some)
    assert capture.ask(tools, parent, "") == ""
    again = []
    on_sheet(lambda sheet: again.append((sheet.form.field("title").value(), sheet.form.field("found").value())))
    capture.ask(tools, parent, "")
    assert again == [("Half a visit", SEEN)]
    assert register.activities.all() == []


def test_my_reflection_begins_as_private(register, tools, parent):
    on_sheet(fill_in(title="Front door", reflection="I talked too much."))
    capture.ask(tools, parent, "")
    assert register.activities.all()[0].private == ("reflection",)


@pytest.mark.parametrize("typed", ["\x00\x07bell", "=cmd|' /C calc'!A0", "שלום 👍🏽", "x" * 20_000])
def test_whatever_is_typed_in_a_line_comes_out_whole(register, tools, parent, typed):
    on_sheet(fill_in(title="Front door", found=(Noted(FindingKind.STRENGTH, typed),)))
    capture.ask(tools, parent, "")
    kept = register.findings.all()[0].text
    assert kept == typed.replace("\x00", "").replace("\x07", "")


def test_tab_goes_from_the_agencies_through_the_lines_to_what_may_wait(tools, parent, police):
    visited = []

    def walk(sheet):
        for _ in range(14):
            visited.append(sheet.focusWidget().objectName())
            sheet.focusNextPrevChild(True)

    on_sheet(walk)
    capture.ask(tools, parent, "")
    assert visited == [
        "title", "type", "held_on", "place", f"agency_ids-{police.id}",
        "strength-1", "voice-1", "learning-1", "question-1", "concern-1", "prompt-looked_at-private",
        "prompt-looked_at", "prompt-atmosphere-private", "prompt-atmosphere",
    ]


def test_without_anything_today_nothing_is_asked_about_where_it_belongs(register, tools, parent):
    register.activities.save(an_activity())
    named = []
    on_sheet(lambda sheet: named.append(sheet.findChild(QComboBox, "belongs")))
    capture.ask(tools, parent, "")
    assert named == [None]


def test_it_is_filed_under_the_activity_of_today_which_stays_as_it_is(register, tools, parent, police):
    other = register.agencies.save(an_agency(name="Care Board", short_name="ICB"))
    today = register.activities.note_what_i_saw(
        an_activity(title="Front door", held_on=TODAY, agency_ids=(police.id,)), [Finding(text="First.")]
    )
    began_at = []

    def act(sheet):
        began_at.append(sheet.focusWidget().objectName())
        assert any("For “Front door”, today." in label.text() for label in sheet.findChildren(QLabel))
        fill_in(found=SEEN[1:], agency_ids=(other.id,))(sheet)

    on_sheet(act)
    assert capture.ask(tools, parent, "") == "EX-A-2026-001 noted, with 1 concern."
    assert began_at == ["strength-1"]
    assert register.activities.all() == [today]
    found = {one.text: one.agency_ids for one in register.activities.findings(today.id)}
    assert found == {"First.": (police.id,), "No health.": (other.id,)}


def test_something_new_is_one_choice_away_and_the_lines_stay(register, tools, parent):
    register.activities.save(an_activity(title="Front door", held_on=TODAY))

    def act(sheet):
        sheet.form.field("found").restore("strength: They ring back.")
        sheet.form.field("belongs").restore("")
        fill_in(title="A corridor talk")(sheet)

    on_sheet(act)
    assert capture.ask(tools, parent, "") == "EX-A-2026-002 noted, with 1 strength."
    assert [one.title for one in register.activities.all()] == ["Front door", "A corridor talk"]


def test_the_meeting_of_today_becomes_an_activity_of_its_own(register, tools, parent):
    body = register.bodies.save(a_body())
    meeting = register.meetings.save(a_meeting(body_id=body.id, held_on=TODAY, papers_due_on=None))
    on_sheet(fill_in(found=SEEN[:1]))
    assert capture.ask(tools, parent, "") == "EX-A-2026-001 noted, with 1 strength."
    (activity,) = register.activities.all()
    assert (activity.title, activity.type, activity.meeting_id) == (
        "Executive Group", ActivityType.MEETING_OBSERVATION, meeting.id
    )


def test_words_of_another_day_are_not_filed_by_themselves(register, tools, parent):
    on_sheet(lambda sheet: sheet.form.field("found").restore("concern: No health."))
    capture.ask(tools, parent, "")
    register.activities.save(an_activity(title="Front door", held_on=TODAY))
    seen = []
    on_sheet(lambda sheet: seen.append((sheet.form.field("belongs").value(), sheet.form.field("found").value())))
    capture.ask(tools, parent, "")
    assert seen == [(None, SEEN[1:])]


def test_leaving_the_sheet_without_a_word_keeps_no_draft(register, tools, parent):
    register.activities.save(an_activity(title="Front door", held_on=TODAY))
    on_sheet(lambda sheet: None)
    capture.ask(tools, parent, "")
    assert register.drafts.kept("note:new") == {}
