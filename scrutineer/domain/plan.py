"""The year ahead: priorities, what is planned, what was agreed when, and the days that it takes.

A plan item is written once; the activities that come of it take over what it says. What was not done rolls
over with a reason, so that nothing vanishes from a plan.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from scrutineer.domain.activity import Activity, ActivityStatus, ActivityType, AskedBy, LedBy, Level, MyPart
from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.errors import Problem
from scrutineer.domain.organisation import in_order
from scrutineer.domain.vocabulary import Term
from scrutineer.domain.year import Year, in_days


class PlanStatus(Term):
    """What became of a plan item. Whether it is under way follows from its activities and is not stored."""

    PLANNED = "planned", "Planned"
    DONE = "done", "Done"
    ROLLED_OVER = "rolled_over", "Rolled over"
    DROPPED = "dropped", "Dropped"

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is to be done about it in its year."""
        return self is not PlanStatus.PLANNED

    @property
    def needs_a_reason(self) -> bool:
        """Whether the plan says why."""
        return self in {PlanStatus.ROLLED_OVER, PlanStatus.DROPPED}


class Standing(Term):
    """How far a plan item has come: what is stored of it and what its activities show, taken together."""

    PLANNED = "planned", "Planned"
    BEGUN = "begun", "Begun"
    DONE = "done", "Done"
    ROLLED_OVER = "rolled_over", "Rolled over"
    DROPPED = "dropped", "Dropped"

    @property
    def is_to_do(self) -> bool:
        """Whether it is still to be done in its year."""
        return self in {Standing.PLANNED, Standing.BEGUN}

    @property
    def is_in_the_plan(self) -> bool:
        """Whether it counts among what the year was to hold, done or not."""
        return self not in {Standing.ROLLED_OVER, Standing.DROPPED}


@dataclass(frozen=True, kw_only=True)
class Priority(Entity):
    """What the Partnership has set itself to make better, for as long as it says."""

    title: str = said("Priority", required=True)
    text: str = narrative("What it is about")
    starts_on: date | None = said("From", None)
    ends_on: date | None = said("Until", None)

    def problems(self) -> list[Problem]:
        """Also: the end may not lie before the beginning."""
        return super().problems() + in_order(self.starts_on, self.ends_on)


@dataclass(frozen=True, kw_only=True)
class PlanItem(Entity):
    """One piece of scrutiny planned for a year (`year` is that in which it begins: 2026 for 2026-27).

    `planned_on` is a day of its month; `days` are mine, in halves. An item that rolled over is followed by
    another, which names it in `moved_from_id`.
    """

    title: str = said("What will be looked at", required=True)
    year: int = said("Year", 0)
    type: ActivityType = said("Form", ActivityType.FRONT_LINE_VISIT)
    why: str = narrative("Why")
    planned_on: date | None = said("Month", None)
    days: float = said("My days", 0.0)
    level: Level = said("Level", Level.FRONT_LINE)
    agency_ids: tuple[str, ...] = link("Agencies", "agency", ())
    priority_ids: tuple[str, ...] = link("Priorities", "priority", ())
    framework_items: tuple[str, ...] = said("Framework items", ())
    themes: tuple[str, ...] = said("Themes", ())
    led_by: LedBy = said("Who leads", LedBy.SCRUTINEER)
    my_part: MyPart = said("My part", MyPart.LED)
    asked_by: AskedBy = said("Who asked for it", AskedBy.SCRUTINEER)
    method_id: str | None = link("Method", "method")
    status: PlanStatus = said("Status", PlanStatus.PLANNED)
    reason: str = narrative("Why it was not done")
    moved_from_id: str | None = link("Rolled over from", "plan_item")
    scrutineer_id: str | None = link("Whose", "scrutineer")

    def problems(self) -> list[Problem]:
        """Also: half days; a month of its own year; a reason where the plan owes one."""
        found = super().problems() + half_days("days", self.days)
        if self.year and not 1900 <= self.year <= 2199:
            found.append(Problem("year", "Give the year in which it begins, such as 2026."))
        elif self.year and self.planned_on and not Year(self.year).holds(self.planned_on):
            label = Year(self.year).label
            found.append(Problem("planned_on", f"That month lies outside {label}. Roll it over, so that the plan says "
                                               "why."))  # fmt: skip
        if self.status.needs_a_reason and not self.reason.strip():
            found.append(Problem("reason", "Say why it was not done, so that the plan can say so."))
        return found


