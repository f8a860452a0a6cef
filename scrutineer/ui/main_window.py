"""The main window over one open record: rooms, menus, deeds, and the line at the bottom.

It routes and knows no record: screens say what they want opened or done, the register does it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from scrutineer import __version__
from scrutineer.domain.dates import quarter_of
from scrutineer.register.desk import Changed
from scrutineer.register.register import Register
from scrutineer.ui import late, menus, rooms, tabbing, theme
from scrutineer.ui.deeds import DEEDS, Deed
from scrutineer.ui.dropping import Dropping
from scrutineer.ui.find import Find
from scrutineer.ui.help import Help
from scrutineer.ui.jobs import Jobs
from scrutineer.ui.menus import Command
from scrutineer.ui.messages import Messages
from scrutineer.ui.preferences import Preferences
from scrutineer.ui.rooms import ELSEWHERE, PLACES, ROOM_OF, SHEET_OF
from scrutineer.ui.screen import Screen
from scrutineer.ui.sidebar import Place, Sidebar
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.job_bar import JobBar
from scrutineer.ui.widgets.notice import Notice
from scrutineer.ui.widgets.sheet import pressed

SMALLEST = QSize(800, 480)


class MainWindow(QMainWindow):
    """`left()` when the record is closed and another may be opened; `restoring(backup, path)` when a backup
    is to take the place of the record that was just closed; `closing()` before it is, `changed(Changed)` when it was.
    """

    left = Signal()
    restoring = Signal(object, object)
    closing = Signal()
    changed = Signal(object)
    places: ClassVar[Sequence[Place]] = PLACES
    deeds: ClassVar[Mapping[str, Deed]] = DEEDS
    reading: QMainWindow | None = None      # over a past day, as long as it stands in the place of this one

    def __init__(self, register: Register, jobs: Jobs, messages: Messages, preferences: Preferences) -> None:
        super().__init__()
        self.setMinimumSize(SMALLEST)
        self._register = register
        self._jobs = jobs
        self._preferences = preferences
        self._notice = Notice()
        self.tools = Tools(register, jobs, messages, preferences, self._notice.say, self.restore)
        self._screens: dict[str, Screen] = {}
        self._sidebar = Sidebar(self.places)
        self._stack = QStackedWidget()
        self._saved, self._backed_up, self._mark = QLabel(), QLabel(), QLabel()
        self._is_open = True
        self._build()
        self._build_menus()
        Dropping(self, self.take)
        register.on_change(self._note_change)
        self._say_whose()
        self.resize(preferences.size)
        self.restoreGeometry(preferences.geometry)
        self.go("today")

    def _build(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(JobBar(self._jobs))
        column.addWidget(self._notice)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addWidget(right, 1)
        self.setCentralWidget(centre)
        self._sidebar.chosen.connect(self.go)
        for label in (self._saved, self._backed_up):
            self.statusBar().addWidget(label)
        self._mark.setProperty("role", "strong")
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(0, 0, theme.LARGE, 0)
        self.statusBar().addPermanentWidget(self._mark)

    def _build_menus(self) -> None:
        schemes = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))
        commands = {
            "&Record": [*self._record_commands(), Command("Leave Scrutineer", menus.leave_keys(), self.leave_program)],
            "&Go": [Command("Find anything", "Ctrl+K", self.find_anything),
                    *(Command(place.name, menus.keys_of(number), partial(self.go, place.code))
                      for number, place in enumerate(self.places, start=1)),
                    Command("Next list in this room", "Ctrl+PgDown", partial(self.turn, 1)),
                    Command("Previous list in this room", "Ctrl+PgUp", partial(self.turn, -1))],
            "&Do": [Command(deed.words, deed.shortcut, partial(self.do, code, ""))
                    for code, deed in self.deeds.items() if deed.words],
            "&View": [Command(words, "", partial(self._dress, scheme)) for scheme, words in schemes],
            "&Help": [Command("About this screen", "F1", self.help)],
        }  # fmt: skip
        self._actions = [made for title, some in commands.items() for made in menus.add(self, title, some)]

    def _record_commands(self) -> list[Command]:
        return [Command("Back up now", "Ctrl+Shift+B", partial(self.do, "back_up", "")),
                Command("Close this record", "Ctrl+W", self.leave)]  # fmt: skip

    def go(self, code: str) -> Screen:
        """Open a room."""
        screen = self._screens.get(code) or self._made(code)
        self._stack.setCurrentWidget(screen)
        self._sidebar.mark(code)
        screen.take_keyboard()
        return screen

    def turn(self, step: int) -> None:
        """Show the next list of the room that is open, or the one before."""
        self._screens[self.room].turn(step)

    @property
    def room(self) -> str:
        """The code of the room that is open."""
        open_now = self._stack.currentWidget()
        return next(code for code, screen in self._screens.items() if screen is open_now)

    def _made(self, code: str) -> Screen:
        screen = rooms.screen(code, self.tools)
        screen.open_requested.connect(self.open)
        screen.wanted.connect(self.do)
        self._stack.addWidget(screen)
        self._screens[code] = screen
        return screen

    def open(self, kind: str, id_: str) -> None:
        """Show one record in its room or on its sheet; without an id, the room."""
        if kind in SHEET_OF:
            self.do(SHEET_OF[kind], id_)
            return
        screen = self.go(ROOM_OF.get(kind, ELSEWHERE))
        screen.read_now()
        if id_:
            screen.open(kind, id_)

    def do(self, code: str, id_: str) -> None:
        """Do a deed, and say what was done; "find" finds what `id_` says."""
        if code == "find":
            self.find_anything(id_)
            return
        self.tools.attempt(lambda: DEEDS[code].ask(self.tools, self, id_))

    def take(self, files: list[Path]) -> None:
        """Ask about files that were dropped, as the screen that is open would have it."""
        screen = self._stack.currentWidget()
        if isinstance(screen, Screen):
            self.tools.attempt(lambda: str(late.found(screen.takes_files)(self.tools, self, files)))

    def find_anything(self, words: str = "") -> None:
        """Find any record or command."""
        show(Find(self._register.find, self._actions, self.open, self, words))

    def help(self) -> None:
        """Explain the screen that is open."""
        show(Help(self.room, self.tools, self))

    def _dress(self, scheme: str) -> None:
        self._preferences.theme = scheme  # type: ignore[assignment]      # one of the three of the menu
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, self._preferences.theme)

    def _note_change(self, changed: Changed) -> None:
        for screen in self._screens.values():
            screen.note_change(changed)
        self._saved.setText(f"Saved {self._register.now().astimezone():%H:%M}")
        self._say_whose()
        self.changed.emit(changed)

    def _say_whose(self) -> None:
        partnership = self._register.partnership
        sample = "SAMPLE · " if partnership.is_sample else ""
        self.setWindowTitle(f"{sample}{partnership.name} · Scrutineer {__version__}")
        self._sidebar.belong_to(partnership.name, quarter_of(self._register.today()).words, partnership.colour)
        self._mark.setText(f"{sample}{partnership.mark}".removesuffix(" · "))
        open_now = self._register.challenges.count_open()
        self._sidebar.count("challenges", f"{open_now} open" if open_now else "")
        made = self._register.safekeeping.made()
        when = f"Backed up {made[0][0].astimezone():%d %b %H:%M}, opened and checked" if made else "Not backed up yet"
        self._backed_up.setText(when)

    def leave(self) -> None:
        """Close the record, so that another may be opened."""
        self.close()
        self.left.emit()

    def leave_program(self) -> None:
        """Close everything."""
        self.close()

    def restore(self, backup: Path) -> None:
        """Close the record, so that a backup can take its place."""
        self.close()
        self.restoring.emit(backup, self._register.path)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab leads through the window as it is read."""
        return tabbing.step(self, forwards=forwards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, where nothing else takes it, presses the button that has the keyboard, as Space does."""
        if not pressed(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below a certain width the sidebar keeps its icons alone."""
        super().resizeEvent(event)
        self._sidebar.collapse(theme.is_narrow(self))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place, let jobs end, sweep away what was opened to be read, let go of the file."""
        if self._is_open:
            self.closing.emit()
            for screen in self._screens.values():
                screen.finish()
            self._is_open = False
            self._preferences.geometry = self.saveGeometry()
            self._jobs.close()
            if not self._register.stood_on:      # what was opened from the record as it is may still be read
                self.tools.copies.sweep()
            self._register.close()
        super().closeEvent(event)


def show(dialog: QDialog) -> None:
    """Show a dialog until it is closed; its parent would keep it for as long as the window stands."""
    dialog.exec()
    dialog.deleteLater()
