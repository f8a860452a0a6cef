"""Tells what the Partnership set out to do: priorities, methods, the plan and what became of it, principles, time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutineer.demonstration.source import Table
from scrutineer.demonstration.story import Story
from scrutineer.domain.method import Method
from scrutineer.domain.plan import PlanItem, Priority
from scrutineer.domain.year import Year, year_of
from scrutineer.register.principles import Worded


def priority(story: Story, table: Table) -> None:
    """What the Partnership set itself to make better, from a day on."""
    on = table.pop("on")
    story.on(on, story.register.priorities.save, story.source.make(Priority, table | {"starts_on": on}))


def method(story: Story, table: Table) -> None:
    """A way of looking that was kept to be used again."""
    on = table.pop("on")
    story.on(on, story.register.methods.save, story.source.make(Method, table))


def plan_item(story: Story, table: Table) -> None:
    """What was planned, on the day on which it was; done by others, dropped, or rolled over as the next year began."""
    items, year = story.register.plan_items, table.pop("year", None)
    on, done, dropped, rolled = (table.pop(name, None) for name in ("on", "done", "drop", "roll_over"))
    item = story.source.make(PlanItem, table)
    if year is not None:
        item = replace(item, year=_year(story, year).begins_in)
    story.on(on, items.plan, item)
    if done is not None:
        story.on(done, items.mark_done, item.id)
    if dropped:
        story.on(dropped["on"], items.drop, item.id, dropped["because"])
    if rolled:
        following = Year(item.year).next
        month = story.days(rolled["to"])
        story.on(story.days.number(following.starts_on), items.roll_over, item.id, rolled["because"],
                 month if following.holds(month) else None)  # fmt: skip


def plan_version(story: Story, table: Table) -> None:
    """The plan of a year as it was agreed on a day: of the year of that day, or as many after this one as it says."""
    agreed_on = story.days(table["on"])
    year = _year(story, table["year"]) if "year" in table else year_of(agreed_on)
    meeting_id = story.source.known("meeting", table["meeting_id"]).id
    story.on(table["on"], story.register.plan_versions.agree, year, agreed_on, table["agreed_by"], table["note"],
             meeting_id)  # fmt: skip


def principles(story: Story, table: Table) -> None:
    """A set of principles: what is written on a day, beside what was there before; agreed by somebody or not yet."""
    worded = [Worded(one["title"], one["text"]) for one in table.get("principle", ())]
    story.on(table["on"], _write_principles, story, worded, table.get("agreed_by", ""))


def _write_principles(story: Story, added: list[Worded], agreed_by: str) -> None:
    known = [Worded(one.title, one.text) for one in story.register.principles.current()]
    agreed_on = story.days.today() if agreed_by else None
    story.register.principles.write([*known, *added], agreed_on, agreed_by)


def principle_example(story: Story, table: Table) -> None:
    """What happened that was like a principle, which is named by its title."""
    activity_id = story.source.known("activity", table["activity_id"]).id
    happened_on = story.days(table["happened_on"])
    story.on(table["on"], _note_example, story, table["principle"], table["text"], happened_on, activity_id)


def _note_example(story: Story, title: str, text: str, happened_on: date, activity_id: str) -> None:
    principle, = (one for one in story.register.principles.current() if one.title == title)
    story.register.principle_examples.note(principle.id, text, happened_on, activity_id)


def time_entry(story: Story, table: Table) -> None:
    """Time of mine beside the activities' own days."""
    activity_id = story.source.known("activity", table["activity_id"]).id if "activity_id" in table else None
    spent_on = story.days(table["on"])
    story.on(table["on"], story.register.time.note, table["days"], table["what"], spent_on, activity_id)


def _year(story: Story, number: int) -> Year:
    """0 is the year in which the record is written, -1 the one before."""
    return Year(year_of(story.days.written_on).begins_in + number)
