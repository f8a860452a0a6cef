"""The main window: it opens rooms and records, does deeds, and says how things stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QStatusBar

from scrutineer import paths
from scrutineer.domain.challenge import Addressee, Challenge, Stage
from scrutineer.domain.errors import FileInUse
from scrutineer.register.register import Register
from scrutineer.ui import theme
from scrutineer.ui.find import Find
from scrutineer.ui.main_window import MainWindow
from scrutineer.ui.sidebar import Sidebar
from scrutineer.ui.widgets import markdown_field
from scrutineer.ui.widgets.notice import Notice
from scrutineer.ui.widgets.words import as_given
from tests.factories import a_partnership, an_agency, an_evidence, an_undertaking
from tests.ui.window import key_in, on_sheet, press

PASSPHRASE = "three invented words"


@pytest.fixture
def window(tools, qtbot, tmp_path, monkeypatch) -> MainWindow:
    monkeypatch.setattr(paths, "opened", lambda: tmp_path / "opened")
    made = MainWindow(tools.register, tools.jobs, tools.messages, tools.preferences)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def foot(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChild(QStatusBar).findChildren(QLabel) if label.text()]


def open_now(window: MainWindow) -> str:
    return window._stack.currentWidget().title


def said(window: MainWindow) -> str:
    return window.findChild(Notice).said()


def test_it_opens_on_today_and_rooms_are_made_when_they_are_first_wanted(window):
    assert open_now(window) == "Today"
    assert list(window._screens) == ["today"]
    first = window.go("papers")
    window.go("today")
    assert window.go("papers") is first


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder for backups."""
    made = tmp_path / "stick"
    made.mkdir()
    return made


def test_the_title_says_whose_record_it_is_and_the_foot_how_things_stand(window, register, stick):
    assert window.windowTitle().startswith("Exampleshire Safeguarding Children Partnership · Scrutineer ")
    assert foot(window) == ["Not backed up yet"]
    register.agencies.save(an_agency())
    register.safekeeping.back_up(stick)
    register.announce("backup")
    now = f"{register.now().astimezone():%H:%M}"
    assert foot(window) == [f"Saved {now}", f"Backed up 23 Nov {now}, opened and checked"]


def test_a_sample_says_so_in_the_title_and_at_the_foot(window, register):
    register.partnerships.save(a_partnership(id=register.partnership.id, is_sample=True, mark="OFFICIAL"))
    assert window.windowTitle().startswith("SAMPLE · ")
    assert any("SAMPLE" in words and "OFFICIAL" in words for words in foot(window))


def test_open_challenges_are_counted_beside_their_room(window, register):
    police = register.agencies.save(an_agency())
    register.challenges.put_to(Challenge(title="Fathers", text="Where?"), [Addressee(agency_id=police.id)])
    assert window.findChild(Sidebar)._buttons["challenges"].accessibleDescription() == "1 open"


def test_a_record_is_opened_in_its_room_wherever_it_was_asked_for(window, register):
    police = register.agencies.save(an_agency())
    window.go("today").open_requested.emit("agency", police.id)
    assert open_now(window) == "Agencies"
    read = [as_given(label.text()) for label in window._stack.currentWidget()._detail.findChildren(QLabel)]
    assert police.name in read


def test_a_rung_of_the_ladder_is_found_and_leads_to_the_ladder(window, register):
    rung = next(one for one in register.escalations.ladder() if one.stage is Stage.EXECUTIVE)
    register.escalations.save_rung(replace(rung, title="Chief officers’ group"))
    [hit] = register.find("officers")
    seen: list[str] = []
    on_sheet(lambda sheet: seen.append(sheet.windowTitle() or sheet.focusWidget().text()))
    window.open(hit.kind, hit.id)
    assert seen == ["The ladder of escalation"]
    assert open_now(window) == "Today"


def test_a_link_to_evidence_is_taken_back_where_it_is_read_and_that_can_be_undone(window, register):
    police = register.agencies.save(an_agency())
    made = register.challenges.put_to(Challenge(title="Fathers", text="Where?"), [Addressee(agency_id=police.id)])
    (part,) = register.challenges.parts(made.id)
    register.evidence.link(part, register.evidence.save(an_evidence()), "It is so")
    window.open("challenge", made.id)
    press(window, "unlink-evidence")
    QApplication.processEvents()
    assert register.evidence.links_of(part.id) == []
    assert said(window) == "The link is taken back."
    press(window, "notice-action")
    assert [one.shows for one in register.evidence.links_of(part.id)] == ["It is so"]


