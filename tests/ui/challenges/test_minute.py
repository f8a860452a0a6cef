"""Words that I noted as I heard them are confirmed by a minute."""

from __future__ import annotations

import pytest

from scrutineer.domain.errors import NotFound
from scrutineer.domain.organisation import Meeting
from scrutineer.domain.reply import Channel
from scrutineer.ui.challenges import minute
from tests.factories import TODAY
from tests.ui.challenges.room import Room, fill, on_sheet, read


def test_a_minute_confirms_what_was_heard_and_says_at_which_meeting(room: Room):
    _, (part,) = room.put()
    reply = room.answer(part, channel=Channel.SPOKEN, sender="The chief")
    (response,) = room.register.challenges.responses(part.id)
    meeting = room.register.meetings.save(Meeting(held_on=TODAY))
    seen: list[str] = []
    on_sheet(lambda sheet: (seen.append(read(sheet)), fill(minute_ref="EG 4.2", meeting_id=meeting.id)(sheet)))
    said = minute.ask(room.tools, room.parent, response.id)
    assert said == "Confirmed by minute EG 4.2: no longer “as I heard it”."
    assert "Heard on 23 Nov 2026 from The chief." in seen[0]
    after = room.register.replies.get(reply.id)
    assert (after.as_i_heard_it, after.minute_ref, after.meeting_id) == (False, "EG 4.2", meeting.id)


def test_without_its_reference_nothing_is_confirmed(room: Room):
    _, (part,) = room.put()
    reply = room.answer(part, channel=Channel.SPOKEN)
    seen: list[str] = []
    on_sheet(lambda sheet: (sheet.save(), seen.append(read(sheet))))
    assert minute.ask(room.tools, room.parent, reply.id) == ""
    assert "Give the reference of the minute." in seen[0]
    assert room.register.replies.get(reply.id).as_i_heard_it


def test_of_what_is_no_reply_there_is_nothing_to_confirm(room: Room):
    with pytest.raises(NotFound):
        minute.ask(room.tools, room.parent, "0" * 32)
