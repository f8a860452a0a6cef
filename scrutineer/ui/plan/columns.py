"""What the lists of the plan show: items, agreed plans, priorities, principles and days, each as a line of words.

A line is told once, by the kind of its record; the same three columns show all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from scrutineer.domain.dates import month_of, short_date
from scrutineer.domain.plan import PlanLine, PlanVersion, Priority, Standing, TimeEntry
from scrutineer.domain.principle import Principle
from scrutineer.domain.serving import label_for
from scrutineer.domain.text import counted, opening
from scrutineer.domain.year import Year, in_days, year_of
from scrutineer.register.register import Register
from scrutineer.reports.markdown import plain
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.filter_bar import Choice

OF_ONE_YEAR = ("year", "next", "done", "gone")      # the filters that list items of a single year
FILTERS = (
    Choice("year", "This year"), Choice("next", "Next year"), Choice("done", "Done"),
    Choice("gone", "Rolled over or dropped"), Choice("versions", "Agreed"), Choice("priorities", "Priorities"),
    Choice("principles", "Principles"), Choice("time", "My days"), Choice("all", "All"),
)  # fmt: skip
LIST_OF = {"plan_version": "versions", "priority": "priorities", "principle": "principles",
           "principle_example": "principles", "time_entry": "time"}  # fmt: skip
NOTHING = {
    "year": "What you will look at this year belongs here: what, in which month, and with how many of your days.",
    "next": "Nothing is planned for next year yet. What rolls over comes here by itself.",
    "done": "Nothing of this year’s plan is done yet. An item is done when the activities begun from it are.",
    "gone": "Nothing has rolled over or was dropped this year.",
    "versions": "The plan has not been agreed yet. What was agreed is kept here as it stood on that day.",
    "priorities": "What the Partnership has set itself to make better belongs here; items of the plan can name it.",
    "principles": "The principles of scrutiny that the Partnership has agreed belong here, a line for each.",
    "time": "Time beside your activities belongs here, in half days: reading, meetings, writing, travel.",
    "all": "What you plan to look at belongs here: what, in which month, and with how many of your days.",
}
FIRST = {
    "versions": ("agree_plan", "Agree the plan"), "priorities": ("priority", "Add a priority"),
    "principles": ("principles", "Write the principles"), "time": ("time", "Note time spent"),
}  # fmt: skip
PLAN = ("plan_item", "Plan an item")
HOW_FAR = {"versions": "Agreed by", "priorities": "Standing", "principles": "Lived by", "time": "How long"}
DEEDS = {"versions": ("agree_plan",), "priorities": ("priority",), "principles": ("principles",),
         "time": ("statement", "time"), "all": ("plan_item",)}  # fmt: skip


class PlanRow(NamedTuple):
    """A line of any of the lists: which record, on which list, its words, and a key by which its day is sorted.

    `item` is there for items alone.
    """

    id: str
    kind: str
    title: str
    about: str = ""
    chip: str = ""
    far: str = ""
    when: str = ""
    key: str = ""
    item: PlanLine | None = None


def beside_what(code: str) -> str:
    """The heading of the second column, which says something else of each kind of record."""
    return HOW_FAR.get(code, COLUMNS[1].title)


def first_of(code: str) -> tuple[str, str]:
    """The deed that makes the first record of a list, and its words."""
    return FIRST.get(code, PLAN)


def rows(register: Register) -> list[PlanRow]:
    """Every line of every list."""
    read = (_items, _versions, _priorities, _principles, _time)
    return [row for one in read for row in one(register)]


def passes(row: PlanRow, code: str, today: date) -> bool:
    """Whether a filter lists this line; done, rolled over and dropped are those of this year."""
    if row.item is None:
        return LIST_OF.get(row.kind) == code
    year, standing = year_of(today), row.item.standing
    is_of_year = row.item.item.year == year.begins_in
    return {
        "year": is_of_year and standing.is_in_the_plan,
        "next": row.item.item.year == year.next.begins_in and standing.is_in_the_plan,
        "done": is_of_year and standing is Standing.DONE,
        "gone": is_of_year and not standing.is_in_the_plan, "all": True,
    }.get(code, False)


def when(line: PlanLine) -> str:
    """`May 2026`, or `2026–27, no month yet`."""
    return month_of(line.item.planned_on) or f"{Year(line.item.year).label}, no month yet"


def how_far(line: PlanLine) -> str:
    """What there is to say beside its standing: the year it moved to, or my days."""
    if line.standing is Standing.ROLLED_OVER:
        return f"to {line.moved_to}" if line.moved_to else ""
    if line.spent and line.item.days:
        is_as_planned = line.spent == line.item.days
        return f"{in_days(line.spent)} spent{'' if is_as_planned else f' of {in_days(line.item.days)}'}"
    if line.spent:
        return f"{in_days(line.spent)} spent"
    return in_days(line.item.days) if line.item.days else ""


def _items(register: Register) -> Iterator[PlanRow]:
    serves = register.partnership.serves
    for line in register.plan_items.lines():
        item = line.item
        about = " · ".join(filter(None, (label_for(item.type, serves), line.agencies)))
        yield PlanRow(item.id, item.KIND, item.title, about, line.standing.label, how_far(line), when(line),
                      f"{item.year} {item.planned_on or 'z'}", line)  # fmt: skip


def _versions(register: Register) -> Iterator[PlanRow]:
    for one in sorted(register.plan_versions.all(), key=lambda one: (one.year, one.version), reverse=True):
        yield PlanRow(one.id, one.KIND, called(one), opening(plain(one.note), 200), far=one.agreed_by,
                      when=short_date(one.agreed_on), key=str(one.agreed_on))  # fmt: skip


def called(version: PlanVersion) -> str:
    """`Plan 2026–27, version 2`."""
    return f"Plan {Year(version.year).label}, version {version.version}"


def _priorities(register: Register) -> Iterator[PlanRow]:
    named = [priority_id for line in register.plan_items.lines() for priority_id in line.item.priority_ids]
    for one in register.priorities.all():
        planned = named.count(one.id)
        yield PlanRow(one.id, one.KIND, one.title, opening(plain(one.text), 200), _in_force(one, register.today()),
                      counted(planned, "item of the plan", "items of the plan") if planned else "", span(one),
                      str(one.starts_on))  # fmt: skip


def _in_force(one: Priority, today: date) -> str:
    if one.ends_on and one.ends_on < today:
        return "Past"
    return "To come" if one.starts_on and one.starts_on > today else "In force"


def span(one: Priority) -> str:
    """`from 1 Apr 2026 until 31 Mar 2027`."""
    days = (("from", one.starts_on), ("until", one.ends_on))
    return " ".join(f"{word} {short_date(day)}" for word, day in days if day)


def _principles(register: Register) -> Iterator[PlanRow]:
    for one in register.principles.current():
        offered = register.principle_examples.is_offered(one.id)
        far = "one example of living by it?" if offered else "an example this year"
        yield PlanRow(one.id, one.KIND, one.title, opening(plain(one.text), 200), "", far, agreed(one),
                      f"{one.version:04} {one.place:04}")  # fmt: skip


def agreed(one: Principle) -> str:
    """`version 2, agreed 12 Mar 2026`."""
    return f"version {one.version}, {f'agreed {short_date(one.agreed_on)}' if one.agreed_on else 'not agreed yet'}"


def _time(register: Register) -> Iterator[PlanRow]:
    for one in sorted(register.time.all(), key=lambda one: one.spent_on or date.min, reverse=True):
        yield PlanRow(one.id, one.KIND, one.what or "Time spent", about_time(register, one), far=in_days(one.days),
                      when=short_date(one.spent_on), key=str(one.spent_on))  # fmt: skip


def about_time(register: Register, entry: TimeEntry) -> str:
    """The activity that it was for."""
    activity = register.activities.find(entry.activity_id)
    return activity.title if activity else ""


COLUMNS = (
    Column("What", lambda row: row.title, second=lambda row: row.about, stretch=True,
           sort_key=lambda row: row.title.casefold()),
    Column("How far", chip=lambda row: Chip(row.chip) if row.chip else None, second=lambda row: row.far, width=16,
           sort_key=lambda row: (row.chip, row.far)),
    Column("When", lambda row: row.when, width=14, sort_key=lambda row: row.key),
)  # fmt: skip
