"""“See the record as it stood on…”: asked by the keyboard, rebuilt beside the window, shown in its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from scrutineer import paths
from scrutineer.ui.jobs import Jobs
from scrutineer.ui.main_window import MainWindow
from scrutineer.ui.past import ask
from scrutineer.ui.past.window import PastWindow
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form_sheet import FormSheet
from tests.factories import TODAY
from tests.ui.challenges.room import read
from tests.ui.past.conftest import YESTERDAY, Days
from tests.ui.window import on_sheet, press


def typed(*words: str) -> tuple[list[str], object]:
    """What the sheet says after each of these was typed and Enter pressed; the last is left standing."""
    said: list[str] = []

    def act(sheet: QDialog) -> None:
        assert isinstance(sheet, FormSheet)
        sheet.activateWindow()
        QApplication.processEvents()
        for word in words:
            line = sheet.focusWidget()
            QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClicks(line, word)
            QTest.keyClick(line, Qt.Key.Key_Return)
            said.append(read(sheet) if sheet.isVisible() else "")

    return said, act


def test_a_day_typed_and_enter_show_the_record_as_it_stood(live: MainWindow):
    said, act = typed("22 Nov 2026")
    on_sheet(act)
    live.do("as_at", "")
    assert said == [""]
    assert isinstance(live.reading, PastWindow)
    assert live.reading.tools.register.stood_on == YESTERDAY


def test_ctrl_h_and_ctrl_k_lead_to_it(live: MainWindow, qtbot):
    live.activateWindow()
    qtbot.waitUntil(live.isActiveWindow)
    seen: list[str] = []
    on_sheet(lambda sheet: seen.append(sheet.windowTitle()))
    QTest.keyClick(live, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert seen == [ask.TITLE]
    assert ask.TITLE in {action.text() for action in live._actions}
    assert live.isVisible()
    assert live.reading is None


@pytest.mark.parametrize(("word", "sentence"), [
    ("24 Nov 2026", "That day has not come yet."),
    ("21 Nov 2026", "The record was begun on 22 November 2026; it held nothing before."),
    ("soon", "“soon” is not a date."),
    ("", "Give a day, such as 31 Mar 2026."),
])  # fmt: skip
def test_a_day_that_cannot_be_shown_is_refused_where_it_was_typed(live: MainWindow, word: str, sentence: str):
    said, act = typed(word)
    on_sheet(act)
    live.do("as_at", "")
    assert sentence in said[0]
    assert live.reading is None


def test_without_a_window_to_take_the_place_of_nothing_is_shown(tools: Tools, qtbot):
    alone = QWidget()
    qtbot.addWidget(alone)
    _, act = typed("22 Nov 2026")
    on_sheet(act)
    assert ask.ask(tools, alone) == ""


@pytest.fixture
def at_work(days: Days, tools: Tools, qtbot, tmp_path, monkeypatch) -> Iterator[MainWindow]:
    """The window with its real worker."""
    monkeypatch.setattr(paths, "opened", lambda: tmp_path / "opened")
    made = MainWindow(days.register, Jobs(tools.messages), tools.messages, tools.preferences)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_it_is_rebuilt_by_the_worker_and_both_windows_work_on(at_work: MainWindow, days: Days, qtbot):
    _, act = typed("22 Nov 2026")
    on_sheet(act)
    at_work.do("as_at", "")
    qtbot.waitUntil(lambda: at_work.reading is not None)
    past = at_work.reading
    past.go("papers")      # whose preview is made by the same worker
    qtbot.waitUntil(lambda: past._jobs.current is None)
    past.close()
    at_work.go("papers")
    qtbot.waitUntil(lambda: at_work._jobs.current is None)
    assert days.register.papers.get(days.paper.id) == days.paper


def test_while_the_window_waits_for_it_it_can_be_cancelled_and_today_stays(at_work: MainWindow, days: Days, qtbot):
    busy = Event()
    at_work._jobs.run(lambda _progress: busy.wait(5), lambda _result: None)      # before which nothing else begins
    _, act = typed("22 Nov 2026")
    on_sheet(act)
    at_work.do("as_at", "")
    waiting = at_work.findChild(QWidget, "waiting")
    assert waiting.windowTitle() == "Going back to 22 November 2026"
    press(waiting, "waiting-cancel")
    busy.set()
    qtbot.waitUntil(lambda: at_work._jobs.current is None)
    assert at_work.isVisible()
    assert at_work.reading is None
    assert days.register.agencies.all() == [days.agency]


def test_closing_the_record_in_the_middle_of_it_leaves_no_window(at_work: MainWindow, days: Days, qtbot):
    _, act = typed(f"{TODAY - timedelta(days=1):%d/%m/%y}")
    on_sheet(act)
    at_work.do("as_at", "")
    at_work.close()
    QApplication.processEvents()
    assert at_work.reading is None or not at_work.reading.isVisible()
    assert [one for one in QApplication.topLevelWidgets() if isinstance(one, PastWindow) and one.isVisible()] == []
