"""The Plan screen over a real record."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from scrutineer.domain.organisation import Appointment
from scrutineer.domain.plan import Priority
from scrutineer.domain.year import Year
from scrutineer.register.principles import Worded
from scrutineer.ui.plan.mark import Mark
from scrutineer.ui.plan.page import PlanScreen
from tests.factories import TODAY, an_activity
from tests.ui.challenges.room import read
from tests.ui.window import fill_in, on_sheet, press


@pytest.fixture
def screen(tools, register, qtbot) -> PlanScreen:
    made = PlanScreen(tools)
    qtbot.addWidget(made)
    register.on_change(made.note_change)
    made.resize(1280, 800)
    made.show()
    return made


def offered(screen) -> list[str]:
    codes = ("open-other", "statement", "agree_plan", "priority", "principles", "time", "plan_item")
    return [code for code in codes if screen.findChild(QPushButton, code).isVisible()]


def test_an_empty_plan_says_what_belongs_there_and_makes_the_first(screen, qtbot):
    assert "What you plan to look at belongs here" in read(screen.empty)
    with qtbot.waitSignal(screen.wanted) as heard:
        press(screen.empty, "first")
    assert heard.args == ["plan_item", ""]
    screen.bar.choose("principles")
    assert "The principles of scrutiny that the Partnership has agreed belong here" in read(screen.empty)
    with qtbot.waitSignal(screen.wanted) as heard:
        press(screen.empty, "first")
    assert heard.args == ["principles", ""]


def test_my_days_stand_in_one_line_and_follow_what_is_written(screen, register, plan):
    register.appointments.save(Appointment(starts_on=date(2026, 4, 1), days_per_year=20.0))
    plan(days=2.0)
    assert "2026–27: 2 days planned · 0 days spent · 20 of 20 left · 2 days ahead" in read(screen)
    register.activities.save(an_activity(days=1.0))
    register.time.note(0.5)
    assert "1.5 days spent · 18.5 of 20 left" in read(screen)


def test_the_year_and_the_list_show_the_same_items_and_one_chosen_record(screen, plan):
    plan("May", date(2026, 5, 1))
    december = plan("December")
    assert screen.findChild(Mark).isVisible()
    QTest.keyClick(screen.findChild(Mark), Qt.Key.Key_Down)
    assert screen.table.selected_id() == screen.detail.shown == december.id
    press(screen, "open-other")
    assert screen.table.isVisible()
    screen.table.select_first()
    press(screen, "open-other")
    assert [one.isChecked() for one in screen.findChildren(Mark) if one.isVisible()] == [True, False]


def test_when_first_seen_it_is_at_what_comes_next(screen, plan, tools, register, qtbot):
    plan("May", date(2026, 5, 1))
    done = plan("November", date(2026, 11, 1))
    register.plan_items.mark_done(done.id)
    december = plan("December")
    again = PlanScreen(tools)
    qtbot.addWidget(again)
    again.resize(1280, 800)
    again.show()
    assert again.detail.shown == december.id


def test_each_list_offers_its_own_deeds_and_the_year_is_shown_for_items_alone(screen, register, plan):
    plan()
    said = {}
    for code in screen.bar.codes:
        screen.bar.choose(code)
        said[code] = offered(screen)
    items = ["agree_plan", "plan_item"]
    assert said == {
        "year": ["open-other", *items], "next": items, "done": items, "gone": items, "versions": ["agree_plan"],
        "priorities": ["priority"], "principles": ["principles"], "time": ["statement", "time"], "all": ["plan_item"],
    }  # fmt: skip


def test_any_record_is_opened_on_the_list_that_it_stands_on(screen, register, plan):
    later, old = plan("Later", date(2027, 5, 1)), plan("Old", date(2024, 5, 1))
    plan()
    version = register.plan_versions.agree(Year(2026), TODAY)
    priority = register.priorities.save(Priority(title="Neglect"))
    [principle] = register.principles.write([Worded("We listen")], TODAY)
    example = register.principle_examples.note(principle.id, "They asked me in.", TODAY)
    entry = register.time.note(0.5)
    for record, code, shown in (
        (later, "next", later), (old, "all", old), (version, "versions", version), (priority, "priorities", priority),
        (principle, "principles", principle), (example, "principles", principle), (entry, "time", entry),
    ):
        screen.open(record.KIND, record.id)
        assert (screen.bar.chosen, screen.detail.shown) == (code, shown.id)


def test_deciding_is_done_here_and_noting_is_asked_of_the_window(screen, register, plan, tools, qtbot):
    item = plan()
    screen.open(item.KIND, item.id)
    on_sheet(fill_in(reason="No room."))
    press(screen.detail, "step-roll_over")
    assert tools.say.sentences[-1].startswith("“Front door” is in the plan of 2027–28")
    [fresh] = register.plan_items.all(year=2027)
    screen.open(fresh.KIND, fresh.id)
    with qtbot.waitSignal(screen.wanted) as heard:
        press(screen.detail, "step-note")
    assert heard.args == ["note", fresh.id]
    on_sheet(fill_in(days=2.0))
    press(screen.detail, "step-edit")
    assert register.plan_items.get(fresh.id).days == 2.0


def test_a_priority_goes_from_its_list_and_can_be_put_back(screen, register, tools):
    one = register.priorities.save(Priority(title="Neglect"))
    screen.open(one.KIND, one.id)
    press(screen.detail, "step-remove")
    assert register.priorities.all() == []
    tools.say.then()
    assert [found.title for found in register.priorities.all()] == ["Neglect"]


def test_in_a_narrow_window_a_record_has_all_the_room_and_escape_leads_back(screen, plan):
    screen.resize(800, 480)
    item = plan()
    assert offered(screen) == ["open-other", "plan_item"]
    screen.open(item.KIND, item.id)
    assert not screen.bar.isVisible()
    assert offered(screen) == []
    press(screen, "back")
    assert offered(screen) == ["open-other", "plan_item"]
    assert screen.findChild(Mark).isVisible()


def test_a_low_window_keeps_the_line_of_my_days_for_their_own_list(screen, register, plan, qtbot):
    plan(days=2.0)
    assert screen._days.isVisible()
    screen.resize(700, 15 * screen.fontMetrics().height())
    qtbot.waitUntil(lambda: not screen._days.isVisible())
    screen.bar.choose("time")
    assert screen._days.isVisible()
    screen.bar.choose("year")
    assert not screen._days.isVisible()


def test_the_second_column_is_headed_by_what_stands_under_it(screen, plan):
    plan()

    def heading() -> str:
        return screen.table.lines.headerData(1, Qt.Orientation.Horizontal)

    assert heading() == "How far"
    headings = {"versions": "Agreed by", "principles": "Lived by", "time": "How long", "all": "How far"}
    for code, words in headings.items():
        screen.bar.choose(code)
        assert heading() == words
