from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from scrutineer.ui.entrance.about import AboutMe, AboutPartnership, letters_for
from scrutineer.ui.widgets.field import Desk


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Exampleshire SCP", "EX"),
        ("Exampleshire Safeguarding Children Partnership", "EX"),
        ("North Moor and South Moor Safeguarding Adults Board", "NMSM"),
        ("", ""),
        ("Ünterwald", "NT"),
    ],
)
def test_letters_are_proposed_from_the_place(name: str, letters: str) -> None:
    assert letters_for(name) == letters


def test_letters_that_were_typed_stay(desk: Desk, qtbot: QtBot) -> None:
    about = AboutPartnership(desk)
    qtbot.addWidget(about)
    about._form.field("name").set_value("Northshire")
    assert about.partnership().short_code == "NO"
    about._form.field("short_code").set_value("NSH")
    about._form.field("name").set_value("Northshire SCP")
    assert about.partnership().short_code == "NSH"


def test_no_mark_is_an_answer(desk: Desk, qtbot: QtBot) -> None:
    about = AboutPartnership(desk)
    qtbot.addWidget(about)
    about._form.field("name").set_value("Northshire")
    about._form.field("mark").set_value("")
    assert about.finish()
    assert about.partnership().mark == ""


def test_days_that_are_no_days_are_refused_beside_their_field(desk: Desk, qtbot: QtBot) -> None:
    about = AboutMe(desk)
    qtbot.addWidget(about)
    about._form.field("name").set_value("A Scrutineer")
    about._form.field("days_per_year").set_value(400)
    assert not about.finish()
    about._form.field("days_per_year").set_value(20)
    assert about.finish()
    me = about.scrutineer()
    assert about.appointment(me).scrutineer_id == me.id
