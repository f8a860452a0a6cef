"""“Agree the action”: one or several at once, each with who, by when and how it will be known."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.challenge import Status
from scrutineer.ui.challenges import agree
from scrutineer.ui.widgets.date_field import DateField
from scrutineer.ui.widgets.field import Desk
from scrutineer.ui.widgets.fields import TextField
from tests.ui.challenges.room import Room, on_sheet, press, read


def typed(within, **texts: str) -> None:
    for name, text in texts.items():
        within.findChild(object, name.replace("__", "-")).setText(text)


def test_several_actions_are_agreed_in_one_step(room: Room):
    _, (part,) = room.put()
    room.answer(part)

    def act(sheet):
        typed(sheet, text__1="Audit twenty plans.", owner_role__1="Head of service", due_on__1="8 Jan 2027")
        press(sheet, "another-action")
        typed(sheet, text__2="Tell the Board.", measure__2="A minute")
        sheet.save()

    on_sheet(act)
    assert agree.ask(room.tools, room.parent, part.id) == "2 actions agreed with Police."
    first, second = room.register.challenges.actions(part.id)
    assert (first.text, first.owner_role, first.due_on) == ("Audit twenty plans.", "Head of service", date(2027, 1, 8))
    assert (second.text, second.measure, second.agency_id) == ("Tell the Board.", "A minute", room.police.id)
    assert room.part(part).status is Status.ACTION_AGREED


def test_it_may_have_been_agreed_on_a_day_before_but_not_on_one_to_come(room: Room):
    _, (part,) = room.put(raised_on=date(2026, 9, 1))
    room.answer(part, received_on=date(2026, 9, 10))
    seen: list[str] = []

    def act(sheet):
        typed(sheet, text__1="Audit twenty plans.", on="1 Dec 2026")
        sheet.save()
        seen.append(read(sheet))
        typed(sheet, on="11 Sep 2026")
        sheet.save()

    on_sheet(act)
    assert agree.ask(room.tools, room.parent, part.id)
    assert "That day has not come yet" in seen[0]
    assert (date(2026, 9, 11), "Agreed with Police what will be done", "") in room.register.story_of(part.challenge_id)


def test_without_words_nothing_is_agreed(room: Room):
    _, (part,) = room.put()
    room.answer(part)
    seen: list[str] = []
    on_sheet(lambda sheet: (sheet.save(), seen.append(read(sheet))))
    assert agree.ask(room.tools, room.parent, part.id) == ""
    assert "Write at least one action" in seen[0]


def test_what_is_typed_survives_as_a_draft_even_where_it_is_no_date_yet(desk: Desk, qtbot):
    field, again = agree.ActionsField(desk), agree.ActionsField(desk)
    for one in (field, again):
        qtbot.addWidget(one)
        one.set_value(())
    field.findChild(TextField, "text-1").setText("Audit")
    field.findChild(DateField).restore("soon")
    assert "not a date" in field.problem()
    again.restore(field.draft())
    assert again.draft() == field.draft()
    assert again.value()[0].text == "Audit"
