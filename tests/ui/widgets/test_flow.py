from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scrutineer.ui.widgets.chip import Chip, ChipLabel
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.words import Words


def row_of(qtbot: QtBot, count: int) -> tuple[FlowRow, list[QPushButton]]:
    row = FlowRow()
    qtbot.addWidget(row)
    buttons = [QPushButton(f"Button {number}") for number in range(count)]
    for button in buttons:
        row.add(button)
    return row, buttons


def laid_out(row: QWidget, width: int) -> None:
    row.resize(width, row.heightForWidth(width))
    row.show()


def test_what_does_not_fit_goes_on_the_next_line(qtbot: QtBot) -> None:
    row, buttons = row_of(qtbot, 6)
    laid_out(row, 250)
    assert len({button.y() for button in buttons}) > 1
    assert max(button.geometry().right() for button in buttons) < 250
    assert max(button.geometry().bottom() for button in buttons) < row.height()


def test_with_room_all_stand_on_one_line(qtbot: QtBot) -> None:
    row, buttons = row_of(qtbot, 3)
    laid_out(row, 1000)
    assert len({button.y() for button in buttons}) == 1
    assert row.heightForWidth(1000) < row.heightForWidth(120)


def test_what_belongs_at_the_end_stands_at_the_right(qtbot: QtBot) -> None:
    row, buttons = row_of(qtbot, 2)
    last = QPushButton("Last")
    row.add(last, at_end=True)
    laid_out(row, 900)
    assert last.geometry().right() == 899
    assert buttons[0].x() == 0


def test_words_too_wide_for_the_line_are_given_the_line_and_wrap(qtbot: QtBot) -> None:
    row = FlowRow()
    qtbot.addWidget(row)
    words = Words("What needs me, and what is worth passing on? " * 2)
    row.add(words)
    laid_out(row, 200)
    assert words.width() == 200
    assert words.height() >= words.heightForWidth(200)


def test_hidden_things_take_no_room(qtbot: QtBot) -> None:
    row, buttons = row_of(qtbot, 2)
    buttons[0].hide()
    laid_out(row, 900)
    assert buttons[1].x() == 0


def test_cleared_it_is_empty_and_can_be_filled_again(qtbot: QtBot) -> None:
    row, _ = row_of(qtbot, 4)
    row.clear()
    assert row.heightForWidth(300) == 0
    row.add(QPushButton("New"))
    assert row.heightForWidth(300) > 0


def test_the_keyboard_goes_through_a_row_as_it_is_read_though_a_thing_was_added_late(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row, field = FlowRow(page), QWidget(page)
    inside = QPushButton("In a field of several parts", field)
    row.add(field)
    QPushButton("Below", page)
    late = QPushButton("Late")
    row.add(late)
    assert inside.nextInFocusChain() is late


def test_what_must_wrap_is_as_high_as_its_words_even_if_it_never_grows_otherwise(qtbot: QtBot) -> None:
    row = FlowRow()
    chip = ChipLabel(Chip("Partly accepted, with a date that is still to be agreed"))
    row.add(chip)
    qtbot.addWidget(row)
    row.resize(120, 200)
    row.show()
    assert chip.height() >= chip.heightForWidth(chip.width()) > chip.sizeHint().height()
