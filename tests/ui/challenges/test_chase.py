"""“Note a chase”, of one party or of a whole challenge."""

from __future__ import annotations

from scrutineer.domain.note import NoteKind
from scrutineer.ui.challenges import chase
from tests.ui.challenges.room import Room, fill, on_sheet


def test_a_party_is_chased_with_one_key(room: Room):
    _, (part,) = room.put()
    on_sheet(fill())
    assert chase.ask(room.tools, room.parent, part.id) == "Chased on 23 Nov 2026: Police."
    assert [one.kind for one in room.register.notes.of(part.id)] == [NoteKind.CHASED]
    assert room.part(part) == part, "no status is changed"


def test_a_challenge_is_chased_as_a_whole(room: Room):
    made, _ = room.put()
    on_sheet(fill())
    assert chase.ask(room.tools, room.parent, made.id) == f"Chased on 23 Nov 2026: {made.title}."
