"""An e-mail pasted, or a file, fills what is still empty; what was typed stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from scrutineer.domain.reply import Channel, Reply
from scrutineer.ui.challenges.came_in import CameIn
from scrutineer.ui.widgets.form import Form
from tests.factories import TODAY
from tests.ui.challenges.room import Room, press, read

MAIL = (
    "From: Designated Doctor <doctor@icb.example>\nSent: 9 November 2026 14:05\nTo: The Scrutineer\n"
    "Subject: RE: Interviews\n\nWe accept this.\n\nFrom January it is so."
)
WORDS = "We accept this.\n\nFrom January it is so."


@pytest.fixture(autouse=True)
def clipboard(app: QApplication) -> Iterator[None]:
    """Nothing lies on it before, nor afterwards."""
    QApplication.clipboard().clear()
    yield
    QApplication.clipboard().clear()


class Sheet:
    """A form with the ways in above it, and whom it was guessed to be from."""

    def __init__(self, room: Room, qtbot: QtBot) -> None:
        self.preferred: list[str] = []
        self.came_in = CameIn(room.tools)
        self.form = Form(
            Reply, ["received_on", "channel", "sender", "subject", "text"], room.tools.desk, preview=False
        )
        self.form.load(Reply(received_on=TODAY, channel=Channel.FORM))
        self.came_in.files.call("files", "What came in")
        self.came_in.fill(self.form, self.preferred.append)
        qtbot.addWidget(self.form)
        qtbot.addWidget(self.came_in.files)
        self.form.show()

    def values(self) -> tuple[object, ...]:
        return tuple(self.form.values().values())

    def type(self, **words: str) -> None:
        for name, value in words.items():
            self.form.field(name).set_value(value)

    @property
    def words(self) -> QPlainTextEdit:
        return self.form.field("text").focusProxy()


@pytest.fixture
def sheet(room: Room, qtbot: QtBot) -> Sheet:
    return Sheet(room, qtbot)


AS_SENT = (date(2026, 11, 9), Channel.EMAIL, "Designated Doctor <doctor@icb.example>", "RE: Interviews", WORDS)


def test_an_e_mail_on_the_clipboard_fills_the_sheet_at_the_press_of_a_button(sheet: Sheet):
    QApplication.clipboard().setText(MAIL)
    press(sheet.came_in.files, "paste-mail")
    assert sheet.values() == AS_SENT
    assert sheet.preferred == ["Designated Doctor <doctor@icb.example>"]


def test_pasted_into_the_words_it_does_the_same_and_one_undo_brings_it_back_as_it_was(sheet: Sheet):
    sheet.words.insertPlainText(MAIL)
    assert sheet.values() == AS_SENT
    sheet.words.undo()
    assert sheet.words.toPlainText() == MAIL


def test_ordinary_words_are_left_alone_typed_or_pasted(sheet: Sheet):
    sheet.words.insertPlainText("From what we know, sent by the team: all is well and the date is right.")
    before = sheet.values()
    for letter in "From: a":
        sheet.words.insertPlainText(letter)
    assert sheet.values()[:4] == before[:4] == (TODAY, Channel.FORM, "", "")


def test_what_was_typed_stays_and_further_words_stand_below(sheet: Sheet):
    sheet.type(sender="The chief", subject="Mine", text="Said on the telephone first.", received_on=date(2026, 11, 12))
    QApplication.clipboard().setText(MAIL)
    press(sheet.came_in.files, "paste-mail")
    assert sheet.values() == (
        date(2026, 11, 12), Channel.EMAIL, "The chief", "Mine", f"Said on the telephone first.\n\n{WORDS}",
    )  # fmt: skip
    assert sheet.preferred == []


def test_a_day_that_has_not_come_is_not_taken_over(sheet: Sheet):
    sheet.words.insertPlainText(MAIL.replace("9 November", "9 December"))
    assert sheet.values()[0] == TODAY


def test_a_clipboard_without_an_e_mail_says_how_to_copy_one(sheet: Sheet):
    QApplication.clipboard().setText("Hello")
    press(sheet.came_in.files, "paste-mail")
    assert "The clipboard holds no e-mail." in read(sheet.came_in.files)
    QApplication.clipboard().setText(MAIL)
    press(sheet.came_in.files, "paste-mail")
    assert "The clipboard holds no e-mail." not in read(sheet.came_in.files)


def test_a_saved_e_mail_fills_the_sheet_and_a_letter_says_that_it_is_one(sheet: Sheet, tmp_path: Path):
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF")
    sheet.came_in.files.take([letter])
    assert sheet.values()[1] is Channel.LETTER
    saved = tmp_path / "saved.eml"
    saved.write_bytes(
        b"From: Designated Doctor <doctor@icb.example>\r\nDate: Mon, 9 Nov 2026 14:05:00 +0000\r\n"
        b"Subject: RE: Interviews\r\n\r\nWe accept this.\r\n\r\nFrom January it is so."
    )
    sheet.came_in.files.take([saved])
    assert sheet.values() == AS_SENT


def test_the_keyboard_begins_at_an_e_mail_that_waits_to_be_pasted_and_else_at_the_date(
    room: Room, qtbot: QtBot, sheet: Sheet
):
    assert sheet.came_in.files.focusProxy() is sheet.form.field("received_on")
    QApplication.clipboard().setText(MAIL)
    again = Sheet(room, qtbot)
    assert again.came_in.files.focusProxy() is again.came_in.files.findChild(QPushButton, "paste-mail")
