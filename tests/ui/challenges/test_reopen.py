"""What had ended begins again, with its reason; the earlier ending stays on record."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Status
from scrutineer.domain.organisation import Serves
from scrutineer.ui.challenges import reopen
from scrutineer.ui.challenges.ended import earlier
from scrutineer.ui.widgets.form_sheet import FormSheet
from tests.factories import TODAY
from tests.ui.challenges.room import Room, fill, on_sheet, read


def told(room: Room, part: Addressee) -> list[str]:
    return earlier(room.register.dossier_of(part.challenge_id or "").parts[0], Serves.CHILDREN)


def test_it_is_asked_again_with_a_date_by_priority(room: Room):
    (part,) = room.closed()
    seen: list[str] = []
    on_sheet(lambda sheet: (seen.append(read(sheet)), fill(reopened_because="The test failed.")(sheet)))
    assert reopen.ask_again(room.tools, room.parent, part.id) == "Police is asked again."
    assert "It ended on 12 May 2026: A difference was seen. That stays on record." in seen[0]
    again = room.part(part)
    assert (again.status, again.due_on, again.reopened_on) == (Status.RAISED, date(2026, 12, 21), TODAY)
    (line,) = told(room, part)
    assert line == (
        "Closed on 12 May 2026 as “A difference was seen” (4 Difference to children); reopened on 23 Nov 2026 because: "
        "The test failed."
    )


def test_why_is_needed_and_a_date_ahead(room: Room):
    (part,) = room.closed()
    seen: list[str] = []
    on_sheet(lambda sheet: (fill(due_on=TODAY)(sheet), seen.append(read(sheet))))
    assert reopen.ask_again(room.tools, room.parent, part.id) == ""
    assert "Say why it is taken up again." in seen[0]
    assert "Give a new date, after the day on which it is reopened." in seen[0]
    assert room.part(part).status is Status.CLOSED


def test_it_is_reopened_with_an_action_which_is_the_agencys_own(room: Room):
    (part,) = room.closed()

    def act(sheet: FormSheet) -> None:
        sheet.form._blocks["reopened_because"].set_private(True)
        fill(reopened_because="It did not last.", actions=[Action(text="Read ten a month.")])(sheet)

    on_sheet(act)
    assert reopen.act_again(room.tools, room.parent, part.id) == "Police acts again."
    (action,) = room.register.challenges.actions(part.id)
    assert (action.text, action.agency_id) == ("Read ten a month.", room.police.id)
    assert room.part(part).status is Status.ACTION_AGREED
    assert room.part(part).private == ("reopened_because",)
    events = room.register.courses.events(part.challenge_id or "")
    assert events[-1].private == ("words",)


def test_an_action_is_needed(room: Room):
    (part,) = room.closed()
    seen: list[str] = []
    on_sheet(lambda sheet: (fill(reopened_because="It did not last.")(sheet), seen.append(read(sheet))))
    assert reopen.act_again(room.tools, room.parent, part.id) == ""
    assert "Write at least one action that is still to be done." in seen[0]


def test_what_was_withdrawn_is_taken_up_to_be_put_again(room: Room):
    made, (part,) = room.put()
    room.register.courses.withdraw(made.id, "Asked elsewhere.", "Police", TODAY)
    on_sheet(fill(reopened_because="Nobody answered there."))
    said = reopen.take_up(room.tools, room.parent, part.id)
    assert said == "Taken up again with Police: it is to be put again."
    assert room.part(part).status is Status.DRAFT
    assert told(room, part) == [
        "Withdrawn on 23 Nov 2026; taken up again on 23 Nov 2026 because: Nobody answered there."
    ]
