"""The ladder on which a challenge goes up when nothing moves: its rungs as editable data, and each step.

Local ladders differ in names, in working days and in how many rungs they use; their order does not.
Nothing is shown before the first rung. (Working Together 2023, paragraph 110, asks for a system to
resolve disputes between partners; the rungs here are the scrutineer's own.)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scrutineer.domain.challenge import Stage
from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.errors import Problem
from scrutineer.domain.vocabulary import Term

DAYS = 10      # working days for a reply on any rung, until the partnership says otherwise

_TO_WHOM = {
    Stage.DIRECT: "The lead officer",
    Stage.AGENCY_LEAD: "The agency’s safeguarding lead or delegated safeguarding partner",
    Stage.EXECUTIVE: "The executive group, as an item that is minuted",
    Stage.LEAD_PARTNER: "The lead safeguarding partner of the agency, by letter",
    Stage.JOINT_PARTNERS: "All lead safeguarding partners; reported in the yearly report",
    Stage.EXTERNAL: "The department, the national panel or an inspectorate; advice first",
}


class EscalationOutcome(Term):
    """How a step on the ladder ended."""

    RESOLVED = "resolved", "Resolved"
    PARTLY = "partly", "Partly resolved"
    NOT_RESOLVED = "not_resolved", "Not resolved"
    WITHDRAWN = "withdrawn", "Taken back"


@dataclass(frozen=True, kw_only=True)
class Rung(Entity):
    """One rung as this partnership has it; a rung left out is passed over."""

    stage: Stage = said("Rung", Stage.AGENCY_LEAD)
    title: str = said("What it is called here")
    to_whom: str = said("To whom")
    days: int = said("Working days for a reply", DAYS)
    is_left_out: bool = said("Not used here", False)

    @property
    def called(self) -> str:
        """`Stage 2 · executive group`, in the partnership's own words where it has any."""
        return f"Stage {self.stage.rung} · {self.title}" if self.title and self.stage.rung else self.stage.label

    def problems(self) -> list[Problem]:
        """Also: clocks count forwards."""
        found = super().problems()
        if not 0 <= self.days <= 366:
            found.append(Problem("days", "Count from 0 to 366 working days; 0 switches the clock off."))
        if self.stage is Stage.DIRECT and self.is_left_out:
            found.append(Problem("is_left_out", "Every challenge begins by being put directly."))
        return found


@dataclass(frozen=True, kw_only=True)
class EscalationStep(Entity):
    """One party's part went up or down the ladder: when, to whom, by when a reply is due, how it ended."""

    challenge_id: str | None = link("Challenge", "challenge")
    addressee_id: str | None = link("Party", "addressee")
    before: Stage = said("From", Stage.DIRECT)
    stage: Stage = said("To", Stage.AGENCY_LEAD)
    stepped_on: date | None = said("On", None, required=True)
    to_whom: str = said("To whom")
    document: str = said("Letter or minute")
    reply_due_on: date | None = said("Reply due", None)
    why: str = narrative("Why")
    outcome: EscalationOutcome | None = said("How it ended", None)
    outcome_on: date | None = said("Ended on", None)
    words: str = narrative("What came of it")
    scrutineer_id: str | None = link("By", "scrutineer")

    @property
    def goes_up(self) -> bool:
        """Whether it went up."""
        return self.stage.rung > self.before.rung

    def problems(self) -> list[Problem]:
        """Also: it moves, a reply is due afterwards, and an outcome has a day."""
        found = super().problems()
        if self.stage is self.before:
            found.append(Problem("stage", "Choose another rung than the one on which it stands."))
        if self.reply_due_on and self.stepped_on and self.reply_due_on < self.stepped_on:
            found.append(Problem("reply_due_on", "The reply would be due before the step was taken."))
        if self.outcome and not self.outcome_on:
            found.append(Problem("outcome_on", "Give the day on which it ended."))
        if self.outcome_on and self.stepped_on and self.outcome_on < self.stepped_on:
            found.append(Problem("outcome_on", "It would have ended before the step was taken."))
        return found


def ladder(rungs: Iterable[Rung]) -> tuple[Rung, ...]:
    """The six rungs in their order: the partnership's own where it has changed them, the usual ones elsewhere."""
    own = {rung.stage: rung for rung in rungs}
    return tuple(own.get(stage) or Rung(stage=stage, to_whom=_TO_WHOM[stage]) for stage in Stage)


def missing_for_step(step: EscalationStep, rungs: Iterable[Rung]) -> list[Problem]:
    """What keeps a step from being taken: a rung passed over, or a way down, wants its reason."""
    by_stage = {rung.stage: rung for rung in ladder(rungs)}
    if by_stage[step.stage].is_left_out:
        return [Problem("stage", "This rung is not used in this partnership.")]
    between = range(step.before.rung + 1, step.stage.rung)
    passed = [stage for stage in Stage if stage.rung in between and not by_stage[stage].is_left_out]
    if step.why.strip():
        return []
    if not step.goes_up:
        return [Problem("why", "Say why it comes down.")]
    if passed:
        return [Problem("why", "A rung is passed over: say why it cannot wait.")]
    return []
