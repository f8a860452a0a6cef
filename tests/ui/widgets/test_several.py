from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from scrutineer.ui.theme import SMALL
from scrutineer.ui.widgets.field import Field
from scrutineer.ui.widgets.fields import Option
from scrutineer.ui.widgets.several import SeveralField
from scrutineer.ui.widgets.words import Words

FEW = [Option("la", "Local authority"), Option("p", "Police"), Option("icb", "Integrated care board")]
MANY = [Option(f"s{number}", f"School {number}") for number in range(60)]


def made(qtbot: QtBot, options: list[Option], *, may_add: bool = False) -> SeveralField:
    field = SeveralField(options, may_add=may_add)
    field.call("agency_ids", "Agencies")
    qtbot.addWidget(field)
    field.resize(600, 200)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    return field


def ticks(field: SeveralField) -> list[QCheckBox]:
    return [tick for tick in field.findChildren(QCheckBox) if not tick.isHidden()]


def tick(field: SeveralField, label: str) -> QCheckBox:
    return next(tick for tick in ticks(field) if tick.text() == label)


def search(field: SeveralField) -> QLineEdit:
    return field.findChild(QLineEdit, "agency_ids-search")


def test_what_is_ticked_comes_in_the_order_of_the_list(qtbot: QtBot) -> None:
    field = made(qtbot, FEW)
    assert isinstance(field, Field)
    field.set_value(("icb",))
    with qtbot.waitSignal(field.edited):
        tick(field, "Local authority").click()
    assert field.value() == ("la", "icb")
    tick(field, "Integrated care board").click()
    assert field.value() == ("la",)


def test_tab_comes_in_once_and_arrows_go_from_tick_to_tick(qtbot: QtBot) -> None:
    field = made(qtbot, FEW)
    field.setFocus()
    assert tick(field, "Local authority").hasFocus()
    qtbot.keyClick(tick(field, "Local authority"), Qt.Key.Key_Right)
    assert tick(field, "Police").hasFocus()
    qtbot.keyClick(tick(field, "Police"), Qt.Key.Key_Space)
    assert field.value() == ("p",)
    tabbed = [one for one in ticks(field) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert tabbed == [tick(field, "Police")]
    qtbot.keyClick(tick(field, "Police"), Qt.Key.Key_Up)
    qtbot.keyClick(tick(field, "Local authority"), Qt.Key.Key_Up)
    assert tick(field, "Integrated care board").hasFocus()


def test_a_few_need_no_search_and_many_are_found_by_typing(qtbot: QtBot) -> None:
    assert search(made(qtbot, FEW)).isHidden()
    field = made(qtbot, MANY)
    assert search(field).isVisible()
    assert len(ticks(field)) < 30
    assert "36 more: type to find them." in [words.said() for words in field.findChildren(Words)]
    qtbot.keyClicks(search(field), "school 5")
    assert len(ticks(field)) == 11
    qtbot.keyClicks(search(field), "7")
    qtbot.keyClick(search(field), Qt.Key.Key_Return)
    assert field.value() == ("s57",)
    assert search(field).text() == ""


def test_what_is_ticked_is_shown_whatever_is_being_looked_for(qtbot: QtBot) -> None:
    field = made(qtbot, MANY)
    field.set_value(("s59",))
    assert tick(field, "School 59").isChecked()
    qtbot.keyClicks(search(field), "School 1")
    assert tick(field, "School 59").isChecked()


def test_words_of_ones_own_can_be_added_where_that_is_allowed(qtbot: QtBot) -> None:
    field = made(qtbot, [], may_add=True)
    qtbot.keyClicks(search(field), "Early help")
    with qtbot.waitSignal(field.edited):
        qtbot.keyClick(search(field), Qt.Key.Key_Return)
    qtbot.keyClicks(search(field), "early HELP")
    qtbot.keyClick(search(field), Qt.Key.Key_Return)
    assert field.value() == ("Early help",)


def test_nothing_can_be_added_where_it_is_not_allowed(qtbot: QtBot) -> None:
    field = made(qtbot, MANY)
    qtbot.keyClicks(search(field), "no such school")
    qtbot.keyClick(search(field), Qt.Key.Key_Return)
    assert field.value() == ()


def test_a_value_that_is_not_on_the_list_is_kept(qtbot: QtBot) -> None:
    field = made(qtbot, FEW)
    field.set_value(("p", "gone"))
    assert field.value() == ("p", "gone")
    assert tick(field, "Not on this list").isChecked()


@pytest.mark.parametrize("value", [(), ("p",), ("la", "icb")])
def test_a_draft_comes_back_as_it_was(qtbot: QtBot, value: tuple[str, ...]) -> None:
    field = made(qtbot, FEW)
    field.set_value(value)
    draft = field.draft()
    again = made(qtbot, FEW)
    with qtbot.waitSignal(again.edited):
        again.restore(draft)
    assert again.value() == value


def test_every_tick_is_named_after_the_field_and_itself(qtbot: QtBot) -> None:
    field = made(qtbot, FEW)
    assert tick(field, "Police").accessibleName() == "Agencies: Police"
    assert tick(field, "Police").objectName() == "agency_ids-p"


def test_a_long_list_shows_what_is_chosen_until_something_is_typed(qtbot):
    field = SeveralField([Option(str(n), f"Item {n}") for n in range(30)], only_found=True)
    qtbot.addWidget(field)
    field.set_value(("7",))
    shown = [tick.text() for tick in field._ticks]
    assert (shown, field._more.text()) == (["Item 7"], "29 more: type to find them.")
    field._search.setText("item 2")
    assert [tick.text() for tick in field._ticks][:3] == ["Item 7", "Item 2", "Item 20"]
    field.set_value(())
    field._search.setText("")
    assert field._more.text() == "30 to choose from: type part of a word to find them."


def test_a_box_is_nearer_to_its_own_words_than_to_those_before_it_in_a_large_font_too(
    app: QApplication, qtbot: QtBot
) -> None:
    usual, large = QFont(app.font()), QFont(app.font())
    large.setPointSizeF(3 * large.pointSizeF())
    app.setFont(large)
    try:
        first, second, *_ = ticks(made(qtbot, [Option("a", "A"), Option("b", "B"), Option("c", "C")]))
    finally:
        app.setFont(usual)
    assert second.x() - first.geometry().right() > 3 * SMALL
