"""The Activities screen over a real record."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton

from scrutineer.domain.activity import ActivityStatus, Level
from scrutineer.domain.activity_form import Grading, Prompt, Reading
from scrutineer.ui.activities.page import ActivitiesScreen
from tests.factories import TODAY, an_activity, an_agency
from tests.ui.window import fill_in, on_sheet, part, press


@pytest.fixture
def screen(tools, register, visit, qtbot):
    made = ActivitiesScreen(tools)
    qtbot.addWidget(made)
    register.on_change(made.note_change)
    made.resize(1280, 800)
    made.show()
    return made


def listed(screen):
    return [screen.table.lines.line(row).title for row in range(screen.table.lines.rowCount())]


def choose(screen, menu, words):
    actions = part(screen, QPushButton, menu).menu().actions()
    next(action for action in actions if action.text() == words).trigger()


def test_it_opens_on_what_was_done_with_the_latest_to_read(screen, visit):
    assert listed(screen) == ["Front door visited"]
    assert screen.detail.shown == visit.id


def test_a_part_of_a_short_form_is_read_with_its_activity(screen, register, visit):
    [answer] = register.form_entries.save_form(visit.id, {Prompt.ATMOSPHERE: "Kind."})
    [figure] = register.readings.save_all(visit.id, [Reading(indicator="Plans")])
    [grade] = register.gradings.save_all(visit.id, [Grading(aspect="Planning")])
    for one in (answer, figure, grade):
        screen.detail.show_record("")
        screen.open(one.KIND, one.id)
        assert screen.detail.shown == visit.id


def test_what_is_ahead_stands_nearest_first(screen, register):
    for days in (20, 5):
        register.activities.save(an_activity(
            title=f"In {days} days", status=ActivityStatus.PLANNED, held_on=TODAY + timedelta(days=days)
        ))
    press(screen, "filter-ahead")
    assert listed(screen) == ["In 5 days", "In 20 days"]


def test_menus_narrow_by_agency_and_level_and_opening_a_record_widens_again(screen, register, visit):
    other = register.agencies.save(an_agency(name="Trust", short_name="NHS"))
    seen = register.activities.save(an_activity(title="Ward", agency_ids=(other.id,), level=Level.MANAGERS))
    choose(screen, "menu-agency", "NHS")
    assert listed(screen) == ["Ward"]
    screen.open("activity", visit.id)
    assert set(listed(screen)) == {"Ward", "Front door visited"}
    assert screen.detail.shown == visit.id
    choose(screen, "menu-level", "Managers")
    assert listed(screen) == [seen.title]


def test_a_change_elsewhere_is_shown_at_once_and_the_place_kept(screen, register, visit):
    other = register.activities.save(an_activity(title="Earlier", held_on=TODAY - timedelta(days=90)))
    screen.table.select(other.id)
    register.activities.save(replace(visit, title="Front door, seen again"))
    assert "Front door, seen again" in listed(screen)
    assert screen.table.selected_id() == screen.detail.shown == other.id


def test_its_own_deeds_are_done_here_and_others_asked_of_the_window(screen, register, tools, visit, qtbot):
    on_sheet(fill_in(text="They laughed."))
    press(screen.detail, "step-add")
    assert tools.say.sentences == ["Added to EX-A-2026-001."]
    assert len(register.activities.findings(visit.id)) == 3
    with qtbot.waitSignal(screen.wanted) as heard:
        press(screen.detail, "step-feedback")
    assert heard.args == ["feedback", visit.id]
    with qtbot.waitSignal(screen.wanted) as heard:
        press(screen, "note")
    assert heard.args == ["note", ""]


def test_planning_is_one_button(screen, register):
    on_sheet(fill_in(title="Audit day", held_on=TODAY + timedelta(days=9)))
    press(screen, "plan")
    press(screen, "filter-ahead")
    assert listed(screen) == ["Audit day"]


def test_the_button_that_was_pressed_keeps_the_keyboard_when_the_record_is_read_again(screen, visit, qtbot):
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    on_sheet(fill_in(place="Elsewhere"))
    part(screen.detail, QPushButton, "step-edit").setFocus()
    press(screen.detail, "step-edit")
    qtbot.waitUntil(lambda: screen.window().focusWidget().objectName() == "step-edit")


def test_an_empty_record_teaches_what_belongs_here(tools, qtbot):
    made = ActivitiesScreen(tools)
    qtbot.addWidget(made)
    made.show()
    assert made.empty.isVisibleTo(made)
    with qtbot.waitSignal(made.wanted) as heard:
        press(made.empty, "first")
    assert heard.args == ["note", ""]
