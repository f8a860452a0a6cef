"""Bringing a backup back, or a record out of a synced folder, to a place on this computer.

What stands in that place is copied beside it first; the register sees to that.
"""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scrutineer import paths
from scrutineer.domain.dates import utc_now
from scrutineer.domain.errors import ScrutineerError
from scrutineer.register import safekeeping
from scrutineer.register.register import Register
from scrutineer.ui.busy import busy
from scrutineer.ui.entrance.frame import Frame
from scrutineer.ui.entrance.passphrase_field import PassphraseField
from scrutineer.ui.entrance.place import PlaceField
from scrutineer.ui.messages import Messages
from scrutineer.ui.theme import MEDIUM
from scrutineer.ui.widgets.fields import TickField
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.scrolling import scrolling
from scrutineer.ui.widgets.words import Words

_BACKUPS_OWN = re.compile(r"-\d{8}T\d{6}Z-\d{4,}$")      # what a backup's name adds to its record's


class Restore(Frame):
    """`opened(register)` once it is back and open; `left()` to the doors."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, messages: Messages) -> None:
        super().__init__("Restore a backup", widest=72)
        self._messages = messages
        self._source = Path()
        self._why = Words("", hides=True)
        self._passphrase = PassphraseField("Its passphrase", "passphrase")
        self._show = TickField("Show the passphrase")
        self._place = PlaceField("Where it shall live", messages)
        self._what_stands = Words("", "soft", hides=True)
        self._build()

    def _build(self) -> None:
        restore = button("Restore", "restore", primary=True)
        back = button("Back", "back", quiet=True, icon="back")
        self._show.setObjectName("show")
        self._show.toggled.connect(self._passphrase.reveal)
        self._place.edited.connect(self._say_what_stands)
        self._passphrase.entered.connect(self._restore)
        restore.clicked.connect(self._restore)
        back.clicked.connect(self.left)
        parts = (self._why, self._passphrase, self._show, self._place, self._what_stands)
        self.add(scrolling(*parts, spacing=MEDIUM), 1)
        self.foot.add(back)
        self.foot.add(restore, at_end=True)

    def ask_for(self, source: Path, target: Path | None = None, *, passphrase: str = "", why: str = "") -> None:
        """Ask how a file is to be brought back; `target` is proposed, otherwise a place in our own folder."""
        self._source = source
        self.entitle("Restore a backup", str(source))
        self._why.say(why)
        self._passphrase.say(passphrase)
        self._show.setChecked(False)
        name = _BACKUPS_OWN.sub("", source.stem)
        self._place.propose(target or paths.home() / f"{name}{source.suffix}")
        self._say_what_stands()

    def forget(self) -> None:
        """Leave no passphrase behind."""
        self._passphrase.say("")

    def focus_first(self) -> QWidget:
        """The passphrase, which is asked again on purpose."""
        return self._passphrase

    def _say_what_stands(self) -> None:
        stands = self._place.path().exists()
        words = "A record stands in that place now. It is kept: a safety copy of it is laid beside it first."
        self._what_stands.say(words if stands else "")

    def _restore(self) -> None:
        if not self._place.is_allowed():
            return
        target, passphrase = self._place.path(), self._passphrase.text()
        try:
            with busy():
                kept = safekeeping.restore_file(self._source, passphrase, target, utc_now())
                register = Register.open(target, passphrase)
        except ScrutineerError as error:
            self._passphrase.show_problem(error.in_one_line)
            self._passphrase.select()
            return
        self._passphrase.say("")
        if kept:
            self._messages.tell("The backup is back", "The backup is back, and open.",
                                f"What stood there before is kept beside it as “{kept.name}”.")  # fmt: skip
        self.opened.emit(register)
