"""A person at the real program: presses its keys and buttons by name, and reads what it says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from scrutineer.app import Scrutineer
from scrutineer.register.register import Register
from scrutineer.ui.jobs import InlineJobs
from scrutineer.ui.main_window import MainWindow
from scrutineer.ui.preferences import Preferences
from scrutineer.ui.rooms import PLACES
from scrutineer.ui.widgets.card import Card
from scrutineer.ui.widgets.card_row import Row
from scrutineer.ui.widgets.chip import ChipLabel
from scrutineer.ui.widgets.notice import Notice
from scrutineer.ui.widgets.words import as_given
from tests.ui import window
from tests.ui.fakes import ChoosingMessages

W = TypeVar("W", bound=QWidget)
PASSPHRASE = "otter-lantern-gravel-plum"
EDITORS = (QLineEdit, QPlainTextEdit, QComboBox)


class Person:
    """Sees and uses only the window in front; what `messages.chosen` holds is answered to file dialogs, in turn."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.messages = ChoosingMessages()
        habits = Preferences(QSettings(str(folder / "habits.ini"), QSettings.Format.IniFormat))
        self.program = Scrutineer(self.messages, habits, InlineJobs)

    def start(self, path: Path | None = None, *, demo: bool = False) -> None:
        """Start the program."""
        self.program.start(path, demo=demo)
        self.look()

    def leave(self) -> None:
        """Close whatever is open, and end the program."""
        self.program.close()

    @property
    def window(self) -> MainWindow:
        """The main window."""
        assert self.program.window is not None
        return self.program.window

    @property
    def register(self) -> Register:
        """The record behind the main window: to ask what was kept, never to write."""
        return self.window._register

    @property
    def front(self) -> QWidget:
        """The window in front."""
        window = self.program.window
        past = window.reading if window else None      # over a past day, in the window's place
        front = QApplication.activeModalWidget() or self.program.entrance or past or window
        assert front is not None
        return front

    # The eyes

    def look(self) -> QWidget:
        """Let what is under way come to rest, and look at the window in front."""
        self.front.activateWindow()
        for _ in range(3):
            QApplication.processEvents()
        return self.front

    def find(self, kind: type[W] | tuple[type[W], ...], name: str, *, among: int = 1, place: int = 0) -> W:
        """The widget in sight with this objectName: the only one, or that in a place `among` so many."""
        found = [one for one in self.look().findChildren(QWidget, name) if isinstance(one, kind) and one.isVisible()]
        assert len(found) == among, f"{len(found)} in sight are called {name}"
        return found[place]

    def reads(self, within: QWidget | None = None) -> str:
        """All the words in sight."""
        place = within or self.look()
        words = [label.text() for label in place.findChildren(QLabel) if label.isVisibleTo(place)]
        words += ["\n".join(row.about.said) for row in place.findChildren(Row) if row.isVisibleTo(place)]
        words += [chip.accessibleName() for chip in place.findChildren(ChipLabel) if chip.isVisibleTo(place)]
        words += [text.toPlainText() for text in place.findChildren(QTextEdit) if text.isVisibleTo(place)]
        return as_given("\n".join(words))

    def card(self, title: str) -> str:
        """What a card of Today says."""
        [card] = [one for one in self.look().findChildren(Card) if one.accessibleName() == title]
        return self.reads(card)

    def place_of(self, name: str) -> QPoint:
        """Where a field stands in the window in front."""
        editor = self.find(EDITORS, name)
        return editor.mapTo(editor.window(), QPoint())

    def notice(self) -> str:
        """The quiet line at the bottom."""
        self.look()
        return self.window.findChild(Notice).said()

    # The hands

    def press(self, name: str, *, among: int = 1, place: int = 0) -> None:
        """Press the button in sight with this name."""
        button = self.find(QAbstractButton, name, among=among, place=place)
        assert button.isEnabled(), f"{name} cannot be pressed"
        button.click()
        if QApplication.activeModalWidget() is None:
            self.look()

    def open(self, row: str) -> None:
        """Open a row of a card with Enter."""
        self.find(QFrame, row).setFocus()
        self.key(Qt.Key.Key_Return)
        self.look()

    def key(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        """Press a key where the keyboard is."""
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= one
        QTest.keyClick(QApplication.focusWidget() or self.front, key, modifiers)

    def control(self, key: Qt.Key) -> None:
        """Press Ctrl and a key."""
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def to_room(self, code: str) -> int:
        """Press the keys of a room; how many these are."""
        number = [place.code for place in PLACES].index(code) + 1
        held = [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier][: 1 if number <= 10 else 2]
        self.key(Qt.Key(Qt.Key.Key_0 + number % 10), *held)
        return 1 + len(held)

    def type(self, words: str) -> None:
        """Type where the keyboard is."""
        place = QApplication.focusWidget()
        assert place is not None, "the keyboard is nowhere"
        QTest.keyClicks(place, words)

    def into(self, name: str, words: str) -> None:
        """Go to a field and type in place of what stands there; in a list to choose from, the first word."""
        editor = self.find(EDITORS, name)
        editor.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(editor, QComboBox) and not editor.isEditable():
            self.type(words.split(maxsplit=1)[0])      # a blank would let the list down
            assert editor.currentText().startswith(words), editor.currentText()
        else:
            self.control(Qt.Key.Key_A)
            self.type(words)

    def tick(self, words: str) -> None:
        """Tick the box in sight whose words begin so."""
        boxes = self.look().findChildren(QCheckBox)
        [box] = [one for one in boxes if one.text().startswith(words) and one.isVisible()]
        box.setFocus()
        self.key(Qt.Key.Key_Space)

    def on_sheet(self, opens: Callable[[], object], does: Callable[[], object]) -> str:
        """Open a sheet and do something on it; gives what the quiet line says afterwards."""
        failures: list[AssertionError] = []
        came: list[QDialog] = []

        def act(sheet: QDialog) -> None:
            came.append(sheet)
            self.look()
            try:
                does()
            except AssertionError as failure:      # raised here, Qt would keep it to itself until the end
                failures.append(failure)

        window.on_sheet(act)
        opens()
        if failures:
            raise failures[0]
        assert came, "no sheet came"
        return self.notice()

    def fill_in(self, *ticked: str, **typed: str) -> None:
        """Tick boxes on the sheet in front, type into its fields, and save with Ctrl+Enter."""
        sheet = self.front
        for words in ticked:
            self.tick(words)
        for name, words in typed.items():
            self.into(name, words)
        self.control(Qt.Key.Key_Return)
        assert not sheet.isVisible(), f"not saved: {self.reads(sheet)}"

    def asked(self, button: str, *ticked: str, among: int = 1, place: int = 0, **typed: str) -> str:
        """Press a button and fill in the sheet that it opens; gives what the quiet line says afterwards."""
        opens = partial(self.press, button, among=among, place=place)
        return self.on_sheet(opens, partial(self.fill_in, *ticked, **typed))
