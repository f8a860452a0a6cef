"""The Assurance screen: its parts stand behind chips, each made and read when it is wanted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scrutineer.register.judging import OVERALL
from scrutineer.ui import late
from scrutineer.ui.assurance.confirmations import ConfirmationsPart
from scrutineer.ui.assurance.judgements import JudgementsPart
from scrutineer.ui.assurance.page import PARTS, AssuranceScreen
from scrutineer.ui.assurance.part import Part
from scrutineer.ui.widgets.words import Words
from tests.ui.window import press


@pytest.fixture
def screen(tools, register, qtbot):
    made = AssuranceScreen(tools)
    qtbot.addWidget(made)
    register.on_change(made.note_change)
    made.resize(1280, 800)
    return made


@pytest.fixture
def judge(register):
    """Give an overall opinion for the period under way."""
    period = register.periods.labelled("2026-27-Q3")

    def judge(rating: str):
        began = register.judgements.begin(period, OVERALL)
        return register.judgements.judge(replace(began, rating=rating, rationale=f"It is {rating}."))

    return judge


def overall(screen) -> str:
    table = screen.findChild(JudgementsPart).table
    return table.lines.columns[1].words(table.lines.line(0))


@pytest.mark.parametrize("place", PARTS, ids=lambda place: place.code)
def test_every_part_is_found_by_its_name_and_shows_the_kinds_that_it_opens(place):
    part = late.found(place.where)
    assert issubclass(part, Part)
    assert place.kinds <= part.shows


def test_a_part_is_made_when_it_is_wanted_and_reads_what_changed_whether_it_was_in_sight_or_not(screen, judge):
    assert screen.findChild(Part) is None
    screen.show()
    assert screen.findChild(ConfirmationsPart) is None
    assert overall(screen) == "Not given yet"
    judge("limited")
    assert overall(screen).startswith("▲ Limited assurance")
    press(screen, "filter-confirmations")
    assert screen.findChild(ConfirmationsPart).isVisible()
    judge("reasonable")
    assert overall(screen).startswith("▲ Limited assurance")      # it is not in sight
    press(screen, "filter-judgements")
    assert overall(screen).startswith("◐ Reasonable assurance")
    screen.hide()
    judge("limited")
    screen.show()
    assert overall(screen).startswith("▲ Limited assurance")


def test_a_record_is_opened_in_the_part_where_it_stands(screen, judge, register):
    kept = judge("limited")
    screen.show()
    said = register.confirmations.begin(register.periods.labelled("2026-27-Q3"), register.confirmations.items()[4])
    said = register.confirmations.confirm(said, {})
    screen.open("confirmation", said.id)
    part = screen.findChild(ConfirmationsPart)
    assert part.isVisible()
    assert part.table.selected_id() == said.framework_item
    screen.open("judgement", kept.id)
    assert screen.findChild(JudgementsPart).table.selected_id() == "overall:"
    screen.open("conflict", "1")
    assert screen.findChild(JudgementsPart).isVisible()


def test_in_a_narrow_window_a_record_has_the_whole_room_until_a_part_without_one_is_shown(screen, judge):
    screen.resize(700, 480)
    screen.show()
    screen.open("judgement", judge("limited").id)
    assert not screen._bar.isVisible()
    screen.open("feedback", "")
    assert screen._bar.isVisible()
    press(screen, "filter-judgements")
    assert not screen._bar.isVisible()
    press(screen.findChild(JudgementsPart), "back")
    assert screen._bar.isVisible()


def test_in_a_low_window_the_chips_stand_beside_the_title_and_the_part_has_their_line(screen, qtbot):
    screen.resize(520, 15 * screen.fontMetrics().height())
    screen.show()
    bar, title = screen._bar, screen.findChild(Words)

    def above(widget) -> int:
        return widget.mapTo(screen, widget.rect().center()).y()

    qtbot.waitUntil(lambda: abs(above(bar) - above(title)) <= 4)
    screen.resize(1280, 800)
    qtbot.waitUntil(lambda: above(bar) > above(title) + bar.height())
    press(screen, "filter-confirmations")
    assert screen.findChild(ConfirmationsPart).isVisible()
