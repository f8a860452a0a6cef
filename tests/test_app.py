"""The program put together: what is shown first, what follows what, and what stays behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from scrutineer import app, demonstration, paths
from scrutineer.app import Scrutineer
from scrutineer.domain.errors import DiskFull
from scrutineer.register.register import Register
from scrutineer.storage import key
from scrutineer.ui import theme
from scrutineer.ui.jobs import InlineJobs
from scrutineer.ui.preferences import Preferences
from scrutineer.ui.widgets.form import Form
from tests.factories import a_partnership, a_scrutineer
from tests.ui.fakes import ChoosingMessages
from tests.ui.window import on_sheet

ROOT = Path(__file__).resolve().parents[1]
PASSPHRASE = "otter-lantern-gravel-plum"
SCREEN = all(map(shutil.which, ("Xvfb", "xdotool")))


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scrutineer]:
    """The program, not yet started."""
    monkeypatch.setattr(key, "ROUNDS", 1)
    monkeypatch.setattr(paths, "home", lambda: tmp_path)
    monkeypatch.setattr(paths, "opened", lambda: tmp_path / "opened")
    if theme.current.ring is None:
        theme.apply(qapp, "light")
    habits = Preferences(QSettings(str(tmp_path / "habits.ini"), QSettings.Format.IniFormat))
    made = Scrutineer(ChoosingMessages(), habits, InlineJobs)
    yield made
    made.close()


@pytest.fixture
def record(program: Scrutineer, tmp_path: Path) -> Path:
    """A closed record."""
    file = tmp_path / "example.scrutiny"
    Register.begin(file, PASSPHRASE, a_partnership(), a_scrutineer()).close()
    return file


def written_small(path: Path) -> Register:
    """A demonstration that is written in no time."""
    return Register.begin(path, demonstration.PASSPHRASE, a_partnership(is_sample=True), a_scrutineer())


def enter(program: Scrutineer, record: Path) -> Register:
    register = Register.open(record, PASSPHRASE)
    program.enter(register)
    return register


def shown(program: Scrutineer) -> str:
    """The page of the entrance that is in sight."""
    assert program.entrance is not None
    return type(program.entrance._pages.currentWidget()).__name__


def test_the_first_start_shows_the_doors(program):
    program.start(None)
    assert shown(program) == "Doors"


def test_the_next_start_asks_for_the_passphrase_of_the_last_record(program, record):
    enter(program, record)
    program.window.close()
    program.start(None)
    assert shown(program) == "Unlock"
    record.unlink()
    program.entrance.close()
    program.start(None)
    assert shown(program) == "Doors"


def test_a_file_that_is_named_comes_before_the_last_one(program, record, tmp_path):
    enter(program, record)
    program.window.close()
    other = tmp_path / "other.scrutiny"
    other.write_bytes(record.read_bytes())
    program.start(other)
    assert program.entrance._unlock._path == other


def test_the_entrance_stays_until_the_key_pressed_in_it_has_been_dealt_with(program, record, qapp):
    program.start(record)
    program.entrance.entered.emit(Register.open(record, PASSPHRASE))
    assert program.entrance is not None
    qapp.processEvents()
    assert program.entrance is None
    assert program.window.isVisible()


def test_a_record_that_is_closed_leaves_to_the_doors_and_can_be_opened_again(program, record):
    enter(program, record)
    program.window.leave()
    assert shown(program) == "Doors"
    assert not program.window.isVisible()
    Register.open(record, PASSPHRASE).close()


def test_a_closed_record_leaves_no_window_with_its_words_behind(program, record, qtbot):
    enter(program, record)
    window = program.window
    window.leave()
    qtbot.waitUntil(lambda: not isValid(window))


def test_bringing_a_backup_back_closes_the_record_and_asks_for_the_passphrase(program, record, tmp_path):
    backup = enter(program, record).safekeeping.back_up(tmp_path).path
    program.window.restore(backup)
    assert shown(program) == "Restore"
    assert program.entrance._restore._place.path() == record
    Register.open(record, PASSPHRASE).close()


@pytest.mark.parametrize("leave", ["leave", "close"])
def test_of_a_demonstration_nothing_stays_behind(program, monkeypatch, leave):
    monkeypatch.setattr(demonstration, "write", written_small)
    program.start(None, demo=True)
    folder = Path(program._demonstration.name)
    assert (folder / "demonstration.scrutiny").exists()
    getattr(program.window, leave)()
    program.close()
    assert not folder.exists()
    assert program._preferences.last_files == []


@pytest.fixture
def no_room(program: Scrutineer, monkeypatch: pytest.MonkeyPatch) -> Scrutineer:
    """A program that is about to be run where there is no room for a demonstration."""
    def write(_path: Path) -> Register:
        raise DiskFull("There is no room.")

    monkeypatch.setattr(demonstration, "write", write)
    monkeypatch.setattr(app, "Messages", lambda: program._messages)
    monkeypatch.setattr(app, "Preferences", lambda: program._preferences)
    monkeypatch.setattr(app.logs, "start", lambda _folder: None)
    monkeypatch.setattr(app.crash, "install", lambda _apology: None)
    return program


def test_a_demonstration_for_which_there_is_no_room_is_refused_in_words(no_room):
    assert app.run(None, demo=True) == 1
    assert no_room._messages.said == ["There is no room."]


def test_what_a_program_that_died_had_opened_to_be_read_is_swept_away_at_the_next_start(no_room):
    left = paths.opened() / "of-one-that-died" / "letter.pdf"
    left.parent.mkdir(parents=True)
    left.touch()
    app.run(None, demo=True)
    assert not left.exists()


def told_in_the_middle_of_a_sheet(record: str, told: int) -> int:
    """A program of its own, because Qt’s loop does not run a second time after it was ended."""
    qapp = app.application()
    theme.apply(qapp, "light")
    key.ROUNDS = 1
    program = Scrutineer(ChoosingMessages(), Preferences(QSettings(f"{record}.ini", QSettings.Format.IniFormat)))
    enter(program, Path(record))
    app.leave_when_told(qapp)

    def type_and_be_told(sheet: QDialog) -> None:
        sheet.findChild(Form).field("title").set_value("Front door visited")
        os.kill(os.getpid(), told)
        QTest.qWait(200)      # the sheet is still open when the signal comes

    on_sheet(type_and_be_told)
    QTimer.singleShot(0, qapp, lambda: program.window.do("note", ""))
    QTimer.singleShot(20_000, qapp, lambda: os._exit(3))
    return qapp.exec()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows closes windows itself")
@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_when_it_is_told_to_end_it_keeps_what_was_typed_and_lets_go_of_the_file(record, told):
    act = "import sys; from tests.test_app import told_in_the_middle_of_a_sheet as act; sys.exit(act(sys.argv[1], {}))"
    subprocess.run([sys.executable, "-c", act.format(int(told)), record], cwd=ROOT, check=True, timeout=60)
    assert sorted(file.suffix for file in record.parent.iterdir() if record.stem in file.name) == [".ini", ".scrutiny"]
    again = Register.open(record, PASSPHRASE)
    assert again.drafts.kept("note:new")["title"] == "Front door visited"
    again.close()


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of its own that nobody sees."""
    if not SCREEN:
        pytest.skip("Xvfb and xdotool are not installed")
    with subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24"],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:  # fmt: skip
        assert server.stdout
        yield f":{server.stdout.readline().strip()}"
        server.terminate()


