"""“Every change”: a plain list of old and new values, as text and never as markup."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutineer.ui.challenges import changes
from scrutineer.ui.challenges.changes import Changes
from tests.ui.challenges.room import Room, on_sheet, read


def test_every_old_and_new_value_can_be_read_with_its_reason(room: Room):
    made, (part,) = room.put()
    room.register.extensions.extend([part.id], date(2027, 1, 8), "Police: a vacancy")
    room.register.challenges.reword(replace(made, text="<b>Do</b> you know?"))
    seen: list[str] = []
    on_sheet(lambda shown: seen.append(read(shown)))
    assert changes.ask(room.tools, room.parent, made.id) == ""
    for words in ("21 Dec 2026", "8 Jan 2027", "why: Police: a vacancy", "before: Of 22 plans", "now: <b>Do</b> you"):
        assert words in seen[0]


def test_it_is_as_large_as_the_window_allows(room: Room, qtbot):
    shown = Changes("A title", [], room.tools, room.parent)
    assert shown.sizeHint().height() <= room.parent.height()
