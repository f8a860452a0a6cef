"""When something of ours breaks: an apology and a report that can be sent, with no record in it.

The report names the exception's type, files, lines and versions. It never holds what the exception
says nor any value, because either may quote a record.
"""

from __future__ import annotations

import logging
import platform
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import QApplication, QMessageBox

from scrutineer import __version__, logs

_log = logging.getLogger(__name__)


def report(problem: BaseException) -> str:
    """The report as text: versions, then for the exception and each of its causes, type and steps."""
    lines = [
        f"Scrutineer {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
    ]
    seen: set[int] = set()
    cause: BaseException | None = problem
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines += ["", type(cause).__qualname__, *(f"  {step}" for step in logs.where(cause.__traceback__))]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n"


def save(text: str, folder: Path) -> Path | None:
    """Write a report into `folder`; returns where, or None when even that cannot be done."""
    target = folder / f"report-{datetime.now(UTC):%Y%m%dT%H%M%S%f}Z.txt"
    try:
        target.write_text(text, encoding="utf-8")
    except OSError:
        return None
    return target


class Apology(QObject):
    """Receives what nobody else caught, on any thread, and shows it once at a time on the window's."""

    _raised = Signal(str, str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._showing = False
        self._raised.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def handle(self, problem: BaseException) -> None:
        """Log it, save the report, and show the apology as soon as the window's thread is free."""
        text = report(problem)
        _log.error("unexpected %s\n%s", type(problem).__name__, text)
        where = save(text, self._folder)
        self._raised.emit(text, str(where or ""))

    def _show(self, text: str, where: str) -> None:
        if self._showing:
            return
        self._showing = True
        try:
            self.show(text, where)
        finally:
            self._showing = False

    def show(self, text: str, where: str) -> None:
        """The dialog; tests put another in its place."""
        box = QMessageBox(QApplication.activeWindow())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Sorry: something went wrong in this program")
        box.setText("This is a fault of the program, not yours. What was saved is safe.")
        kept = f" It is kept at {where}." if where else ""
        box.setInformativeText(
            "If it happens again, close the program and start it anew. The report below names lines of "
            f"the program and holds nothing from your record.{kept}"
        )
        box.setDetailedText(text)
        copy = box.addButton("Copy the report", QMessageBox.ButtonRole.ActionRole)
        go_on = box.addButton("Go on", QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(go_on)
        box.exec()
        if box.clickedButton() is copy:
            QApplication.clipboard().setText(text)


def install(apology: Apology) -> None:
    """From now on everything that nobody caught goes to `apology`, whichever thread it happens on."""

    def on_exception(kind: type[BaseException], problem: BaseException, trail: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, problem, trail)
        else:
            apology.handle(problem)

    def on_thread_exception(args: threading.ExceptHookArgs) -> None:
        apology.handle(args.exc_value or args.exc_type())

    sys.excepthook = on_exception
    threading.excepthook = on_thread_exception
