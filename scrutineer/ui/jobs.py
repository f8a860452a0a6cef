"""Long work beside the window: one worker thread that never expires, one job after the other.

Work is a plain function that is handed `progress` and touches no widget. What it returns, how far it
is and how it failed arrive on the window's thread. What the work does is none of its business.
"""

from __future__ import annotations

import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot
from shiboken6 import isValid

from scrutineer.domain.errors import ScrutineerError
from scrutineer.domain.progress import Cancelled, Progress
from scrutineer.ui.messages import Messages

Work = Callable[[Progress], Any]
Lend = Callable[[], AbstractContextManager[Any]]
_PAUSE = 0.03  # seconds between two reports of progress that reach the window


@dataclass(eq=False)
class Job:
    """One piece of work that was asked for. With an empty title it is quiet: no bar is shown for it."""

    work: Work
    done: Callable[[Any], None]
    failed: Callable[[ScrutineerError], None] | None
    title: str
    owner: Lend
    result: Any = None
    problem: Exception | None = None
    lent: ExitStack = field(default_factory=ExitStack)
    _stop: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Ask it to stop; it stops at its next `progress`, or never starts."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    def perform(self, tell: Callable[..., object]) -> None:
        """Do the work, on whichever thread this is called, and keep what came of it."""
        reported = 0.0

        def progress(fraction: float, sentence: str) -> None:
            nonlocal reported
            if self.is_cancelled:
                raise Cancelled
            if time.monotonic() - reported >= _PAUSE:
                reported = time.monotonic()
                tell(fraction, sentence)

        try:
            progress(0.0, "")
            self.result = self.work(progress)
        except Exception as problem:  # whatever it is, it is dealt with on the window's thread
            self.problem = problem


class Jobs(QObject):
    """Runs one job after the other on one worker thread, started with the first and kept until `close`."""

    started = Signal(object)  # Job
    progressed = Signal(float, str)  # share done, sentence
    ended = Signal(object)  # Job
    _asked = Signal(object)

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._waiting: deque[Job] = deque()
        self._thread: QThread | None = None
        self._worker: _Worker | None = None
        self.current: Job | None = None

    def run(
        self,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[ScrutineerError], None] | None = None,
        *,
        title: str = "",
        owner: Lend = nullcontext,
    ) -> Job:
        """Do `work(progress)`, then call `done` with its result, or `failed` with its ScrutineerError.

        Without `failed` the error is shown. `owner()` is entered here before the work starts and left
        here after it has ended: that is how a job borrows the record's connection, which is lent to
        `worker_id`. A result for a
        widget that is gone by then is dropped. Returns the job, which can be cancelled.
        """
        job = Job(work, done, failed, title, owner)
        self._waiting.append(job)
        self._next()
        return job

    @property
    def worker_id(self) -> int:
        """The identity of the thread that does the work: whom a connection is lent to."""
        if self._worker is None:
            self._start()
        assert self._worker is not None
        return self._worker.identity()

    def close(self) -> None:
        """Drop what waits, ask the current job to stop, wait until it has, and end the thread."""
        self._waiting.clear()
        if self.current:
            self.current.cancel()
        if self._thread is not None:
            self._thread.quit()
            self._thread.wait()
            self._thread = self._worker = None
        if self.current:
            self.current.lent.close()
            self.current = None

    def _next(self) -> None:
        if self.current or not self._waiting:
            return
        job = self.current = self._waiting.popleft()
        self.started.emit(job)
        try:
            job.lent.enter_context(job.owner())
        except ScrutineerError as problem:
            job.problem = problem
            self._finish(job)
            return
        self._perform(job)

    def _perform(self, job: Job) -> None:
        if self._thread is None:
            self._start()
        self._asked.emit(job)

    def _start(self) -> None:
        self._thread = QThread(self)
        self._thread.setObjectName("worker")
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        queued = Qt.ConnectionType.QueuedConnection
        self._asked.connect(self._worker.perform, queued)
        self._worker.progressed.connect(self.progressed, queued)
        self._worker.performed.connect(self._finish, queued)
        self._thread.started.connect(self._worker.begin)
        self._thread.start()

    def _finish(self, job: Job) -> None:
        if job is not self.current:  # closed in the meantime
            return
        job.lent.close()
        self.current = None
        self.ended.emit(job)
        try:
            if job.problem is None:
                _hand_over(job.done, job.result)
            elif isinstance(job.problem, ScrutineerError):
                _hand_over(job.failed or self._messages.show_error, job.problem)
            elif not isinstance(job.problem, Cancelled):
                sys.excepthook(type(job.problem), job.problem, job.problem.__traceback__)
        finally:
            self._next()


class InlineJobs(Jobs):
    """Runs each job at once, on the thread that asks: for tests."""

    @property
    def worker_id(self) -> int:
        """The thread that asks."""
        return threading.get_ident()

    def _perform(self, job: Job) -> None:
        job.perform(self.progressed.emit)
        self._finish(job)


class _Worker(QObject):
    progressed = Signal(float, str)
    performed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._identity = 0
        self._has_begun = threading.Event()

    @Slot()
    def begin(self) -> None:
        self._identity = threading.get_ident()
        self._has_begun.set()

    def identity(self) -> int:
        self._has_begun.wait()
        return self._identity

    @Slot(object)
    def perform(self, job: Job) -> None:
        job.perform(self.progressed.emit)
        self.performed.emit(job)


def _hand_over(receiver: Callable[[Any], None], what: object) -> None:
    whose = getattr(receiver, "__self__", None)
    if not isinstance(whose, QObject) or isValid(whose):
        receiver(what)
