"""What the page about one agency may tell, frozen: what works there, what was asked and said, what is open.

Names are resolved and private text is gone; what other agencies answered is not in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from scrutineer.domain.challenge_figures import ActionFigure
from scrutineer.domain.figures import FindingFigure, LetterPart, Masthead


@dataclass(frozen=True, kw_only=True)
class PromiseFigure:
    """What the scrutineer promised, and by when."""

    text: str
    to_whom: str
    due_on: date | None


@dataclass(frozen=True, kw_only=True)
class AgencyFigures:
    """One agency with its services, on one day. `since` is the day from which endings are told.

    `strengths` are of the last year, the latest first; `is_open` parts stand before those that ended.
    """

    masthead: Masthead
    frozen_at: datetime
    dated_on: date
    agency: str
    in_full: str
    formerly: tuple[str, ...]
    services: tuple[str, ...]
    since: date
    strengths: tuple[FindingFigure, ...]
    parts: tuple[LetterPart, ...]
    actions: tuple[ActionFigure, ...]
    promises: tuple[PromiseFigure, ...]

    @property
    def open_parts(self) -> tuple[LetterPart, ...]:
        """The parts that have not ended, the earliest due first."""
        return tuple(part for part in self.parts if not part.party.status.is_ended)

    @property
    def ended_parts(self) -> tuple[LetterPart, ...]:
        """The parts that ended since that day, the latest first."""
        return tuple(part for part in self.parts if part.party.status.is_ended)
