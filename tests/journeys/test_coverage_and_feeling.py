"""A scrutineer sees where nobody has been, goes there by keys, asks how scrutiny feels, and changes something."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from scrutineer.domain.activity import ActivityType, AskedBy, MyPart
from scrutineer.register.register import Register
from scrutineer.ui.assurance.behind import Behind
from scrutineer.ui.assurance.grid import CoverageGrid
from scrutineer.ui.widgets.filter_bar import FilterBar
from tests.factories import TODAY, an_activity
from tests.journeys.conftest import Begin
from tests.journeys.person import Person


def a_year(register: Register, _put: object) -> None:
    """A visit to the police, an audit of the care board that others led, and a workshop with both."""
    police, icb, _ = register.agencies.all()
    activities = (
        an_activity(title="A night with the custody team", agency_ids=(police.id,), held_on=TODAY - timedelta(days=30)),
        an_activity(title="Neglect: twelve journeys", agency_ids=(icb.id,), type=ActivityType.MULTI_AGENCY_AUDIT,
                    my_part=MyPart.READ_RESULT, asked_by=AskedBy.AGENCY),
        an_activity(title="What gets in the way", agency_ids=(police.id, icb.id), type=ActivityType.WORKSHOP,
                    asked_by=AskedBy.PRACTITIONERS, held_on=TODAY - timedelta(days=2)),
    )  # fmt: skip
    for one in activities:
        register.activities.save(one)


def turn(me: Person, part: str) -> None:
    """Go to a part of the Assurance screen."""
    me.window.go("assurance").findChild(FilterBar).choose(part)
    me.look()


def test_coverage_is_walked_by_keys_from_a_blind_spot_to_a_record(begin: Begin):
    me = begin(a_year)
    turn(me, "coverage")
    assert "3 pieces of scrutiny took place; 2 asked for by others: practitioners (1) and the agency itself (1)." \
        in me.reads()      # fmt: skip
    assert "Nobody has looked at LA in the last twelve months; nothing earlier is on record." in me.reads()
    grid = me.find(CoverageGrid, "")
    grid.setFocus()
    assert grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "ICB, Visits and observation: none"
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return):
        me.key(key)
    me.look()
    behind = me.window.findChild(Behind)
    assert "Neglect: twelve journeys" in me.reads(behind)
    assert "I read the result" in me.reads(behind)
    [audit] = [one for one in me.register.activities.all() if one.title.startswith("Neglect")]
    me.press(f"open-{audit.id}")
    assert "Was it fair, did it help?" in me.reads()


def test_scrutiny_is_scrutinised_too(begin: Begin):
    me = begin(a_year)
    turn(me, "feeling")
    said = me.asked("begin_round", title="After the workshop", how="Slips of paper")
    assert said == "Noted. Answers can be entered by level."
    first = me.register.culture_statements.asked()[0]
    me.asked("step-enter_answers front_line", **{
        f"agree {first.id}": "18", f"partly {first.id}": "3", f"examples {first.id}": "You asked us first.",
    })  # fmt: skip
    me.asked("step-enter_answers board", **{f"agree {first.id}": "2"})
    assert "The Partnership: 20 of 23 agree, 3 partly" in me.reads()
    assert "Front line: " not in me.reads(), "it would tell what the two of the Board answered"
    assert "“You asked us first.”" in me.reads()

    [workshop] = [one for one in me.register.activities.all() if one.type is ActivityType.WORKSHOP]
    me.window.open("activity", workshop.id)
    me.asked("step-ask_back", from_whom="Team manager")
    assert "Asked on 23 Nov 2026: Team manager" in me.reads()
    me.asked("step-note_back", among=2, was_fair="Yes", did_help="Partly", text="A whole day is too long.")
    me.asked("step-shape_back", shaped="Half a day, and a second one.")
    turn(me, "feeling")
    assert "23 Nov 2026 · Team manager · What gets in the way · fair: yes · helped: partly" in me.reads()
    assert "Half a day, and a second one." in me.reads()
