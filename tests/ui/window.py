"""A real record behind the screens, and hands that act on the sheet that is in front."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from scrutineer.exchange.opened import OpenedCopies
from scrutineer.register.register import Register
from scrutineer.storage import key
from scrutineer.ui.jobs import InlineJobs
from scrutineer.ui.preferences import Preferences
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.card_row import Row
from scrutineer.ui.widgets.form import Form
from scrutineer.ui.widgets.words import Words
from tests.factories import MOMENT, TODAY, a_partnership, a_scrutineer
from tests.ui.fakes import FakeMessages

W = TypeVar("W", bound=QWidget)


class Said:
    """What the quiet line was told, and what the last notice offered to do."""

    def __init__(self) -> None:
        self.sentences: list[str] = []
        self.then: Callable[[], object] | None = None

    def __call__(self, sentence: str, action: str = "", then: Callable[[], object] | None = None) -> None:
        self.sentences.append(sentence)
        self.then = then


def begun(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Register:
    """A record in which nothing has been written yet but whose it is."""
    monkeypatch.setattr(key, "ROUNDS", 1)
    return Register.begin(
        folder / "example.scrutiny", "three invented words", a_partnership(), a_scrutineer(),
        today=lambda: TODAY, now=lambda: MOMENT,
    )


def tools_for(register: Register, folder: Path) -> Tools:
    """What a screen is handed, with nothing in it that waits for a person."""
    messages = FakeMessages()
    preferences = Preferences(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    copies = OpenedCopies(folder / "opened")
    return Tools(register, InlineJobs(messages), messages, preferences, Said(), copies=copies)


def on_sheet(act: Callable[[QDialog], object], patience: int = 100) -> None:
    """Do this with the next sheet as soon as it is in front; one that is left open is then cancelled."""

    def do() -> None:
        sheet = QApplication.activeModalWidget()
        if sheet is None and patience:      # a deed that was asked for by a queued signal opens it a little later
            QTimer.singleShot(2, lambda: on_sheet(act, patience - 1))
            return
        assert isinstance(sheet, QDialog)
        try:
            act(sheet)
        finally:
            if sheet.isVisible():
                sheet.reject()

    QTimer.singleShot(0, do)


def fill_in(**values: object) -> Callable[[QDialog], None]:
    """For `on_sheet`: these values in the fields of the form, then Save."""

    def act(sheet: QDialog) -> None:
        form = sheet.findChild(Form)
        assert form is not None
        for name, value in values.items():
            form.field(name).set_value(value)
        press(sheet, "save")

    return act


def said(within: QWidget) -> list[str]:
    """All the words of labels and of rows of cards that are in sight, as they are read from the top."""
    words: list[str] = []
    for one in within.findChildren(QWidget):
        if isinstance(one, Words) and one.isVisibleTo(within):
            words.append(one.said())
        elif isinstance(one, Row) and one.isVisibleTo(within):
            words.extend(one.about.said)
    return words


def part(within: QWidget, kind: type[W], name: str) -> W:
    """The widget with this objectName that is in sight or will be."""
    found = within.findChild(kind, name)
    assert found is not None, name
    return found


def press(within: QWidget, name: str) -> None:
    """Press a button by its objectName."""
    made = part(within, QAbstractButton, name)
    assert made.isEnabled(), name
    made.click()


def key_in(widget: QWidget, key: Qt.Key, control: bool = False) -> None:
    """Press one key, with or without Ctrl."""
    QTest.keyClick(widget, key, Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier)
