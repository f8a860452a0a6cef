"""Did it last? Re-tests are chosen, cost days, and what they find may lift a level or reopen a part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Status
from scrutineer.domain.entity import Entity
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.retest import AFTER_DAYS, Retest, RetestResult, is_suggested
from scrutineer.domain.text import clean
from scrutineer.register.courses import Courses
from scrutineer.register.desk import Desk, Records
from scrutineer.register.evidence import EvidenceKept


class Due(NamedTuple):
    """A re-test with the part and the challenge it is of."""

    retest: Retest
    part: Addressee
    challenge: Challenge


class Retests(Records[Retest]):
    """Looks at whether what changed has lasted."""

    cls = Retest

    def __init__(self, desk: Desk, courses: Courses, evidence: EvidenceKept) -> None:
        super().__init__(desk)
        self._courses = courses
        self._evidence = evidence

    def suggested(self, part: Addressee) -> date | None:
        """The day on which a look again is suggested, where it matters most and none is planned; or None."""
        challenge = self.desk.reader.get(Challenge, part.challenge_id)
        outcome = part.outcome
        ended_with_change = part.status is Status.CLOSED and outcome is not None and outcome.says_what_changed
        if not ended_with_change or not is_suggested(challenge, part):
            return None
        since = part.closed_on or date.min      # what was looked at before it was reopened was another ending
        if any(one.done_on is None or one.done_on >= since for one in self.all(addressee_id=part.id)):
            return None
        return max((part.closed_on or self.desk.today()) + timedelta(days=AFTER_DAYS), self.desk.today())

    def plan(self, addressee_id: str, planned_on: date | None, days: float = 0.5, plan: str = "") -> Retest:
        """Choose to look again at a part that was closed. Raises Invalid."""
        part = self._courses.part(addressee_id)
        if part.status is not Status.CLOSED:
            raise Invalid([Problem("planned_on", "Only what was closed is tested again; this part is still open.")])
        return self.save(Retest(
            challenge_id=part.challenge_id, addressee_id=part.id, planned_on=planned_on, days=days, plan=plan,
            scrutineer_id=self.desk.me,
        ))

    def record(
        self, retest_id: str, result: RetestResult | None, on: date | None, words: str = "",
        shown_by: Sequence[Entity] = (),
    ) -> Retest:
        """Note what a re-test found, with the records that show it. Raises Invalid.

        A difference to children that lasted is then “sustained”; what did not last can be reopened.
        """
        retest = self.get(retest_id)
        part, problems = self._courses.part(retest.addressee_id), []
        is_closed = part.status is Status.CLOSED
        if result is None:
            problems.append(Problem("result", "Say whether it lasted."))
        if on is None or on > self.desk.today():
            problems.append(Problem("done_on", "Give the day on which you looked."))
        elif is_closed and part.closed_on and on < part.closed_on:
            problems.append(Problem("done_on", "That day lies before it was closed."))
        if result not in {None, RetestResult.NOT_TESTED} and not clean(words).strip():
            problems.append(Problem("words", "Write a sentence on what you saw."))
        if problems:
            raise Invalid(problems)
        with self.desk.act() as act:
            saved = act.put(replace(retest, result=result, done_on=on, words=words))
            for source in shown_by:
                self._evidence.link(part, source)
            if is_closed:
                act.put(replace(part, impact_level=self._level(part)))
                self._courses.settle(act, part.challenge_id)
        return saved

    def _level(self, part: Addressee) -> ImpactLevel | None:
        """What changed, as the re-tests leave it: a difference that lasted is sustained, and one that did not is not.

        A level for which a reason stands in stays as it was chosen.
        """
        has_lasted = self._courses.facts(part).has_lasted
        if part.impact_level is ImpactLevel.DIFFERENCE and has_lasted:
            return ImpactLevel.SUSTAINED
        if part.impact_level is ImpactLevel.SUSTAINED and not has_lasted and not part.stands_in.strip():
            return ImpactLevel.DIFFERENCE
        return part.impact_level

    def of_parts(self, addressee_ids: Iterable[str]) -> list[Retest]:
        """The re-tests of some parts, in the order in which they were planned."""
        return self.all(addressee_id=tuple(addressee_ids))

    def planned(self) -> list[Due]:
        """Every re-test that is still to be done, the earliest first; of what was reopened, nothing is tested again."""
        found = []
        for one in sorted(self.all(done_on=None), key=lambda one: one.planned_on or date.max):
            part = self._courses.part(one.addressee_id)
            if part.status is Status.CLOSED:
                found.append(Due(one, part, self.desk.reader.get(Challenge, part.challenge_id)))
        return found

    def days_ahead(self, starts_on: date, ends_on: date) -> float:
        """Days of mine that planned re-tests will take in a period."""
        planned = [one.retest for one in self.planned()]
        return sum(one.days for one in planned if one.planned_on and starts_on <= one.planned_on <= ends_on)
