"""Writes the demonstration record into a new file: whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from scrutineer.demonstration import (
    answers,
    clocks,
    course,
    culture,
    evidence,
    forms,
    judging,
    meetings,
    planning,
    source,
    telling,
    voices,
)
from scrutineer.demonstration.days import Days
from scrutineer.demonstration.source import Source, Table
from scrutineer.demonstration.story import Story
from scrutineer.domain.dates import WorkingDays
from scrutineer.domain.organisation import ClosedDays, Partnership, Scrutineer
from scrutineer.domain.progress import Progress, no_progress
from scrutineer.register.register import Register

PASSPHRASE = "demonstration"      # known to everybody, for there is nothing in it to keep
FIRST_DAY = -400


def write(path: Path, *, today: Callable[[], date] = date.today, progress: Progress = no_progress) -> Register:
    """Write the demonstration as of today into a file that must not exist yet, and return it opened.

    Raises CannotWrite, DiskFull, and Cancelled when `progress` does; then no file is left.
    """
    text, written_on = source.read(), today()
    closed = _closed_days(text["closed_days"], written_on)
    days = Days(written_on, WorkingDays(day for one in closed for day in one.days()))
    known = Source(days)
    partnership, me = known.make(Partnership, text["partnership"][0]), known.make(Scrutineer, text["scrutineer"][0])
    days.go_to(FIRST_DAY)
    with ExitStack() as undo:
        register = Register.begin(path, PASSPHRASE, partnership, me, today=days.today, now=days.now)
        undo.callback(path.unlink, missing_ok=True)
        undo.callback(register.close)
        with register.desk.act():
            for one in closed:
                register.closed_days.save(one)
            for number in (FIRST_DAY // 2, 0):
                register.periods.ensure_quarters(days(number))
        with register.desk.record.gate.together():      # a commit a day would take longer than all the rest
            _told(Story(register, days, known), text).live(progress)
        undo.pop_all()
    register.close()
    return Register.open(path, PASSPHRASE, today=today)


def _told(story: Story, text: Table) -> Story:
    telling.organisation(story, text, FIRST_DAY)
    for name, tell in _TOLD.items():
        for table in text[name]:
            tell(story, table)
    return story


# Who tells the tables of each name. What is named by others comes before them; on one day deeds follow in this order.
_TOLD: dict[str, Callable[[Story, Table], None]] = {
    "conflict": judging.conflict, "priority": planning.priority, "method": planning.method,
    "plan_item": planning.plan_item, "succession": telling.succession, "rung": clocks.rung,
    "activity": telling.activity, "short_form": forms.short_form, "grading": forms.grading,
    "readings": forms.readings, "evidence": evidence.entry, "challenge": course.challenge, "reply": answers.reply,
    "adoption": voices.adoption, "practice": voices.practice, "voice": voices.voice,
    "principles": planning.principles, "principle_example": planning.principle_example,
    "plan_version": planning.plan_version, "time_entry": planning.time_entry, "note": telling.note,
    "undertaking": telling.promise, "paper": telling.paper, "recommendation": meetings.recommendation,
    "meeting_line": meetings.meeting_line, "local_framework": judging.local_framework,
    "local_wording": judging.local_wording, "judgement": judging.judgement, "confirmation": judging.confirmation,
    "culture_round": culture.culture_round, "feedback": culture.feedback,
}  # fmt: skip


def _closed_days(tables: list[Table], today: date) -> list[ClosedDays]:
    """The same days of every year from the beginning of the story to the year after it."""
    return [
        ClosedDays(
            starts_on=date(year, *table["first"]), ends_on=date(year, *table["last"]), reason=table["reason"]
        )
        for table in tables for year in range(today.year - 2, today.year + 2)
    ]
