"""What was typed is there again: after a power cut in the middle of a sheet, and after a disk that was full."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from scrutineer.register.register import Register
from scrutineer.ui.widgets import form
from tests.factories import a_partnership, a_scrutineer, an_agency
from tests.journeys.person import PASSPHRASE, Person

WORDS = "What I saw, and have not saved"


@pytest.fixture
def record(me: Person) -> Path:
    """A closed record with one agency in it."""
    file = me.folder / "home" / "example.scrutiny"
    register = Register.begin(file, PASSPHRASE, a_partnership(), a_scrutineer())
    register.agencies.save(an_agency())
    register.close()
    return file


def unlock(me: Person, file: Path) -> None:
    me.start(file)
    me.into("passphrase", PASSPHRASE)
    me.key(Qt.Key.Key_Return)
    me.look()


def what_a_dead_program_leaves(me: Person, file: Path) -> Path:
    """The bytes on the disk at this moment: nobody has closed anything."""
    left = me.folder / "after"
    shutil.copytree(file.parent, left)
    return left / file.name


def test_words_that_were_not_saved_survive_the_death_of_the_program(me: Person, record: Path, monkeypatch):
    monkeypatch.setattr(form, "_PAUSE", 1)      # instead of a second without a key
    unlock(me, record)
    left: list[Path] = []

    def die() -> None:
        me.tick("Police")
        me.into("title", WORDS)
        me.into("strength-1", "Warm handovers")
        QTest.qWait(20)
        left.append(what_a_dead_program_leaves(me, record))

    me.on_sheet(lambda: me.press("note"), die)
    me.leave()

    def see() -> None:
        assert "What you typed last time is here again." in me.reads()
        me.fill_in()

    unlock(me, left[0])
    said = me.on_sheet(lambda: me.press("note"), see)
    assert "noted, with 1 strength" in said
    [noted] = me.register.activities.all()
    assert noted.title == WORDS
    assert me.register.drafts.places() == []


def test_a_full_disk_is_told_and_the_sheet_keeps_its_words_until_there_is_room(me: Person, record: Path):
    unlock(me, record)
    ask = me.register._record.database.execute_sql

    def save_twice() -> None:
        me.into("title", WORDS)
        me.find(QPlainTextEdit, "note").setPlainText("A line of what I saw.\n" * 2_000)
        sheet = me.front
        [[pages]] = ask("PRAGMA page_count").fetchall()
        ask(f"PRAGMA max_page_count = {pages}")      # a disk on which the file cannot grow
        me.control(Qt.Key.Key_Return)
        assert sheet.isVisible()
        assert me.messages.said == ["There is no room left on the disk, so this was not saved."]
        assert me.register.activities.all() == []
        ask("PRAGMA max_page_count = 1000000")
        me.fill_in()

    said = me.on_sheet(lambda: me.press("note"), save_twice)
    assert said.endswith("noted.")
    [noted] = me.register.activities.all()
    assert (noted.title, noted.note.count("saw")) == (WORDS, 2_000)
