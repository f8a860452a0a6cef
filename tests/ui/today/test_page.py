from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QPushButton
from pytestqt.qtbot import QtBot

from scrutineer.domain.activity import Activity, ActivityType, Finding
from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.register.register import Register
from scrutineer.register.today.rows import HEADINGS, Rows
from scrutineer.ui.today import page
from scrutineer.ui.today.page import TodayScreen
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.card import Card
from tests.factories import TODAY, a_meeting, an_agency, an_undertaking
from tests.ui import window
from tests.ui.window import said


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
    press(screen, "add_agency-")
    press(screen, "note-")
    QApplication.processEvents()
    assert heard == [("agency", "")]
    assert wanted == [("add_agency", ""), ("note", "")]
    assert any(words.startswith("Nobody owes you an answer") for words in said(screen))


def test_an_answer_awaited_is_chased_from_its_row(screen: TodayScreen, register: Register) -> None:
    part, wanted = put(register, -9), asked(screen)
    assert "since 14 Nov" in said(screen)
    press(screen, f"chase-{part}")
    press(screen, f"mail-{part}")
    press(screen, f"move_date-{part}")
    assert wanted == [("chase", part), ("mail", part), ("move_date", part)]


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


def test_several_are_offered_once_more_than_one_is_awaited(screen: TodayScreen, register: Register) -> None:
    several = window.part(screen, QPushButton, "several")
    put(register, 3)
    assert not several.isVisible()
    put(register, 4)
    wanted = asked(screen)
    press(screen, "several")
    assert wanted == [("several", "")]


def test_six_cards_stand_in_the_order_in_which_they_are_read(screen: TodayScreen) -> None:
    titles = [card.accessibleName() for card in screen.findChildren(Card)]
    assert titles == [heading.title for heading in HEADINGS.values()]
    first, second = screen.findChildren(Card)[:2]
    assert first.size() == second.size()


def test_after_a_save_only_the_cards_that_it_concerns_are_read(
    screen: TodayScreen, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    honest = register.today_cards

    def reading(kinds: Collection[str]) -> dict[str, Rows]:
        found = honest(kinds)
        read.extend(found)
        return found

    monkeypatch.setattr(register, "today_cards", reading)
    monkeypatch.setattr(screen, "refresh", lambda _ids: read.append("everything"))
    register.undertakings.promise(an_undertaking(text="Come back in spring."))
    assert read == ["needs_me"]
    assert "Come back in spring" in said(screen)


def in_a_long_record(screen: TodayScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on this record counts as one that takes long."""
    monkeypatch.setattr(page, "WHOLE", -1)
    screen.refresh(frozenset())


def test_in_a_long_record_the_page_comes_card_by_card_and_says_the_same(
    screen: TodayScreen, register: Register, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    put(register, 3)
    register.undertakings.promise(an_undertaking(text="Come back in spring."))
    before = said(screen)
    in_a_long_record(screen, monkeypatch)
    assert screen._due == list(HEADINGS)
    assert said(screen) == before
    qtbot.waitUntil(lambda: not screen.is_reading)
    assert said(screen) == before


def test_in_a_long_record_a_card_that_was_never_read_does_not_say_that_it_is_empty(
    tools: Tools, register: Register, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(page, "WHOLE", -1)
    put(register, 3)
    made = TodayScreen(tools)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    assert said(made).count("Still being read.") == 6
    qtbot.waitUntil(lambda: not made.is_reading)
    assert "Still being read." not in said(made)
    assert HEADINGS["worth_passing_on"].empty in said(made)


def test_in_a_long_record_what_is_written_while_the_page_comes_is_on_it(
    screen: TodayScreen, register: Register, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    in_a_long_record(screen, monkeypatch)
    while "needs_me" in screen._due:
        screen._read_on()
    register.undertakings.promise(an_undertaking(text="Come back in spring."))
    put(register, 3)
    qtbot.waitUntil(lambda: not screen.is_reading)
    in_parts = said(screen)
    assert "Come back in spring" in in_parts
    monkeypatch.undo()
    screen.refresh(frozenset())
    assert said(screen) == in_parts


def test_a_long_card_unfolds_a_score_at_a_time_and_folds_again(
    screen: TodayScreen, register: Register, qtbot: QtBot
) -> None:
    for number in range(30):
        register.undertakings.promise(an_undertaking(text=f"Promise {number:02}", due_on=TODAY))

    def promises() -> int:
        return sum(words.startswith("Promise") for words in said(screen))

    counts = [promises()]
    for fold in ("fold-", "fold-", "fold-less"):
        qtbot.keyClick(screen.findChild(QFrame, fold), Qt.Key.Key_Return)
        QApplication.processEvents()
        counts.append(promises())
    assert counts == [5, 25, 30, 5]


def test_how_many_ends_hang_loose_stands_beside_the_title(screen: TodayScreen, register: Register) -> None:
    put(register, 3)
    [loose] = [one for one in screen.findChildren(Card) if one.accessibleName() == "Loose ends"]
    assert said(loose)[:2] == ["Loose ends", "2"]


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


def test_a_paper_that_is_begun_is_gone_on_with(screen: TodayScreen, register: Register) -> None:
    meeting = register.meetings.save(a_meeting())
    wanted, heard = asked(screen), opened(screen)
    press(screen, f"write-{meeting.id}")
    paper = register.papers.save(register.papers.begin(meeting=meeting))
    press(screen, f"open-{paper.id}")
    assert (wanted, heard) == ([("write", meeting.id)], [("paper", paper.id)])


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
