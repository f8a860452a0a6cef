"""Freezes the visit brief: the activity, its method, and the last of what is known about each agency there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from scrutineer.domain.activity import Activity, Finding, FindingKind
from scrutineer.domain.activity_form import Reading
from scrutineer.domain.brief import AskedFigure, BriefPart, VisitBrief
from scrutineer.domain.challenge import Addressee, Challenge, Status
from scrutineer.domain.dates import near_date
from scrutineer.domain.figures import FindingFigure
from scrutineer.domain.method import Method
from scrutineer.domain.note import Undertaking
from scrutineer.domain.organisation import Contact
from scrutineer.domain.reference import short
from scrutineer.domain.serving import label_for
from scrutineer.domain.text import opening
from scrutineer.register.agency_page import concerns
from scrutineer.register.challenge_figures import is_told
from scrutineer.register.desk import Desk
from scrutineer.register.figures import Freezer
from scrutineer.register.shelves import Shelves

_LENGTH = 160      # characters of each line


class _Most(NamedTuple):
    """How much is told of each agency, so that the brief stays on one page."""

    strengths: int
    asked: int
    others: int      # questions, promises and people, each


_OF_FEW, _OF_MANY = _Most(2, 4, 3), _Most(1, 2, 1)
_FEW = 2      # agencies


class Briefs:
    """Briefs are printed, not kept."""

    def __init__(self, desk: Desk, freezer: Freezer) -> None:
        self._desk = desk
        self._freezer = freezer

    def brief(self, activity_id: str) -> VisitBrief:
        """The brief of an activity as of today; private text is left out. Raises NotFound."""
        activity = self._desk.reader.get(Activity, activity_id).for_others()
        method = self._desk.reader.find(Method, activity.method_id)
        shown = method.for_others() if method else Method()
        names = self._desk.names()
        agencies = [id_ for id_ in activity.agency_ids if id_ in names]
        known = _Known(self._desk, names, _OF_FEW if len(agencies) <= _FEW else _OF_MANY)
        return VisitBrief(
            masthead=self._freezer.masthead(), frozen_at=self._desk.record.now(), reference=activity.reference,
            title=activity.title, form=label_for(activity.type, self._desk.partnership.serves),
            held_on=activity.held_on, place=activity.place,
            agencies=tuple(names[id_] for id_ in agencies), people_met=activity.people_met,
            purpose=activity.purpose or shown.purpose,
            lines_of_enquiry=activity.lines_of_enquiry or shown.lines_of_enquiry, method=shown.title,
            appreciative=shown.appreciative, parts=tuple(known.part(id_) for id_ in agencies),
        )


class _Known:
    """What the record holds about agencies, read once."""

    def __init__(self, desk: Desk, names: dict[str, str], most: _Most) -> None:
        self._most = most
        self._shelves = Shelves(desk.reader)
        self._today = desk.today()
        self._names = names
        self._activities = {one.id: one.for_others() for one in self._shelves.all(Activity)}

    def part(self, agency_id: str) -> BriefPart:
        """One agency, the latest of each kind first."""
        most, strengths = self._most, self._findings(agency_id, FindingKind.STRENGTH)
        asked = list(self._asked(agency_id))
        return BriefPart(
            agency=self._names[agency_id],
            strengths=tuple(self._figure(one) for one in strengths[: most.strengths]),
            asked=tuple(asked[: most.asked]), more_asked=max(0, len(asked) - most.asked),
            questions=tuple(self._questions(agency_id))[: most.others],
            promises=tuple(self._promises(agency_id))[: most.others],
            people=tuple(self._people(agency_id))[: most.others],
        )

    def _findings(self, agency_id: str, kind: FindingKind) -> list[Finding]:
        mine = [one.for_others() for one in self._shelves.of(Finding, "kind", kind) if agency_id in one.agency_ids]
        told = [one for one in mine if one.text.strip() and self._held_on(one) <= self._today]
        return sorted(told, key=self._held_on, reverse=True)

    def _figure(self, one: Finding) -> FindingFigure:
        activity = self._activities.get(one.activity_id or "")
        return FindingFigure(
            text=opening(one.text, _LENGTH), agencies=(), found_on=activity.held_on if activity else None,
            activity=activity.title if activity else "",
        )

    def _held_on(self, one: Finding | Reading) -> date:
        activity = self._activities.get(one.activity_id or "")
        return (activity.held_on if activity else None) or date.min

    def _asked(self, agency_id: str) -> Iterator[AskedFigure]:
        """Open parts of this agency, those in which something is awaited from it first, the earliest due on top."""
        parts = [one for one in self._shelves.all(Addressee) if concerns(one, agency_id) and not one.status.is_ended]
        for part in sorted(parts, key=lambda one: (not one.status.awaits_answer, one.due_on or date.max)):
            challenge = self._shelves.one(Challenge, part.challenge_id)
            if challenge and challenge.is_open and is_told(challenge) and part.status is not Status.DRAFT:
                yield AskedFigure(
                    reference=short(challenge.reference), title=challenge.title, waiting=_waiting(part, self._today)
                )

    def _questions(self, agency_id: str) -> Iterator[str]:
        """What was asked in passing there and became no challenge."""
        put = {one.finding_id for one in self._shelves.all(Challenge)}
        for one in self._findings(agency_id, FindingKind.QUESTION):
            if one.id not in put:
                yield opening(one.text, _LENGTH)

    def _promises(self, agency_id: str) -> Iterator[str]:
        mine = [one.for_others() for one in self._shelves.of(Undertaking, "agency_id", agency_id) if not one.done_on]
        for one in sorted(mine, key=lambda one: one.due_on or date.max):
            by = f" (by {near_date(one.due_on, self._today)})" if one.due_on else ""
            if one.text.strip():
                yield f"{opening(one.text, _LENGTH)}{by}"

    def _people(self, agency_id: str) -> Iterator[str]:
        here = [one for one in self._shelves.of(Contact, "agency_id", agency_id)
                if (one.ends_on or date.max) >= self._today]      # fmt: skip
        for one in sorted(here, key=lambda one: (not one.is_lsp, not one.is_dsp, one.name)):
            yield ", ".join(filter(None, (one.name, one.role)))


def _waiting(part: Addressee, today: date) -> str:
    if not part.status.awaits_answer:
        return "answered, awaiting my view" if part.status is Status.RESPONDED else part.status.label.lower()
    if part.due_on is None:
        return "answer awaited, no date set"
    day = near_date(part.due_on, today)
    return f"answer awaited since {day}" if part.due_on < today else f"answer awaited, due {day}"
