"""Reported and seen: what the agency says of its action or answer, and what the scrutineer has seen of it.

Both are dated lines that are never overwritten; the action and the answer keep the latest of each.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scrutineer.domain.action import ActionStatus, Seen
from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.errors import Problem
from scrutineer.domain.vocabulary import Term


class Side(Term):
    """Whose word a line is."""

    REPORTED = "reported", "Reported by the agency"
    SEEN = "seen", "Seen by me"


@dataclass(frozen=True, kw_only=True)
class ProgressUpdate(Entity):
    """One dated line about an action (`action_id`) or an answer (`response_id`), from one side."""

    action_id: str | None = link("Action", "action")
    response_id: str | None = link("Answer", "response")
    side: Side = said("Whose word", Side.REPORTED)
    noted_on: date | None = said("On", None, required=True)
    status: ActionStatus | None = said("Reported as", None)
    seen: Seen | None = said("What I saw", None)
    text: str = narrative("In words")
    source: str = said("Told by, or seen where")
    scrutineer_id: str | None = link("Recorded by", "scrutineer")

    def problems(self) -> list[Problem]:
        """Also: it belongs to one action or one answer, and says something."""
        found = super().problems()
        if bool(self.action_id) is bool(self.response_id):
            found.append(Problem("action_id", "Choose the action or the answer that this is about."))
        if self.side is Side.SEEN and self.seen is None:
            found.append(Problem("seen", "Say what you saw: as reported, in part, not yet, or that it cannot be told."))
        if self.side is Side.REPORTED and self.status is None and not self.text.strip():
            found.append(Problem("text", "Say what the agency reports."))
        return found
