"""Days of the demonstration, counted from the day on which it is written.

A day of the story is a number of days before (-) or after that day. It knows no record and no words.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from scrutineer.domain.dates import WorkingDays

WRITTEN_AT = time(6, 0)      # early, so that what is done by hand on the day of writing comes after it


class Days:
    """Turns numbers into dates on which people are at work, and is the clock of the story.

    What has been moves back to a working day, what is to come moves on, so that no two days of the story
    ever change places, on whichever day it is written.
    """

    def __init__(self, written_on: date, calendar: WorkingDays) -> None:
        self.written_on = written_on
        self._calendar = calendar
        self._now = written_on

    def __call__(self, number: int) -> date:
        """The date of a day of the story: 0 is the day of writing, or the last working day before it."""
        day = self.written_on + timedelta(days=number)
        step = timedelta(days=1 if number > 0 else -1)
        while not self._calendar.is_open(day):
            day += step
        return day

    def number(self, day: date) -> int:
        """The day of the story that a date is, whether people are at work on it or not."""
        return (day - self.written_on).days

    def after(self, day: date, count: int) -> date:
        """So many working days after a date."""
        return self._calendar.after(day, count)

    def go_to(self, number: int) -> None:
        """Let the story stand at this day."""
        self._now = self(number)

    def come_home(self) -> None:
        """Let the story end on the day on which it is written."""
        self._now = self.written_on

    def today(self) -> date:
        """The day at which the story stands."""
        return self._now

    def now(self) -> datetime:
        """A moment of that day, in UTC: the history of a story is as old as the story."""
        return datetime.combine(self._now, WRITTEN_AT, UTC)
