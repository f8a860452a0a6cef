"""“Every change”: a plain list of old and new values, as text and never as markup."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from scrutineer.domain.plan import PlanItem
from scrutineer.register.changes import FieldChange
from scrutineer.ui.challenges import changes
from scrutineer.ui.challenges.changes import Changes
from scrutineer.ui.widgets.prose import Prose
from tests.factories import MOMENT, an_evidence
from tests.ui.challenges.room import Room, on_sheet, read


def test_every_old_and_new_value_can_be_read_with_its_reason(room: Room):
    made, (part,) = room.put()
    room.register.extensions.extend([part.id], date(2027, 1, 8), "Police: a vacancy")
    room.register.challenges.reword(replace(made, text="<b>Do</b> you know?"))
    seen: list[str] = []
    on_sheet(lambda shown: seen.append(read(shown)))
    assert changes.ask(room.tools, room.parent, made.id) == ""
    for words in ("21 Dec 2026", "8 Jan 2027", "why: Police: a vacancy", "before: Of 22 plans", "now: <b>Do</b> you"):
        assert words in seen[0]


def test_what_was_written_at_once_stands_under_one_heading_with_of_what_and_by_whom(room: Room):
    made, _ = room.put()
    seen: list[str] = []
    on_sheet(lambda shown: seen.append(read(shown)))
    changes.ask(room.tools, room.parent, made.id)
    lines = seen[0].split("\n")
    assert lines.count("23 Nov 2026, 13:40 · The Scrutineer") <= len(room.register.every_change_of(made.id).changes) / 2
    assert f"Challenge: {made.reference} {made.title}" in seen[0]
    assert "Party: Police · C-2026-001" in seen[0]
    assert "Priority: routine" in lines


@pytest.mark.parametrize("kind", ["activity", "finding", "agency", "evidence"])
def test_of_records_of_other_rooms_it_can_be_read_as_well(room: Room, kind: str):
    found = {"finding": room.seen(), "agency": room.police}
    found["activity"] = room.register.activities.get(found["finding"].activity_id)
    found["evidence"] = room.register.evidence.save(an_evidence())
    seen: list[str] = []
    on_sheet(lambda shown: seen.append(read(shown)))
    changes.ask(room.tools, room.parent, found[kind].id)
    assert f"{kind.capitalize()}: " in seen[0]


def test_an_address_or_a_digest_too_long_for_any_line_may_be_broken(room: Room, qtbot):
    shown = Changes("A file", [FieldChange(MOMENT, "Digest", "", "f" * 500, "")], room.tools, room.parent)
    qtbot.addWidget(shown)
    shown.show()
    QApplication.processEvents()
    assert shown.findChild(Prose).horizontalScrollBar().maximum() == 0


def test_it_is_as_large_as_the_window_allows(room: Room, qtbot):
    shown = Changes("A title", [], room.tools, room.parent)
    assert shown.sizeHint().height() <= room.parent.height()


def test_the_month_of_a_plan_item_is_shown_as_a_month(room: Room):
    item = room.register.plan_items.save(PlanItem(title="Front door", year=2026, planned_on=date(2026, 5, 22)))
    room.register.plan_items.save(replace(item, planned_on=date(2026, 9, 1)))
    seen: list[str] = []
    on_sheet(lambda shown: seen.append(read(shown)))
    changes.ask(room.tools, room.parent, item.id)
    assert "Month: May 2026" in seen[0]
    assert "before: May 2026\nnow: September 2026" in seen[0]
    assert "22 May" not in seen[0]
