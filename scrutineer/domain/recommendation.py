"""A recommendation: written once, in a paper; decided by a meeting, followed by actions, and embedded or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.errors import Problem
from scrutineer.domain.vocabulary import Term


class RecommendationSource(Term):
    """Who recommended it."""

    SCRUTINEER = "scrutineer", "Scrutineer"
    LCSPR = "lcspr", "Local child safeguarding practice review"
    RAPID_REVIEW = "rapid_review", "Rapid review"
    NATIONAL_REVIEW = "national_review", "National review"
    SAR = "sar", "Safeguarding adults review"
    DOMESTIC_ABUSE_REVIEW = "domestic_abuse_review", "Domestic abuse related death review"
    AUDIT = "audit", "Audit"
    INSPECTION = "inspection", "Inspection"
    PEER = "peer", "Peer challenge"


class Decision(Term):
    """What was decided about it. To decline with a reason is a legitimate answer."""

    AWAITED = "awaiting", "Awaiting a decision"
    ACCEPTED = "accepted", "Accepted"
    AMENDED = "amended", "Accepted as amended"
    DECLINED = "declined", "Declined with reason"

    @property
    def is_taken_up(self) -> bool:
        """Whether something is expected to follow."""
        return self in {Decision.ACCEPTED, Decision.AMENDED}


class Embedded(Term):
    """Whether what was recommended has become what people do."""

    NOT_TESTED = "not_tested", "Not tested yet"
    NOT_EMBEDDED = "not_embedded", "Not embedded"
    PARTLY = "partly", "Partly embedded"
    EMBEDDED = "embedded", "Embedded"


@dataclass(frozen=True, kw_only=True)
class Recommendation(Entity):
    """One recommendation, from its first words to what became of it; what shows it is linked as evidence."""

    reference: str = said("Reference")
    text: str = narrative("Recommendation", required=True)
    source: RecommendationSource = said("From", RecommendationSource.SCRUTINEER)
    source_title: str = said("Which one")
    made_on: date | None = said("Made on", None)
    paper_id: str | None = link("Paper", "paper")
    place: int = said("Order", 0)
    agency_ids: tuple[str, ...] = link("For", "agency", ())
    meeting_id: str | None = link("Decided at", "meeting")
    decision: Decision = said("Decision", Decision.AWAITED)
    decided_on: date | None = said("Decided on", None)
    final_wording: str = narrative("Wording as decided")
    reason: str = narrative("Reason given")
    minute_ref: str = said("Minute reference")
    due_on: date | None = said("To be done by", None)
    embedded: Embedded = said("Embedded?", Embedded.NOT_TESTED)
    embedded_on: date | None = said("Looked at on", None)
    seen: str = narrative("What I saw")
    scrutineer_id: str | None = link("Whose", "scrutineer")

    @property
    def wording(self) -> str:
        """The words that count: as decided, otherwise as written."""
        return self.final_wording if self.final_wording.strip() else self.text

    def problems(self) -> list[Problem]:
        """Also: an amended one says how, a declined one why."""
        found = super().problems()
        if self.decision is Decision.AMENDED and not self.final_wording.strip():
            found.append(Problem("final_wording", "Give the wording as it was decided."))
        if self.decision is Decision.DECLINED and not self.reason.strip():
            found.append(Problem("reason", "Give the reason for which it was declined."))
        return found


class RecommendationLine(NamedTuple):
    """One recommendation in the list, with how many actions follow from it and how many of them are open."""

    id: str
    reference: str
    wording: str
    source: RecommendationSource
    source_title: str
    agencies: str
    decision: Decision
    decided: str
    due_on: date | None
    actions: int
    open_actions: int
    embedded: Embedded

    @property
    def is_awaiting(self) -> bool:
        """Whether nobody has decided on it yet."""
        return self.decision is Decision.AWAITED

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is expected: it is what people do now, or it was declined."""
        return self.embedded is Embedded.EMBEDDED or self.decision is Decision.DECLINED

    def is_to_test(self, today: date) -> bool:
        """Whether it is time to look: its actions are settled, or its day has passed with none open."""
        is_over = self.actions > 0 or (self.due_on is not None and self.due_on < today)
        return self.decision.is_taken_up and not self.is_settled and not self.open_actions and is_over

    def is_to_do(self, today: date) -> bool:
        """Whether it was taken up and is still being done."""
        return self.decision.is_taken_up and not self.is_settled and not self.is_to_test(today)
