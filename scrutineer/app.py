"""Puts the window together once: the way in, the main window, and what happens between the two.

The composition root: it may import everything, and nothing imports it but the door.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QSocketNotifier, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from scrutineer import __version__, demonstration, logs, paths
from scrutineer.domain.errors import ScrutineerError
from scrutineer.exchange.opened import sweep_left_over
from scrutineer.register.register import Register
from scrutineer.ui import crash, theme
from scrutineer.ui.entrance.page import Entrance
from scrutineer.ui.jobs import Jobs
from scrutineer.ui.main_window import MainWindow
from scrutineer.ui.messages import Messages
from scrutineer.ui.preferences import Preferences


class Scrutineer(QObject):
    """The running program: one way in and, when a record is open, one main window."""

    def __init__(
        self, messages: Messages, preferences: Preferences, make_jobs: Callable[[Messages], Jobs] = Jobs
    ) -> None:
        super().__init__()
        self._messages = messages
        self._preferences = preferences
        self._make_jobs = make_jobs
        self._demonstration: tempfile.TemporaryDirectory[str] | None = None
        self.entrance: Entrance | None = None
        self.window: MainWindow | None = None

    def start(self, path: Path | None, *, demo: bool = False) -> None:
        """Open the demonstration, ask for the passphrase of a record, or show the doors."""
        if demo:
            self.enter(self.demonstrate())
            return
        last = next((file for file in self._preferences.last_files if file.exists()), None)
        self._show_entrance(path or last)

    def demonstrate(self) -> Register:
        """Write the demonstration anew in a temporary place, and open it."""
        self._forget_demonstration()
        self._demonstration = tempfile.TemporaryDirectory(prefix="scrutineer-", ignore_cleanup_errors=True)
        file = Path(self._demonstration.name) / "demonstration.scrutiny"
        return demonstration.write(file)

    def enter(self, register: Register) -> None:
        """Show the main window over an open record."""
        if self._demonstration is None:
            self._preferences.opened(register.path)
        self.window = MainWindow(register, self._make_jobs(self._messages), self._messages, self._preferences)
        self.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)      # nothing of a closed record is kept in it
        self.window.left.connect(lambda: self._show_entrance(None))
        self.window.restoring.connect(self._restore)
        self.window.show()
        if self.entrance is not None:
            self.entrance.close()
            self.entrance = None

    def close(self) -> None:
        """The program ends: what is open is closed, and nothing of a demonstration stays behind."""
        for one in (self.window, self.entrance):
            if one is not None and isValid(one):
                one.close()
        self._forget_demonstration()

    def _restore(self, backup: Path, record: Path) -> None:
        self._show_entrance(None)
        if self.entrance is not None:
            self.entrance.restore(backup, record)

    def _show_entrance(self, path: Path | None) -> None:
        self._forget_demonstration()
        self.entrance = Entrance(self._preferences, self._messages, self.demonstrate)
        self.entrance.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Queued, because the entrance goes, and the key that was pressed in it must have been dealt with by then.
        self.entrance.entered.connect(self.enter, Qt.ConnectionType.QueuedConnection)
        if path is not None:
            self.entrance.unlock(path)
        self.entrance.show()

    def _forget_demonstration(self) -> None:
        if self._demonstration is not None:
            self._demonstration.cleanup()
            self._demonstration = None


def application() -> QApplication:
    """The one Qt application, British, in the system's font."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Scrutineer")
    app.setApplicationVersion(__version__)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app.setFont(QFont(app.font()))
    return app


def leave_when_told(app: QApplication) -> None:
    """Ctrl+C in a terminal and the end of a session close the window as a person would, so that nothing is left.

    While nothing happens Qt lets no Python run: the signal wakes it through a pipe. Windows closes windows itself.
    """
    if sys.platform == "win32":
        return
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    waking = QSocketNotifier(reading, QSocketNotifier.Type.Read, app)
    waking.activated.connect(lambda: os.read(reading, 1))
    for told in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(told, lambda *_: app.quit())


def run(path: Path | None, *, demo: bool = False) -> int:
    """Open the window and stay until it is closed; the exit code."""
    logs.start(paths.logs())
    sweep_left_over(paths.opened())
    app = application()
    messages, preferences = Messages(), Preferences()
    crash.install(crash.Apology(paths.logs()))
    theme.apply(app, preferences.theme)
    program = Scrutineer(messages, preferences)
    try:
        program.start(path, demo=demo)
        gc.freeze()
        gc.enable()
        leave_when_told(app)
        return app.exec()
    except ScrutineerError as error:      # no room for the demonstration
        messages.show_error(error)
        return 1
    finally:
        program.close()
