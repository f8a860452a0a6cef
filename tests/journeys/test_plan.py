"""A year's plan: three items, agreed, one looked at, one moved on, half a day noted, and the statement of days."""

from __future__ import annotations

from datetime import date
from typing import Any

from docx import Document
from PySide6.QtCore import Qt

from scrutineer.domain.activity import ActivityStatus
from scrutineer.domain.organisation import Appointment
from scrutineer.domain.plan import PlanItem, Standing
from tests.journeys.conftest import Begin
from tests.journeys.person import Person

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def plan(me: Person, title: str, month: str, days: str) -> str:
    """Plan an item by keyboard alone."""

    def typed() -> None:
        me.type(title)
        me.into("when", month)
        me.into("days", days)
        me.control(Qt.Key.Key_Return)

    return me.on_sheet(lambda: me.key(Qt.Key.Key_I, CONTROL, SHIFT), typed)


def item(me: Person, title: str) -> PlanItem:
    return next(one for one in me.register.plan_items.all() if one.title == title)


def write_reason(me: Person, words: str) -> None:
    me.into("reason", words)
    me.control(Qt.Key.Key_Return)


def note_half_a_day(me: Person) -> str:
    """Two keystrokes and a number."""

    def typed() -> None:
        me.type("0.5")
        me.control(Qt.Key.Key_Return)

    return me.on_sheet(lambda: me.control(Qt.Key.Key_T), typed)


def statement(me: Person) -> list[tuple[str, ...]]:
    """Write the statement of days for this quarter; its rows, read again from Word."""
    file = me.folder / "days.docx"
    me.messages.chosen = [file]
    me.on_sheet(lambda: me.key(Qt.Key.Key_S, CONTROL, SHIFT), me.fill_in)
    word = Document(str(file))
    rows = [tuple(cell.text for cell in row.cells) for row in word.tables[0].rows][1:]
    assert "Total: 2 days" in [paragraph.text for paragraph in word.paragraphs]
    return rows


def test_a_plan_is_made_agreed_followed_and_counted_in_days(begin: Begin):
    def arrange(register: Any, _put: object) -> None:
        register.appointments.save(Appointment(starts_on=date(2026, 10, 1), days_per_year=20.0))

    me = begin(arrange)
    me.to_room("plan")
    assert "What you plan to look at belongs here" in me.reads()

    assert plan(me, "Front door", "November 2026", "1.5") == "“Front door” is in the plan of 2026–27."
    plan(me, "Section 11 returns", "January 2027", "2")
    plan(me, "Reading together", "February 2027", "1")
    assert "2026–27: 4.5 days planned · 0 days spent · 10 of 10 left · 4.5 days ahead" in me.reads()

    agreed = me.on_sheet(lambda: me.key(Qt.Key.Key_K, CONTROL, SHIFT), lambda: me.fill_in(agreed_by="Executive"))
    assert agreed == "Plan 2026–27, version 1, is kept as it was agreed on 23 Nov 2026."

    me.window.open("plan_item", item(me, "Front door").id)
    begun = me.on_sheet(lambda: me.press("step-begin"), lambda: me.fill_in(held_on="today", place="County Hall"))
    assert begun == "EX-A-2026-001 noted for 23 Nov 2026."
    [visit] = me.register.activities.all()
    assert (visit.title, visit.plan_item_id) == ("Front door", item(me, "Front door").id)
    me.window.open("activity", visit.id)
    me.asked("step-edit", status="Written", days="1.5")
    assert me.register.activities.get(visit.id).status is ActivityStatus.WRITTEN_UP
    me.to_room("plan")
    assert "4.5 days planned · 1.5 days spent · 8.5 of 10 left · 3 days ahead" in me.reads()

    me.window.open("plan_item", item(me, "Section 11 returns").id)
    me.on_sheet(lambda: me.press("step-roll_over"), lambda: write_reason(me, "They come in May this year."))
    standings = {line.item.title + str(line.item.year): line.standing for line in me.register.plan_items.lines()}
    assert standings == {
        "Front door2026": Standing.DONE, "Section 11 returns2026": Standing.ROLLED_OVER,
        "Reading together2026": Standing.PLANNED, "Section 11 returns2027": Standing.PLANNED,
    }  # fmt: skip

    assert note_half_a_day(me) == "Half a day noted for 23 Nov 2026."
    assert "2 days spent · 8 of 10 left" in me.reads()
    assert statement(me) == [
        ("23 Nov 2026", "Front door (A-2026-001)", "1.5"), ("23 Nov 2026", "Work as scrutineer", "0.5"),
    ]  # fmt: skip

    told: list[str] = []
    me.on_sheet(lambda: me.key(Qt.Key.Key_K, CONTROL, SHIFT), lambda: told.append(me.reads()))
    assert "Section 11 returns: rolled over. They come in May this year." in told[0]
