from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from scrutineer.ui import theme
from scrutineer.ui.widgets.card import Card, Cards
from scrutineer.ui.widgets.card_row import CardRow, Row
from scrutineer.ui.widgets.chip import Chip, Sign
from scrutineer.ui.widgets.words import Words
from tests.ui.window import said

ROWS = (
    CardRow("challenge", "1", "Return-home interviews", "Police · C-2026-014", right="since 12 Nov"),
    CardRow("activity", "2", "Feedback owed to the front door", clock="since 10 Nov", actions=(("send", "Send"),)),
    CardRow("finding", "3", "Joint hour", chip=Chip("4 Difference", Sign.GOOD), lead="Tue 24 Nov"),
)


@pytest.fixture
def card(qtbot: QtBot) -> Card:
    made = Card("What needs me", "Nothing waits for you.")
    made.show_rows(ROWS, "answered, awaiting my view")
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    made.activateWindow()
    return made


def row(card: Card, name: str) -> Row:
    found = card.findChild(Row, name)
    assert found is not None, name
    return found


def words_of(row: Row) -> QRect:
    """Where the words of a row stand in it."""
    laid, at = row.arranged().at(row.width()).words[0]
    return QRect(at, QSize(laid.width, laid.height))


def test_a_row_says_everything_in_words(card: Card) -> None:
    assert row(card, "finding-3").accessibleName() == "Tue 24 Nov, Joint hour, ● 4 Difference"
    assert {"What needs me", "answered, awaiting my view", "since 12 Nov", "since 10 Nov"} <= set(said(card))


def test_a_row_is_opened_by_enter_and_by_a_click(card: Card, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.opened) as opened:
        qtbot.keyClick(row(card, "challenge-1"), Qt.Key.Key_Return)
    assert opened.args == ["challenge", "1"]
    with qtbot.waitSignal(card.opened) as opened:
        qtbot.mouseClick(row(card, "finding-3"), Qt.MouseButton.LeftButton)
    assert opened.args == ["finding", "3"]


def test_a_button_of_a_row_says_which_and_for_what(card: Card, qtbot: QtBot) -> None:
    button = card.findChild(QPushButton, "send-2")
    assert button.accessibleName() == "Send: Feedback owed to the front door"
    with qtbot.waitSignal(card.acted) as acted:
        button.click()
    assert acted.args == ["send", "activity", "2"]


def test_the_arrows_go_from_row_to_row(card: Card, qtbot: QtBot) -> None:
    row(card, "challenge-1").setFocus()
    qtbot.keyClick(row(card, "challenge-1"), Qt.Key.Key_Down)
    assert row(card, "activity-2").hasFocus()
    qtbot.keyClick(row(card, "activity-2"), Qt.Key.Key_Up)
    qtbot.keyClick(row(card, "challenge-1"), Qt.Key.Key_Up)
    assert row(card, "challenge-1").hasFocus()


def test_the_keyboard_stays_in_its_row_when_the_card_is_read_anew(card: Card, qtbot: QtBot) -> None:
    row(card, "activity-2").setFocus()
    card.show_rows(ROWS[1:])
    qtbot.wait(1)
    assert row(card, "activity-2").hasFocus()


def test_without_rows_a_card_says_so_in_a_sentence(card: Card) -> None:
    assert "Nothing waits for you." not in said(card)
    card.show_rows([])
    assert "Nothing waits for you." in said(card)


def test_in_a_narrow_card_the_date_goes_under_the_words(card: Card, qtbot: QtBot) -> None:
    asked = row(card, "challenge-1")

    def below() -> bool:
        _, at = asked.arranged().at(asked.width()).words[-1]
        return at.y() > words_of(asked).bottom()

    assert not below()
    card.resize(240, 600)
    qtbot.waitUntil(below)


def test_long_words_wrap_and_the_card_grows(qtbot: QtBot) -> None:
    card = Card("Worth passing on", "")
    card.show_rows([ROWS[0]])
    qtbot.addWidget(card)
    one_line = card.heightForWidth(400)
    card.show_rows([ROWS[0]._replace(title="Children now see their plan before the meeting, and say so. " * 3)])
    assert card.heightForWidth(400) > one_line


