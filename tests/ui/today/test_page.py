from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame
from pytestqt.qtbot import QtBot

from scrutineer.domain.activity import Activity, ActivityType, Finding
from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.register.register import Register
from scrutineer.ui.today.page import TodayScreen
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.words import Words
from tests.factories import TODAY, a_meeting, an_agency, an_undertaking
from tests.ui import window


@pytest.fixture
def screen(tools: Tools, qtbot: QtBot) -> TodayScreen:
    made = TodayScreen(tools)
    qtbot.addWidget(made)
    tools.register.on_change(made.note_change)
    made.resize(1100, 760)
    made.show()
    made.activateWindow()
    return made


def press(screen: TodayScreen, name: str) -> None:
    window.press(screen, name)
    QApplication.processEvents()      # a deed is asked for once the button has come to rest


def said(screen: TodayScreen) -> list[str]:
    return [words.said() for words in screen.findChildren(Words) if words.isVisible()]


def asked(screen: TodayScreen) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    screen.wanted.connect(lambda code, id_: heard.append((code, id_)))
    return heard


def opened(screen: TodayScreen) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    screen.open_requested.connect(lambda kind, id_: heard.append((kind, id_)))
    return heard


def put(register: Register, days: int) -> str:
    agency = register.agencies.save(an_agency())
    challenge = register.challenges.put_to(
        Challenge(title="Fathers in assessments", text="How do you know?", raised_on=TODAY - timedelta(days=30)),
        [Addressee(agency_id=agency.id, due_on=TODAY + timedelta(days=days))],
    )
    return register.challenges.parts(challenge.id)[0].id


def test_the_day_stands_in_full_beside_the_question(screen: TodayScreen) -> None:
    assert "Monday 23 November 2026. What needs me, and what is worth passing on?" in said(screen)


def test_an_empty_record_teaches_what_to_do_first(screen: TodayScreen, qtbot: QtBot) -> None:
    heard, wanted = opened(screen), asked(screen)
    qtbot.keyClick(screen.findChild(QFrame, "agency-"), Qt.Key.Key_Return)
    press(screen, "note-")
    QApplication.processEvents()
    assert heard == [("agency", "")]
    assert wanted == [("note", "")]
    assert any(words.startswith("Nobody owes you an answer") for words in said(screen))


def test_an_answer_awaited_is_chased_from_its_row(screen: TodayScreen, register: Register) -> None:
    part, wanted = put(register, -9), asked(screen)
    assert "since 14 Nov" in said(screen)
    press(screen, f"chase-{part}")
    press(screen, f"move_date-{part}")
    assert wanted == [("chase", part), ("move_date", part)]


def test_two_parts_of_one_challenge_are_two_rows_with_buttons_of_their_own(
    screen: TodayScreen, register: Register
) -> None:
    agencies = [register.agencies.save(an_agency(name=name)) for name in ("First", "Second")]
    challenge = register.challenges.put_to(
        Challenge(title="Both", text="How?", raised_on=TODAY - timedelta(days=30)),
        [Addressee(agency_id=one.id, due_on=TODAY - timedelta(days=1)) for one in agencies],
    )
    wanted = asked(screen)
    for part in register.challenges.parts(challenge.id):
        press(screen, f"chase-{part.id}")
    assert [id_ for _, id_ in wanted] == [part.id for part in register.challenges.parts(challenge.id)]


def test_a_strength_stands_under_worth_passing_on_until_it_was(screen: TodayScreen, register: Register) -> None:
    register.activities.note_what_i_saw(
        Activity(title="Front door", type=ActivityType.DATA_REVIEW, held_on=TODAY), [Finding(text="A joint hour.")]
    )
    finding, wanted = register.findings.all()[0], asked(screen)
    press(screen, f"pass_on-{finding.id}")
    assert wanted == [("pass_on", finding.id)]
    register.findings.pass_on(finding.id, "the districts", TODAY)
    press(screen, f"thank-{finding.id}")
    assert wanted[-1] == ("thank", finding.id)


def test_a_row_opens_its_record(screen: TodayScreen, register: Register, qtbot: QtBot) -> None:
    meeting = register.meetings.save(a_meeting(held_on=TODAY + timedelta(days=2), papers_due_on=None))
    heard = opened(screen)
    qtbot.keyClick(screen.findChild(QFrame, f"meeting-{meeting.id}"), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert heard == [("meeting", meeting.id)]


def test_a_promise_opens_on_a_sheet_of_its_own(screen: TodayScreen, register: Register) -> None:
    promise, wanted = register.undertakings.promise(an_undertaking()), asked(screen)
    screen.open("undertaking", promise.id)
    assert wanted == [("promise", promise.id)]


def test_the_keyboard_stays_in_its_row_when_something_changes(
    screen: TodayScreen, register: Register, qtbot: QtBot
) -> None:
    first, second = (register.undertakings.promise(an_undertaking(due_on=TODAY + timedelta(days=n))) for n in (1, 2))
    screen.findChild(QFrame, f"undertaking-{second.id}").setFocus()
    register.undertakings.promise(an_undertaking(due_on=TODAY))
    QApplication.processEvents()
    assert screen.focusWidget().objectName() == f"undertaking-{second.id}"
    register.undertakings.keep(second.id, TODAY)
    QApplication.processEvents()
    assert screen.focusWidget().objectName() == f"undertaking-{first.id}"


def test_another_day_is_another_page(screen: TodayScreen, register: Register) -> None:
    register.desk.today = lambda: TODAY + timedelta(days=1)
    screen.setWindowTitle("moved")
    QApplication.processEvents()
    screen.hide()
    screen.show()
    screen.activateWindow()
    QApplication.processEvents()
    assert any(words.startswith("Tuesday 24 November 2026") for words in said(screen))


def test_the_keyboard_begins_in_the_first_thing_that_takes_it(screen: TodayScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(screen.isActiveWindow)
    screen.take_keyboard()
    held = screen.focusWidget()
    assert held is not screen
    assert held.accessibleName().startswith("Find anything")
