"""“Move the date”: the new one, who asked and why; the first one stays."""

from __future__ import annotations

from datetime import date

from scrutineer.ui.challenges import move_date
from tests.ui.challenges.room import Room, fill, on_sheet, read


def test_a_date_is_moved_with_its_reason_and_the_first_one_stays(room: Room):
    _, (part,) = room.put()
    on_sheet(fill(due_on=date(2027, 1, 8), why="Police: a vacancy"))
    said = move_date.ask(room.tools, room.parent, part.id)
    assert said == "The answer from Police is now due on 8 Jan 2027."
    moved = room.part(part)
    assert (moved.first_due_on, moved.due_on) == (date(2026, 12, 21), date(2027, 1, 8))


def test_the_sheet_says_what_holds_now_and_what_is_missing(room: Room):
    _, (part,) = room.put()
    seen: list[str] = []
    on_sheet(lambda sheet: (sheet.save(), seen.append(read(sheet))))
    assert move_date.ask(room.tools, room.parent, part.id) == ""
    assert "It is due on 21 Dec 2026." in seen[0]
    assert "Give the new date." in seen[0]
    assert "Say who asked for it, and why." in seen[0]
