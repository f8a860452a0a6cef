"""The Meetings room: two lists behind chips, and the page to type on."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from scrutineer.domain.meeting_page import MeetingLine
from scrutineer.domain.organisation import Meeting
from scrutineer.domain.recommendation import Decision
from scrutineer.ui.widgets.table import RecordTable
from scrutineer.ui.widgets.words import Words
from tests.factories import TODAY, a_meeting
from tests.ui.window import fill_in, on_sheet, part, press


def listed(screen, code):
    lines = part(screen, RecordTable, f"list-{code}").lines
    return [lines.line(row).id for row in range(lines.rowCount())]


def test_it_opens_on_meetings_the_coming_ones_first(screen, register, meeting):
    past = register.meetings.save(Meeting(held_on=TODAY.replace(month=3)))
    coming = register.meetings.save(a_meeting())
    assert listed(screen, "meetings") == [meeting.id, coming.id, past.id]


def test_recommendations_stand_behind_their_chips(screen, register, recommended):
    screen._bar.choose("awaiting")
    assert listed(screen, "recommendations") == [recommended.id]
    register.recommendations.decide(recommended.id, Decision.ACCEPTED, TODAY)
    assert listed(screen, "recommendations") == []
    screen.open("recommendation", recommended.id)
    assert screen._bar.chosen == "all"
    assert screen._details["recommendations"].shown == recommended.id


def test_typing_takes_the_whole_room_and_gives_it_back(screen, meeting, qtbot):
    press(screen, "step-type")
    qtbot.waitUntil(part(screen, QPlainTextEdit, "line").isVisible)
    assert not screen._type.isVisible()
    assert screen.accessibleName() == "Strategic Board, 23 Nov 2026"
    press(screen, "back-to-list")
    assert screen.accessibleName() == "Meetings"
    assert screen._tables["meetings"].selected_id() == meeting.id


def test_a_line_opens_the_page_on_which_it_was_typed(screen, register, meeting):
    line = register.meeting_pages.keep(MeetingLine(meeting_id=meeting.id, text="Apologies."))
    screen.open("meeting_line", line.id)
    assert part(screen, QPlainTextEdit, "line").isVisible()
    screen.open("meeting", meeting.id)
    assert not part(screen, QPlainTextEdit, "line").isVisible()


def test_without_a_choice_the_nearest_meeting_is_typed(screen, register, meeting):
    register.meetings.save(a_meeting())
    screen._tables["meetings"].clearSelection()
    screen._do("type-now", "")
    assert screen._typing.meeting_id == meeting.id


def test_deeds_of_the_room_are_done_here_and_others_asked_of_the_window(screen, register, tools, meeting, qtbot):
    on_sheet(fill_in(place="Town Hall"))
    screen._do("edit_meeting", meeting.id)
    assert register.meetings.get(meeting.id).place == "Town Hall"
    with qtbot.waitSignal(screen.wanted) as heard:
        screen._do("write", meeting.id)
    assert heard.args == ["write", meeting.id]
    screen._do("remove_meeting", meeting.id)
    assert listed(screen, "meetings") == []
    tools.say.then()
    assert listed(screen, "meetings") == [meeting.id]


def test_an_empty_list_says_what_belongs_there(screen):
    screen._bar.choose("to_test")
    assert screen._empty.isVisible()
    on_sheet(fill_in(text="Read every plan."))
    screen._empty.wanted.emit()
    screen._bar.choose("awaiting")
    assert len(listed(screen, "recommendations")) == 1


def test_without_a_meeting_it_says_what_belongs_there_and_adds_the_first(screen):
    table = part(screen, RecordTable, "list-meetings")
    said = [words.said() for words in table.findChildren(Words)]
    assert said == ["Meetings belong here: when papers are due, and what was said and decided at them."]
    assert part(table, QPushButton, "first").text() == "Add a meeting"
