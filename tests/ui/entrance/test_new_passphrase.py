from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from scrutineer.ui.entrance.new_passphrase import NewPassphrase
from tests.ui import window
from tests.ui.entrance.hall import PASSPHRASE


def new(qtbot: QtBot) -> NewPassphrase:
    made = NewPassphrase()
    qtbot.addWidget(made)
    return made


def test_its_strength_is_said_in_words_while_it_is_typed(qtbot: QtBot) -> None:
    made = new(qtbot)
    made._first.say("Summer2026")
    said = window.part(made, QLabel, "strength").text()
    assert said.startswith("Not strong enough. ")
    made._first.say(PASSPHRASE)
    assert window.part(made, QLabel, "strength").text() == "Very strong."


def test_it_must_be_typed_twice_alike(qtbot: QtBot) -> None:
    made = new(qtbot)
    made._first.say(PASSPHRASE)
    made._again.say(PASSPHRASE[:-1])
    assert not made.finish()
    assert "not the same" in made._again.problem()
    made._again.say(PASSPHRASE)
    assert made.finish()


def test_four_words_are_suggested_shown_and_enough(qtbot: QtBot) -> None:
    made = new(qtbot)
    window.press(made, "suggest")
    assert made.text().count("-") == 3
    assert made._show.isChecked()
    assert made.finish()


def test_what_others_would_try_first_makes_it_weaker(qtbot: QtBot) -> None:
    made = new(qtbot)
    made._first.say("Exampleshire27")
    made._again.say("Exampleshire27")
    assert made.finish()
    made.expect(["Exampleshire Safeguarding Children Partnership"])
    assert not made.finish()
