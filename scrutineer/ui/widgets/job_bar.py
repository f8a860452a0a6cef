"""How far the work beside the window is, and the button that stops it; it appears only if it lasts."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from scrutineer.ui.jobs import Job, Jobs
from scrutineer.ui.theme import MEDIUM, SMALL
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.words import Words

_PATIENCE = 400  # milliseconds before a bar is worth looking at
_FULL = 1000


class JobBar(QFrame):
    """Stands at the bottom of the window and is hidden while nothing with a title is being done."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", True)
        self.setObjectName("jobs")
        self._job: Job | None = None
        self._words = Words()
        self._bar = QProgressBar()
        self._bar.setRange(0, _FULL)
        self._bar.setTextVisible(False)
        self._cancel = button("Cancel", "job-cancel", small=True)
        self._cancel.clicked.connect(self._stop)
        line = QHBoxLayout(self)
        line.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        line.setSpacing(MEDIUM)
        line.addWidget(self._words, 2)
        line.addWidget(self._bar, 1)
        line.addWidget(self._cancel)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PATIENCE)
        self._wait.timeout.connect(self.show)
        jobs.started.connect(self._start)
        jobs.progressed.connect(self._progress)
        jobs.ended.connect(self._end)
        self.hide()

    def _start(self, job: Job) -> None:
        if not job.title:
            return
        self._job = job
        self._cancel.setEnabled(True)
        self._bar.setValue(0)
        self._bar.setAccessibleName(job.title)
        self._words.say(job.title)
        self._wait.start()

    def _progress(self, fraction: float, sentence: str) -> None:
        if self._job:
            self._bar.setValue(round(fraction * _FULL))
            self._words.say(f"{self._job.title}: {sentence}" if sentence else self._job.title)

    def _stop(self) -> None:
        if self._job:
            self._job.cancel()
            self._cancel.setEnabled(False)
            self._words.say(f"{self._job.title}: stopping")

    def _end(self, _job: Job) -> None:
        self._wait.stop()
        self._job = None
        self.hide()
