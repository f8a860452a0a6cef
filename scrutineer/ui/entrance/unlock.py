"""Opening a record with its passphrase. Every refusal is said in words, and never changes the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from scrutineer.domain.errors import ScrutineerError, WrongPassphrase
from scrutineer.register import safekeeping
from scrutineer.register.register import Register
from scrutineer.ui.busy import busy
from scrutineer.ui.entrance.frame import Frame
from scrutineer.ui.entrance.passphrase_field import PassphraseField
from scrutineer.ui.theme import MEDIUM
from scrutineer.ui.widgets.fields import TickField
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.scrolling import scrolling
from scrutineer.ui.widgets.words import Words

_DELAY, _LONGEST_DELAY = 400, 3000      # milliseconds for each wrong try so far


class Unlock(Frame):
    """`opened(register)`; `found_backup(path, passphrase)` when the file is a backup; `left()` to the doors;
    `wants_backup(path)` when a backup is to be opened instead."""

    opened = Signal(object)
    found_backup = Signal(object, str)
    wants_backup = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("Open a record", widest=64)
        self._path = Path()
        self._tries = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._let_try)
        self._about = Words("", "clock", hides=True)
        self._passphrase = PassphraseField("Passphrase", "passphrase")
        self._show = TickField("Show the passphrase")
        self._show.setObjectName("show")
        self._open = button("Open", "unlock", primary=True)
        self._build()

    def _build(self) -> None:
        backup = button("Open a backup instead", "instead")
        back = button("Another record", "back", quiet=True, icon="back")
        self.add(scrolling(self._passphrase, self._show, self._about, spacing=MEDIUM), 1)
        self.foot.add(back)
        self.foot.add(backup, at_end=True)
        self.foot.add(self._open, at_end=True)
        self._show.toggled.connect(self._passphrase.reveal)
        self._passphrase.entered.connect(self._try)
        self._open.clicked.connect(self._try)
        backup.clicked.connect(lambda _checked=False: self.wants_backup.emit(self._path))
        back.clicked.connect(self.left)

    def ask_for(self, path: Path, about: str = "") -> None:
        """Ask for the passphrase of this file; `about` is something to know beforehand."""
        self._path, self._tries = path, 0
        self._let_try()
        self.entitle(path.stem, str(path))
        self._about.say(about)
        self._passphrase.say("")
        self._show.setChecked(False)

    def forget(self) -> None:
        """Leave no passphrase behind."""
        self._passphrase.say("")

    def focus_first(self) -> QWidget:
        """The passphrase."""
        return self._passphrase

    def _try(self) -> None:
        if self._pause.isActive():
            return
        passphrase = self._passphrase.text()
        try:
            with busy():
                is_backup = safekeeping.is_backup(self._path, passphrase)
                register = None if is_backup else Register.open(self._path, passphrase)
        except ScrutineerError as error:
            self._refuse(error)
            return
        self._passphrase.say("")
        if register:
            self.opened.emit(register)
        else:
            self.found_backup.emit(self._path, passphrase)

    def _refuse(self, error: ScrutineerError) -> None:
        self._passphrase.show_problem(error.in_one_line)
        self._passphrase.select()
        if isinstance(error, WrongPassphrase):
            self._tries += 1
            self._open.setEnabled(False)
            self._pause.start(min(self._tries * _DELAY, _LONGEST_DELAY))

    def _let_try(self) -> None:
        self._pause.stop()
        self._open.setEnabled(True)
