"""The visit brief as frozen data: what is good to know on the way to an activity, on one page.

It is read by its scrutineer alone, yet holds nothing private: it may lie on a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from scrutineer.domain.figures import FindingFigure, Masthead


@dataclass(frozen=True, kw_only=True)
class AskedFigure:
    """An open challenge: its reference and title, and what is awaited of whom, in words."""

    reference: str
    title: str
    waiting: str


@dataclass(frozen=True, kw_only=True)
class BriefPart:
    """One agency: what was last seen to work there, what is open, and whom one will meet.

    `more_asked` are open challenges beyond those told.
    """

    agency: str
    strengths: tuple[FindingFigure, ...] = ()
    asked: tuple[AskedFigure, ...] = ()
    more_asked: int = 0
    questions: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class VisitBrief:
    """One page about an activity to come; `method` is "" where none was chosen."""

    masthead: Masthead
    frozen_at: datetime
    reference: str
    title: str
    form: str
    held_on: date | None
    place: str
    agencies: tuple[str, ...]
    people_met: str
    purpose: str
    lines_of_enquiry: str
    method: str
    appreciative: str
    parts: tuple[BriefPart, ...]
