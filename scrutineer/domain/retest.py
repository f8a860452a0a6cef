"""Did it last? A re-test of something closed: chosen, not automatic, with its days against the budget."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scrutineer.domain.challenge import Addressee, Challenge, Outcome, Priority
from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.errors import Problem
from scrutineer.domain.vocabulary import Term

AFTER_DAYS = 180      # calendar days from the closing to the day that is suggested


class RetestResult(Term):
    """What a re-test found."""

    SUSTAINED = "sustained", "Sustained"
    PARTLY = "partly_sustained", "Partly sustained"
    NOT_SUSTAINED = "not_sustained", "Not sustained"
    NOT_TESTED = "not_tested", "Not tested after all"


@dataclass(frozen=True, kw_only=True)
class Retest(Entity):
    """One look at whether a change lasted; `days` are those of the scrutineer, in halves."""

    challenge_id: str | None = link("Challenge", "challenge")
    addressee_id: str | None = link("Party", "addressee")
    planned_on: date | None = said("Look again on", None, required=True)
    days: float = said("My days", 0.5)
    plan: str = narrative("How I will look")
    done_on: date | None = said("Looked on", None)
    result: RetestResult | None = said("Did it last?", None)
    words: str = narrative("What I saw")
    scrutineer_id: str | None = link("Whose", "scrutineer")

    def problems(self) -> list[Problem]:
        """Also: half days; a result has a day, and a day a result."""
        found = super().problems()
        if not 0 <= self.days <= 366 or self.days * 2 != int(self.days * 2):
            found.append(Problem("days", "Days are counted in halves: 0.5, 1, 1.5 and so on."))
        if self.result and not self.done_on:
            found.append(Problem("done_on", "Give the day on which you looked."))
        if self.done_on and not self.result:
            found.append(Problem("result", "Say whether it lasted."))
        return found


def is_suggested(challenge: Challenge, part: Addressee) -> bool:
    """Whether a re-test matters most: for what was urgent, and where only a process changed."""
    return challenge.priority is Priority.URGENT or part.outcome is Outcome.PROCESS_CHANGED_ONLY
