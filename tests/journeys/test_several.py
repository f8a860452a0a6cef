"""Several at once, from Today and from the list of challenges: every key is pressed, no button is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from scrutineer.domain.note import Note, NoteKind
from tests.factories import TODAY
from tests.journeys.conftest import Begin
from tests.journeys.hands import Hands
from tests.journeys.person import Person
from tests.ui import window

ROOMS = pytest.mark.parametrize("room", ["today", "challenges"])
BOTH = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Keys = Qt.Key


@pytest.fixture
def me(begin: Begin, request: pytest.FixtureRequest) -> Person:
    """Four answers are awaited from three agencies."""
    return begin(lambda _register, put: [put("Fathers", "Police", "ICB"), put("Nights", "Police", "LA")])


def tick_the_first_and_third(me: Person) -> None:
    Hands(me).tab_to("tick-1")
    for key in (Keys.Key_Space, Keys.Key_Down, Keys.Key_Down, Keys.Key_Space):
        me.key(key)


@ROOMS
def test_one_chase_for_several(me: Person, room: str):
    me.to_room(room)

    def enter() -> None:
        tick_the_first_and_third(me)
        Hands(me).tab_to("text")
        me.type("Rang both.")
        me.control(Keys.Key_Return)

    said = me.on_sheet(lambda: me.key(Keys.Key_C, *BOTH), enter)
    assert said == "Chased on 23 Nov 2026: 2 parties."
    notes = me.register.desk.reader.all(Note)
    assert [(one.kind, one.text, one.noted_on) for one in notes] == [(NoteKind.CHASED, "Rang both.", TODAY)] * 2


@ROOMS
def test_one_new_date_for_several(me: Person, room: str):
    me.to_room(room)

    def enter() -> None:
        tick_the_first_and_third(me)
        Hands(me).tab_to("due_on")
        me.type("8 Jan 2027")
        Hands(me).tab_to("why")
        me.type("The audit is late.")
        me.control(Keys.Key_Return)

    said = me.on_sheet(lambda: me.key(Keys.Key_D, *BOTH), enter)
    assert said == "The answers of 2 parties are now due on 8 Jan 2027."


@ROOMS
def test_one_reply_to_several(me: Person, room: str):
    me.to_room(room)

    def answer(_sheet: QDialog) -> None:
        me.look()
        Hands(me).tab_to("text")
        me.type("We looked at both.")
        Hands(me).tab_to("position-1")
        me.type("accepted")      # which the other takes as well
        me.control(Keys.Key_Return)

    def enter() -> None:
        me.type("Record")
        tick_the_first_and_third(me)
        window.on_sheet(answer)      # which comes when this one has gone
        me.control(Keys.Key_Return)

    said = me.on_sheet(lambda: me.key(Keys.Key_A, *BOTH), enter)
    assert said == "The answer is recorded, for 2 parts of your challenges."
