"""A challenge and the parties it was put to: the words, and each party's own course.

Status, escalation stage, each party's position and what changed are four things and are kept apart.
Lateness is worked out from dates, never stored. The steps between statuses are in `lifecycle`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scrutineer.domain.dates import WorkingDays, near_date
from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.errors import Problem
from scrutineer.domain.text import counted
from scrutineer.domain.vocabulary import Term


class Status(Term):
    """How far a challenge, or one party's part of it, has come; in this order."""

    DRAFT = "draft", "Draft"
    RAISED = "raised", "Raised"
    ACKNOWLEDGED = "acknowledged", "Acknowledged"
    FURTHER_INFORMATION = "further_information", "More asked"
    RESPONDED = "responded", "Responded"
    ACTION_AGREED = "action_agreed", "Action agreed"
    TESTING_IMPACT = "testing_impact", "Testing impact"
    CLOSED = "closed", "Closed"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def is_ended(self) -> bool:
        """Whether nothing more is expected."""
        return self in {Status.CLOSED, Status.WITHDRAWN}

    @property
    def awaits_answer(self) -> bool:
        """Whether the party owes an answer."""
        return self in AWAITING


AWAITING = frozenset({Status.RAISED, Status.ACKNOWLEDGED, Status.FURTHER_INFORMATION})


class Priority(Term):
    """How soon an answer is wanted."""

    URGENT = "urgent", "urgent"
    IMPORTANT = "important", "important"
    ROUTINE = "routine", "routine"


class Position(Term):
    """What the party says to the challenge; to decline with a reason is a legitimate position."""

    ACCEPTED = "accepted", "accepted"
    PARTLY_ACCEPTED = "partly_accepted", "partly accepted"
    NOT_ACCEPTED = "not_accepted", "declined with reason"
    NOTED = "noted", "noted"
    NO_RESPONSE = "no_response", "no answer recorded"      # of a part that ended without one; never of a reply

    @property
    def is_said(self) -> bool:
        """Whether a party can take it in a reply."""
        return self is not Position.NO_RESPONSE


class Quality(Term):
    """The scrutineer's view of an answer."""

    FULL = "full", "A full answer"
    PARTIAL = "partial", "Part of an answer"
    INADEQUATE = "inadequate", "Not yet an answer"


class Outcome(Term):
    """With what a part, or a challenge, ended."""

    IMPACT_EVIDENCED = "impact_evidenced", "A difference was seen"
    PRACTICE_CHANGE_EVIDENCED = "practice_change_evidenced", "Practice changed"
    PROCESS_CHANGED_ONLY = "process_changed_only", "Process changed only"
    ASSURED_NO_CHANGE_NEEDED = "assured_no_change_needed", "Assured, no change needed"
    UNRESOLVED_RISK_ACCEPTED = "unresolved_risk_accepted", "Unresolved, risk accepted"
    NOT_PURSUED = "not_pursued", "Not pursued"
    MERGED_INTO = "merged_into", "Merged into another"
    REFERRED_ELSEWHERE = "referred_elsewhere", "Referred elsewhere"
    OVERTAKEN_BY_EVENTS = "overtaken_by_events", "Overtaken by events"

    @property
    def says_what_changed(self) -> bool:
        """Whether it follows from an answer and says what changed; the others end a part from any status."""
        return self in SAYS_WHAT_CHANGED


SAYS_WHAT_CHANGED = frozenset({
    Outcome.IMPACT_EVIDENCED, Outcome.PRACTICE_CHANGE_EVIDENCED, Outcome.PROCESS_CHANGED_ONLY,
    Outcome.ASSURED_NO_CHANGE_NEEDED,
})


class ImpactLevel(Term):
    """What changed, from nothing seen to a difference that lasts (after Kirkpatrick and outcomes-based
    accountability)."""

    NONE_SEEN = "0_none_seen", "0 None seen yet"
    REPLY_ONLY = "1_reply_only", "1 Reply only"
    PROCESS_CHANGED = "2_process_changed", "2 Process changed"
    PRACTICE_CHANGED = "3_practice_changed", "3 Practice changed"
    DIFFERENCE = "4_difference_to_children", "4 Difference to children"
    SUSTAINED = "5_sustained", "5 Sustained"

    @property
    def rung(self) -> int:
        """0 to 5."""
        return int(self.value[0])


class Visibility(Term):
    """Who may read of a challenge."""

    PUBLIC = "public_ok", "May be published"
    PARTNERSHIP = "partnership", "The Partnership"
    PRIVATE = "private_note", "Me alone"


class PartyKind(Term):
    """To whom a challenge can be put. None of them is a make-believe agency."""

    AGENCY = "agency", "One agency or service"
    JOINT = "joint", "Several jointly"
    GROUP = "group", "A group"
    BODY = "body", "A body of the Partnership"
    PARTNERSHIP = "partnership", "The Partnership as a whole"


class Stage(Term):
    """The rungs of escalation; nothing is shown before the first."""

    DIRECT = "0_direct", "Direct"
    AGENCY_LEAD = "1_agency_lead", "Stage 1 · agency lead"
    EXECUTIVE = "2_executive_group", "Stage 2 · executive group"
    LEAD_PARTNER = "3_lead_safeguarding_partner", "Stage 3 · lead safeguarding partner"
    JOINT_PARTNERS = "4_joint_lsp", "Stage 4 · all lead safeguarding partners"
    EXTERNAL = "5_external", "Stage 5 · external"

    @property
    def rung(self) -> int:
        """0 to 5."""
        return int(self.value[0])


