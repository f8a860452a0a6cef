"""“Put it to others too”: further parties, each with its own clock."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.challenge import Addressee, Status
from scrutineer.ui.challenges import put_also
from scrutineer.ui.widgets.form_sheet import FormSheet
from tests.factories import TODAY
from tests.ui.challenges.room import Room, fill, on_sheet, read


def test_another_agency_is_asked_too_with_a_clock_from_that_day(room: Room):
    made, _ = room.put(raised_on=date(2026, 10, 1))

    def act(sheet: FormSheet) -> None:
        words = read(sheet)
        assert made.title in words
        offers = [one.text() for one in sheet.findChildren(object) if one.objectName().startswith("offer-")]
        assert "Police" not in offers, "it was put to them already"
        assert "ICB" in offers
        fill(parties=[Addressee(agency_id=room.icb.id)])(sheet)

    on_sheet(act)
    said = put_also.ask(room.tools, room.parent, made.id)
    assert said == f"{made.reference} was put to ICB as well."
    parts = room.register.challenges.parts(made.id)
    assert [one.agency_id for one in parts] == [room.police.id, room.icb.id]
    assert (parts[1].status, parts[1].due_on) == (Status.RAISED, date(2026, 12, 21))
    assert (TODAY, "Put to ICB as well", "") in room.register.story_of(made.id)


def test_nobody_named_and_a_day_to_come_are_refused_beside_their_fields(room: Room):
    made, _ = room.put()

    def act(sheet: FormSheet) -> None:
        sheet.save()
        assert sheet.form._blocks["parties"]._problem.text() == "Say to whom it is put."
        fill(parties=[Addressee(agency_id=room.icb.id)], on=date(2026, 12, 1))(sheet)
        assert "That day has not come yet" in sheet.form._blocks["on"]._problem.text()

    on_sheet(act)
    assert put_also.ask(room.tools, room.parent, made.id) == ""
    assert len(room.register.challenges.parts(made.id)) == 1
