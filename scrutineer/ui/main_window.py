"""The main window over one open record: rooms, menus, deeds, and the line at the bottom.

It routes and knows no record: screens say what they want opened or done, the register does it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from scrutineer import __version__
from scrutineer.domain.dates import quarter_of
from scrutineer.domain.errors import ScrutineerError
from scrutineer.register.desk import Changed
from scrutineer.register.register import Register
from scrutineer.ui import rooms, theme
from scrutineer.ui.deeds import DEEDS
from scrutineer.ui.find import Find
from scrutineer.ui.help import Help
from scrutineer.ui.jobs import Jobs
from scrutineer.ui.messages import Messages
from scrutineer.ui.preferences import Preferences
from scrutineer.ui.rooms import ELSEWHERE, PLACES, ROOM_OF
from scrutineer.ui.screen import Screen
from scrutineer.ui.sidebar import Sidebar
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.job_bar import JobBar
from scrutineer.ui.widgets.notice import Notice

SMALLEST = QSize(800, 480)


class MainWindow(QMainWindow):
    """`left()` when the record is closed and another may be opened; `restoring(backup, path)` when a backup
    is to take the place of the record that was just closed."""

    left = Signal()
    restoring = Signal(object, object)

    def __init__(self, register: Register, jobs: Jobs, messages: Messages, preferences: Preferences) -> None:
        super().__init__()
        self.setMinimumSize(SMALLEST)
        self._register = register
        self._jobs = jobs
        self._preferences = preferences
        self._notice = Notice()
        self._tools = Tools(register, jobs, messages, preferences, self._notice.say, self.restore)
        self._screens: dict[str, Screen] = {}
        self._sidebar = Sidebar(PLACES)
        self._stack = QStackedWidget()
        self._actions: list[QAction] = []
        self._saved, self._backed_up, self._mark = QLabel(), QLabel(), QLabel()
        self._is_open = True
        self._build()
        self._build_menus()
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
        record = self.menuBar().addMenu("&Record")
        self._command(record, "Back up now", "Ctrl+Shift+B", partial(self.do, "back_up", ""))
        self._command(record, "Close this record", "Ctrl+W", self.leave)
        self._command(record, "Leave Scrutineer", QKeySequence(QKeySequence.StandardKey.Quit).toString() or "Ctrl+Q",
                      self.close)
        go = self.menuBar().addMenu("&Go")
        self._command(go, "Find anything", "Ctrl+K", self.find_anything)
        for number, place in enumerate(PLACES, start=1):
            self._command(go, place.name, f"Ctrl+{number}", partial(self.go, place.code))
        do = self.menuBar().addMenu("&Do")
        for code, deed in DEEDS.items():
            if deed.words:
                self._command(do, deed.words, deed.shortcut, partial(self.do, code, ""))
        view = self.menuBar().addMenu("&View")
        for scheme, words in (("system", "As the system"), ("light", "Light"), ("dark", "Dark")):
            self._command(view, words, "", partial(self._dress, scheme))
        helps = self.menuBar().addMenu("&Help")
        self._command(helps, "About this screen", "F1", self.help)

    def _command(self, menu: QMenu, words: str, shortcut: str, act: Callable[[], object]) -> None:
        action = QAction(words, self)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(lambda _checked=False: act())
        menu.addAction(action)
        self._actions.append(action)

    def go(self, code: str) -> Screen:
        """Open a room."""
        screen = self._screens.get(code) or self._made(code)
        self._stack.setCurrentWidget(screen)
        self._sidebar.mark(code)
        screen.take_keyboard()
        return screen

    def _made(self, code: str) -> Screen:
        screen = rooms.screen(code, self._tools)
        screen.open_requested.connect(self.open)
        screen.wanted.connect(self.do)
        self._stack.addWidget(screen)
        self._screens[code] = screen
        return screen

    def open(self, kind: str, id_: str) -> None:
        """Show one record in its room; without an id, the room."""
        screen = self.go(ROOM_OF.get(kind, ELSEWHERE))
        screen.read_now()
        if id_:
            screen.open(kind, id_)

    def do(self, code: str, id_: str) -> None:
        """Do a deed, and say what was done; "find" finds what `id_` says."""
        if code == "find":
            self.find_anything(id_)
            return
        try:
            said = DEEDS[code].ask(self._tools, self, id_)
        except ScrutineerError as error:
            self._tools.messages.show_error(error)
            return
        if said:
            self._notice.say(said)

    def find_anything(self, words: str = "") -> None:
        """Find any record or command."""
        _show(Find(self._register.find, self._actions, self.open, self, words))

    def help(self) -> None:
        """Explain the screen that is open."""
        open_now = self._stack.currentWidget()
        code = next(code for code, screen in self._screens.items() if screen is open_now)
        _show(Help(code, self._tools, self))

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

    def restore(self, backup: Path) -> None:
        """Close the record, so that a backup can take its place."""
        self.close()
        self.restoring.emit(backup, self._register.path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below a certain width the sidebar keeps its icons alone."""
        super().resizeEvent(event)
        self._sidebar.collapse(theme.is_narrow(self))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place, let jobs end, let go of the file."""
        if self._is_open:
            for screen in self._screens.values():
                screen.finish()
            self._is_open = False
            self._preferences.geometry = self.saveGeometry()
            self._jobs.close()
            self._register.close()
        super().closeEvent(event)


def _show(dialog: QDialog) -> None:
    """Show a dialog until it is closed; its parent would keep it for as long as the window stands."""
    dialog.exec()
    dialog.deleteLater()
