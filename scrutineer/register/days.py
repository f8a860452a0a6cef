"""Where my days go: those of activities, of looks again and of everything else, against the budget of the year.

Only my own days are counted: the days typed are mine, whoever led. What others spent is nobody's business here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from scrutineer.domain.activity import Activity
from scrutineer.domain.challenge import Challenge
from scrutineer.domain.days import DaysRow, DaysStatement
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.figures import Masthead
from scrutineer.domain.plan import DaysOfYear, PlanItem, TimeEntry, standing
from scrutineer.domain.reference import short
from scrutineer.domain.retest import Retest, RetestResult
from scrutineer.domain.year import Year
from scrutineer.register.desk import Desk, Records
from scrutineer.register.organisation import Appointments


class Time(Records[TimeEntry]):
    """Days of mine beside those of activities, and the reckoning of all of them."""

    cls = TimeEntry

    def note(self, days: float, what: str = "", on: date | None = None, activity_id: str | None = None) -> TimeEntry:
        """Note time spent, today unless another day is given; days are counted in halves. Raises Invalid.

        A day to come is refused: what has not been done is planned, not spent.
        """
        spent_on = on or self.desk.today()
        if spent_on > self.desk.today():
            raise Invalid([Problem("spent_on", "That day is still to come; plan an item for it instead.")])
        return self.save(TimeEntry(
            spent_on=spent_on, days=days, what=what, activity_id=activity_id, scrutineer_id=self.desk.me
        ))

    def statement(self, starts_on: date | None, ends_on: date | None, masthead: Masthead) -> DaysStatement:
        """What I spent from one day to another, for the invoice. Raises Invalid for a span that is none."""
        if starts_on is None or ends_on is None or ends_on < starts_on:
            field = "starts_on" if starts_on is None else "ends_on"
            raise Invalid([Problem(field, "Give a first day, and a last day that does not lie before it.")])
        rows = sorted(spent(self.desk, starts_on, ends_on, self.desk.me))
        return DaysStatement(masthead=masthead, starts_on=starts_on, ends_on=ends_on, rows=tuple(rows))

    def of_year(self, year: Year) -> DaysOfYear:
        """My days of a year: agreed, planned, spent and ahead."""
        desk, me = self.desk, self.desk.me
        items = [one for one in desk.reader.all(PlanItem, year=year.begins_in) if _is_mine(one.scrutineer_id, me)]
        activities = [one for one in desk.reader.all(Activity) if _is_mine(one.scrutineer_id, me)]
        begun: dict[str, list[Activity]] = {one.id: [] for one in items}
        beside = []      # activities of the year that no item of it began
        for one in activities:
            begun[one.plan_item_id].append(one) if one.plan_item_id in begun else beside.append(one)
        looks = [one for one in desk.reader.all(Retest, done_on=None) if _is_mine(one.scrutineer_id, me)]
        retests = sum(one.days for one in looks if year.holds(one.planned_on))
        ahead = sum(one.days for one in beside if one.is_ahead and year.holds(one.held_on))
        in_plan = {one.id: standing(one, begun[one.id]) for one in items}
        for item in items:
            if in_plan[item.id].is_to_do:
                done = sum(one.days for one in begun[item.id] if one.is_done)
                set_down = sum(one.days for one in begun[item.id] if one.is_ahead)
                ahead += max(item.days - done, set_down)
        return DaysOfYear(
            year=year, budget=Appointments(desk).budget(year.starts_on, year.ends_on, me),
            planned=sum(one.days for one in items if in_plan[one.id].is_in_the_plan),
            spent=sum(row.days for row in spent(desk, year.starts_on, year.ends_on, me)),
            ahead=ahead + retests, retests=retests,
        )


def spent(desk: Desk, starts_on: date, ends_on: date, whose: str | None = None) -> Iterator[DaysRow]:
    """Every piece of work that took days in a span: of one scrutineer, by id, or of everybody.

    An activity that took place, whatever my part in it was; a look again that was really made; time noted by itself.
    """
    for on, what, days, scrutineer_id in _worked(desk):
        if days and on and starts_on <= on <= ends_on and _is_mine(scrutineer_id, whose):
            yield DaysRow(on, what, days)


def _worked(desk: Desk) -> Iterator[tuple[date | None, str, float, str | None]]:
    """All work of everybody: on which day, what, how many days, and whose."""
    read = desk.reader
    for one in read.all(Activity):
        if one.is_done:
            yield one.held_on, _called(one), one.days, one.scrutineer_id
    for look in read.all(Retest):
        if look.result is not RetestResult.NOT_TESTED:
            challenge = read.find(Challenge, look.challenge_id)
            about = f" at {short(challenge.reference)}" if challenge else ""
            yield look.done_on, f"Looked again{about}: did it last?", look.days, look.scrutineer_id
    for entry in read.all(TimeEntry):
        activity = read.find(Activity, entry.activity_id)
        words = ": ".join(filter(None, (entry.what, _called(activity) if activity else "")))
        yield entry.spent_on, words or "Work as scrutineer", entry.days, entry.scrutineer_id


def _called(activity: Activity) -> str:
    return f"{activity.title} ({short(activity.reference)})"


def _is_mine(scrutineer_id: str | None, me: str | None) -> bool:
    """What says of nobody whose it is counts as mine: there was one scrutineer then."""
    return me is None or scrutineer_id in {me, None}