@dataclass(frozen=True, kw_only=True)
class Challenge(Entity):
    """The question put, in words; its status is that of its least advanced party."""

    reference: str = said("Reference")
    title: str = said("Title", required=True)
    text: str = narrative("The words")
    what_works: str = narrative("What already works")
    why_it_matters: str = narrative("Why it matters")
    what_good_looks_like: str = narrative("What good would look like")
    priority: Priority = said("Priority", Priority.ROUTINE)
    raised_on: date | None = said("Put on", None)
    forum: str = said("Put at")
    meeting_id: str | None = link("Meeting", "meeting")
    activity_id: str | None = link("From the activity", "activity")
    finding_id: str | None = link("From the finding", "finding")
    put_for: str = said("Put on behalf of")
    priority_ids: tuple[str, ...] = link("Priorities", "priority", ())
    framework_items: tuple[str, ...] = said("Framework items", ())
    themes: tuple[str, ...] = said("Themes", ())
    status: Status = said("Status", Status.DRAFT)
    stage: Stage = said("Escalation", Stage.DIRECT)
    impact_level: ImpactLevel | None = said("What changed: level", None)
    closed_on: date | None = said("Ended on", None)
    withdrawn_because: str = narrative("Withdrawn as a whole because")
    told: str = said("Who was told")
    visibility: Visibility = said("Who may read it", Visibility.PARTNERSHIP)
    my_note: str = narrative("My note")
    scrutineer_id: str | None = link("Whose", "scrutineer")

    @property
    def is_open(self) -> bool:
        """Put, and not ended."""
        return self.status is not Status.DRAFT and not self.status.is_ended


@dataclass(frozen=True, kw_only=True)
class Addressee(Entity):
    """One party the challenge was put to: its own clock, answer and ending. `first_due_on` never changes."""

    challenge_id: str | None = link("Challenge", "challenge")
    kind: PartyKind = said("Put to", PartyKind.AGENCY)
    agency_id: str | None = link("Agency", "agency")
    agency_ids: tuple[str, ...] = link("Jointly", "agency", ())
    lead_id: str | None = link("Lead", "agency")
    group_id: str | None = link("Group", "agency_group")
    body_id: str | None = link("Body", "body")
    contact_role: str = said("For the attention of")
    place: int = said("Order", 0)
    status: Status = said("Status", Status.DRAFT)
    first_due_on: date | None = said("First due", None)
    due_on: date | None = said("Due", None)
    meeting_id: str | None = link("Due by the papers deadline of", "meeting")
    acknowledged_on: date | None = said("Acknowledged", None)
    answered_on: date | None = said("Answered", None)
    position: Position | None = said("Position", None)
    question: str = narrative("What more I asked")
    test_plan: str = narrative("How I will test it")
    test_on: date | None = said("Test on", None)
    outcome: Outcome | None = said("Ended with", None)
    impact_level: ImpactLevel | None = said("What changed: level", None)
    what_changed: str = narrative("What changed")
    withdrawn_because: str = narrative("Withdrawn because")
    told: str = said("Who was told")
    closed_on: date | None = said("Ended on", None)
    formerly_id: str | None = link("Formerly", "agency")
    stage: Stage | None = said("Escalation", None)
    stands_in: str = narrative("Reason that stands in for evidence")
    ended_because: str = narrative("Ended because")
    minute_ref: str = said("Minute reference")
    target: str = said("Merged into, or referred to")
    merged_into_id: str | None = link("Merged into", "challenge")
    reopened_on: date | None = said("Reopened on", None)
    reopened_because: str = narrative("Reopened because")

    @property
    def rung(self) -> Stage:
        """Where it stands on the ladder of escalation."""
        return self.stage or Stage.DIRECT

    def problems(self) -> list[Problem]:
        """Also: a party of each kind needs what the kind names."""
        found = super().problems()
        several = "Choose two or more agencies that answer jointly."
        needed = {
            PartyKind.AGENCY: (self.agency_id, "agency_id", "Choose the agency it is put to."),
            PartyKind.JOINT: (len(set(self.agency_ids)) > 1, "agency_ids", several),
            PartyKind.GROUP: (self.group_id, "group_id", "Choose the group it is put to."),
            PartyKind.BODY: (self.body_id, "body_id", "Choose the body it is put to."),
        }
        value, name, sentence = needed.get(self.kind, (True, "", ""))
        if not value:
            found.append(Problem(name, sentence))
        if self.kind is PartyKind.JOINT and self.lead_id and self.lead_id not in self.agency_ids:
            found.append(Problem("lead_id", "The lead must be one of the agencies that answer jointly."))
        return found


def on_behalf(put_for: str) -> str:
    """`on behalf of the young scrutineers`; a name in capitals keeps them, and "" stays so."""
    words = put_for.strip()
    first, _, rest = words.partition(" ")
    if first == "The" or (rest and rest == rest.lower()):
        words = words[0].lower() + words[1:]
    article = "the " if rest and first.lower() != "the" else ""
    return f"on behalf of {article}{words}" if words else ""


def is_late(status: Status, due_on: date | None, today: date) -> bool:
    """Whether an answer is awaited since a day that has passed."""
    return status.awaits_answer and due_on is not None and due_on < today


def clock(due_on: date | None, today: date, calendar: WorkingDays) -> str:
    """The neutral clock: `awaited, due 26 Nov`, or `answer awaited since 10 Nov (9 working days)`."""
    if due_on is None:
        return "awaited, no date set"
    if due_on >= today:
        return f"awaited, due {near_date(due_on, today)}"
    days = calendar.between(due_on, today)
    count = f" ({counted(days, 'working day')})" if days else ""
    return f"answer awaited since {near_date(due_on, today)}{count}"
