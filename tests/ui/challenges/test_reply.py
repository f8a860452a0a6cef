"""“Record an answer”: entered once, ticked to every part that it answers."""

from __future__ import annotations

from PySide6.QtCore import Qt

from scrutineer.domain.challenge import Position, Status
from scrutineer.domain.reply import Channel, ReplyKind
from scrutineer.register.replies import Answer
from scrutineer.ui.challenges import reply
from tests.factories import TODAY
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