@dataclass(frozen=True, kw_only=True)
class PlanVersion(Entity):
    """A year's plan as it was agreed on a day; `text` is the plan in Markdown as it stood then."""

    year: int = said("Year", 0)
    version: int = said("Version", 1)
    agreed_on: date | None = said("Agreed on", None, required=True)
    agreed_by: str = said("Agreed by")
    meeting_id: str | None = link("Meeting", "meeting")
    note: str = narrative("What changed in it")
    text: str = narrative("The plan as agreed")


@dataclass(frozen=True, kw_only=True)
class TimeEntry(Entity):
    """Time of mine beside an activity's own days: preparation, a meeting, writing; in half days."""

    spent_on: date | None = said("On", None, required=True)
    days: float = said("Days", 0.5)
    what: str = said("For what")
    activity_id: str | None = link("Activity", "activity")
    scrutineer_id: str | None = link("Whose", "scrutineer")

    def problems(self) -> list[Problem]:
        """Also: half days, and some."""
        found = super().problems() + half_days("days", self.days)
        if not found and not self.days:
            found.append(Problem("days", "Give the time in half days: 0.5, 1 and so on."))
        return found


def half_days(field: str, days: float) -> list[Problem]:
    """A problem when days are not counted in halves, or are more than a year has."""
    if not 0 <= days <= 366 or days * 2 != int(days * 2):
        return [Problem(field, "Days are counted in halves: 0.5, 1, 1.5 and so on.")]
    return []


def standing(item: PlanItem, activities: Collection[Activity]) -> Standing:
    """How far an item has come: it is done when it was said so, or when the activities begun from it are done.

    What was cancelled began nothing.
    """
    if item.status.is_settled:
        return Standing(item.status.value)
    begun = [one for one in activities if one.status is not ActivityStatus.CANCELLED]
    if not begun:
        return Standing.PLANNED
    return Standing.DONE if all(one.is_done for one in begun) else Standing.BEGUN


class PlanLine(NamedTuple):
    """One item in a list: how far it has come, my days on it so far, and what it is about, in words.

    `moved_to` is the year into which it rolled over, and "" elsewhere.
    """

    item: PlanItem
    standing: Standing
    spent: float
    activities: tuple[Activity, ...]
    agencies: str
    priorities: str
    moved_to: str = ""

    @property
    def id(self) -> str:
        """The item's."""
        return self.item.id


@dataclass(frozen=True, kw_only=True)
class DaysOfYear:
    """My days of a year, in halves: agreed (pro rata), planned, spent, and still to come.

    `planned` are those of the items that are in the plan, done or not; `ahead` what these, activities with a day
    and `retests` will still take.
    """

    year: Year
    budget: float
    planned: float
    spent: float
    ahead: float
    retests: float

    @property
    def left(self) -> float:
        """What is left of the budget; less than nothing when more was spent."""
        return self.budget - self.spent

    @property
    def open(self) -> float:
        """What is left when all that is ahead will have been done."""
        return self.left - self.ahead

    def in_words(self) -> str:
        """One plain line: `11 days planned · 4.5 days spent · 15.5 of 20 left · 8 days ahead`, and more."""
        words = [f"{in_days(self.planned)} planned", f"{in_days(self.spent)} spent"]
        if self.budget:
            words.append(f"{self.left:g} of {self.budget:g} left" if self.left > 0 else
                         f"all {self.budget:g} are spent, and {in_days(-self.left)} more" if self.left else
                         f"all {self.budget:g} are spent")  # fmt: skip
        if self.ahead:
            retests = f", {in_days(self.retests)} of it for re-tests" if self.retests else ""
            words.append(f"{in_days(self.ahead)} ahead{retests}")
        if self.budget and self.open < 0 <= self.left:
            words.append(f"{in_days(-self.open)} more than there are")
        elif self.budget and self.open > 0:
            words.append(f"{in_days(self.open)} not taken yet")
        return " · ".join(words)
