from __future__ import annotations

from datetime import timedelta

from scrutineer.register.register import Register
from scrutineer.ui.agencies.page import AgenciesScreen
from scrutineer.ui.widgets.words import Words
from tests.factories import TODAY, a_body
from tests.ui.agencies.conftest import press, said
from tests.ui.window import fill_in, on_sheet


def test_a_papers_deadline_after_the_meeting_is_refused_beside_its_field(
    screen: AgenciesScreen, register: Register
) -> None:
    register.bodies.save(a_body())
    screen.open("body", register.bodies.all()[0].id)
    seen: list[str] = []

    def act(sheet):
        fill_in(held_on=TODAY, papers_due_on=TODAY + timedelta(days=1))(sheet)
        seen.extend(words.said() for words in sheet.findChildren(Words))

    on_sheet(act)
    press(screen, "step-meeting-of")
    assert "The papers deadline lies after the meeting." in seen
    assert register.meetings.all() == []


def test_the_partnerships_rules_are_edited_and_its_letters_checked(screen: AgenciesScreen, register: Register) -> None:
    screen.open("partnership", register.partnership.id)
    on_sheet(fill_in(short_code="too long for letters"))
    press(screen, "step-edit")
    assert register.partnership.short_code == "EX"
    on_sheet(fill_in(short_code="EXS", urgent_days=3, colour="#1f8f83"))
    press(screen, "step-edit")
    assert (register.partnership.short_code, register.partnership.urgent_days) == ("EXS", 3)
    assert {"EXS", "Teal", "off"} <= set(said(screen))
