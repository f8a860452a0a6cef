"""The main window over the record as it stood on a past day: the same rooms, under a banner, to be read.

It stands in the place of the window over the record as it is, which waits unseen meanwhile, and goes with it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from scrutineer.domain.dates import long_date
from scrutineer.register.desk import Changed
from scrutineer.register.register import Register
from scrutineer.ui.deeds import DEEDS
from scrutineer.ui.help import Help
from scrutineer.ui.main_window import MainWindow, show
from scrutineer.ui.menus import Command
from scrutineer.ui.past.banner import Banner
from scrutineer.ui.past.shut import Shut
from scrutineer.ui.rooms import PLACES, ROOM_OF

ANOTHER_DAY = "as_at"      # the deed that asks for a day
READING = frozenset({"find", "list", "list_in_excel", "open_file", "save_file", "changes", ANOTHER_DAY})
_ABOUT_NOW = "safekeeping"      # a past record has no file that could be kept safe
_EDGE = 4      # pixels of the accent around everything


class PastWindow(MainWindow):
    """Over a past register, in front of `live`, the window over the record as it is."""

    places: ClassVar = [place for place in PLACES if place.code != _ABOUT_NOW]
    deeds: ClassVar = {code: deed for code, deed in DEEDS.items() if code in READING}

    def __init__(self, live: MainWindow, past: Register) -> None:
        tools = live.tools
        super().__init__(past, tools.jobs, tools.messages, tools.preferences)
        self.tools = replace(self.tools, copies=tools.copies)      # what is opened here stays open when one goes back
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)      # nothing of a past record is kept in it
        self.live = live
        self._brings_back = True      # the live window, when this one goes
        self._put_under_banner()
        Shut(self)
        live.changed.connect(self._heed)
        live.closing.connect(self._go_without_a_trace)

    @classmethod
    def show_in_place_of(cls, window: MainWindow, past: Register) -> None:
        """Show a past register where a window stands, in the room that is open there."""
        window.tools.preferences.geometry = window.saveGeometry()
        live = window.live if isinstance(window, PastWindow) else window
        made = cls(live, past)
        if window.room in {place.code for place in made.places}:
            made.go(window.room)
        made.show()
        made.activateWindow()
        if isinstance(window, PastWindow):
            window._go_without_a_trace()
        window.hide()
        live.reading = made

    def do(self, code: str, id_: str) -> None:
        """Do a deed that reads; any other is refused in words."""
        if code == ANOTHER_DAY:
            self.tools.attempt(lambda: DEEDS[code].ask(self.live.tools, self, id_))
        elif code in READING:
            super().do(code, id_)
        else:
            self._refuse()

    def open(self, kind: str, id_: str) -> None:
        """Show one record in its room. A promise, which is changed on a sheet of its own, is read among the actions."""
        if ROOM_OF.get(kind) == _ABOUT_NOW:
            self._notice.say("Safe keeping is about the record as it is today: go back to today for it.")
        else:
            super().open("action" if kind == "undertaking" else kind, id_)

    def take(self, _files: list[Path]) -> None:
        """Nothing is taken in."""
        self._refuse()

    def help(self) -> None:
        """Explain what is read here, whatever the screen."""
        show(Help("past", self.tools, self))

    def leave(self) -> None:
        """Go back to today."""
        self.close()

    def leave_program(self) -> None:
        """Close the record as it is, and this with it."""
        self.live.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Bring the record as it is back into the place of this one."""
        was_open, live = self._is_open, self.live
        super().closeEvent(event)
        if not was_open:
            return
        if self._brings_back:
            live.restoreGeometry(self.tools.preferences.geometry)
            live.show()
            live.activateWindow()
        live.reading = None
        QTimer.singleShot(0, lambda: self)      # held by nobody else now, it must not go before it is closed altogether

    @property
    def _day(self) -> date:
        return self._register.today()

    def _put_under_banner(self) -> None:
        banner = Banner(self._day)
        banner.left.connect(self.close, Qt.ConnectionType.QueuedConnection)
        banner.moved.connect(lambda: self.do(ANOTHER_DAY, ""), Qt.ConnectionType.QueuedConnection)
        frame = QFrame()
        frame.setObjectName("past-frame")
        body = QVBoxLayout(frame)
        body.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        body.setSpacing(0)
        body.addWidget(banner)
        body.addWidget(self.takeCentralWidget() or QWidget(), 1)
        self.setCentralWidget(frame)

    def _record_commands(self) -> list[Command]:
        return [Command("Back to today", "Ctrl+W", self.leave)]

    def _say_whose(self) -> None:
        super()._say_whose()
        partnership, day = self._register.partnership, long_date(self._day)
        self.setWindowTitle(f"As it stood on {day} · {self.windowTitle()}")
        self._sidebar.belong_to(partnership.name, f"as it stood on {day}", partnership.colour)
        self._backed_up.setText("")

    def _refuse(self) -> None:
        self._notice.say(f"This is the record as it stood on {long_date(self._day)}; it can be read, not changed.")

    def _heed(self, changed: Changed) -> None:
        """Words that were struck out of the record would still stand here."""
        if "strike_out" in changed.kinds:
            said = f"Words were struck out, so the record as it stood on {long_date(self._day)} was closed."
            self.close()
            self.live.tools.say(said)

    def _go_without_a_trace(self) -> None:
        self._brings_back = False
        self.close()