def test_two_cards_in_a_row_are_of_equal_size_and_in_a_narrow_window_below_each_other(qtbot: QtBot) -> None:
    first, second = Card("What needs me", "Nothing."), Card("Worth passing on", "Nothing.")
    first.show_rows(ROWS)
    cards = Cards([first, second])
    qtbot.addWidget(cards)
    cards.resize(1100, 600)
    cards.show()
    qtbot.waitUntil(lambda: first.size() == second.size() and second.x() > first.width())
    assert first.y() == second.y()
    cards.resize(400, 600)
    qtbot.waitUntil(lambda: second.y() >= first.height())
    assert first.x() == second.x()
    assert cards.horizontalScrollBar().maximum() == 0


def test_a_button_acts_on_its_own_record_and_the_row_opens_another(card: Card) -> None:
    acted: list[tuple[str, str, str]] = []
    card.acted.connect(lambda *said: acted.append(said))
    card.show_rows([CardRow("challenge", "1", "Title", actions=(("chase", "Chase"),), acts_on="part")])
    card.findChild(QPushButton, "chase-part").click()
    assert acted == [("chase", "challenge", "part")]


def test_the_keyboard_goes_to_the_row_in_the_same_place_when_its_own_has_gone(card: Card) -> None:
    row(card, "activity-2").setFocus()
    card.show_rows([ROWS[0], ROWS[2]])
    assert card.focusWidget().objectName() == "finding-3"
    assert card.focusWidget().isVisible()


def test_the_keyboard_stays_in_its_row_when_it_was_on_a_button(card: Card) -> None:
    card.findChild(QPushButton, "send-2").setFocus()
    card.show_rows([ROWS[1]])
    assert card.focusWidget().objectName() == "activity-2"


def test_a_flat_card_has_no_frame(card: Card) -> None:
    assert card.property("panel")
    flat = Card("Strengths", "None yet.", flat=True)
    assert not flat.property("panel")
    flat.deleteLater()


def test_a_row_whose_words_would_be_squeezed_puts_its_buttons_under_them(card: Card, qtbot: QtBot) -> None:
    busy = row(card, "activity-2")
    send = busy.findChild(QPushButton, "send-2")
    assert send.x() > words_of(busy).right()
    card.resize(300, 500)
    qtbot.waitUntil(lambda: send.y() > words_of(busy).bottom())
    qtbot.waitUntil(lambda: busy.arranged().at(busy.width()).words[0][0].lines == 1)


def test_what_stands_first_is_as_wide_as_both_columns(qtbot: QtBot) -> None:
    first = Words("How things stand")
    cards = Cards([Card("One", "None."), Card("Two", "None.")], first)
    qtbot.addWidget(cards)
    cards.resize(1000, 400)
    cards.show()
    assert first.width() == 1000 - 24


def test_what_stands_in_the_head_is_at_the_right_of_the_title(card: Card) -> None:
    several = QPushButton("Several…")
    card.add_to_head(several)
    several.show()
    QApplication.processEvents()
    title = card.findChild(Words)
    assert several.mapTo(card, QPoint(0, 0)).x() > title.mapTo(card, QPoint(0, 0)).x()
    assert several.geometry().right() <= card.width()


def test_rows_shown_anew_stand_one_below_the_other_and_those_that_stay_are_not_made_again(
    card: Card, qtbot: QtBot
) -> None:
    long = "A title so long that it takes a second line of the card, " * 3
    more = [*ROWS, ROWS[0]._replace(id="another", title=long)]
    card.show_rows(more)
    QApplication.processEvents()
    shown = [row(card, f"{one.kind}-{one.id}") for one in more]
    for above, below in pairwise(shown):
        assert above.height() > 20
        assert below.y() >= above.y() + above.height()
    card.show_rows(more, "three")
    assert [row(card, f"{one.kind}-{one.id}") for one in more] == shown
    assert "three" in said(card)


def test_rows_grow_with_the_font_of_the_program(card: Card, qapp: QApplication, qtbot: QtBot) -> None:
    first = row(card, "challenge-1")
    usual, before = qapp.font(), first.height()
    larger = QFont(usual)
    larger.setPointSizeF(2 * larger.pointSizeF())
    try:
        qapp.setFont(larger)
        theme.apply(qapp, "light")
        qtbot.waitUntil(lambda: first.height() > before)
        assert first.height() == first.arranged().at(first.width()).height
    finally:
        qapp.setFont(usual)
        theme.apply(qapp, "light")
