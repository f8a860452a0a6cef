"""One agency in one look: what works there, what was asked and is awaited, whom to ring.

It reads and writes nothing; what belongs to a service stands with the service, as in the list of agencies.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from scrutineer.domain.activity import Activity, Finding, FindingKind
from scrutineer.domain.assurance import Conflict
from scrutineer.domain.challenge import Addressee, Challenge, Status, is_late
from scrutineer.domain.dates import near_date
from scrutineer.domain.note import Undertaking
from scrutineer.domain.organisation import Agency, AgencySuccession, Contact
from scrutineer.domain.reference import short
from scrutineer.domain.text import opening
from scrutineer.register.challenges import Challenges
from scrutineer.register.conflicts import Conflicts
from scrutineer.register.desk import Desk


class Seen(NamedTuple):
    """A strength seen there: its id, its words, and where and when."""

    id: str
    text: str
    where: str
    seen_on: date | None


class Asked(NamedTuple):
    """One open challenge: what is waited for, in words, and whether its day has passed."""

    id: str
    reference: str
    title: str
    waiting: str
    is_late: bool


class AgencyPage(NamedTuple):
    """All of it; `before` and `after` are the agencies it follows and those that followed it."""

    agency: Agency
    within: Agency | None
    services: tuple[Agency, ...]
    before: tuple[Agency, ...]
    after: tuple[Agency, ...]
    contacts: tuple[Contact, ...]
    strengths: tuple[Seen, ...]
    asked: tuple[Asked, ...]
    last_seen: Activity | None
    promises: tuple[Undertaking, ...]
    conflicts: tuple[Conflict, ...]


def read(desk: Desk, challenges: Challenges, agency_id: str) -> AgencyPage:
    """The page of one agency as of today. Raises NotFound."""
    reader = desk.reader
    agency = reader.get(Agency, agency_id)
    before = reader.all(AgencySuccession, successor_id=agency_id)
    after = reader.all(AgencySuccession, predecessor_id=agency_id)
    held = [one for one in reader.all(Activity) if agency_id in one.agency_ids and one.is_done and one.held_on]
    contacts = [one for one in reader.all(Contact, agency_id=agency_id) if (one.ends_on or date.max) >= desk.today()]
    return AgencyPage(
        agency, reader.find(Agency, agency.parent_id), tuple(reader.all(Agency, parent_id=agency_id)),
        tuple(reader.get(Agency, row.predecessor_id) for row in before),
        tuple(reader.get(Agency, row.successor_id) for row in after),
        tuple(sorted(contacts, key=lambda one: (not one.is_lsp, not one.is_dsp, one.name))),
        tuple(_strengths(desk, agency_id)), tuple(_asked(desk, challenges, agency_id)),
        max(held, key=lambda one: one.held_on or date.min, default=None),
        tuple(reader.all(Undertaking, agency_id=agency_id, done_on=None)), tuple(Conflicts(desk).standing(agency_id)),
    )


def concerns(part: Addressee, agency_id: str) -> bool:
    """Whether a part is this agency's own, alone or jointly."""
    return agency_id in (part.agency_id, *part.agency_ids)


def _strengths(desk: Desk, agency_id: str) -> list[Seen]:
    activities = {one.id: one for one in desk.reader.all(Activity)}
    found = []
    for one in desk.reader.all(Finding, kind=FindingKind.STRENGTH):
        if agency_id in one.agency_ids:
            activity = activities.get(one.activity_id or "")
            found.append(Seen(one.id, opening(one.text, 200), activity.title if activity else "",
                              activity.held_on if activity else None))
    return sorted(found, key=lambda one: one.seen_on or date.min, reverse=True)


def _asked(desk: Desk, challenges: Challenges, agency_id: str) -> list[Asked]:
    today = desk.today()
    open_now = {one.id: one for one in desk.reader.all(Challenge) if one.is_open}
    parts = [one for one in desk.reader.all(Addressee) if concerns(one, agency_id) and not one.status.is_ended]
    found = []
    for part in sorted(parts, key=lambda one: one.due_on or date.max):
        challenge = open_now.get(part.challenge_id or "")
        if challenge:
            waiting = part.status.label
            if part.status.awaits_answer:
                waiting = _clock(part.due_on, today)
            elif part.status is Status.RESPONDED:
                waiting = "answered, awaiting my view"
            jointly = f" · {challenges.party_name(part)}" if len(part.agency_ids) > 1 else ""
            found.append(Asked(challenge.id, short(challenge.reference) + jointly, challenge.title, waiting,
                               is_late(part.status, part.due_on, today)))
    return found


def _clock(due_on: date | None, today: date) -> str:
    if due_on is None:
        return "no date set"
    return f"{'since' if due_on < today else 'due'} {near_date(due_on, today)}"
