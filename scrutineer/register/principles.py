"""The principles of scrutiny that were agreed, in versions, and the examples of living by them.

A set is written as a whole: its next version is a new set, and what was agreed before stays as it was. An example
is offered once a year for each principle, and is never owed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.principle import Principle, PrincipleExample
from scrutineer.domain.year import Year, year_of
from scrutineer.register.desk import Records


class Worded(NamedTuple):
    """One principle as it is typed: its title, and what it means here."""

    title: str
    text: str = ""


class Principles(Records[Principle]):
    """The partnership's own set, in versions."""

    cls = Principle

    def versions(self) -> list[list[Principle]]:
        """Every set, the first version first, each in its order."""
        found: dict[int, list[Principle]] = {}
        for one in sorted(self.all(), key=lambda one: (one.version, one.place)):
            found.setdefault(one.version, []).append(one)
        return list(found.values())

    def current(self) -> list[Principle]:
        """The newest set, in its order; none before one was written."""
        return next(reversed(self.versions()), [])

    def write(self, worded: Iterable[Worded], agreed_on: date | None, agreed_by: str = "") -> list[Principle]:
        """Write the set anew, with the day on which it was agreed, if it was. Raises Invalid.

        A set that was agreed stays as it is, and this becomes its next version; one that was not yet is replaced.
        """
        words = [one for one in worded if one.title.strip()]
        problems = []
        if not words:
            problems.append(Problem("words", "Write at least one principle, each on a line of its own."))
        if agreed_on and agreed_on > self.desk.today():
            problems.append(Problem("agreed_on", "That day is still to come; leave it empty until then."))
        if problems:
            raise Invalid(problems)
        before = self.current()
        draft = [] if any(one.agreed_on for one in before) else before
        version = before[0].version + (not draft) if before else 1
        with self.desk.act() as act:
            for one in draft:
                act.remove(one)
            return [act.put(Principle(title=one.title, text=one.text, place=place, version=version,
                                      agreed_on=agreed_on, agreed_by=agreed_by))
                    for place, one in enumerate(words, start=1)]  # fmt: skip


class PrincipleExamples(Records[PrincipleExample]):
    """What happened that was like the principle."""

    cls = PrincipleExample

    def note(
        self, principle_id: str, text: str, on: date | None, activity_id: str | None = None
    ) -> PrincipleExample:
        """Note one example of living by a principle. Raises Invalid without words or a day."""
        return self.save(PrincipleExample(
            principle_id=principle_id, text=text, happened_on=on, activity_id=activity_id,
            scrutineer_id=self.desk.me,
        ))  # fmt: skip

    def of(self, principle_id: str) -> list[PrincipleExample]:
        """The examples of a principle, the newest first."""
        return sorted(self.all(principle_id=principle_id), key=lambda one: one.happened_on or date.min, reverse=True)

    def of_year(self, year: Year) -> list[PrincipleExample]:
        """The examples of a year, as the annual report prints them, in the order of their days."""
        return sorted((one for one in self.all() if year.holds(one.happened_on)), key=lambda one: str(one.happened_on))

    def is_offered(self, principle_id: str) -> bool:
        """Whether this year has no example of a principle yet: one may be given, and none is owed."""
        year = year_of(self.desk.today())
        return not any(year.holds(one.happened_on) for one in self.of(principle_id))
