from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from scrutineer.domain.progress import Progress
from scrutineer.ui.jobs import Jobs
from scrutineer.ui.widgets import job_bar
from scrutineer.ui.widgets.job_bar import JobBar
from tests.ui.fakes import FakeMessages


def slow(progress: Progress) -> None:
    for step in range(2_000):
        time.sleep(0.002)
        progress(step / 2_000, "copying pages")


def test_a_bar_appears_when_work_lasts_and_its_cancel_works(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job_bar, "_PATIENCE", 60)
    jobs = Jobs(FakeMessages())
    bar = JobBar(jobs)
    qtbot.addWidget(bar)
    jobs.run(slow, lambda _: pytest.fail("it was cancelled"), title="Making a backup")
    assert bar.isHidden()
    qtbot.waitUntil(bar.isVisible)
    qtbot.waitUntil(lambda: bar.findChild(QProgressBar).value() > 0)
    assert bar.findChild(QProgressBar).accessibleName() == "Making a backup"
    bar.findChild(QPushButton, "job-cancel").click()
    qtbot.waitUntil(lambda: bar.isHidden() and jobs.current is None)
    jobs.close()


def test_for_short_or_quiet_work_there_is_no_bar(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job_bar, "_PATIENCE", 20)
    jobs = Jobs(FakeMessages())
    bar = JobBar(jobs)
    qtbot.addWidget(bar)
    shown: list[bool] = []
    held = threading.Event()
    jobs.run(lambda _: None, lambda _: None, title="Short")
    jobs.run(lambda _: held.wait(0.1), lambda _: shown.append(bar.isVisible()))
    qtbot.waitUntil(lambda: shown == [False])
    jobs.close()
