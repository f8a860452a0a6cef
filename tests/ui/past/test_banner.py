"""The line over every screen of a past day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from scrutineer.ui.past.banner import Banner
from scrutineer.ui.widgets.words import Words
from tests.ui.window import press


@pytest.fixture
def banner(qtbot) -> Iterator[Banner]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Banner(date(2026, 3, 31))
    body = QVBoxLayout(window)
    body.setContentsMargins(0, 0, 0, 0)
    body.addWidget(made)
    body.addWidget(QWidget(), 1)
    window.resize(1000, 700)
    window.show()
    yield made
    window.close()      # which is held until here


def test_it_says_which_day_and_that_it_is_only_read(banner: Banner):
    said = "The record as it stood on 31 March 2026 · to be read, not changed"
    assert banner.findChild(Words).said() == said


def test_it_leads_back_and_to_another_day(banner: Banner, qtbot):
    for name, signal in (("back-to-today", banner.left), ("another-day", banner.moved)):
        with qtbot.waitSignal(signal):
            press(banner, name)


def test_what_does_not_fit_on_one_line_is_said_in_fewer_words_and_it_still_leads_back(banner: Banner):
    in_full = "The record as it stood on 31 March 2026 · to be read, not changed"
    in_short = "As it stood on 31 March 2026: to be read"
    for words, has_another in ((in_full, True), (in_short, True), (in_short, False)):
        assert banner.findChild(Words).said() == words
        assert banner.height() < 2 * banner.findChild(QPushButton, "back-to-today").height()
        assert banner.findChild(QPushButton, "back-to-today").isVisible()
        assert banner.findChild(QPushButton, "another-day").isVisible() is has_another
        banner.window().resize(banner.sizeHint().width() - 1, 400)      # a pixel less than it needs
        QApplication.processEvents()
