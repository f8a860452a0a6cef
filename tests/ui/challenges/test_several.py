"""“Several at once”: one chase, one new date or one reply for everybody who is ticked."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.challenge import Status
from scrutineer.domain.note import Note, NoteKind
from scrutineer.ui.challenges import several
from scrutineer.ui.challenges.several import Done
from scrutineer.ui.widgets.form_sheet import FormSheet
from tests.factories import TODAY
from tests.ui.challenges.room import Room, choose, fill, on_sheet, read

LATER = date(2027, 1, 8)


def shown(sheet: FormSheet) -> set[str]:
    return {name for name, block in sheet.form._blocks.items() if block.isVisible()}


def test_everybody_whose_answer_is_awaited_can_be_ticked_the_latest_first(room: Room):
    room.put(room.police, title="Interviews")
    _, (late,) = room.put(room.icb, title="Strategy meetings", raised_on=date(2026, 9, 1))
    seen: list[str] = []
    on_sheet(lambda sheet: seen.append(read(sheet)))
    assert several.ask(room.tools, room.parent) == ""
    assert "answer awaited since 29 Sep (39 working days)" in seen[0]
    assert seen[0].index("C-2026-002 Strategy meetings") < seen[0].index("C-2026-001 Interviews")
    assert room.register.notes.of(late.id) == []


def test_one_chase_is_noted_on_each_and_private_words_stay_so(room: Room):
    _, (police, icb) = room.put(room.police, room.icb)

    def act(sheet: FormSheet) -> None:
        assert shown(sheet) == {"done", "noted_on", "addressee_ids", "text"}
        sheet.form._blocks["text"].set_private(True)
        fill(text="Rang both.", noted_on=date(2026, 11, 20))(sheet)

    on_sheet(act)
    assert several.ask_chase(room.tools, room.parent, [police.id, icb.id]) == "Chased on 20 Nov 2026: 2 parties."
    notes = room.register.desk.reader.all(Note)
    assert [(one.subject_id, one.kind, one.text, one.noted_on, one.private) for one in notes] == [
        (id_, NoteKind.CHASED, "Rang both.", date(2026, 11, 20), ("text",)) for id_ in (police.id, icb.id)
    ]


def test_one_date_is_agreed_with_all_or_none(room: Room):
    _, (police, icb) = room.put(room.police, room.icb)

    def act(sheet: FormSheet) -> None:
        sheet.save()
        assert "Give the new date." in read(sheet)
        assert room.part(police).due_on != LATER
        fill(due_on=LATER, why="The audit is late.", asked_by="Both leads", agreed_by="The scrutineer")(sheet)

    on_sheet(act)
    said = several.ask_extend(room.tools, room.parent, [police.id, icb.id])
    assert said == "The answers of 2 parties are now due on 8 Jan 2027."
    moves = room.register.extensions.of_parts([police.id, icb.id])
    assert [(one.new_due_on, one.asked_by) for line in moves.values() for one in line] == [(LATER, "Both leads")] * 2


def test_one_reply_goes_on_to_its_own_sheet_with_the_same_ones_ticked(room: Room):
    _, (police, icb, la) = room.put(room.police, room.icb, room.la)
    ticked: list[set[str]] = []

    def reply(sheet: FormSheet) -> None:
        ticked.append(set(sheet.form.values()["answers"]))

    def act(sheet: FormSheet) -> None:
        choose(sheet, done=Done.REPLY)
        assert shown(sheet) == {"done", "addressee_ids"}
        on_sheet(reply)
        sheet.save()

    on_sheet(act)
    several.ask(room.tools, room.parent, f"{police.id} {la.id}")
    assert ticked == [{police.id, la.id}]
    assert room.part(icb).status is Status.RAISED


def test_nobody_ticked_and_a_day_left_out_are_said_beside_their_fields(room: Room):
    _, (part,) = room.put()

    def act(sheet: FormSheet) -> None:
        sheet.save()
        assert sheet.form._blocks["addressee_ids"]._problem.text() == "Tick at least one."
        choose(sheet, addressee_ids=(part.id,), noted_on=None)
        sheet.save()
        assert sheet.form._blocks["noted_on"]._problem.text() == "Say on which day."

    on_sheet(act)
    assert several.chase(room.tools, room.parent) == ""


def test_what_was_ticked_and_left_is_ticked_again(room: Room):
    _, (part,) = room.put()
    on_sheet(lambda sheet: choose(sheet, addressee_ids=(part.id,), done=Done.EXTEND))
    several.ask(room.tools, room.parent)

    def act(sheet: FormSheet) -> None:
        assert sheet.form.field("addressee_ids").value() == (part.id,)
        assert "due_on" in shown(sheet)
        fill(due_on=LATER, why="Later.")(sheet)

    on_sheet(act)
    assert several.ask(room.tools, room.parent)
    assert room.part(part).due_on == LATER


def test_the_menus_ways_in_begin_with_what_they_are_called(room: Room):
    room.put()
    found: list[object] = []
    for way in (several.chase, several.move):
        on_sheet(lambda sheet: found.append(sheet.form.field("done").value()))
        way(room.tools, room.parent, "")
    assert found == [Done.CHASE, Done.EXTEND]


def test_a_chase_of_today_is_proposed(room: Room):
    room.put()
    found: list[object] = []
    on_sheet(lambda sheet: found.append(sheet.form.field("noted_on").value()))
    several.ask(room.tools, room.parent)
    assert found == [TODAY]
