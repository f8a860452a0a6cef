"""What a paper asks its meeting to do, where the paper is written."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from scrutineer.domain.paper import Paper
from scrutineer.domain.recommendation import Recommendation
from scrutineer.register.register import Register
from scrutineer.ui.papers import sections
from scrutineer.ui.papers.page import PapersScreen
from scrutineer.ui.tools import Tools
from tests.ui import window


@pytest.fixture
def two(register: Register, paper: Paper) -> list[str]:
    return [register.recommendations.save(Recommendation(text=text, paper_id=paper.id)).id for text in ("One.", "Two.")]


def order(register: Register, paper: Paper) -> list[str]:
    return [one.id for one in register.recommendations.of_paper(paper.id)]


def test_they_are_put_in_order_and_taken_out(
    two: list[str], paper: Paper, screen: PapersScreen, register: Register, tools: Tools, qtbot: QtBot
) -> None:
    screen._table.select(sections.RECOMMENDED)
    window.part(screen, QPushButton, f"down-{two[0]}").click()
    qtbot.waitUntil(lambda: order(register, paper) == two[::-1])
    window.part(screen, QPushButton, f"take_out-{two[1]}").click()
    qtbot.waitUntil(lambda: order(register, paper) == [two[0]])
    assert register.recommendations.get(two[1]).deleted_at is None
    tools.say.then()      # type: ignore[attr-defined]
    assert order(register, paper) == two


def test_one_is_added_to_the_paper_that_is_shown(
    paper: Paper, screen: PapersScreen, register: Register, qtbot: QtBot
) -> None:
    screen._table.select(sections.RECOMMENDED)
    window.on_sheet(window.fill_in(text="Read every plan."))
    window.press(screen, "add-recommendation")
    assert [one.text for one in register.recommendations.of_paper(paper.id)] == ["Read every plan."]
