"""The window over a past day: it shows what stood then, writes nothing, and goes with the record."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QTextBrowser, QWidget
from shiboken6 import isValid

from scrutineer.domain.errors import CannotWrite
from scrutineer.domain.paper import SectionCode
from scrutineer.register.register import Register
from scrutineer.storage.record import Record
from scrutineer.ui.deeds import DEEDS
from scrutineer.ui.help import Help
from scrutineer.ui.main_window import MainWindow
from scrutineer.ui.past.shut import reads
from scrutineer.ui.past.window import READING, PastWindow
from scrutineer.ui.sidebar import Sidebar
from scrutineer.ui.widgets.filter_bar import FilterBar
from scrutineer.ui.widgets.form_sheet import FormSheet
from scrutineer.ui.widgets.notice import Notice
from scrutineer.ui.widgets.table import RecordTable
from scrutineer.ui.widgets.words import as_given
from tests.factories import TODAY, an_undertaking
from tests.ui.past.conftest import NOW, PASSPHRASE, THEN, YESTERDAY, Days, gone_back
from tests.ui.window import on_sheet, press

DAY = "22 November 2026"


def said(window: MainWindow) -> str:
    return window.findChild(Notice).said()


def read(window: QWidget) -> str:
    """All words in sight."""
    QApplication.processEvents()
    labels = [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
    texts = [one.toPlainText() for one in window.findChildren(QTextBrowser) if one.isVisible()]
    return as_given("\n".join(labels + texts))


def test_every_screen_says_what_day_it_is_and_the_title_is_another(past: PastWindow, live: MainWindow):
    for place in past.places:
        past.go(place.code)
        assert f"The record as it stood on {DAY} · to be read, not changed" in read(past)
    assert past.windowTitle() == f"As it stood on {DAY} · {live.windowTitle()}"
    assert f"as it stood on {DAY}" in read(past.findChild(Sidebar))
    past.resize(800, 480)
    assert DAY in read(past)


def test_one_of_the_two_windows_is_in_sight_and_the_room_stays_open(live: MainWindow):
    live.go("evidence")
    past = gone_back(live)
    assert (past.isVisible(), live.isVisible(), past.room) == (True, False, "evidence")
    past.close()
    assert (past.isVisible(), live.isVisible(), live.room) == (False, True, "evidence")


def test_the_room_about_the_file_as_it_is_is_not_there(live: MainWindow):
    live.go("safekeeping")
    past = gone_back(live)
    assert past.room == "today"
    assert "room-safekeeping" not in {one.objectName() for one in past.findChildren(QPushButton)}
    past.open("strike_out", "")
    assert said(past).startswith("Safe keeping is about the record as it is today")
    assert past.room == "today"


def test_a_challenge_is_read_with_the_words_it_had_and_every_change_up_to_then(past: PastWindow, days: Days):
    past.open("challenge", days.challenge.id)
    assert THEN in read(past)
    assert NOW not in read(past)
    told: list[str] = []
    on_sheet(lambda sheet: told.append(read(sheet)))
    press(past, "challenge-changes")
    QApplication.processEvents()
    assert THEN in told[0]
    assert NOW not in told[0]


@pytest.mark.parametrize("room", [place.code for place in PastWindow.places])
def test_of_what_could_be_pressed_only_what_reads_is_left(past: PastWindow, live: MainWindow, room: str):
    for window in (live, past):
        window.show()
        window.go(room)
        QApplication.processEvents()
    screen = past.go(room)
    kept = [one for one in screen.findChildren(QPushButton) if type(one) is QPushButton and one.isVisible()]
    assert [one.objectName() for one in kept if not reads(one.objectName())] == []
    lost = {one.objectName() for one in live.go(room).findChildren(QPushButton) if one.isVisible()}
    assert {name for name in lost if name and not reads(name) and not name.startswith(("filter", "menu-"))}


def test_a_button_that_a_screen_shows_again_is_taken_away_again(past: PastWindow):
    screen = past.go("challenges")
    put = screen.findChild(QPushButton, "put")
    put.setVisible(True)
    assert not put.isVisible()
    past.resize(820, 500)
    QApplication.processEvents()
    assert not put.isVisible()


def test_what_writes_is_in_no_menu_and_is_refused_in_words(past: PastWindow, days: Days, tmp_path):
    words = {action.text() for action in past._actions}
    assert "Note what I saw" not in words
    assert {"Back to today", "Find anything", "Write the list for the business unit"} <= words
    for code in DEEDS.keys() - READING:
        past.do(code, days.challenge.id)
        assert said(past) == f"This is the record as it stood on {DAY}; it can be read, not changed."
        past.findChild(Notice).hide()
    past.take([tmp_path / "letter.pdf"])
    assert "it can be read, not changed" in said(past)


def test_a_rung_of_the_ladder_which_is_read_where_it_is_changed_is_refused_in_words(past: PastWindow):
    past.open("rung", "")
    assert "it can be read, not changed" in said(past)


def test_what_slips_through_is_told_in_the_words_of_the_error_and_harms_nothing(past: PastWindow, days: Days, messages):
    activities, agencies = past.go("activities"), past.go("agencies")
    for act in (
        lambda: activities.act("edit", activities.detail.shown),
        lambda: agencies._do("edit", days.agency.id),
        lambda: past.go("challenges")._do("note", days.challenge.id),
    ):
        on_sheet(_type_and_save)
        act()
    with pytest.raises(CannotWrite):
        past.tools.register.agencies.save(replace(days.agency, name="Other"))
    assert len(messages.said) >= 3
    assert all("it can be read, not changed" in one for one in messages.said)
    assert past.tools.register.agencies.get(days.agency.id).name == days.agency.name


def _type_and_save(sheet: FormSheet) -> None:
    for name in ("title", "name", "text"):
        if sheet.form._blocks.get(name):
            sheet.form.field(name).set_value("Other words")
    sheet.save()


def test_words_of_a_paper_are_read_and_neither_typed_nor_saved(past: PastWindow, days: Days, messages):
    screen = past.go("papers")
    QApplication.processEvents()
    field = screen.findChild(QPlainTextEdit, "words")
    assert not field.isEnabled()
    assert not screen._final.isEnabled()
    assert not screen._issued.isEnabled()
    past.go("today")
    assert messages.said == []
    assert SectionCode.BOTTOM_LINE not in days.register.papers.sections(days.paper.id)


def test_a_paper_of_a_past_day_is_frozen_at_its_end(past: PastWindow, days: Days):
    figures = past.tools.register.figures.figures(past.tools.register.papers.get(days.paper.id))
    assert figures.frozen_at.astimezone().date() == YESTERDAY
    assert past.tools.register.figures.log().frozen_at == figures.frozen_at


def test_a_promise_is_read_among_the_actions(live: MainWindow, days: Days):
    promise = days.register.undertakings.promise(an_undertaking(text="Send the audit tool"))
    past = gone_back(live, TODAY)
    past.open("undertaking", promise.id)
    assert past.room == "actions"
    assert "Send the audit tool" in read(past)


def test_a_file_that_is_kept_is_opened_and_stays_open_when_one_goes_back(past: PastWindow, live: MainWindow, days: Days,
                                                                          monkeypatch):
    monkeypatch.setattr("scrutineer.ui.tools.QDesktopServices.openUrl", lambda _url: True)
    past.do("open_file", days.file.id)
    [copy] = list(live.tools.copies.folder.iterdir())
    past.close()
    assert copy.exists()
    live.close()
    assert not copy.exists()


def test_ctrl_w_and_the_banner_go_back_to_today(live: MainWindow, qtbot):
    for back in (
        lambda past: QTest.keyClick(past, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
        lambda past: press(past, "back-to-today"),
    ):
        past = gone_back(live)
        qtbot.waitUntil(past.isActiveWindow)
        back(past)
        qtbot.waitUntil(live.isVisible)
        qtbot.waitUntil(lambda past=past: not isValid(past))
        assert live.reading is None
    assert live.tools.register.agencies.all()      # which is as open as before


def test_another_day_takes_the_place_of_this_one(past: PastWindow, live: MainWindow, qtbot):
    on_sheet(lambda sheet: (sheet.form.field("on").set_value(TODAY), sheet.save()))
    press(past, "another-day")
    qtbot.waitUntil(lambda: not isValid(past))
    now = live.reading
    assert isinstance(now, PastWindow)
    assert (now.isVisible(), live.isVisible()) == (True, False)
    assert "23 November 2026" in now.windowTitle()
    now.close()
    assert live.isVisible()


def test_closing_the_record_closes_it_and_lets_go_of_the_file(past: PastWindow, live: MainWindow, days: Days):
    view = past.tools.register
    live.close()
    assert (past.isVisible(), live.isVisible()) == (False, False)
    assert view.desk.record.database.is_closed()
    Register.open(days.register.path, PASSPHRASE).close()


def test_leaving_the_program_from_a_past_day_closes_both(past: PastWindow, live: MainWindow, days: Days):
    [leave] = [action for action in past._actions if action.text() == "Leave Scrutineer"]
    leave.trigger()
    assert not past.isVisible()
    assert not live.isVisible()
    Register.open(days.register.path, PASSPHRASE).close()


def test_when_words_are_struck_out_it_lets_go_and_says_so(past: PastWindow, live: MainWindow, days: Days, qtbot):
    view = past.tools.register
    days.register.safekeeping.strike_out("on the night", "Entered by mistake")
    assert live.isVisible()
    assert said(live) == f"Words were struck out, so the record as it stood on {DAY} was closed."
    assert view.desk.record.database.is_closed()
    qtbot.waitUntil(lambda: not isValid(past))
    assert "on the night" not in read(live)


def test_help_explains_what_is_read_here(past: PastWindow):
    told: list[str] = []
    on_sheet(lambda sheet: told.append(read(sheet) if isinstance(sheet, Help) else ""))
    past.help()
    assert "The record as it stood on a past day" in told[0]
    assert "Ctrl+W" in told[0]


def test_nothing_of_it_stays_when_it_is_closed(past: PastWindow, live: MainWindow, qtbot):
    view: Record = past.tools.register.desk.record
    past.close()
    qtbot.waitUntil(lambda: live.reading is None)
    assert view.database.is_closed()


def test_from_every_room_with_a_record_each_change_of_it_can_be_read(live: MainWindow, days: Days):
    told: list[str] = []
    for room, name in (
        ("activities", "step-changes"), ("learning", "step-changes"), ("challenges", "challenge-changes"),
        ("actions", "step-changes"), ("evidence", "step-changes"), ("agencies", "step-changes"),
    ):
        screen = live.go(room)
        screen.findChild(FilterBar).choose("agencies" if room == "agencies" else "all")
        QApplication.processEvents()
        screen.findChildren(RecordTable)[0].select_first()
        on_sheet(lambda sheet: told.append(sheet.windowTitle()))
        press(screen, name)
        QApplication.processEvents()
    on_sheet(lambda sheet: told.append(sheet.windowTitle()))
    live.go("papers").findChild(QAction, "changes").trigger()
    assert told == ["Every change"] * 7
