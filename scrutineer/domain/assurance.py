"""What the scrutineer may say, and how sure: judgements for a period, and statutory confirmations.

A judgement is never a sum of numbers. It keeps the scale and the edition under which it was made, and the
words by which its subject was called then. Scales and frameworks are data.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.errors import Problem
from scrutineer.domain.vocabulary import Term


class JudgedKind(Term):
    """What a judgement is about."""

    OVERALL = "overall", "Overall opinion"
    FRAMEWORK_ITEM = "framework_item", "Framework item"
    PRIORITY = "priority", "Priority"
    AGENCY = "agency", "Agency"


class Direction(Term):
    """Where it is going, so that a rating is never read alone."""

    IMPROVING = "improving", "Improving"
    STEADY = "steady", "Steady"
    DECLINING = "declining", "Declining"
    FIRST = "first_judgement", "First judgement"


class Confidence(Term):
    """How sure I am."""

    HIGH = "high", "High confidence"
    MEDIUM = "medium", "Medium confidence"
    LOW = "low", "Low confidence"


@dataclass(frozen=True, kw_only=True)
class Judgement(Entity):
    """One judgement for one period: `scale` and `rating` are codes, `about` is what its subject was called then.

    `framework_item` names the item with its edition (`SIX_STEPS_2019@2019:3`). A judgement that takes the place
    of an earlier one names it; the earlier one stays as it was.
    """

    period_id: str | None = link("Period", "reporting_period")
    kind: JudgedKind = said("About", JudgedKind.OVERALL)
    framework_item: str = said("Framework item")
    priority_id: str | None = link("Priority", "priority")
    agency_id: str | None = link("Agency", "agency")
    about: str = said("What it was called")
    scale: str = said("Scale")
    rating: str = said("Rating", required=True)
    direction: Direction = said("Direction", Direction.FIRST)
    confidence: Confidence = said("Confidence", Confidence.MEDIUM)
    bottom_line: str = said("Bottom line")
    rationale: str = narrative("Why I think so")
    stands_in: str = narrative("Reason that stands in for evidence")
    judged_on: date | None = said("Judged on", None)
    supersedes_id: str | None = link("In the place of", "judgement")
    scrutineer_id: str | None = link("Whose", "scrutineer")

    @property
    def subject(self) -> tuple[str, str]:
        """What it is about, as a key that stays the same from period to period; editions of an item differ."""
        which = {
            JudgedKind.FRAMEWORK_ITEM: self.framework_item, JudgedKind.PRIORITY: self.priority_id,
            JudgedKind.AGENCY: self.agency_id,
        }.get(self.kind)  # fmt: skip
        return self.kind.value, which or ""

    def problems(self) -> list[Problem]:
        """Also: a judgement of an item, a priority or an agency says which."""
        found = super().problems()
        if self.kind is not JudgedKind.OVERALL and not self.subject[1]:
            found.append(Problem("kind", "Choose what the judgement is about."))
        return found


class ConfirmationState(Term):
    """Whether a statutory item could be confirmed."""

    CONFIRMED = "confirmed", "Confirmed"
    PARTLY = "partly_confirmed", "Partly confirmed"
    NOT_CONFIRMED = "not_confirmed", "Not confirmed"
    NOT_TESTED = "not_tested", "Not tested"


@dataclass(frozen=True, kw_only=True)
class Confirmation(Entity):
    """Whether one statutory item was found to be so, on a day; what shows it is linked as evidence."""

    period_id: str | None = link("Period", "reporting_period")
    framework_item: str = said("Item", required=True)
    about: str = said("What it was called")
    state: ConfirmationState = said("State", ConfirmationState.NOT_TESTED)
    confirmed_on: date | None = said("On", None)
    text: str = narrative("In words")
    scrutineer_id: str | None = link("Whose", "scrutineer")


@dataclass(frozen=True, kw_only=True)
class Conflict(Entity):
    """A conflict of interest that might be seen in my independence, and how it is handled."""

    noted_on: date | None = said("Noted on", None, required=True)
    agency_id: str | None = link("Agency", "agency")
    text: str = narrative("What it is", required=True)
    handled: str = narrative("How it is handled")
    ended_on: date | None = said("Ended on", None)
    scrutineer_id: str | None = link("Whose", "scrutineer")
