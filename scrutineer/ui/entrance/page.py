"""The way in: doors, first run, unlock, and bringing a backup back; at its end stands an open record.

It leads from one page to the next, and knows what none of them knows: where each goes on to.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from scrutineer import paths
from scrutineer.domain.errors import ScrutineerError
from scrutineer.register.register import Register
from scrutineer.ui import late
from scrutineer.ui.busy import busy
from scrutineer.ui.entrance.doors import Doors
from scrutineer.ui.entrance.frame import Frame
from scrutineer.ui.entrance.place import KINDS, ON_NETWORK, why_not
from scrutineer.ui.entrance.restore import Restore
from scrutineer.ui.entrance.unlock import Unlock
from scrutineer.ui.entrance.whose import Whose
from scrutineer.ui.messages import Messages
from scrutineer.ui.preferences import Preferences
from scrutineer.ui.widgets.sheet import pressed

BEGIN = "entrance.begin:Begin"


class Entrance(QWidget):
    """`entered(register)` with an open record, at which somebody sits."""

    entered = Signal(object)

    def __init__(
        self, preferences: Preferences, messages: Messages, demonstrate: Callable[[], Register]
    ) -> None:
        super().__init__()
        self.setWindowTitle("Scrutineer")
        self.setMinimumSize(QSize(800, 480))
        self.resize(QSize(1000, 680))
        self._preferences = preferences
        self._messages = messages
        self._demonstrate = demonstrate
        self._instead_of: Path | None = None      # the record that a backup is looked for
        self._doors, self._unlock, self._whose = Doors(), Unlock(), Whose()
        self._restore = Restore(messages)
        self._pages = QStackedWidget()
        for page in (self._doors, self._unlock, self._whose, self._restore):
            self._pages.addWidget(page)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._pages)
        self._connect()
        self.show_doors()

    def _connect(self) -> None:
        self._doors.taken.connect(self._take)
        self._doors.chosen.connect(self.unlock)
        self._unlock.opened.connect(self._seat)
        self._unlock.found_backup.connect(self._found_backup)
        self._unlock.wants_backup.connect(self._look_for_backup)
        for page in (self._unlock, self._whose, self._restore):
            page.left.connect(self.show_doors)
        self._whose.opened.connect(self._enter)
        self._restore.opened.connect(self._seat)

    def show_doors(self) -> None:
        """The three doors, and the records opened last."""
        self._instead_of = None
        self._doors.show_last([file for file in self._preferences.last_files if file.exists()])
        self._show(self._doors)

    def unlock(self, path: Path) -> None:
        """Ask for the passphrase of a record; one in a folder that is copied about is brought here first."""
        why = why_not(path)
        if why:
            self.restore(path, None, why)
            return
        self._unlock.ask_for(path, ON_NETWORK if paths.is_on_network(path) else "")
        self._show(self._unlock)

    def restore(self, backup: Path, record: Path | None = None, why: str = "", passphrase: str = "") -> None:
        """Ask how a backup is brought back; in the place of `record`, if that is known."""
        self._restore.ask_for(backup, record or self._instead_of, why=why, passphrase=passphrase)
        self._show(self._restore)

    def _take(self, door: str) -> None:
        if door == "demonstration":
            self._look_at_demonstration()
        elif door == "begin":
            self._show(self._first_steps)
        else:
            self._choose_file("Open a record or a backup", self._preferences.last_folder)

    @cached_property
    def _first_steps(self) -> Frame:
        """The steps of a new record, made when they are first wanted: a record is begun once."""
        page: Any = late.found(BEGIN)(self._preferences, self._messages)
        page.left.connect(self.show_doors)
        page.opened.connect(self._enter)
        self._pages.addWidget(page)
        return cast(Frame, page)

    def _look_at_demonstration(self) -> None:
        try:
            with busy():
                register = self._demonstrate()
        except ScrutineerError as error:
            self._messages.show_error(error)
            return
        self._enter(register)

    def _look_for_backup(self, record: Path) -> None:
        self._instead_of = record
        self._choose_file("Choose a backup", self._preferences.backup_folder or self._preferences.last_folder)

    def _choose_file(self, title: str, folder: Path) -> None:
        chosen = self._messages.file_to_open(title, folder, KINDS)
        if chosen:
            self._preferences.last_folder = chosen.parent
            self.unlock(chosen)

    def _found_backup(self, path: Path, passphrase: str) -> None:
        why = "This is a backup, so it is kept as it is. A copy of it becomes the record that you work in."
        self.restore(path, self._instead_of, why, passphrase)

    def _seat(self, register: Register) -> None:
        """Somebody must sit at an open record: ask who, when there are several."""
        if register.desk.me or not register.scrutineers.serving():
            self._enter(register)
            return
        self._whose.ask_for(register)
        self._show(self._whose)

    def _enter(self, register: Register) -> None:
        self.entered.emit(register)

    def _show(self, page: Frame) -> None:
        left = self._pages.currentWidget()
        if isinstance(left, Frame) and left is not page:
            left.forget()
        self._pages.setCurrentWidget(page)
        page.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, as the button does; Enter presses the button that has the keyboard."""
        page = self._pages.currentWidget()
        back = page.findChild(QPushButton, "back") if page else None
        if event.key() == Qt.Key.Key_Escape and isinstance(back, QPushButton):
            back.click()
        elif not pressed(self, event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A record that nobody sat at is closed again."""
        self._whose.let_go()
        super().closeEvent(event)
