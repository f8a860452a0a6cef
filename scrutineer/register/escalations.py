"""Up the ladder, one rung at a time, party by party: each step with its day, to whom, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from scrutineer.domain.challenge import Addressee, Challenge, Stage, Status
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.escalation import EscalationOutcome, EscalationStep, Rung, ladder, missing_for_step
from scrutineer.register.courses import Courses
from scrutineer.register.desk import Desk, Records


class Escalations(Records[EscalationStep]):
    """The steps on the ladder, and the ladder itself."""

    cls = EscalationStep

    def __init__(self, desk: Desk, courses: Courses) -> None:
        super().__init__(desk)
        self._courses = courses

    def ladder(self) -> tuple[Rung, ...]:
        """The six rungs as this partnership has them."""
        return ladder(self.desk.reader.all(Rung))

    def rung(self, stage: Stage) -> Rung:
        """One rung as this partnership has it."""
        return next(rung for rung in self.ladder() if rung.stage is stage)

    def save_rung(self, rung: Rung) -> Rung:
        """Keep a rung as it now reads; there is one for each stage."""
        known = next((one for one in self.desk.reader.all(Rung) if one.stage is rung.stage), None)
        with self.desk.act() as act:
            return act.put(replace(rung, id=known.id) if known else rung)

    def above(self, stage: Stage) -> Rung | None:
        """The next rung that is used here, or None at the top."""
        return next((one for one in self.ladder() if one.stage.rung > stage.rung and not one.is_left_out), None)

    def reply_due(self, stage: Stage, on: date) -> date | None:
        """By when a reply is asked for on a rung: so many working days, if it has a clock."""
        days = self.rung(stage).days
        return self.desk.calendar.after(on, days) if days else None

    def escalate(self, addressee_ids: Iterable[str], step: EscalationStep) -> list[EscalationStep]:
        """Take some parts of a challenge to another rung, all or none. Raises Invalid.

        The same step is noted for each: `step` gives the stage, the day, to whom, the letter or minute, by
        when a reply is due (the rung's own clock where it is left out), and why where a rung is passed over.
        """
        with self.desk.act():
            return [self._escalate(id_, step) for id_ in addressee_ids]

    def _escalate(self, addressee_id: str, step: EscalationStep) -> EscalationStep:
        part = self._courses.part(addressee_id)
        on = step.stepped_on
        due_on = step.reply_due_on or (self.reply_due(step.stage, on) if on and step.stage.rung else None)
        taken = EscalationStep(
            challenge_id=part.challenge_id, addressee_id=part.id, before=part.rung, stage=step.stage, stepped_on=on,
            to_whom=step.to_whom.strip() or self.rung(step.stage).to_whom, document=step.document, reply_due_on=due_on,
            why=step.why, private=step.private, scrutineer_id=self.desk.me,
        ).cleaned()
        problems = taken.problems() + missing_for_step(taken, self.ladder())
        if part.status.is_ended or part.status is Status.DRAFT:
            said = f"Only what is open can be escalated; this part is “{part.status.label}”."
            problems.append(Problem("stage", said))
        if on and on > self.desk.today():
            problems.append(Problem("stepped_on", "That day has not come yet; a step is noted when it was taken."))
        raised_on = self.desk.reader.get(Challenge, part.challenge_id).raised_on
        if on and raised_on and on < raised_on:
            problems.append(Problem("stepped_on", "That day lies before the challenge was put."))
        if problems:
            raise Invalid(problems)
        with self.desk.act(step.why) as act:
            saved = act.put(taken)
            act.put(replace(part, stage=taken.stage))
            self._courses.settle(act, part.challenge_id)
        return saved

    def settle(
        self, step_id: str, outcome: EscalationOutcome | None, on: date | None, words: str = ""
    ) -> EscalationStep:
        """Note how a step ended. Raises Invalid without an outcome or a day."""
        problems = [] if outcome else [Problem("outcome", "Say how it ended.")]
        if on is None or on > self.desk.today():
            problems.append(Problem("outcome_on", "Give the day on which it ended, today or before."))
        if problems:
            raise Invalid(problems)
        return self.save(replace(self.get(step_id), outcome=outcome, outcome_on=on, words=words))

    def of_parts(self, addressee_ids: Iterable[str]) -> list[EscalationStep]:
        """The steps of some parts, in the order in which they were entered."""
        return self.all(addressee_id=tuple(addressee_ids))

    def awaiting(self) -> list[tuple[EscalationStep, Addressee]]:
        """Steps whose reply is awaited while their part is open, the earliest due first.

        A part waits on the rung on which it stands: for the step that brought it there last, not for one before, nor
        for one that its ending and reopening left behind.
        """
        ids = {one.addressee_id or "" for one in self.all(outcome=None) if one.reply_due_on}
        last = {one.addressee_id: one for one in self.of_parts(ids)}
        waiting = [step for step in last.values() if step.reply_due_on and not step.outcome]
        parts = {one.id: one for one in self.desk.reader.all(Addressee, id=ids)}
        found = [(step, parts[step.addressee_id]) for step in waiting if step.addressee_id in parts]
        standing = [(step, part) for step, part in found if _stands(part, step)]
        return sorted(standing, key=lambda one: one[0].reply_due_on or date.max)


def _stands(part: Addressee, step: EscalationStep) -> bool:
    """Whether a part is open on the rung to which a step took it, and was since that step."""
    is_older = bool(part.reopened_on and step.stepped_on and step.stepped_on < part.reopened_on)
    return not part.status.is_ended and part.stage is step.stage and not is_older
