from __future__ import annotations

import dataclasses
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scrutineer.domain.progress import Progress
from scrutineer.register.register import Register
from scrutineer.register.safekeeping import Backup
from scrutineer.ui.jobs import Jobs
from scrutineer.ui.safekeeping.borrowing import borrow
from scrutineer.ui.tools import Tools


@pytest.fixture
def at_work(tools: Tools) -> Iterator[Tools]:
    """The same, with the real worker thread."""
    jobs = Jobs(tools.messages)
    yield dataclasses.replace(tools, jobs=jobs)
    jobs.close()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def waiting(parent: QWidget) -> list[QWidget]:
    return [widget for widget in parent.findChildren(QWidget, "waiting") if widget.isVisible()]


def test_a_backup_is_made_by_the_worker_while_the_window_waits(
    at_work: Tools, parent: QWidget, register: Register, qtbot: QtBot, tmp_path: Path
) -> None:
    made: list[Backup] = []
    threads: list[int] = []

    def work(progress: Progress) -> Backup:
        threads.append(threading.get_ident())
        return register.safekeeping.back_up(tmp_path / "backups", progress)

    borrow(at_work, parent, "Backing up", work, made.append)
    assert len(waiting(parent)) == 1
    with pytest.raises(RuntimeError, match="does not own"):
        register.agencies.all()
    qtbot.waitUntil(lambda: bool(made))
    assert threads != [threading.get_ident()]
    assert made[0].path.exists()
    assert waiting(parent) == []
    assert register.agencies.all() == []


def test_a_cancelled_backup_leaves_nothing_and_gives_the_record_back(
    at_work: Tools, parent: QWidget, register: Register, qtbot: QtBot, tmp_path: Path
) -> None:
    may_go_on = threading.Event()

    def work(progress: Progress) -> Backup:
        may_go_on.wait(5)
        return register.safekeeping.back_up(tmp_path / "backups", progress)

    done: list[Backup] = []
    borrow(at_work, parent, "Backing up", work, done.append)
    parent.findChild(QPushButton, "waiting-cancel").click()
    may_go_on.set()
    qtbot.waitUntil(lambda: at_work.jobs.current is None)
    assert list((tmp_path / "backups").iterdir()) == []
    assert done == []
    assert waiting(parent) == []
    assert register.safekeeping.made() == []


def test_work_that_is_done_at_once_leaves_no_bar(tools: Tools, parent: QWidget) -> None:
    done: list[int] = []
    borrow(tools, parent, "Counting", lambda _progress: 42, done.append)
    assert done == [42]
    assert waiting(parent) == []
