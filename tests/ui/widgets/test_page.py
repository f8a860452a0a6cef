from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from scrutineer.ui.widgets.page import Page
from scrutineer.ui.widgets.parts import SearchBox, button
from scrutineer.ui.widgets.words import Words


def made(qtbot: QtBot) -> tuple[Page, SearchBox]:
    page = Page("Challenges", "Who owes an answer?")
    search = SearchBox("Find anything (Ctrl+K)", "find")
    page.add_to_header(search)
    page.add_to_header(button("Raise a challenge", "raise", primary=True))
    page.add(QLabel("body"), 1)
    qtbot.addWidget(page)
    page.show()
    return page, search


def right_edge(page: Page, name: str) -> int:
    widget = page.findChild(object, name)
    return widget.mapTo(page, QPoint(widget.width(), 0)).x()


def test_with_room_the_header_is_one_line_with_its_buttons_at_the_right(qtbot: QtBot) -> None:
    page, search = made(qtbot)
    page.resize(1000, 500)
    title = page.findChild(Words)
    assert abs(search.mapTo(page, search.rect().center()).y() - title.mapTo(page, title.rect().center()).y()) < 3
    assert right_edge(page, "raise") == 1000 - 24


def test_in_a_narrow_window_the_header_wraps_and_nothing_is_cut_off(qtbot: QtBot) -> None:
    page, search = made(qtbot)
    page.resize(320, 500)
    title = page.findChild(Words)
    assert search.mapTo(page, QPoint(0, 0)).y() > title.mapTo(page, QPoint(0, title.height())).y()
    assert right_edge(page, "raise") <= 320
    assert search.width() >= search.sizeHint().width()


def test_the_question_can_change(qtbot: QtBot) -> None:
    page, _ = made(qtbot)
    page.ask("What have I looked at?")
    page.entitle("Activities")
    assert {words.said() for words in page.findChildren(Words)} == {"Activities", "What have I looked at?"}
    assert page.accessibleName() == "Activities"


def test_in_a_low_window_the_question_gives_its_line_to_the_work(qtbot: QtBot) -> None:
    page, _ = made(qtbot)
    question = page.findChildren(Words)[1]
    page.resize(800, 700)
    assert question.isVisible()
    page.resize(800, 200)
    assert not question.isVisible()
    page.ask("What have I looked at?")
    assert not question.isVisible()
    page.resize(800, 700)
    assert question.isVisible()


def test_what_scrolls_reaches_the_edge_of_the_page_and_nothing_else_does(qtbot: QtBot) -> None:
    page, _ = made(qtbot)
    scrolls = QLabel("scrolls")
    page.add(scrolls, 1, to_edge=True)
    page.resize(1000, 500)
    qtbot.waitUntil(lambda: scrolls.mapTo(page, QPoint(scrolls.width(), 0)).x() == 1000)
    assert right_edge(page, "raise") == 1000 - 24