def found(display: str, title: str, patience: float = 40.0) -> str:
    """The id of the window with this in its title, once it is there."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        asked = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title], capture_output=True, text=True,
                               env=os.environ | {"DISPLAY": display}, check=False)  # fmt: skip
        if asked.stdout.strip():
            return asked.stdout.split()[0]
        time.sleep(0.2)
    pytest.fail(f"no window called {title} came")


@pytest.mark.slow
@pytest.mark.parametrize("ends", ["told", "Ctrl+Q"])
def test_the_demonstration_on_a_real_screen_says_sample_and_ends_without_a_trace(display, tmp_path, ends):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    home = {"HOME": str(tmp_path), "TMPDIR": str(temporary), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    running = subprocess.Popen([sys.executable, "-m", "scrutineer", "--demo"], cwd=ROOT, env=os.environ | home)
    try:
        window = found(display, "^SAMPLE")
        assert list(temporary.glob("*/demonstration.scrutiny"))
        if ends == "told":
            running.terminate()
        else:
            press = ["xdotool", "windowfocus", "--sync", window, "key", "ctrl+q"]
            subprocess.run(press, env=os.environ | home, check=True)
        assert running.wait(timeout=20) == 0
    finally:
        running.kill()
        running.wait()
    assert list(temporary.iterdir()) == []
