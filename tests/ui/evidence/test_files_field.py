"""Files that came with something: chosen, dropped, left out, remembered by where they lie."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton
from pytestqt.qtbot import QtBot

from scrutineer.ui.evidence.files_field import FilesField
from tests.ui.challenges.room import Room, press, read
from tests.ui.fakes import ChoosingMessages
from tests.ui.window import key_in


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter as it lies on the desktop."""
    made = tmp_path / "Letter.pdf"
    made.write_bytes(b"%PDF" + b"1" * 2000)
    return made


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A second file."""
    made = tmp_path / "Plan.docx"
    made.write_bytes(b"PK" * 9)
    return made


def a_field(room: Room, qtbot: QtBot, *chosen: Path, one_only: bool = False) -> FilesField:
    messages = ChoosingMessages(*chosen)
    made = FilesField(replace(room.tools, messages=messages), one_only=one_only)
    made.call("files", "Files")
    qtbot.addWidget(made)
    made.show()
    return made


def names(field: FilesField) -> list[str]:
    return [file.file_name for file in field.value()]


def test_what_is_chosen_is_read_at_once_and_shown_with_its_size(room: Room, qtbot: QtBot, letter: Path, plan: Path):
    field = a_field(room, qtbot, letter, plan)
    edits: list[bool] = []
    field.edited.connect(lambda: edits.append(True))
    press(field, "add-file")
    letter.unlink()
    assert [(file.file_name, len(file.data)) for file in field.value()] == [("Letter.pdf", 2004), ("Plan.docx", 18)]
    assert "Letter.pdf · 2 KB" in read(field)
    assert edits
    assert room.tools.preferences.last_folder == letter.parent


def test_whoever_asked_hears_of_each_file_that_came(room: Room, qtbot: QtBot, letter: Path):
    field = a_field(room, qtbot)
    heard: list[str] = []
    field.came.connect(lambda file: heard.append(file.file_name))
    field.take([letter])
    assert heard == ["Letter.pdf"]


def test_a_file_that_cannot_be_kept_is_refused_in_words_and_the_others_stay(
    room: Room, qtbot: QtBot, letter: Path, tmp_path: Path
):
    field = a_field(room, qtbot)
    (tmp_path / "empty.pdf").touch()
    field.take([letter, tmp_path / "empty.pdf", tmp_path])
    assert names(field) == ["Letter.pdf"]
    assert len(field._tools.messages.said) == 2


def test_the_same_file_added_twice_is_there_once(room: Room, qtbot: QtBot, letter: Path):
    field = a_field(room, qtbot)
    field.take([letter, letter])
    assert names(field) == ["Letter.pdf"]


def test_one_is_left_out_by_keyboard_and_the_keyboard_stays_in_the_field(
    room: Room, qtbot: QtBot, letter: Path, plan: Path
):
    field = a_field(room, qtbot)
    field.take([letter, plan])
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    away = field.findChild(QAbstractButton, "leave-out-1")
    assert away.accessibleName() == "Leave out Letter.pdf"
    away.setFocus()
    key_in(away, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert names(field) == ["Plan.docx"]
    assert field.findChild(QPushButton, "add-file").hasFocus()


def test_where_only_one_is_asked_for_the_last_one_counts(room: Room, qtbot: QtBot, letter: Path, plan: Path):
    field = a_field(room, qtbot, letter, plan, one_only=True)
    press(field, "add-file")
    assert names(field) == ["Letter.pdf"]
    field.take([plan])
    assert names(field) == ["Plan.docx"]


def test_a_draft_reads_the_files_again_and_says_what_is_no_longer_there(
    room: Room, qtbot: QtBot, letter: Path, plan: Path
):
    field = a_field(room, qtbot)
    field.take([letter, plan])
    draft = field.draft()
    plan.unlink()
    again = a_field(room, qtbot)
    again.restore(draft)
    assert names(again) == ["Letter.pdf"]
    assert "No longer where it was, so please add it again: “Plan.docx”." in read(again)
    again.restore("")
    assert names(again) == []
