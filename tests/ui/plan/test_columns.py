"""What the lists of the plan say, and what each filter lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutineer.domain.activity import ActivityStatus
from scrutineer.domain.plan import Priority
from scrutineer.domain.year import Year
from scrutineer.register.principles import Worded
from scrutineer.ui.plan import columns
from tests.factories import TODAY


def listed(register, code):
    return [row.title for row in columns.rows(register) if columns.passes(row, code, TODAY)]


def row_of(register, title):
    return next(row for row in columns.rows(register) if row.title == title)


def test_every_filter_says_what_belongs_there_and_the_first_deed():
    codes = [choice.code for choice in columns.FILTERS]
    assert set(columns.NOTHING) == set(codes)
    assert {columns.first_of(code)[0] for code in codes} == {
        "plan_item", "agree_plan", "priority", "principles", "time"
    }


def test_items_are_listed_by_year_and_by_what_became_of_them(register, plan):
    plan("Ahead"), plan("Later", date(2027, 5, 1)), plan("Long ago", date(2024, 5, 1))
    done, dropped = plan("Done"), plan("Dropped")
    register.plan_items.mark_done(done.id)
    register.plan_items.drop(dropped.id, "Inspected.")
    assert sorted(listed(register, "year")) == ["Ahead", "Done"]
    assert listed(register, "next") == ["Later"]
    assert listed(register, "done") == ["Done"]
    assert listed(register, "gone") == ["Dropped"]
    assert len([row for row in columns.rows(register) if columns.passes(row, "all", TODAY) and row.item]) == 5


def test_an_item_says_its_form_how_far_it_has_come_and_when(register, plan):
    item = plan(days=1.5)
    row = row_of(register, "Front door")
    assert (row.about, row.chip, row.far, row.when) == (
        "Visit to the front line", "Planned", "1.5 days", "December 2026"
    )
    begun = register.plan_items.begin(item.id, TODAY)
    register.activities.save(replace(begun, days=0.5, status=ActivityStatus.WRITTEN_UP))
    row = row_of(register, "Front door")
    assert (row.chip, row.far) == ("Done", "half a day spent of 1.5 days")
    plan("Open", None, days=0.0)
    assert (row_of(register, "Open").when, row_of(register, "Open").far) == ("2026–27, no month yet", "")


def test_what_rolled_over_says_into_which_year(register, plan):
    register.plan_items.roll_over(plan().id, "No room.")
    assert [row.far for row in columns.rows(register)] == ["to 2027–28", "1 day"]


def test_versions_priorities_principles_and_time_have_lists_of_their_own(register, plan):
    plan()
    register.plan_versions.agree(Year(2026), TODAY, "Executive Group")
    for title, first, last in (("Past", None, date(2026, 3, 31)), ("Now", date(2026, 4, 1), None),
                               ("To come", date(2027, 4, 1), None)):  # fmt: skip
        register.priorities.save(Priority(title=title, starts_on=first, ends_on=last))
    first, _ = register.principles.write([Worded("We welcome challenge"), Worded("We see the child")], TODAY)
    register.principle_examples.note(first.id, "They asked me in.", TODAY)
    register.time.note(0.5, "Reading")
    said = {code: [(row.title, row.chip, row.far, row.when) for row in columns.rows(register)
                   if columns.passes(row, code, TODAY)] for code in columns.DEEDS if code != "all"}  # fmt: skip
    assert said == {
        "versions": [("Plan 2026–27, version 1", "", "Executive Group", "23 Nov 2026")],
        "priorities": [("Past", "Past", "", "until 31 Mar 2026"), ("Now", "In force", "", "from 1 Apr 2026"),
                       ("To come", "To come", "", "from 1 Apr 2027")],
        "principles": [
            ("We welcome challenge", "", "an example this year", "version 1, agreed 23 Nov 2026"),
            ("We see the child", "", "one example of living by it?", "version 1, agreed 23 Nov 2026"),
        ],
        "time": [("Reading", "", "half a day", "23 Nov 2026")],
    }  # fmt: skip
