from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from scrutineer.ui.widgets.words import Words, breakable


def test_a_long_text_wraps_instead_of_being_cut(qtbot: QtBot) -> None:
    words = Words("Children missing education: who holds the list? " * 4)
    qtbot.addWidget(words)
    assert words.heightForWidth(200) > words.heightForWidth(800)


def test_a_short_text_asks_for_one_line(qtbot: QtBot) -> None:
    words = Words("Who owes an answer?")
    qtbot.addWidget(words)
    assert words.sizeHint().height() < 2 * words.fontMetrics().height()


def test_an_address_can_be_broken_and_is_still_said_as_it_was(qtbot: QtBot) -> None:
    address = "https://example.org/" + "a" * 200
    words = Words(address)
    qtbot.addWidget(words)
    assert words.heightForWidth(200) > 3 * words.fontMetrics().height()
    assert words.said() == address


def test_markup_is_shown_as_it_was_typed(qtbot: QtBot) -> None:
    words = Words("<b>5 < 6</b>")
    qtbot.addWidget(words)
    assert words.said() == "<b>5 < 6</b>"
    assert words.textFormat().name == "PlainText"


def test_nothing_to_say_takes_no_room(qtbot: QtBot) -> None:
    words = Words("something", hides=True)
    qtbot.addWidget(words)
    words.say("")
    assert words.isHidden()


def test_ordinary_words_are_left_as_they_are() -> None:
    assert breakable("Safeguarding arrangements, as published") == "Safeguarding arrangements, as published"


@pytest.mark.parametrize(("said", "held"), [
    ("awaited since 20 Nov", "awaited since 20~Nov"),
    ("on 3 Dec 2026, and 14 Jan.", "on 3~Dec~2026, and 14~Jan."),
    ("Thursday 12 September 2026", "Thursday 12~September 2026"),
    ("C-2026-014 · Police · ICB", "C-2026-014~· Police~· ICB"),
    ("2026 May, 123 Mar", "2026 May, 123 Mar"),
    ("Executive Group · minute EG 7.1, and SB 3.3.", "Executive Group~· minute~EG~7.1, and SB~3.3."),
    ("Minute: SB 4", "Minute:~SB~4"),
    ("Acknowledged · 1 of 2 answered", "Acknowledged~· 1~of~2 answered"),
    ("minute of the meeting, ICB 3 awaited", "minute of the meeting, ICB 3 awaited"),
    ("papers due 30 Nov, 1 working day left", "papers due 30~Nov, 1~working~day left"),
    ("2.5 days more than there are", "2.5~days more than there are"),
])  # fmt: skip
def test_what_is_one_holds_and_dots_end_lines_and_all_is_said_as_it_was(qtbot: QtBot, said: str, held: str) -> None:
    words = Words(said)
    qtbot.addWidget(words)
    assert words.text() == held.replace("~", "\u00a0")
    assert words.said() == said


@pytest.mark.parametrize("is_shown_already", [False, True])
def test_words_that_hide_are_never_a_window_of_their_own(qtbot: QtBot, is_shown_already: bool) -> None:
    at_once, later = Words("At once", hides=True), Words("", hides=True)
    later.say("Later")
    assert not at_once.isVisible()
    assert not later.isVisible()
    sheet = QWidget()
    qtbot.addWidget(sheet)
    column = QVBoxLayout(sheet)
    sheet.setVisible(is_shown_already)
    for words in (at_once, later):
        column.addWidget(words)
    sheet.show()
    qtbot.waitUntil(lambda: at_once.isVisible() and later.isVisible())
    at_once.say("")
    assert not at_once.isVisible()
