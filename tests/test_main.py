from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import scrutineer
from scrutineer import __main__ as door

ROOT = Path(__file__).resolve().parents[1]

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can lack a screen")


class Opened:
    """Stands in for the window behind the door: remembers with what it was opened."""

    def __init__(self) -> None:
        self.calls: list[tuple[Path | None, bool]] = []

    def run(self, path: Path | None, *, demo: bool = False) -> int:
        self.calls.append((path, demo))
        return 0


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    window = Opened()
    monkeypatch.setitem(sys.modules, "scrutineer.app", window)
    monkeypatch.setattr(scrutineer, "app", window, raising=False)
    return window


def without_screen() -> dict[str, str]:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    return {name: value for name, value in os.environ.items() if name not in hidden}


def test_nothing_a_file_or_demo_opens_the_window(opened: Opened, tmp_path: Path):
    record = tmp_path / "mine.scrutiny"
    record.touch()
    assert door.main([]) == door.main([str(record)]) == door.main(["--demo"]) == 0
    assert opened.calls == [(None, False), (record, False), (None, True)]


def test_a_word_is_a_command_and_the_same_word_with_a_folder_is_a_file(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "demo").touch()
    (tmp_path / "demo.scrutiny").touch()
    monkeypatch.chdir(tmp_path)
    assert door.main(["demo"]) == 2
    assert "usage: scrutineer demo" in capsys.readouterr().err
    assert door.main(["./demo"]) == door.main(["demo.scrutiny"]) == 0
    assert [path for path, _ in opened.calls] == [Path("demo"), Path("demo.scrutiny")]


def test_anything_else_goes_to_the_command_line(opened: Opened, capsys: pytest.CaptureFixture[str]):
    assert door.main(["--version"]) == 0
    assert scrutineer.__version__ in capsys.readouterr().out
    assert door.main(["--demo", "more"]) == 2
    assert not opened.calls


def test_a_file_that_is_not_there_is_said_in_a_sentence(
    opened: Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    missing = tmp_path / "gone.scrutiny"
    assert door.main([str(missing)]) == 1
    assert capsys.readouterr().err == f"There is no file “{missing}”.\n"
    assert not opened.calls


@linux
@pytest.mark.parametrize("words", [[], ["--demo"]])
def test_without_a_screen_the_window_says_so_instead_of_aborting(words: list[str]):
    done = subprocess.run(
        [sys.executable, "-m", "scrutineer", *words],
        cwd=ROOT, env=without_screen(), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (1, "", door.NO_SCREEN + "\n")


@linux
@pytest.mark.parametrize(("variable", "value"), [("DISPLAY", ":0"), ("QT_QPA_PLATFORM", "xcb")])
def test_where_x11_is_used_its_missing_library_is_named_with_its_package(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], variable: str, value: str
):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, value)

    def missing(name: str) -> None:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr("ctypes.CDLL", missing)
    assert door.main([]) == 1
    said = capsys.readouterr().err
    assert "libxcb-cursor.so.0" in said
    assert "apt-get install libxcb-cursor0" in said
    assert not opened.calls


@linux
def test_where_wayland_or_another_platform_is_used_that_library_is_not_asked_for(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("ctypes.CDLL", lambda name: pytest.fail(f"{name} was asked for"))
    assert door.main([]) == 0
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert door.main([]) == 0
    assert len(opened.calls) == 2


def test_a_program_without_a_console_refuses_in_silence(opened: Opened, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stderr", None)
    assert door.main(["./gone"]) == 1
