"""Long work on the record itself: the connection is lent to the worker, and the window waits behind a bar.

Nothing else may be asked of the record meanwhile, so the bar stands in front of the window; its Cancel works.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from scrutineer.ui import theme
from scrutineer.ui.jobs import Job, Work
from scrutineer.ui.theme import LARGE, MEDIUM
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.words import Words

_FULL = 1000


def borrow(tools: Tools, parent: QWidget, title: str, work: Work, done: Callable[[Any], None]) -> Job:
    """Do `work(progress)` with the record's connection on the worker; then `done`, as for any job."""
    waiting = _Waiting(tools, title, parent)
    job = tools.jobs.run(work, done, owner=lambda: tools.register.lent_to(tools.jobs.worker_id))
    waiting.stand_before(job)
    return job


class _Waiting(QDialog):
    def __init__(self, tools: Tools, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("waiting")
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._job: Job | None = None
        self._has_ended = False
        self._jobs = tools.jobs
        self._sentence = Words("Starting")
        self._bar = QProgressBar()
        self._bar.setRange(0, _FULL)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(title)
        self._cancel = button("Cancel", "waiting-cancel")
        self._cancel.clicked.connect(self.reject)
        body = QVBoxLayout(self)
        body.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        body.setSpacing(MEDIUM)
        for widget in (Words(title, "heading"), self._sentence, self._bar):
            body.addWidget(widget)
        body.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(theme.characters(self, 48))
        tools.jobs.progressed.connect(self._progress)
        tools.jobs.ended.connect(self._end)

    def stand_before(self, job: Job) -> None:
        """Keep everybody else away until the job has ended."""
        self._job = job
        if self._has_ended:
            self.deleteLater()
        else:
            self.open()

    def reject(self) -> None:
        """Ask the job to stop; this goes when it has."""
        if self._job:
            self._job.cancel()
        self._cancel.setEnabled(False)
        self._sentence.say("Stopping")

    def _progress(self, fraction: float, sentence: str) -> None:
        if self._cancel.isEnabled() and self._job is self._jobs.current:
            self._bar.setValue(round(fraction * _FULL))
            self._sentence.say(sentence or "Starting")

    def _end(self, job: Job) -> None:
        if self._job not in {None, job}:
            return
        self._has_ended = True
        if self._job:
            self.accept()
            self.deleteLater()
