"""“Give my view” of the last answer of a party."""

from __future__ import annotations

import pytest

from scrutineer.domain.challenge import Quality
from scrutineer.domain.errors import Invalid
from scrutineer.ui.challenges import view
from scrutineer.ui.widgets.form_sheet import FormSheet
from tests.factories import TODAY
from tests.ui.challenges.room import Room, fill, on_sheet, press, read


def test_a_view_is_of_today_and_may_be_private(room: Room):
    _, (part,) = room.put()
    room.answer(part)

    def act(sheet: FormSheet) -> None:
        press(sheet, "my_view-private")
        fill(quality=Quality.PARTIAL, my_view="They knew.", short_form="Accepted")(sheet)

    on_sheet(act)
    assert view.ask(room.tools, room.parent, part.id) == "Your view of the answer from Police is kept."
    (response,) = room.register.challenges.responses(part.id)
    assert (response.quality, response.judged_on, response.private) == (Quality.PARTIAL, TODAY, ("my_view",))
    assert response.short_form == "Accepted"


def test_it_is_asked_whether_it_is_an_answer(room: Room):
    _, (part,) = room.put()
    room.answer(part)
    seen: list[str] = []
    on_sheet(lambda sheet: (sheet.save(), seen.append(read(sheet))))
    assert view.ask(room.tools, room.parent, part.id) == ""
    assert "Say whether it is an answer." in seen[0]


def test_without_an_answer_there_is_nothing_to_view(room: Room):
    _, (part,) = room.put()
    with pytest.raises(Invalid, match="no answer of Police"):
        view.ask(room.tools, room.parent, part.id)
