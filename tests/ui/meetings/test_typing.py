"""The page that is typed on: lines are in the record at once, and nothing that is missing loses words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from scrutineer.domain.challenge import Quality
from scrutineer.domain.meeting_page import LineKind, MeetingLine
from scrutineer.ui.meetings.kept import KeptLines
from scrutineer.ui.meetings.typing import TypingPage
from tests.factories import TODAY, a_meeting
from tests.ui.window import fill_in, on_sheet, part

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(tools, register, meeting, challenge, recommended, qtbot):
    made = TypingPage(tools)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    register.on_change(lambda _changed: made.refresh())
    made.show_meeting(meeting.id)
    made.show()
    yield made
    made.finish()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def editor(page):
    return part(page, QPlainTextEdit, "line")


def typed(page, words, *keys):
    QTest.keyClicks(editor(page), words)
    for key in keys:
        QTest.keyClick(editor(page), key, ALT)
    QTest.keyClick(editor(page), Qt.Key.Key_Return)


def wish(page, code, line):
    part(page, KeptLines, "kept").wished.emit(code, line.id)


def test_enter_keeps_a_line_in_the_record(page, register, meeting):
    typed(page, "Apologies from two.")
    typed(page, "They came prepared.", Qt.Key.Key_S)
    assert [(line.kind, line.text) for line in register.meeting_pages.of(meeting.id)] == [
        (LineKind.NOTE, "Apologies from two."), (LineKind.STRENGTH, "They came prepared.")]
    assert editor(page).toPlainText() == ""


def test_what_is_missing_is_asked_and_the_words_stay(page, register, meeting):
    typed(page, "We do.", Qt.Key.Key_A)
    assert register.meeting_pages.of(meeting.id) == []
    assert editor(page).toPlainText() == "We do."
    assert part(page, QComboBox, "about").property("wrong")


def test_after_a_decision_the_next_line_is_about_nothing_in_particular(page, recommended):
    part(page, QComboBox, "about").set_value(recommended.id)
    typed(page, "Agreed.", Qt.Key.Key_D)
    assert part(page, QComboBox, "about").value() is None


def test_a_kept_line_turns_and_goes_back(page, register, meeting):
    line = register.meeting_pages.keep(MeetingLine(meeting_id=meeting.id, text="They came prepared."))
    wish(page, "strength", line)
    assert len(register.findings.all()) == 1
    wish(page, "note", line)
    assert register.findings.all() == []
    wish(page, "answer", line)      # what it answers is asked below
    assert editor(page).toPlainText() == "They came prepared."
    assert register.meeting_pages.get(line.id).kind is LineKind.NOTE


def test_a_kept_line_is_changed_below_or_left_as_it_was(page, register, answer):
    wish(page, "change", answer)
    assert editor(page).toPlainText() == answer.text
    QTest.keyClicks(editor(page), " Truly.")
    QTest.keyClick(editor(page), Qt.Key.Key_Return)
    assert register.replies.all()[0].text == f"{answer.text} Truly."
    wish(page, "change", answer)
    QTest.keyClick(editor(page), Qt.Key.Key_Escape)
    assert editor(page).toPlainText() == ""


def test_what_is_taken_out_can_be_put_back(page, register, tools, answer):
    wish(page, "take_out", answer)
    assert register.replies.all() == register.meeting_pages.all() == []
    tools.say.then()
    assert [reply.text for reply in register.replies.all()] == [answer.text]
    assert register.meeting_pages.get(answer.id).kind is LineKind.ANSWER


def test_what_something_hangs_on_stays_and_says_so(page, register, tools, answer):
    (part_,) = [one for one in register.challenges.parts(answer.subject_id) if one.answered_on]
    (response,) = register.challenges.responses(part_.id)
    register.replies.judge(response.id, Quality.FULL, "", TODAY)
    wish(page, "note", answer)
    assert tools.say.sentences == ["It stays what it is: you have given your view of it."]


def test_lines_move_open_and_are_put_as_challenges(page, register, meeting, answer, qtbot):
    first = register.meeting_pages.keep(MeetingLine(meeting_id=meeting.id, text="Who?", kind=LineKind.QUESTION))
    wish(page, "up", first)
    assert [line.text for line in register.meeting_pages.of(meeting.id)] == ["Who?", answer.text]
    wish(page, "down", first)
    with qtbot.waitSignal(page.open_requested) as opened:
        wish(page, "open", answer)
    with qtbot.waitSignal(page.wanted) as wanted:
        wish(page, "put", first)
    assert (opened.args, wanted.args) == (["reply", answer.made_id], ["put", first.made_id])


def test_the_minute_of_one_line(page, register, tools, answer):
    on_sheet(fill_in(minute_ref="7.2"))
    wish(page, "minute", answer)
    assert register.replies.all()[0].minute_ref == "7.2"
    assert tools.say.sentences == ["The minute is noted."]


def test_each_meeting_has_its_own_draft(page, register, meeting):
    other = register.meetings.save(a_meeting())
    QTest.keyClicks(editor(page), "Half a line")
    page.show_meeting(other.id)
    assert editor(page).toPlainText() == ""
    page.show_meeting(meeting.id)
    assert editor(page).toPlainText() == "Half a line"
