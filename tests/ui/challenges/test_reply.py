"""“Record an answer”: entered once, ticked to every part that it answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QPlainTextEdit

from scrutineer.domain.challenge import Position, Status
from scrutineer.domain.errors import DiskFull
from scrutineer.domain.reply import Channel, ReplyKind
from scrutineer.register.replies import Answer
from scrutineer.ui.challenges import reply
from tests.factories import TODAY, a_contact
from tests.ui.challenges.room import Keyboard, Room, fill, on_sheet, press, read


def test_one_letter_answers_three_challenges_in_one_go(room: Room):
    parts = [room.put(title=title)[1][0] for title in ("First", "Second", "Third")]

    def act(sheet) -> None:
        for name, value in (("channel", Channel.LETTER), ("sender", "The Chief Constable"), ("text", "We accept.")):
            sheet.form.field(name).set_value(value)
        press(sheet, "answers-1")
        sheet.findChild(object, "position-1").restore(Position.ACCEPTED.value)
        press(sheet, "answers-2")
        press(sheet, "answers-3")
        sheet.save()

    on_sheet(act)
    assert reply.ask(room.tools, room.parent, "") == "The answer is recorded, for 3 parts of your challenges."
    (came_in,) = room.register.replies.all()
    assert (came_in.received_on, came_in.channel, came_in.sender) == (TODAY, Channel.LETTER, "The Chief Constable")
    assert [room.part(part).position for part in parts] == [Position.ACCEPTED] * 3
    assert {room.part(part).status for part in parts} == {Status.RESPONDED}


def test_asked_for_one_party_it_is_ticked_and_the_keyboard_alone_is_enough(room: Room):
    _, (part,) = room.put()
    keyboard = Keyboard()

    def by_keyboard(sheet) -> None:
        sheet.form.focus("text")
        keyboard.words("We accept.")
        sheet.findChild(object, "position-1").setFocus()
        keyboard.type("a")
        keyboard.key(Qt.Key.Key_Return, control=True)

    on_sheet(by_keyboard)
    assert reply.ask(room.tools, room.parent, part.id)
    assert room.part(part).position is Position.ACCEPTED


def test_what_is_missing_is_said_where_it_can_be_mended(room: Room):
    _, (part,) = room.put()
    seen: list[str] = []
    on_sheet(lambda sheet: (sheet.save(), seen.append(read(sheet))))
    assert reply.ask(room.tools, room.parent, part.id) == ""
    assert "Give the words, or where the reply is kept." in seen[0]
    assert "Say for each what position the answer takes." in seen[0]


def test_a_holding_reply_takes_no_position(room: Room):
    _, (part,) = room.put()
    seen: list[bool] = []

    def act(sheet) -> None:
        sheet.form.field("kind").restore(ReplyKind.HOLDING.value)
        seen.append(sheet.findChild(object, "position-1").isVisible())
        fill(text="We need a week.")(sheet)

    on_sheet(act)
    assert reply.ask(room.tools, room.parent, part.id)
    assert seen == [False]
    assert room.part(part).status is Status.ACKNOWLEDGED


def test_what_was_typed_and_ticked_is_there_again(room: Room):
    _, (part,) = room.put()

    def leave(sheet) -> None:
        sheet.form.restore_draft({"text": "We accept."})
        sheet.form.field("answers").set_value({part.id: Answer(Position.NOTED, "", "Noted")})

    on_sheet(leave)
    assert reply.ask(room.tools, room.parent, "") == ""
    on_sheet(fill())
    assert reply.ask(room.tools, room.parent, "")
    (response,) = room.register.challenges.responses(part.id)
    assert (response.position, response.short_form) == (Position.NOTED, "Noted")


MAIL = (
    b"From: Designated Doctor <doctor@icb.example>\r\nDate: Mon, 9 Nov 2026 14:05:00 +0000\r\n"
    b"Subject: RE: Interviews\r\n\r\nWe accept this."
)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter as it lies on the desktop."""
    made = tmp_path / "Letter.pdf"
    made.write_bytes(b"%PDF" * 100)
    return made


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    """An e-mail as Outlook saved it."""
    made = tmp_path / "RE Interviews.eml"
    made.write_bytes(MAIL)
    return made


def answered_with(**values: object):
    """For a sheet: the first part ticked and accepted, and these values; then Save."""
    def act(sheet) -> None:
        press(sheet, "answers-1")
        sheet.findChild(object, "position-1").restore(Position.ACCEPTED.value)
        fill(**values)(sheet)

    return act


