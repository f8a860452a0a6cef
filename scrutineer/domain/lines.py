"""What lists show: flat lines, filled by one question each, cheap enough for ten thousand at once.

A line keeps what was stored; what is only needed where a line is painted is worked out then.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from scrutineer.domain.action import ActionStatus, Seen
from scrutineer.domain.activity import ActivityStatus, ActivityType, AskedBy, FindingKind, Level
from scrutineer.domain.challenge import ImpactLevel, Priority, Stage, Status
from scrutineer.domain.dates import day_month, iso_date
from scrutineer.domain.evidence import EvidenceKind, EvidenceStrength
from scrutineer.domain.lifecycle import in_words
from scrutineer.domain.organisation import AgencyKind, PartnerStatus
from scrutineer.domain.text import listed

THE_PARTNERSHIP = "The Partnership"      # what a challenge to the Partnership as a whole is put to

# A party as a line keeps it: its name, its status, the day of what is next ("" or None for none), whether that
# is a step of mine, and the ids of the agencies that it is or is made of.
StoredParty = tuple[str, str, str | None, bool, tuple[str, ...]]


def joint_name(lead: str, others: Sequence[str]) -> str:
    """What agencies that answer jointly are called: `LA (lead) with Police and ICB`."""
    return f"{lead} (lead) with {listed(tuple(others))}" if lead else f"{listed(tuple(others))} jointly"


def succeeded_name(name: str, former: str) -> str:
    """What a party is called that was handed its part by a former agency: `ICB (formerly CCG)`."""
    return f"{name} (formerly {former})"


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
    """One challenge in the list, with its parties as they were stored; dates are ISO text, "" or None for none."""

    id: str
    reference: str
    title: str
    status: str
    priority: str
    stage: str
    raised_on: str | None
    closed_on: str | None
    impact_level: str | None
    stored: tuple[StoredParty, ...]
    next_due: str | None      # of an answer
    next_on: str | None       # of anything
    for_me: int
    put_for: str = ""

    @property
    def parties(self) -> tuple[PartyLine, ...]:
        """The parties in the order in which they were named."""
        return tuple(
            PartyLine(name, Status(status), iso_date(day) if day else None, is_mine)
            for name, status, day, is_mine, _ in self.stored
        )

    @property
    def agencies(self) -> tuple[str, ...]:
        """The ids of the agencies to which it was put, alone or jointly."""
        return tuple(id_ for *_, agency_ids in self.stored for id_ in agency_ids)

    @property
    def put_to(self) -> str:
        """`Police, ICB, LA`."""
        return ", ".join(name for name, *_ in self.stored)

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
    taken_up_by: tuple[str, ...] = ()
    taken_up_on: date | None = None       # the latest of them
    has_changed_practice: bool = False
    changed_on: date | None = None
    is_kept: bool = False                 # a voice of which is known when and where it was heard
    tell_by_on: date | None = None
    told_on: date | None = None


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


class ActionLine(NamedTuple):
    """One agreed action, or one promise of mine, in the list; days and codes as they are stored, "" or None for none.

    `party` is who agreed to it, or to whom I promised; `reference` is that of the challenge or of the recommendation
    from which it follows; `moves` is how often its date moved.
    """

    id: str
    kind: str
    text: str
    owner: str
    party: str
    challenge_id: str | None
    reference: str
    challenge: str
    first_due_on: str | None
    due_on: str | None
    moves: int
    status: str
    done_on: str | None
    seen: str | None
    seen_on: str | None

    @property
    def is_promise(self) -> bool:
        """Whether it is mine to keep."""
        return self.kind == "undertaking"

    @property
    def is_open(self) -> bool:
        """Whether something is still expected."""
        return self.status in _STILL_TO_DO

    @property
    def awaits_a_look(self) -> bool:
        """Whether it is reported done and I have not seen it."""
        return self.status == ActionStatus.DONE.value and self.seen in {None, Seen.NOT_YET.value}

    def is_late(self, today: str) -> bool:
        """Whether it is awaited since a day before `today` (ISO)."""
        return self.is_open and bool(self.due_on) and str(self.due_on) < today


_STILL_TO_DO = frozenset(status.value for status in ActionStatus if not status.is_settled)


class SourceLine(NamedTuple):
    """One record that can show something: what it is in a word, of which day, and which kind of evidence it is.

    `title` is as it is stored: the beginning of a long text is not taken apart before it is shown.
    """

    id: str
    record: str
    reference: str
    title: str
    what: str
    on: date | None
    kind: EvidenceKind
    is_independent: bool


class EvidenceLine(NamedTuple):
    """One source in the list of evidence, with what it shows about which challenges, and how many files it has."""

    source: SourceLine
    strength: EvidenceStrength | None
    shows: tuple[str, ...]
    about: tuple[str, ...]
    links: int
    files: int

    @property
    def id(self) -> str:
        """The id of the record that is evidence."""
        return self.source.id
