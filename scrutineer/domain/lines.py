"""What lists show: flat lines, filled by one question each, cheap enough for ten thousand at once.

A line keeps what was stored; what is only needed where a line is painted is worked out then.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from scrutineer.domain.activity import ActivityStatus, ActivityType, AskedBy, FindingKind, Level
from scrutineer.domain.challenge import ImpactLevel, Priority, Stage, Status
from scrutineer.domain.dates import day_month, iso_date
from scrutineer.domain.lifecycle import in_words
from scrutineer.domain.organisation import AgencyKind, PartnerStatus
from scrutineer.domain.text import listed

BETWEEN_PARTIES, BETWEEN_FACTS = "\x1e", "\x1f"      # control characters, which no stored text can hold
BETWEEN_NAMES = "\x1d"      # between those who answer jointly, the lead (or nobody) first


def joint_name(lead: str, others: Sequence[str]) -> str:
    """What agencies that answer jointly are called: `LA (lead) with Police and ICB`."""
    return f"{lead} (lead) with {listed(tuple(others))}" if lead else f"{listed(tuple(others))} jointly"


class PartyLine(NamedTuple):
    """One party of a challenge, as a list needs it.

    `next_on` is the day of what comes next: its answer, the first of its open actions, or my test of what
    changed. `is_mine` when that is a step of mine, which has no day: to judge, or to choose what follows.
    """

    name: str
    status: Status
    next_on: date | None
    is_mine: bool


class Waits(NamedTuple):
    """For whom a challenge waits: me; others until a day; others since one. Each is words and a day, or ""."""

    me: bool
    due: tuple[tuple[str, str], ...]
    late: tuple[tuple[str, str], ...]


class ChallengeLine(NamedTuple):
    """One challenge in the list. `packed` holds its parties; dates are ISO text, "" or None for none."""

    id: str
    reference: str
    title: str
    status: str
    priority: str
    stage: str
    raised_on: str | None
    closed_on: str | None
    impact_level: str | None
    packed: str | None
    next_due: str | None      # of an answer
    next_on: str | None       # of anything
    for_me: int
    agencies: str | None

    @property
    def parties(self) -> tuple[PartyLine, ...]:
        """The parties in the order in which they were named."""
        if not self.packed:
            return ()
        facts = (party.split(BETWEEN_FACTS) for party in self.packed.split(BETWEEN_PARTIES))
        return tuple(
            PartyLine(_called(name), Status(status), iso_date(day) if day else None, bool(mine))
            for name, status, day, mine in facts
        )

    @property
    def put_to(self) -> str:
        """`Police, ICB, LA`."""
        return ", ".join(party.name for party in self.parties)

    @property
    def status_words(self) -> str:
        """`Raised · 2 of 3 answered`."""
        return in_words(Status(self.status), [party.status for party in self.parties])

    @property
    def level(self) -> ImpactLevel | None:
        """What changed, when it has ended."""
        return ImpactLevel(self.impact_level) if self.impact_level else None

    @property
    def is_open(self) -> bool:
        """Put, and not ended."""
        return self.status not in _NOT_OPEN

    @property
    def importance(self) -> Priority:
        """Its priority as a term."""
        return Priority(self.priority)

    @property
    def rung(self) -> Stage:
        """Its stage of escalation as a term."""
        return Stage(self.stage)

    def is_awaited_late(self, today: str) -> bool:
        """Whether an answer is awaited since a day before `today` (ISO)."""
        return bool(self.next_due) and str(self.next_due) < today

    def waits(self, today: date) -> Waits:
        """For whom it waits, each group of parties with its own date."""
        status = Status(self.status)
        if status is Status.DRAFT:
            return Waits(True, (("to put it", ""),), ())
        found = self._awaited()
        if not (self.for_me or found):
            found = [(_AHEAD.get(status, "nobody"), None)]
        late = tuple((what, day_month(day)) for what, day in found if day and day < today)
        due = tuple((what, day_month(day)) for what, day in found if not day or day >= today)
        return Waits(bool(self.for_me), due, late)

    def _awaited(self) -> list[tuple[str, date | None]]:
        """Who owes an answer and what is ahead, each with its day, the earliest first."""
        owing: dict[date | None, list[str]] = {}
        ahead: dict[str, list[date]] = {}
        for party in self.parties:
            if party.status.awaits_answer:
                owing.setdefault(party.next_on, []).append(party.name)
            elif party.status in _AHEAD and not party.is_mine:
                ahead.setdefault(_AHEAD[party.status], []).extend([party.next_on] if party.next_on else [])
        found = [(listed(names), day) for day, names in owing.items()]
        found += [(what, min(days, default=None)) for what, days in ahead.items()]
        return sorted(found, key=lambda one: one[1] or date.max)

    def waiting_for(self, today: date) -> str:
        """Who or what, each with its own date: `me, ICB · 26 Nov`, `ICB since 10 Nov`, `actions · 14 Dec`."""
        waits = self.waits(today)
        late = [f"{names} since {day}" for names, day in waits.late]
        due = [f"{names} · {day}" if day else names for names, day in waits.due]
        return ", ".join([*(["me"] if waits.me else []), *late, *due])


def _called(name: str) -> str:
    lead, *others = name.split(BETWEEN_NAMES)
    return joint_name(lead, others) if others else lead or "The Partnership"


_NOT_OPEN = frozenset({Status.DRAFT.value, Status.CLOSED.value, Status.WITHDRAWN.value})
_AHEAD = {Status.ACTION_AGREED: "actions", Status.TESTING_IMPACT: "my test"}


class ActivityLine(NamedTuple):
    """One activity in the list."""

    id: str
    reference: str
    title: str
    type: ActivityType
    status: ActivityStatus
    held_on: date | None
    agencies: str
    agency_ids: tuple[str, ...]
    level: Level
    asked_by: AskedBy
    feedback_due_on: date | None
    feedback_sent_on: date | None
    strengths: int
    concerns: int
    others: int

    @property
    def owes_feedback(self) -> bool:
        """Whether what was seen was promised to be fed back, and has not been."""
        return self.status.is_done and bool(self.feedback_due_on) and not self.feedback_sent_on


class FindingLine(NamedTuple):
    """One finding in the Learning list, with what became of it."""

    id: str
    kind: FindingKind
    text: str
    agencies: str
    found_on: date | None
    activity_id: str | None
    activity: str
    who_could_use: str
    passed_on_on: date | None
    passed_on_to: str
    thanked_on: date | None
    challenge_id: str | None


class AgencyLine(NamedTuple):
    """One agency in the list, with what stands between us."""

    id: str
    name: str
    short_name: str
    kind: AgencyKind
    status: PartnerStatus
    parent: str
    open_challenges: int
    awaited: int
    strengths: int
    last_seen_on: date | None
    is_former: bool


class PaperLine(NamedTuple):
    """One paper in the list."""

    id: str
    reference: str
    title: str
    body: str
    starts_on: date | None
    ends_on: date | None
    meeting_on: date | None
    is_issued: bool
    issued_on: date | None
    file_name: str
