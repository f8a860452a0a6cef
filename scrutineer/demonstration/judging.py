"""Tells what I may say: conflicts of interest, frameworks of our own, judgements and confirmations of two quarters.

Which quarters those are follows from the day on which the record is written.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from scrutineer.demonstration import evidence
from scrutineer.demonstration.source import Table
from scrutineer.demonstration.story import Story
from scrutineer.domain.assurance import Confidence, ConfirmationState, Conflict, Direction, JudgedKind
from scrutineer.domain.entity import Entity
from scrutineer.domain.organisation import ReportingPeriod
from scrutineer.register.judgements import Subject, period_on

_WHICH = {"framework_item": "", "priority_id": "priority", "agency_id": "agency"}


def conflict(story: Story, table: Table) -> None:
    """What might be seen in my independence, how it is handled, and when it ended."""
    on, ended = table.pop("on"), table.pop("ended", None)
    noted = story.source.make(Conflict, table | {"noted_on": on})
    story.on(on, story.register.conflicts.save, noted)
    if ended is not None:
        story.on(ended, _end, story, noted.id)


def _end(story: Story, conflict_id: str) -> None:
    conflicts = story.register.conflicts
    conflicts.save(replace(conflicts.get(conflict_id), ended_on=story.days.today()))


def local_framework(story: Story, table: Table) -> None:
    """A framework that was brought in."""
    story.on(table["on"], story.register.frameworks.bring_in, table["text"].encode(), table["file_name"])


def local_wording(story: Story, table: Table) -> None:
    """How an item is worded here."""
    story.on(table["on"], story.register.local_wordings.word, table["framework_item"], table["text"])


def judgement(story: Story, table: Table) -> None:
    """My view for a quarter: another than the last one, or still the same."""
    period = _quarter(story, table["quarter"])
    day = _day(story, period, table["on"])
    if "still_my_view" in table:
        subject = JudgedKind.FRAMEWORK_ITEM.value, table["still_my_view"]
        story.on(day, story.register.judgements.still, period, subject)
    else:
        story.on(day, _judge, story, period, _subject(story, table), table)


def _judge(story: Story, period: ReportingPeriod, subject: Subject, said: Table) -> None:
    judgements = story.register.judgements
    words = {name: said[name] for name in ("rating", "bottom_line", "rationale", "stands_in") if name in said}
    judgements.judge(replace(
        judgements.begin(period, subject), confidence=Confidence(said["confidence"]),
        direction=Direction(said.get("direction", Direction.FIRST)), **words,
    ), _shown_by(story, said))  # fmt: skip


def confirmation(story: Story, table: Table) -> None:
    """Whether what the yearly report must confirm was found to be so in a quarter."""
    period = _quarter(story, table["quarter"])
    story.on(_day(story, period, table["on"]), _confirm, story, period, table)


def _confirm(story: Story, period: ReportingPeriod, said: Table) -> None:
    confirmations, state = story.register.confirmations, ConfirmationState(said["state"])
    begun = confirmations.begin(period, said["framework_item"])
    confirmations.confirm(replace(begun, state=state, text=said["text"]), _shown_by(story, said))


def _subject(story: Story, table: Table) -> Subject:
    kind = JudgedKind(table["kind"])
    for name, linked in _WHICH.items():
        if name in table:
            return kind.value, story.source.known(linked, table[name]).id if linked else table[name]
    return kind.value, ""


def _shown_by(story: Story, said: Table) -> dict[str, str]:
    sources: list[Entity] = evidence.sources(story, said)
    return {one.id: "" for one in sources}


def _quarter(story: Story, number: int) -> ReportingPeriod:
    """0 is the quarter in which the record is written, -1 the one before it."""
    periods, day = story.register.periods.all(), story.days.written_on
    while True:
        period = period_on(periods, day)
        if period is None or period.starts_on is None:
            raise ValueError(f"there is no quarter of {day}")
        if number == 0:
            return period
        number, day = number + 1, period.starts_on - timedelta(days=1)


def _day(story: Story, period: ReportingPeriod, told: int) -> int:
    """A day of the story, or the nearest to it that lies in the quarter."""
    ends: Any = (period.starts_on, period.ends_on)
    first, last = (story.days.number(day) for day in ends)
    return min(max(told, first), last)
