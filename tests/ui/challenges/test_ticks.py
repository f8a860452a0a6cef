"""Ticks over parties: many at once, found by typing, reached by the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from scrutineer.ui.challenges.ticks import Party, TicksField
from scrutineer.ui.widgets.fields import TickField
from scrutineer.ui.widgets.words import Words
from tests.ui.challenges.room import press, read

FEW = (Party("a", "Police", "awaited, due 26 Nov", "C-2026-014 Interviews"), Party("b", "ICB"), Party("c", "LA"))
MANY = [Party(str(number), f"Agency {number}", challenge=f"Challenge {number}") for number in range(30)]


@pytest.fixture
def few(qtbot: QtBot) -> TicksField:
    made = TicksField(FEW)
    made.call("addressee_ids", "With whom")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def ticks(field: TicksField) -> list[TickField]:
    rows = [field._list.itemAt(place).widget() for place in range(field._list.count())]
    return [row.tick for row in rows if not row.isHidden()]


def test_each_says_its_clock_and_its_challenge_and_the_order_of_the_list_is_kept(few: TicksField):
    assert "awaited, due 26 Nov" in read(few)
    assert "C-2026-014 Interviews" in read(few)
    few.set_value(("c", "a", "gone"))
    assert few.value() == ("a", "c")
    assert ticks(few)[0].accessibleName() == "Police: C-2026-014 Interviews"


def test_arrow_keys_go_round_and_space_ticks(few: TicksField, qtbot: QtBot):
    told: list[bool] = []
    few.edited.connect(lambda: told.append(True))
    few.setFocus()
    qtbot.waitUntil(ticks(few)[0].hasFocus)
    QTest.keyClick(ticks(few)[0], Qt.Key.Key_Space)
    QTest.keyClick(ticks(few)[0], Qt.Key.Key_Up)
    assert ticks(few)[2].hasFocus()
    QTest.keyClick(ticks(few)[2], Qt.Key.Key_Space)
    assert few.value() == ("a", "c")
    assert len(told) == 2


def test_all_that_are_shown_are_ticked_at_one_press_and_taken_back_at_the_next(few: TicksField):
    press(few, "tick-all")
    assert few.value() == ("a", "b", "c")
    press(few, "tick-all")
    assert few.value() == ()


def test_of_many_the_rest_is_found_by_typing_and_what_is_ticked_stays_in_sight(qtbot: QtBot):
    field = TicksField(MANY)
    qtbot.addWidget(field)
    field.show()
    assert "18 more: type to find them." in read(field)
    field.set_value(("29",))
    assert ticks(field)[-1].text() == "Agency 29"
    field._search.setText("challenge 7")
    assert [tick.text() for tick in ticks(field)] == ["Agency 7", "Agency 29"]
    press(field, "tick-all")
    assert field.value() == ("7", "29")
    field._search.setText("challenge 20")
    assert [tick.text() for tick in ticks(field)] == ["Agency 7", "Agency 20", "Agency 29"], "as in the list"


def test_tab_comes_from_the_search_to_the_first_that_was_found(qtbot: QtBot):
    field, frame = TicksField(MANY), QWidget()
    body = QVBoxLayout(frame)
    body.addWidget(field)
    body.addWidget(QLineEdit())
    qtbot.addWidget(frame)
    frame.show()
    frame.activateWindow()
    field._search.setText("challenge 25")
    field._all.setFocus()
    qtbot.waitUntil(field._all.hasFocus)
    QTest.keyClick(field._all, Qt.Key.Key_Tab)
    assert ticks(field)[0].text() == "Agency 25"
    assert ticks(field)[0].hasFocus()


def test_a_draft_brings_the_ticks_back_and_an_empty_list_says_so(few: TicksField, qtbot: QtBot):
    few.set_value(("b",))
    other = TicksField(FEW)
    qtbot.addWidget(other)
    other.restore(few.draft())
    assert other.value() == ("b",)
    other.restore("")
    assert other.value() == ()
    nobody = TicksField((), none="No answer is awaited from anybody.")
    qtbot.addWidget(nobody)
    nobody.show()
    assert "No answer is awaited from anybody." in read(nobody)


def test_the_challenge_stands_beneath_the_name_not_beneath_the_box(few: TicksField):
    beneath = next(words for words in few.findChildren(Words) if words.said() == "C-2026-014 Interviews")
    assert beneath.contentsMargins().left() == ticks(few)[0].words_at()
