"""The plan of a year: priorities, what is planned and what came of it, and the plan as it was agreed.

An item is written once: what is begun from it takes over what it says. Nothing vanishes from a plan without a
reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date

from scrutineer.domain.activity import Activity
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.method import Method
from scrutineer.domain.plan import PlanItem, PlanLine, PlanStatus, PlanVersion, Priority, standing
from scrutineer.domain.year import Year, year_of
from scrutineer.register import plan_changes, plan_text
from scrutineer.register.activities import Activities
from scrutineer.register.desk import Desk, Records

# What an activity takes over from the item that it is begun from, by the field's name in both.
INHERITED = (
    "title", "type", "level", "agency_ids", "priority_ids", "framework_items", "themes", "led_by", "my_part",
    "asked_by", "method_id",
)  # fmt: skip


class Priorities(Records[Priority]):
    """What the Partnership has set itself to make better."""

    cls = Priority

    def current(self) -> list[Priority]:
        """Those in force today, in the order in which they came."""
        today = self.desk.today()
        return [one for one in self.all() if (one.starts_on or today) <= today <= (one.ends_on or today)]


class PlanItems(Records[PlanItem]):
    """What is planned to be looked at."""

    cls = PlanItem

    def __init__(self, desk: Desk, activities: Activities) -> None:
        super().__init__(desk)
        self._activities = activities

    def plan(self, item: PlanItem) -> PlanItem:
        """Put an item into the plan of its year: that of its month, or this one. Raises Invalid."""
        year = item.year or year_of(item.planned_on or self.desk.today()).begins_in
        return self.save(replace(item, year=year, scrutineer_id=item.scrutineer_id or self.desk.me))

    def inherited(self, activity: Activity) -> Activity:
        """An activity with what its plan item says, wherever it says nothing else itself; nothing is written.

        Its purpose is why the item was planned, its lines of enquiry are those of the method.
        """
        item = self.find(activity.plan_item_id)
        if item is None:
            return activity
        blank = {spec.name: spec.default for spec in fields(Activity)}
        taken = {name: getattr(item, name) for name in INHERITED if getattr(activity, name) == blank[name]}
        if not activity.purpose.strip():
            taken["purpose"] = item.why
            if "why" in item.private:
                taken["private"] = tuple(dict.fromkeys([*activity.private, "purpose"]))
        found = replace(activity, **taken)
        method = self.desk.reader.find(Method, found.method_id)
        if method and not found.lines_of_enquiry.strip():
            found = replace(found, lines_of_enquiry=method.lines_of_enquiry)
        return found

    def drafted(self, item_id: str, held_on: date | None) -> Activity:
        """An activity as it would be begun from an item on a day; nothing is written yet. Raises NotFound."""
        item = self.get(item_id)
        begun = self.inherited(Activity(plan_item_id=item.id, held_on=held_on, private=("reflection",)))
        return self._activities.expected(begun)

    def begin(self, item_id: str, held_on: date | None, place: str = "") -> Activity:
        """Begin an activity from an item, on a day that is to come or was. Raises Invalid.

        What was rolled over or dropped has to be put back first; of what was said to be done, more may be done.
        """
        item = self.get(item_id)
        if item.status.needs_a_reason:
            raise Invalid([Problem("held_on", "It is no longer in the plan of its year; put it back first.")])
        return self._activities.save(replace(self.drafted(item_id, held_on), place=place))

    def mark_done(self, item_id: str) -> PlanItem:
        """Say that an item is done, for instance where somebody else did it. Raises Invalid when it is settled."""
        return self.save(replace(self._to_do(item_id, "status"), status=PlanStatus.DONE))

    def drop(self, item_id: str, reason: str) -> PlanItem:
        """Take an item out of its year's plan, with the reason, which the plan keeps. Raises Invalid."""
        return self.save(replace(self._to_do(item_id), status=PlanStatus.DROPPED, reason=reason))

    def roll_over(self, item_id: str, reason: str, planned_on: date | None = None) -> PlanItem:
        """Move an item into the next year's plan, with the reason; returns the new item, which names this one.

        It keeps no month unless one is given. Raises Invalid.
        """
        old = self._to_do(item_id)
        fresh = PlanItem(
            **{spec.name: getattr(old, spec.name) for spec in fields(PlanItem)
               if spec.name not in {"id", "created_at", "updated_at", "deleted_at"}}
            | {"year": old.year + 1, "planned_on": planned_on, "moved_from_id": old.id}
        )
        with self.desk.act() as act:
            act.put(replace(old, status=PlanStatus.ROLLED_OVER, reason=reason))
            return act.put(fresh)

    def put_back(self, item_id: str) -> PlanItem:
        """Put back what was dropped, rolled over or said to be done. Raises Invalid when it has gone on since.

        The item that followed goes, as long as nothing was begun from it.
        """
        item = self.get(item_id)
        followers = self.all(moved_from_id=item.id)
        if any(one.status.is_settled or self.begun_from(one.id) for one in followers):
            raise Invalid([Problem("status", "What it rolled over into is under way; go on with that one.")])
        with self.desk.act() as act:
            for one in followers:
                act.remove(one)
            return act.put(replace(item, status=PlanStatus.PLANNED, reason=""))

    def begun_from(self, item_id: str) -> list[Activity]:
        """The activities that were begun from an item, in the order in which they came."""
        return self._activities.all(plan_item_id=item_id)

    def open_ones(self, year: Year) -> list[PlanItem]:
        """What is still to be done in a year, by month."""
        return [line.item for line in self.lines() if line.item.year == year.begins_in and line.standing.is_to_do]

    def lines(self) -> list[PlanLine]:
        """Every item of every year, by year and month; what has no month yet comes last in its year."""
        names = self.desk.names() | {one.id: one.title for one in self.desk.reader.all(Priority, with_deleted=True)}
        everything = self.all()
        begun: dict[str, list[Activity]] = {one.id: [] for one in everything}
        for activity in self._activities.all():
            if activity.plan_item_id in begun:
                begun[activity.plan_item_id].append(activity)
        moved = {one.moved_from_id: Year(one.year).label for one in everything if one.moved_from_id}
        return [PlanLine(
            one, standing(one, begun[one.id]), sum(act.days for act in begun[one.id] if act.is_done),
            tuple(begun[one.id]), _named(one.agency_ids, names), _named(one.priority_ids, names),
            moved.get(one.id, ""),
        ) for one in sorted(everything, key=_place)]  # fmt: skip

    def _to_do(self, item_id: str, field: str = "reason") -> PlanItem:
        item = self.get(item_id)
        if item.status.is_settled:
            raise Invalid([Problem(field, f"It is settled already: {item.status.label.lower()}.")])
        return item