def test_a_letter_is_kept_with_its_reply_and_says_where_the_words_are(room: Room, letter: Path):
    _, (part,) = room.put()
    on_sheet(answered_with())
    said = reply.of_files(room.tools, room.parent, [letter])
    assert said == "The answer is recorded, with 1 file, for 1 part of your challenges."
    (came_in,) = room.register.replies.all()
    assert (came_in.channel, came_in.where_kept) == (Channel.LETTER, "In this record: “Letter.pdf”")
    (file,) = room.register.attachments.of(came_in.id)
    assert room.register.attachments.content(file) == b"%PDF" * 100
    assert room.part(part).status is Status.RESPONDED


def test_an_e_mail_that_was_dropped_says_all_of_itself(room: Room, mail: Path):
    room.put(raised_on=TODAY.replace(month=10))
    on_sheet(answered_with())
    assert reply.of_files(room.tools, room.parent, [mail])
    (came_in,) = room.register.replies.all()
    assert (came_in.received_on, came_in.sender, came_in.subject, came_in.text, came_in.channel) == (
        TODAY.replace(day=9), "Designated Doctor <doctor@icb.example>", "RE: Interviews", "We accept this.",
        Channel.EMAIL,
    )  # fmt: skip
    assert came_in.where_kept == ""


def test_the_parts_of_the_agency_that_seems_to_have_written_come_first(room: Room, mail: Path):
    for agency in (room.la, room.police, room.icb):
        room.put(agency)
    room.register.contacts.save(a_contact(agency_id=room.icb.id, email="nurse@icb.example"))
    seen: list[str] = []
    on_sheet(lambda sheet: seen.extend(tick.text() for tick in sheet.findChildren(QCheckBox) if "due" in tick.text()))
    reply.of_files(room.tools, room.parent, [mail])
    assert [words.partition(" · ")[0] for words in seen] == ["ICB", "LA", "Police"]


def test_when_a_file_cannot_be_kept_nothing_is_and_the_sheet_stays(
    room: Room, letter: Path, monkeypatch: pytest.MonkeyPatch
):
    _, (part,) = room.put()

    def full(*_args) -> None:
        raise DiskFull("There is no room.")

    monkeypatch.setattr(room.register.attachments, "attach", full)
    stays: list[bool] = []
    on_sheet(lambda sheet: (answered_with()(sheet), stays.append(sheet.isVisible())))
    assert reply.of_files(room.tools, room.parent, [letter]) == ""
    assert stays == [True]
    assert room.messages.said == ["There is no room."]
    assert room.register.replies.all() == []
    assert room.part(part).status is Status.RAISED


def test_what_cannot_be_kept_is_told_and_with_nothing_left_nothing_is_asked(room: Room, letter: Path, tmp_path: Path):
    (tmp_path / "odd.exe").write_bytes(b"MZ")
    assert reply.of_files(room.tools, room.parent, [tmp_path / "odd.exe"]) == ""
    room.put()
    on_sheet(answered_with())
    assert reply.of_files(room.tools, room.parent, [tmp_path / "odd.exe", letter])
    assert len(room.messages.said) == 2


def test_a_file_dropped_on_the_sheet_itself_is_added_even_over_the_words(room: Room, letter: Path, mail: Path):
    room.put(raised_on=TODAY.replace(month=10))
    what = QMimeData()
    what.setUrls([QUrl.fromLocalFile(str(letter)), QUrl.fromLocalFile(str(mail))])
    buttons, keys, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction

    def act(sheet) -> None:
        words = sheet.findChild(QPlainTextEdit, "text").viewport()
        QApplication.sendEvent(words, QDragEnterEvent(QPoint(1, 1), copy, what, buttons, keys))
        QApplication.sendEvent(words, QDropEvent(QPointF(1, 1), copy, what, buttons, keys, QEvent.Type.Drop))
        QApplication.processEvents()
        assert sheet.form.field("text").value() == "We accept this."
        answered_with()(sheet)

    on_sheet(act)
    assert reply.ask(room.tools, room.parent, "") == (
        "The answer is recorded, with 2 files, for 1 part of your challenges."
    )


def test_a_further_word_stands_beside_the_first_answer(room: Room):
    _, (part,) = room.put()
    room.answer(part)
    on_sheet(fill(text="We add this."))
    assert reply.ask(room.tools, room.parent, part.id)
    assert [one.text for one in room.register.challenges.responses(part.id)] == ["We accept this.", "We add this."]
    assert room.part(part).status is Status.RESPONDED


def test_files_and_words_that_were_left_are_there_again(room: Room, letter: Path):
    room.put()

    def leave(sheet) -> None:
        sheet.form.field("files").take([letter])
        sheet.form.restore_draft({"sender": "The chief"})

    on_sheet(leave)
    assert reply.ask(room.tools, room.parent, "") == ""
    on_sheet(answered_with())
    assert reply.ask(room.tools, room.parent, "")
    (came_in,) = room.register.replies.all()
    assert came_in.sender == "The chief"
    assert [one.file_name for one in room.register.attachments.of(came_in.id)] == ["Letter.pdf"]
