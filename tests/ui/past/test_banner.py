"""The line over every screen of a past day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from scrutineer.ui.past.banner import Banner
from scrutineer.ui.widgets.words import Words
from tests.ui.window import press


@pytest.fixture
def banner(qtbot) -> Iterator[Banner]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Banner(date(2026, 3, 31))
    QVBoxLayout(window).addWidget(made)
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


def test_in_a_low_window_it_takes_one_line_and_still_leads_back(banner: Banner):
    banner.window().resize(800, 200)
    assert banner.findChild(Words).said() == "As it stood on 31 March 2026: to be read"
    assert banner.findChild(QPushButton, "back-to-today").isVisible()
    assert not banner.findChild(QPushButton, "another-day").isVisible()
