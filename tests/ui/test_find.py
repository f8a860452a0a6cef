"""Find anything: typed, chosen with the arrow keys, opened with Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget

from scrutineer.register.register import Hit
from scrutineer.ui.find import Find
from tests.ui.window import key_in, part

HITS = [Hit("agency", "1", "Exampleshire Constabulary"), Hit("paper_section", "2", "Bottom line")]


class Palette:
    """The palette over two records and two commands, and what was done."""

    def __init__(self, words: str = "") -> None:
        self.asked: list[str] = []
        self.opened: list[tuple[str, str]] = []
        self.run: list[str] = []
        commands = [self._command("Back up now", "Ctrl+Shift+B"), self._command("&Papers", "Ctrl+6")]
        self.shown = Find(self._find, commands, lambda kind, id_: self.opened.append((kind, id_)), words=words)
        self.box, self.list = part(self.shown, QLineEdit, "find-words"), part(self.shown, QListWidget, "find-list")
        self.commands = commands

    def _command(self, name: str, keys: str) -> QAction:
        made = QAction(name)
        made.setShortcut(keys)
        made.triggered.connect(lambda: self.run.append(name))
        return made

    def _find(self, words: str) -> list[Hit]:
        self.asked.append(words)
        return [hit for hit in HITS if words and words.casefold() in hit.title.casefold()]

    def rows(self) -> list[str]:
        return [self.list.item(row).text() for row in range(self.list.count())]


@pytest.fixture
def palette(qtbot) -> Palette:
    made = Palette()
    qtbot.addWidget(made.shown)
    made.shown.show()
    return made


def test_before_anything_is_typed_the_commands_are_there_with_their_keys(palette):
    assert palette.rows() == ["Back up now    Ctrl+Shift+B", "Papers    Ctrl+6"]


def test_records_and_commands_are_found_by_their_words_in_any_order(palette):
    QTest.keyClicks(palette.box, "line")
    assert palette.rows() == ["Bottom line\nPaper section"]
    palette.box.setText("now back")
    assert palette.rows() == ["Back up now    Ctrl+Shift+B"]


def test_enter_opens_the_record_that_the_arrow_keys_chose(palette):
    QTest.keyClicks(palette.box, "a")      # both commands, and the agency after them
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Down):
        key_in(palette.box, key)
    key_in(palette.box, Qt.Key.Key_Return)
    assert palette.opened == [("agency", "1")]
    assert not palette.shown.isVisible()


def test_enter_runs_a_command_once_the_palette_is_gone(palette):
    palette.commands[0].triggered.connect(lambda: palette.run.append(str(palette.shown.isVisible())))
    QTest.keyClicks(palette.box, "back")
    key_in(palette.box, Qt.Key.Key_Return)
    assert palette.run == ["Back up now", "False"]


def test_nothing_found_is_said_and_enter_then_does_nothing(palette):
    QTest.keyClicks(palette.box, "zzz")
    assert palette.shown._none.isVisible()
    key_in(palette.box, Qt.Key.Key_Return)
    assert palette.shown.isVisible()
    palette.box.clear()
    assert not palette.shown._none.isVisible()


def test_escape_leaves_everything_as_it_was(palette):
    key_in(palette.box, Qt.Key.Key_Escape)
    assert not palette.shown.isVisible()
    assert (palette.opened, palette.run) == ([], [])


def test_words_typed_elsewhere_are_taken_over(qtbot):
    made = Palette("bottom")
    qtbot.addWidget(made.shown)
    assert made.box.text() == "bottom"
    assert made.rows() == ["Bottom line\nPaper section"]
