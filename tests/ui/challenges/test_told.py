"""Words among the fields of a form: they follow, and hold nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from scrutineer.ui.challenges.told import Told
from scrutineer.ui.widgets.field import Field
from tests.ui.challenges.room import press, read


def test_it_says_what_follows_and_its_button_leads_on(qtbot: QtBot):
    told = Told("At first.", "Link evidence", "link")
    qtbot.addWidget(told)
    told.show()
    told.say("Then this.")
    assert "Then this." in read(told)
    assert told.accessibleDescription() == "Then this."
    with qtbot.waitSignal(told.pressed):
        press(told, "link")
    assert isinstance(told, Field)


def test_it_holds_nothing_and_keeps_no_draft(qtbot: QtBot):
    told = Told("Words.")
    qtbot.addWidget(told)
    told.set_value("anything")
    told.restore("anything")
    assert (told.value(), told.draft(), told.problem()) == (None, "", "")
    assert told.findChildren(QAbstractButton) == []
