"""Records picked by typing: found by any words of theirs, ticked with Enter, Space or a click."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from scrutineer.ui.evidence.picking import Pick, PickField
from tests.ui.challenges.room import press, read
from tests.ui.window import key_in

MANY = [Pick(f"p{n}", f"Visit number {n}. And more.", "Direct observation") for n in range(30)]


def a_field(qtbot: QtBot, offered: list[Pick], **over: object) -> PickField:
    made = PickField(offered, "Nothing is there yet.", **over)
    made.call("picked", "Which")
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def shown(field: PickField) -> list[str]:
    return [tick.accessibleName() for tick in field.findChildren(QCheckBox) if tick.isVisible()]


def search(field: PickField) -> QLineEdit:
    return field.findChild(QLineEdit, "picked-search")


def test_a_few_are_offered_and_the_rest_is_found_by_its_words(qtbot: QtBot):
    field = a_field(qtbot, MANY)
    assert shown(field)[0] == "Visit number 0, Direct observation"
    assert len(shown(field)) == 6
    assert "24 more: type to find them." in read(field)
    search(field).setText("observ 29")
    assert shown(field) == ["Visit number 29, Direct observation"]
    search(field).setText("nobody")
    assert "Nothing is called so." in read(field)


def test_enter_picks_the_first_that_is_found_and_the_next_is_typed_at_once(qtbot: QtBot):
    field = a_field(qtbot, MANY)
    field.setFocus()
    for number in ("29", "28"):
        QTest.keyClicks(QApplication.focusWidget(), f"number {number}")
        key_in(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert set(field.value()) == {"p29", "p28"}
    assert search(field).text() == ""
    key_in(search(field), Qt.Key.Key_Return)
    assert len(field.value()) == 2      # nothing was typed, so nothing is picked


def test_what_is_picked_stays_in_sight_and_is_read_in_its_own_words(qtbot: QtBot):
    field = a_field(qtbot, MANY, asks="What it shows")
    press(field, "pick-1")
    field.findChild(QLineEdit, "shows-1").setText("  They knew ")
    search(field).setText("29")
    assert shown(field) == ["Visit number 0, Direct observation", "Visit number 29, Direct observation"]
    assert field.value() == {"p0": "They knew"}


def test_the_words_can_be_clicked_as_well_as_the_box(qtbot: QtBot):
    field = a_field(qtbot, MANY)
    edits: list[bool] = []
    field.edited.connect(lambda: edits.append(True))
    row = field.findChild(QCheckBox, "pick-2").parentWidget()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 20, row.height() // 2))
    assert set(field.value()) == {"p1"}
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 20, row.height() // 2))
    assert field.value() == {}
    assert len(edits) == 2


def test_tab_comes_from_the_search_to_what_it_found(qtbot: QtBot):
    field = a_field(qtbot, MANY)
    search(field).setFocus()
    search(field).setText("17")
    key_in(search(field), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Visit number 17, Direct observation"


def test_a_draft_is_picked_again_with_its_words(qtbot: QtBot):
    field = a_field(qtbot, MANY, asks="What it shows")
    field.set_value({"p3": "They knew", "gone": "?"})
    again = a_field(qtbot, MANY, asks="What it shows")
    again.restore(field.draft())
    assert again.value() == {"p3": "They knew"}
    again.set_value({})
    assert again.value() == {}


def test_a_new_one_is_picked_as_soon_as_it_is_made_and_none_when_it_was_left(qtbot: QtBot):
    made: list[Pick | None] = [None, Pick("new", "An audit")]
    field = a_field(qtbot, [], new="New entry", make=lambda: made.pop(0))
    assert "Nothing is there yet." in read(field)
    press(field, "new-pick")
    assert field.value() == {}
    press(field, "new-pick")
    assert field.value() == {"new": ""}
    assert "Nothing is there yet." not in read(field)
