from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from scrutineer.domain.errors import DiskFull
from scrutineer.domain.progress import Progress
from scrutineer.ui.jobs import InlineJobs, Jobs
from tests.ui.fakes import FakeMessages

Make = Callable[[], Jobs]


@pytest.fixture(params=[InlineJobs, Jobs], ids=["inline", "worker"])
def jobs(request: pytest.FixtureRequest) -> Iterator[Jobs]:
    made = request.param(FakeMessages())
    yield made
    made.close()


def wait(qtbot: QtBot, jobs: Jobs) -> None:
    qtbot.waitUntil(lambda: jobs.current is None)


def test_the_result_arrives_on_the_windows_thread(qtbot: QtBot, jobs: Jobs) -> None:
    arrived: list[object] = []
    jobs.run(lambda _: 6 * 7, lambda result: arrived.append((result, threading.current_thread())))
    wait(qtbot, jobs)
    assert arrived == [(42, threading.main_thread())]


def test_the_worker_is_one_thread_that_is_not_the_windows(qtbot: QtBot) -> None:
    jobs = Jobs(FakeMessages())
    threads: list[int] = []
    for _ in range(3):
        jobs.run(lambda _: threading.get_ident(), threads.append)
    wait(qtbot, jobs)
    jobs.close()
    assert len(threads) == 3
    assert len(set(threads)) == 1
    assert threads[0] != threading.get_ident()


def test_jobs_are_done_in_the_order_in_which_they_were_asked_for(qtbot: QtBot, jobs: Jobs) -> None:
    done: list[int] = []
    for number in range(5):
        jobs.run(lambda _, number=number: number, done.append)
    wait(qtbot, jobs)
    assert done == [0, 1, 2, 3, 4]


def test_progress_is_heard_and_not_more_often_than_eyes_can_follow(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[tuple[float, str]] = []
    jobs.progressed.connect(lambda fraction, sentence: heard.append((fraction, sentence)))

    def work(progress: Progress) -> None:
        time.sleep(0.05)
        for step in range(1000):
            progress(step / 1000, "copying")

    jobs.run(work, lambda _: None)
    wait(qtbot, jobs)
    assert (0.0, "copying") in heard
    assert len(heard) < 100


def test_a_cancelled_job_stops_quietly_and_the_next_is_done(qtbot: QtBot) -> None:
    jobs = Jobs(FakeMessages())
    started = threading.Event()
    done: list[str] = []

    def endless(progress: Progress) -> None:
        while True:
            started.set()
            time.sleep(0.001)
            progress(0.5, "")

    job = jobs.run(endless, lambda _: done.append("endless"), title="Endless")
    jobs.run(lambda _: None, lambda _: done.append("next"))
    assert started.wait(5)
    job.cancel()
    wait(qtbot, jobs)
    jobs.close()
    assert done == ["next"]


def test_an_error_for_people_goes_to_whoever_asked(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[str] = []

    def fail(_: Progress) -> None:
        raise DiskFull("The disk is full.")

    jobs.run(fail, lambda _: None, lambda error: heard.append(error.sentence))
    wait(qtbot, jobs)
    assert heard == ["The disk is full."]


def test_an_error_that_nobody_asked_for_is_shown(qtbot: QtBot) -> None:
    messages = FakeMessages()

    def fail(_: Progress) -> None:
        raise DiskFull("The disk is full.")

    InlineJobs(messages).run(fail, lambda _: None)
    assert messages.said == ["The disk is full."]


def test_anything_else_is_a_fault_of_ours(qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _problem, _trail: caught.append(kind))
    jobs.run(lambda _: 1 // 0, lambda _: None)
    wait(qtbot, jobs)
    assert caught == [ZeroDivisionError]


def test_what_a_job_borrows_is_given_back_when_it_ends_and_on_the_windows_thread(qtbot: QtBot, jobs: Jobs) -> None:
    steps: list[tuple[str, bool]] = []

    def note(what: str) -> None:
        steps.append((what, threading.current_thread() is threading.main_thread()))

    @contextmanager
    def lent() -> Iterator[None]:
        note("lent")
        yield
        note("back")

    jobs.run(lambda _: steps.append(("work", True)), lambda _: note("done"), owner=lent)
    wait(qtbot, jobs)
    assert steps == [("lent", True), ("work", True), ("back", True), ("done", True)]


def test_a_result_for_something_that_is_gone_is_dropped(qtbot: QtBot) -> None:
    class Receiver(QObject):
        def take(self, _result: object) -> None:
            raise AssertionError("nobody is there")

    jobs = Jobs(FakeMessages())
    receiver = Receiver()
    held = threading.Event()
    jobs.run(lambda _: held.wait(5), receiver.take)
    with qtbot.waitSignal(receiver.destroyed):
        receiver.deleteLater()
    held.set()
    wait(qtbot, jobs)
    jobs.close()


def test_closing_waits_for_the_work_and_gives_back_what_was_lent() -> None:
    jobs = Jobs(FakeMessages())
    given_back: list[bool] = []
    started = threading.Event()

    @contextmanager
    def lent() -> Iterator[None]:
        yield
        given_back.append(True)

    def endless(progress: Progress) -> None:
        while True:
            started.set()
            progress(0, "")

    jobs.run(endless, lambda _: given_back.append(False), owner=lent)
    assert started.wait(5)
    jobs.close()
    assert given_back == [True]


def test_the_worker_is_known_before_its_first_job_so_that_something_can_be_lent_to_it(qtbot: QtBot, jobs: Jobs) -> None:
    threads: list[int] = []
    worker = jobs.worker_id
    jobs.run(lambda _: threading.get_ident(), threads.append)
    wait(qtbot, jobs)
    assert threads == [worker]
