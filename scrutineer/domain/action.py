"""What an agency has said it will do about a challenge, what it reports, and what has been seen of it.

Overdue is worked out, never stored; `status` is what the agency reports last, `seen` what I saw last.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.errors import Problem
from scrutineer.domain.vocabulary import Term


class ActionStatus(Term):
    """How far an action has come, as the agency reports it."""

    OPEN = "open", "Open"
    IN_PROGRESS = "in_progress", "In progress"
    DONE = "done", "Reported done"
    DROPPED = "dropped", "Dropped with reason"

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is expected of it."""
        return self in {ActionStatus.DONE, ActionStatus.DROPPED}


class Seen(Term):
    """What the scrutineer has seen of something that an agency reports."""

    AS_REPORTED = "as_reported", "Seen, as reported"
    IN_PART = "in_part", "Seen in part"
    NOT_YET = "not_yet", "Not seen yet"
    CANNOT_TELL = "cannot_tell", "Cannot be told"


SHOWS_SOMETHING = frozenset({Seen.AS_REPORTED, Seen.IN_PART})      # what was not seen, or cannot be told, shows nothing


@dataclass(frozen=True, kw_only=True)
class Action(Entity):
    """One agreed action: as its agency reports it, and as the scrutineer has seen it. `first_due_on` never changes."""

    challenge_id: str | None = link("Challenge", "challenge")
    addressee_id: str | None = link("Agreed with", "addressee")
    recommendation_id: str | None = link("Recommendation", "recommendation")
    agency_id: str | None = link("Agency", "agency")
    text: str = narrative("What will be done", required=True)
    owner_role: str = said("Who will do it (role)")
    measure: str = said("How it will be known")
    first_due_on: date | None = said("First due", None)
    due_on: date | None = said("Due", None)
    status: ActionStatus = said("Status", ActionStatus.OPEN)
    done_on: date | None = said("Reported done on", None)
    dropped_because: str = narrative("Dropped because")
    dropped_on: date | None = said("Dropped on", None)
    seen: Seen | None = said("What I saw", None)
    seen_on: date | None = said("Seen on", None)
    scrutineer_id: str | None = link("Recorded by", "scrutineer")

    def is_overdue(self, today: date) -> bool:
        """Whether it is open after its day."""
        return not self.status.is_settled and self.due_on is not None and self.due_on < today

    def problems(self) -> list[Problem]:
        """Also: done has a day, dropped a reason."""
        found = super().problems()
        if self.status is ActionStatus.DONE and not self.done_on:
            found.append(Problem("done_on", "Give the day on which it was reported done."))
        if self.status is ActionStatus.DROPPED and not self.dropped_because.strip():
            found.append(Problem("dropped_because", "Say why it was dropped."))
        return found
