from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from scrutineer.ui import theme
from scrutineer.ui.widgets.chip import Chip, ChipLabel
from scrutineer.ui.widgets.detail import Detail, Event
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.prose import Prose
from scrutineer.ui.widgets.words import Words
from tests.ui.examples import challenge_detail


def made(qtbot: QtBot, detail: Detail) -> Detail:
    qtbot.addWidget(detail)
    detail.resize(500, 700)
    detail.show()
    return detail


def test_a_record_is_written_from_top_to_bottom(qtbot: QtBot) -> None:
    detail = made(qtbot, Detail("Challenge", lambda _: True))
    detail.kicker("EX-C-2026-014")
    detail.title("Are interviews changing plans?")
    detail.party("Police", [Chip("accepted")], "12 Nov")
    detail.story([Event("12 Nov 2026", "Police answered"), Event("29 Oct 2026", "Put")])
    said = [words.said() for words in detail.findChildren(Words)]
    assert said == [
        "EX-C-2026-014",
        "Are interviews changing plans?",
        "Police",
        "12 Nov",
        "12 Nov 2026",
        "Police answered",
        "29 Oct 2026",
        "Put",
    ]
    assert [chip.chip.words for chip in detail.findChildren(ChipLabel)] == ["accepted"]


def test_a_detail_scrolls_up_and_down_and_never_sideways(qtbot: QtBot) -> None:
    detail = made(qtbot, challenge_detail())
    detail.resize(260, 400)
    qtbot.waitUntil(lambda: detail.verticalScrollBar().maximum() > 0)
    assert detail.widget().width() <= detail.viewport().width()
    assert detail.horizontalScrollBar().maximum() == 0


def test_everything_written_is_as_high_as_its_words(qtbot: QtBot) -> None:
    detail = made(qtbot, challenge_detail())
    detail.resize(320, 500)
    qtbot.wait(20)
    for words in detail.findChildren(Words):
        assert words.height() >= words.heightForWidth(words.width()), words.said()
    for prose in detail.findChildren(Prose):
        assert prose.height() >= prose.document().size().height()


def test_cleared_it_starts_at_its_top_with_nothing(qtbot: QtBot) -> None:
    detail = made(qtbot, challenge_detail())
    detail.verticalScrollBar().setValue(200)
    detail.clear()
    assert detail.widget().findChildren(QLabel) == []
    assert detail.verticalScrollBar().value() == 0


def test_a_record_that_is_its_own_words_has_them_as_its_title(qtbot: QtBot) -> None:
    detail = made(qtbot, Detail("The action", lambda _: True))
    detail.headline("<p>Name <em>who</em> reads them.</p>")
    detail.prose("<p>As agreed.</p>")
    title, text = detail.findChildren(Prose)
    assert title.toPlainText() == "Name who reads them."
    assert title.font().weight() == QFont.Weight.DemiBold
    assert title.font().pointSizeF() == pytest.approx(text.font().pointSizeF() * theme.HEADING, abs=0.1)


def test_cleared_under_the_keyboard_it_keeps_it(qtbot: QtBot) -> None:
    detail = made(qtbot, Detail("Challenge", lambda _: True))
    step = button("Do it", "do-it")
    detail.add(step)
    detail.activateWindow()
    qtbot.waitUntil(detail.isActiveWindow)
    step.setFocus()
    detail.clear()
    assert detail.hasFocus()


def test_written_anew_it_keeps_its_place_and_the_keyboard(qtbot: QtBot) -> None:
    detail = Detail("One record", lambda _address: True)
    qtbot.addWidget(detail)

    def write() -> None:
        for number in range(40):
            detail.add(button(f"Step {number}", f"step-{number}"))

    write()
    detail.resize(300, 200)
    detail.show()
    detail.activateWindow()
    qtbot.waitUntil(lambda: detail.verticalScrollBar().maximum() > 300)
    detail.findChild(QPushButton, "step-20").setFocus()
    detail.verticalScrollBar().setValue(300)
    detail.rewrite(write)
    qtbot.waitUntil(lambda: detail.verticalScrollBar().value() == 300)
    assert detail.window().focusWidget() is detail.widget().findChild(QPushButton, "step-20")


def test_a_button_may_rewrite_the_sheet_on_which_it_stands(qtbot: QtBot) -> None:
    detail = Detail("One record", lambda _address: True)
    qtbot.addWidget(detail)

    def write() -> None:
        pressed = button("Again", "again")
        pressed.clicked.connect(lambda: detail.rewrite(write))
        detail.add(pressed)

    write()
    detail.show()
    for _ in range(20):
        detail.widget().findChild(QPushButton, "again").click()
    qtbot.wait(10)
    assert len(detail.widget().findChildren(QPushButton)) == 1


def test_a_text_has_the_name_of_its_section_or_of_the_detail(qtbot: QtBot) -> None:
    detail = made(qtbot, Detail("How scrutiny feels", lambda _: True))
    detail.section("In their words")
    detail.quote("<p>Said.</p>")
    detail.section("")
    detail.quote("<p>Said as well.</p>")
    assert [prose.accessibleName() for prose in detail.findChildren(Prose)] == ["In their words", "How scrutiny feels"]


def test_what_is_of_another_thing_stands_further_apart(qtbot: QtBot) -> None:
    detail = made(qtbot, Detail("Statements", lambda _: True))
    for number in range(3):
        if number == 2:
            detail.apart()
        detail.words(f"Statement {number}")
    qtbot.wait(20)
    first, second, third = detail.findChildren(Words)
    within, between = second.y() - first.geometry().bottom(), third.y() - second.geometry().bottom()
    assert between > within
