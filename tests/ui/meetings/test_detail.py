"""A meeting in full: papers and deadline, what was decided there, what was said, and what came of it."""

from __future__ import annotations

from dataclasses import replace

from scrutineer.domain.meeting_page import LineKind, MeetingLine
from scrutineer.ui.meetings.detail import MeetingDetail
from scrutineer.ui.widgets.card import Card
from tests.factories import a_meeting
from tests.ui.window import said


def reads(detail):
    return "\n".join(said(detail))


def cards(detail):
    return [card.accessibleName() for card in detail.findChildren(Card)]


def steps(detail):
    return [one.objectName() for one in detail.findChildren(type(detail.link("a", "b", "c", "edit")))
            if one.objectName().startswith("step-")]  # fmt: skip


def test_it_shows_decisions_then_strengths_and_what_lines_became(tools, register, meeting, recommended, answer, qtbot):
    typed = {LineKind.CONCERN: "Nights.", LineKind.STRENGTH: "Examples.", LineKind.DECISION: "Monthly."}
    for kind, text in typed.items():
        register.meeting_pages.keep(MeetingLine(meeting_id=meeting.id, kind=kind, text=text))
    detail = MeetingDetail(tools, "The meeting")
    qtbot.addWidget(detail)
    detail.show_record(meeting.id)
    assert cards(detail) == ["Papers for it", "Recommendations", "Decisions", "Strengths", "Answers", "Concerns"]
    assert "noted, as I heard it" in reads(detail)
    assert {"step-type", "step-minutes", "step-write"} <= set(steps(detail))


def test_a_meeting_to_come_shows_the_days_that_are_left_and_no_minutes(tools, register, qtbot):
    coming = register.meetings.save(a_meeting(note="Ask about nights."))
    detail = MeetingDetail(tools, "The meeting")
    qtbot.addWidget(detail)
    detail.show_record(coming.id)
    assert "Papers due 30 Nov, 5 working days left" in reads(detail)
    assert "step-minutes" not in steps(detail)
    assert cards(detail) == ["Papers for it"]


def test_what_a_line_is_about_is_not_cut_off(tools, register, meeting, recommended, qtbot):
    wording = "That learning be shared with the front line as soon as it is found, not when the review is published"
    found = register.recommendations.save(replace(recommended, text=f"{wording}. It helps sooner."))
    register.meeting_pages.keep(MeetingLine(
        meeting_id=meeting.id, kind=LineKind.NOTE, text="Agreed.", subject_kind=found.KIND, subject_id=found.id,
    ))  # fmt: skip
    detail = MeetingDetail(tools, "The meeting")
    qtbot.addWidget(detail)
    detail.show_record(meeting.id)
    beneath = next(line for line in reads(detail).split("\n") if wording in line and "R-" in line)
    assert "…" not in beneath