def test_a_deed_says_what_was_done(window, register):
    promise = register.undertakings.promise(an_undertaking())
    window.go("today").wanted.emit("keep", promise.id)
    assert said(window) == "Kept: Send the audit tool"


def test_a_deed_that_fails_is_shown_in_words_and_a_deed_that_was_left_says_nothing(window, tools):
    window.do("keep", "0" * 32)
    assert len(tools.messages.said) == 1
    on_sheet(lambda sheet: press(sheet, "cancel"))
    window.do("promise", "")
    assert said(window) == ""


def test_back_up_now_backs_up_wherever_one_is(window, tools, stick):
    tools.preferences.backup_folder = stick
    window.go("papers")
    [command] = [action for action in window._actions if action.text() == "Back up now"]
    command.trigger()
    assert said(window).startswith("Backed up and checked: ")
    assert len(list(stick.iterdir())) == 1
    assert open_now(window) == "Papers"


def test_find_anything_takes_over_the_words_that_were_typed(window):
    seen: list[str] = []
    on_sheet(lambda sheet: seen.append(sheet._box.text() if isinstance(sheet, Find) else ""))
    window.do("find", "fathers")
    assert seen == ["fathers"]


def test_each_key_of_the_window_has_one_meaning_and_none_is_taken_from_those_who_write(window):
    keys = [action.shortcut() for action in window._actions if not action.shortcut().isEmpty()]
    assert max(Counter(key.toString() for key in keys).values()) == 1
    writing = [QKeySequence(keys) for *_, keys in markdown_field._TOOLS]
    assert not [key.toString() for key in keys if key in writing]


def test_another_scheme_is_worn_at_once_and_remembered(window, tools, qapp):
    [dark] = [action for action in window._actions if action.text() == "Dark"]
    dark.trigger()
    assert theme.is_dark()
    assert tools.preferences.theme == "dark"
    theme.apply(qapp, "light")


@pytest.mark.parametrize(("width", "narrow"), [(1360, False), (800, True)])
def test_in_a_narrow_window_the_sidebar_keeps_its_icons_alone(window, width, narrow):
    window.resize(width, 700)
    assert (window.findChild(Sidebar)._buttons["today"].text() == "") is narrow


def test_closing_keeps_what_is_being_typed_and_lets_go_of_the_file(window, register, tools):
    finished: list[str] = []
    window._screens["today"].finish = lambda: finished.append("today")
    with pytest.raises(FileInUse):
        Register.open(register.path, PASSPHRASE)
    window.close()
    assert finished
    Register.open(register.path, PASSPHRASE).close()
    assert not tools.preferences.geometry.isEmpty()


def test_leaving_and_bringing_a_backup_back_close_the_record_first(window, register, tmp_path, qtbot):
    heard: list[tuple[object, ...]] = []
    window.left.connect(lambda: heard.append(("left", window.isVisible())))
    window.restoring.connect(lambda *what: heard.append(what))
    key_in(window, Qt.Key.Key_W, control=True)
    window.restore(tmp_path / "backup.scrutiny")
    assert heard == [("left", False), (tmp_path / "backup.scrutiny", register.path)]


def test_a_file_dropped_anywhere_is_asked_about_as_the_open_screen_would_have_it(window, tools, tmp_path):
    letter = tmp_path / "Letter.pdf"
    letter.write_bytes(b"%PDF")
    titles: list[str] = []
    for room in ("today", "papers", "evidence"):
        window.go(room)
        on_sheet(lambda sheet: titles.append(sheet.windowTitle()))
        window.take([letter])
    assert titles == ["Record an answer", "Record an answer", "Enter evidence"]
    assert window.acceptDrops()


def test_a_file_that_cannot_be_kept_is_refused_in_words(window, tools, tmp_path):
    window.take([tmp_path / "gone.pdf"])
    assert len(tools.messages.said) == 1


def test_closing_sweeps_away_what_was_opened_to_be_read(window):
    copy = window.tools.copies.copy("letter.pdf", b"%PDF")
    assert copy.exists()
    window.close()
    assert not copy.exists()
