"""Starting a record, in four calm steps; nothing is written before the last.

It asks, and hands what was typed to the register; the rules are the register's.
"""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from scrutineer import paths
from scrutineer.domain.errors import ScrutineerError
from scrutineer.register.register import Register
from scrutineer.ui.busy import busy
from scrutineer.ui.entrance.about import AboutMe, AboutPartnership
from scrutineer.ui.entrance.frame import Frame
from scrutineer.ui.entrance.new_passphrase import NewPassphrase
from scrutineer.ui.entrance.place import ENDING, FolderField, PlaceField
from scrutineer.ui.jobs import Jobs
from scrutineer.ui.messages import Messages
from scrutineer.ui.preferences import Preferences
from scrutineer.ui.theme import LARGE
from scrutineer.ui.tools import look_of
from scrutineer.ui.widgets.field import Desk
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.scrolling import scrolling

_STEPS = (
    ("Whose record is it?", "The mark stands at the head and foot of every page; clear it if your papers carry none."),
    ("Who are you?", "As you sign your papers. Others who scrutinise can be added later."),
    ("The passphrase", "It encrypts the whole record."),
    ("Where it lives", "The record is one file on this computer; its backups are files elsewhere."),
)


class Begin(Frame):
    """`opened(register)` once the record is made; `left()` to the doors."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, preferences: Preferences, messages: Messages) -> None:
        super().__init__("", widest=72)
        self._preferences = preferences
        self._messages = messages
        desk = Desk(Jobs(messages, self), look_of, lambda _address: False)
        self._partnership = AboutPartnership(desk)
        self._me = AboutMe(desk)
        self._passphrase = NewPassphrase()
        self._place = PlaceField("The record", messages)
        self._backups = FolderField(messages, preferences.last_folder)
        self._steps = QStackedWidget()
        self._next = button("Next", "next", primary=True)
        self._back = button("Back", "back", quiet=True, icon="back")
        self._build()

    def _build(self) -> None:
        where = scrolling(self._place, self._backups, spacing=LARGE)
        for step in (self._partnership, self._me, self._passphrase, where):
            self._steps.addWidget(step)
        self.add(self._steps, 1)
        self.foot.add(self._back)
        self.foot.add(self._next, at_end=True)
        self._next.clicked.connect(self._go_on)
        self._back.clicked.connect(self._go_back)
        self._passphrase.entered.connect(self._go_on)
        self._backups.propose(self._preferences.backup_folder)
        self._show(0)

    def forget(self) -> None:
        """Leave no passphrase behind."""
        self._passphrase.forget()

    def focus_first(self) -> QWidget:
        """Where typing begins in the step that is shown."""
        step = self._steps.currentWidget()
        if isinstance(step, AboutPartnership | AboutMe):
            step.start()
            return self.focusWidget() or step
        return step if step is self._passphrase else self._next

    def _show(self, number: int) -> None:
        title, sentence = _STEPS[number]
        self.entitle(title, f"Step {number + 1} of {len(_STEPS)}. {sentence}")
        self._next.setText("Next" if number + 1 < len(_STEPS) else "Start the record")
        self._steps.setCurrentIndex(number)
        if self.isVisible():
            self.start()

    def _go_back(self) -> None:
        if self._steps.currentIndex():
            self._show(self._steps.currentIndex() - 1)
        else:
            self.left.emit()

    def _go_on(self) -> None:
        number = self._steps.currentIndex()
        if not (self._partnership.finish, self._me.finish, self._passphrase.finish, self._place.is_allowed)[number]():
            return
        if number == 1:
            self._passphrase.expect([self._partnership.partnership().name, self._me.scrutineer().name])
            self._propose_place()
        if number + 1 < len(_STEPS):
            self._show(number + 1)
        else:
            self._create()

    def _propose_place(self) -> None:
        name = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", self._partnership.partnership().name).strip(" .") or "Record"
        place, number = paths.home() / f"{name}{ENDING}", 2
        while place.exists():
            place, number = place.with_name(f"{name} {number}{ENDING}"), number + 1
        self._place.propose(place)

    def _create(self) -> None:
        me = self._me.scrutineer()
        try:
            with busy():
                register = Register.begin(
                    self._place.path(), self._passphrase.text(), self._partnership.partnership(), me
                )
                register.appointments.save(self._me.appointment(me))
        except ScrutineerError as error:
            self._place.show_problem(error.in_one_line)
            return
        self.forget()
        if folder := self._backups.folder():
            self._back_up(register, folder)
        self.opened.emit(register)

    def _back_up(self, register: Register, folder: Path) -> None:
        """The first backup; a folder that does not work is better found out now."""
        self._preferences.backup_folder = folder
        try:
            with busy():
                register.safekeeping.back_up(folder)
        except ScrutineerError as error:
            self._messages.show_error(error)
