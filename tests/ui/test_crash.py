from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scrutineer import __version__
from scrutineer.ui import crash

SECRET = "what a child said"


class Silent(crash.Apology):
    """Keeps what would be shown."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.shown: list[tuple[str, str]] = []

    def show(self, text: str, where: str) -> None:
        self.shown.append((text, where))


def broken() -> BaseException:
    words = SECRET
    try:
        try:
            raise KeyError(words)
        except KeyError as cause:
            raise ValueError(words) from cause
    except ValueError as problem:
        return problem


def test_a_report_names_types_lines_and_versions_and_nothing_of_the_record() -> None:
    text = crash.report(broken())
    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_crash.py:" in text
    assert __version__ in text
    assert SECRET not in text
    assert "words" not in text


def test_a_fault_is_saved_logged_and_shown_once_at_a_time(
    qtbot: QtBot, tmp_path: Path, expected_warnings: list[logging.LogRecord]
) -> None:
    apology = Silent(tmp_path)
    apology.handle(broken())
    qtbot.waitUntil(lambda: bool(apology.shown))
    text, where = apology.shown[0]
    assert Path(where).read_text(encoding="utf-8") == text
    assert len(expected_warnings) == 1
    assert SECRET not in expected_warnings[0].getMessage()


def test_a_folder_that_cannot_be_written_hides_no_fault(
    qtbot: QtBot, tmp_path: Path, expected_warnings: list[logging.LogRecord]
) -> None:
    apology = Silent(tmp_path / "missing")
    apology.handle(broken())
    qtbot.waitUntil(lambda: bool(apology.shown))
    assert apology.shown[0][1] == ""


def test_once_installed_every_thread_is_covered(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_warnings: list[logging.LogRecord]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    apology = Silent(tmp_path)
    crash.install(apology)
    problem = broken()
    sys.excepthook(type(problem), problem, problem.__traceback__)
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(apology.shown) == 2)
    assert "ZeroDivisionError" in apology.shown[1][0]
