"""“Move the date”: the new one, who asked and why; the first one stays."""

from __future__ import annotations

from datetime import date

from scrutineer.ui.challenges import move_date
from scrutineer.ui.widgets.fields import TickField
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
    assert "Say why it moves." in seen[0]


def test_who_asked_and_who_agreed_are_kept_and_the_next_time_the_ledger_is_told(room: Room):
    _, (part,) = room.put(raised_on=date(2026, 10, 1))
    on_sheet(fill(due_on=date(2026, 12, 1), why="A vacancy", asked_by="The lead", agreed_by="The chief",
                  agreed_on=date(2026, 11, 20)))  # fmt: skip
    assert move_date.ask(room.tools, room.parent, part.id)
    (move,) = room.register.extensions.of_parts([part.id])[part.id]
    assert (move.asked_by, move.agreed_by, move.agreed_on) == ("The lead", "The chief", date(2026, 11, 20))
    seen: list[str] = []

    def act(sheet):
        seen.append(read(sheet))
        fill(agreed_on=date(2027, 1, 1))(sheet)
        seen.append(read(sheet))

    on_sheet(act)
    assert move_date.ask(room.tools, room.parent, part.id) == ""
    assert "It is due on 1 Dec 2026: second date, 23 working days later than first agreed." in seen[0]
    assert "That day has not come yet." in seen[1]


def test_the_same_date_is_agreed_with_others_of_the_challenge_who_are_ticked(room: Room):
    _, (police, icb, la) = room.put(room.police, room.icb, room.la)
    room.answer(la)

    def act(sheet):
        assert "LA" not in [one.text() for one in sheet.findChildren(TickField)], "LA has answered"
        fill(due_on=date(2027, 1, 8), why="The audit", addressee_ids=(police.id, icb.id))(sheet)

    on_sheet(act)
    said = move_date.ask(room.tools, room.parent, police.id)
    assert said == "The answer from Police and ICB is now due on 8 Jan 2027."
    assert {room.part(one).due_on for one in (police, icb)} == {date(2027, 1, 8)}


def test_nobody_ticked_is_said_beside_the_ticks_and_of_one_alone_nothing_is_to_be_ticked(room: Room):
    _, (police, _) = room.put(room.police, room.icb)
    _, (alone,) = room.put()
    seen: list[str] = []

    def act(sheet):
        fill(due_on=date(2027, 1, 8), why="The audit", addressee_ids=())(sheet)
        seen.append(sheet.form._blocks["addressee_ids"]._problem.text())

    on_sheet(act)
    assert move_date.ask(room.tools, room.parent, police.id) == ""
    assert seen == ["Tick whose date moves."]
    on_sheet(lambda sheet: seen.append(str(sheet.form._blocks["addressee_ids"].isVisible())))
    move_date.ask(room.tools, room.parent, alone.id)
    assert seen[1] == "False"


def test_of_one_who_has_answered_no_date_moves(room: Room):
    _, (part,) = room.put()
    room.answer(part)
    seen: list[str] = []
    on_sheet(lambda sheet: (fill(due_on=date(2027, 1, 8), why="The audit")(sheet), seen.append(read(sheet))))
    assert move_date.ask(room.tools, room.parent, part.id) == ""
    assert "No answer is awaited from this party" in seen[0]
