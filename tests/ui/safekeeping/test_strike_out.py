from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scrutineer.domain.activity import Activity
from scrutineer.register.register import Register
from scrutineer.ui.safekeeping import strike_out
from scrutineer.ui.safekeeping.strike_out import StrikeOut
from scrutineer.ui.tools import Tools
from tests.factories import an_activity
from tests.ui import window
from tests.ui.fakes import ChoosingMessages

NUMBER = "999 123 4567"


def with_number(register: Register) -> Activity:
    return register.activities.save(an_activity(purpose=f"A child, NHS number {NUMBER}, was named."))


def sheet(tools: Tools, qtbot: QtBot) -> StrikeOut:
    made = StrikeOut(tools)
    qtbot.addWidget(made)
    return made


def places(made: StrikeOut) -> list[str]:
    return [f"{row.about.title} / {row.about.detail}" for row in made._places._rows]


def test_every_place_is_shown_before_anything_goes(register: Register, tools: Tools, qtbot: QtBot) -> None:
    activity = with_number(register)
    made = sheet(tools, qtbot)
    assert not window.part(made, QPushButton, "strike").isEnabled()
    made._form.field("words").restore("9991234567")
    window.press(made, "find-places")
    [place] = places(made)
    assert "Front door visited" in place
    assert NUMBER in place
    assert NUMBER in register.activities.get(activity.id).purpose


def test_words_are_struck_out_and_older_backups_are_named(
    register: Register, tools: Tools, messages: ChoosingMessages, qtbot: QtBot, tmp_path: Path
) -> None:
    activity = with_number(register)
    backup = register.safekeeping.back_up(tmp_path / "backups")
    parent = QWidget()
    qtbot.addWidget(parent)

    def act(made: QWidget) -> None:
        assert isinstance(made, StrikeOut)
        made._form.field("words").restore(NUMBER)
        window.press(made, "find-places")
        made._form.field("reason").restore("Entered by mistake.")
        window.press(made, "strike")

    window.on_sheet(act)
    said = strike_out.ask(tools, parent, "")
    assert said.startswith("Struck out of 1 place")
    assert register.activities.get(activity.id).purpose == "A child, NHS number [struck out], was named."
    assert backup.path.name in messages.advice[0]
    assert register.safekeeping.check().faults == ()
    assert register.find(NUMBER) == []


def test_without_a_reason_or_a_yes_nothing_goes(
    register: Register, tools: Tools, messages: ChoosingMessages, qtbot: QtBot
) -> None:
    activity = with_number(register)
    made = sheet(tools, qtbot)
    made._form.field("words").restore(NUMBER)
    window.press(made, "find-places")
    window.press(made, "strike")
    assert made.outcome == ""
    made._form.field("reason").restore("Entered by mistake.")
    messages.yes = False
    window.press(made, "strike")
    assert NUMBER in register.activities.get(activity.id).purpose


def test_other_words_must_be_looked_for_again(register: Register, tools: Tools, qtbot: QtBot) -> None:
    with_number(register)
    made = sheet(tools, qtbot)
    made._form.field("words").restore(NUMBER)
    window.press(made, "find-places")
    made._form.field("words").restore("was named")
    assert not window.part(made, QPushButton, "strike").isEnabled()


def test_words_too_short_are_refused_beside_their_field(tools: Tools, qtbot: QtBot) -> None:
    made = sheet(tools, qtbot)
    made._form.field("words").restore("ab")
    window.press(made, "find-places")
    assert not window.part(made, QPushButton, "strike").isEnabled()
    assert "at least 4" in made._form._blocks["words"]._problem.said()
