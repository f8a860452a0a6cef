"""The minutes have come: one reference for the whole meeting, or for one line."""

from __future__ import annotations

from scrutineer.domain.meeting_page import MeetingLine
from scrutineer.ui.meetings import minute
from tests.ui.window import fill_in, on_sheet


def test_the_minutes_confirm_what_was_heard(tools, register, parent, meeting, answer):
    on_sheet(fill_in(minute_ref="SB/7"))
    assert minute.ask(tools, parent, meeting.id) == "1 answer confirmed by the minute."
    assert register.meeting_pages.get(answer.id).minute_ref == register.replies.all()[0].minute_ref == "SB/7"
    on_sheet(lambda sheet: sheet.reject())
    assert minute.ask(tools, parent, meeting.id) == ""


def test_a_line_has_a_minute_of_its_own(tools, register, parent, meeting):
    line = register.meeting_pages.keep(MeetingLine(meeting_id=meeting.id, text="Apologies."))
    on_sheet(fill_in(minute_ref="1"))
    assert minute.ask_line(tools, parent, line.id) == "The minute is noted."
    on_sheet(fill_in(minute_ref="SB/7"))
    assert minute.ask(tools, parent, meeting.id) == "The minute is noted."
    assert register.meeting_pages.get(line.id).minute_ref == "1"
