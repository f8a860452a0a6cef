"""What is filled in afterwards where an old log, or haste, left it out; no step is taken and no day is changed.

The rules are those of the step that was never taken here.
"""

from __future__ import annotations

from scrutineer.domain.challenge import Addressee, Status
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.lifecycle import missing_for
from scrutineer.domain.step import Step
from scrutineer.register.courses import Courses
from scrutineer.register.desk import Desk


class Mending:
    """Facts that are given late."""

    def __init__(self, desk: Desk, courses: Courses) -> None:
        self._desk = desk
        self._courses = courses

    def say_what_changed(self, part: Addressee) -> Addressee:
        """Keep a closed part with its outcome, its level and the sentence on what changed. Raises Invalid.

        A level needs the same evidence, or the same reason in its stead, as if it were closed today.
        """
        part = part.cleaned()
        problems = missing_for(Step.CLOSE, Status.TESTING_IMPACT, self._courses.facts(part))
        if self._courses.part(part.id).status is not Status.CLOSED:
            problems = [Problem("outcome", "Only of what is closed can it be said afterwards what changed.")]
        elif part.closed_on and part.closed_on > self._desk.today():
            problems.append(Problem("closed_on", "That day has not come yet."))
        if problems:
            raise Invalid(problems)
        with self._desk.act() as act:
            saved = act.put(part)
            self._courses.settle(act, part.challenge_id)
        return saved
