"""A dated line on a challenge, or on one of its parties."""

from __future__ import annotations

from scrutineer.domain.note import NoteKind
from scrutineer.ui.challenges import note
from tests.factories import TODAY
from tests.ui.challenges.room import Room, fill, on_sheet


def test_a_line_on_a_challenge_is_mine_and_of_today(room: Room):
    made, _ = room.put()
    on_sheet(fill(kind=NoteKind.MET, text="At the Executive Group."))
    assert note.ask(room.tools, room.parent, made.id) == f"Met on 23 Nov 2026: {made.title}."
    (kept,) = room.register.notes.of(made.id)
    assert (kept.noted_on, kept.text, kept.scrutineer_id) == (TODAY, "At the Executive Group.", room.register.desk.me)


def test_a_line_that_is_left_is_not_kept(room: Room):
    made, _ = room.put()
    on_sheet(lambda sheet: sheet.reject())
    assert note.ask(room.tools, room.parent, made.id) == ""
    assert room.register.notes.of(made.id) == []


def test_a_line_on_a_party_names_it(room: Room):
    _, (part,) = room.put()
    on_sheet(fill(kind=NoteKind.RANG, text="They asked whom to send it to."))
    assert note.ask(room.tools, room.parent, part.id) == "Rang on 23 Nov 2026: Police."
    assert [one.kind for one in room.register.notes.of(part.id)] == [NoteKind.RANG]