class PlanVersions(Records[PlanVersion]):
    """Plans as they were agreed."""

    cls = PlanVersion

    def __init__(self, desk: Desk, items: PlanItems) -> None:
        super().__init__(desk)
        self._items = items

    def of_year(self, year: Year) -> list[PlanVersion]:
        """The versions of a year's plan, the first one first."""
        return sorted(self.all(year=year.begins_in), key=lambda one: one.version)

    def text(self, year: Year) -> str:
        """The plan of a year as it stands now, in Markdown; what is private to me is left out."""
        lines = [line for line in self._items.lines() if line.item.year == year.begins_in]
        return plan_text.in_markdown(year, lines, self.desk.partnership.serves)

    def changes(self, year: Year) -> list[str]:
        """What has changed in a year's plan since it was last agreed, a sentence each; [] before it ever was."""
        agreed = self.of_year(year)
        return plan_changes.since(self.desk, agreed[-1]) if agreed else []

    def agree(
        self, year: Year, on: date | None, by: str = "", note: str = "", meeting_id: str | None = None
    ) -> PlanVersion:
        """Note that a year's plan was agreed as it stands, on a day; versions are numbered within their year.

        What changed since the last one is told in words unless a note says it. Raises Invalid without a day, for
        one to come, and while nothing is planned.
        """
        problems = []
        if on and on > self.desk.today():
            problems.append(Problem("agreed_on", "Give the day on which it was agreed; that day is still to come."))
        if not self._items.all(year=year.begins_in):
            problems.append(Problem("year", f"Nothing is planned for {year.label} yet."))
        if problems:
            raise Invalid(problems)
        told = note.strip() or "\n".join(f"- {sentence}" for sentence in self.changes(year))
        return self.save(PlanVersion(
            year=year.begins_in, version=len(self.of_year(year)) + 1, agreed_on=on, agreed_by=by, note=told,
            meeting_id=meeting_id, text=self.text(year),
        ))  # fmt: skip


def _named(ids: Iterable[str], names: dict[str, str]) -> str:
    return ", ".join(names[id_] for id_ in ids if id_ in names)


def _place(item: PlanItem) -> tuple[int, date, str]:
    return item.year, item.planned_on or date.max, item.title.casefold()
