"""What the scrutineer does, and what was found: activities of many forms and their findings.

An activity holds one note; its findings are lines drawn from it. A strength stands before a concern.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.errors import Problem
from scrutineer.domain.vocabulary import Term


class ActivityType(Term):
    """The forms that scrutiny takes."""

    MEETING_OBSERVATION = "meeting_observation", "Meeting observed"
    FRONT_LINE_VISIT = "front_line_visit", "Visit to the front line"
    PRACTICE_WALKTHROUGH = "practice_walkthrough", "Practice walk-through"
    MULTI_AGENCY_AUDIT = "multi_agency_audit", "Multi-agency audit"
    SINGLE_AGENCY_AUDIT_REVIEW = "single_agency_audit_review", "Reading of an agency’s own audit"
    SECTION_11_REVIEW = "section_11_review", "Section 11 review"
    SECTION_175_REVIEW = "section_175_review", "Section 175 review"
    DATA_REVIEW = "data_review", "Reading of data"
    DOCUMENT_REVIEW = "document_review", "Reading of documents"
    PRACTITIONER_FOCUS_GROUP = "practitioner_focus_group", "Practitioner focus group"
    STAFF_SURVEY_REVIEW = "staff_survey_review", "Reading of a staff survey"
    CHILDREN_ENGAGEMENT = "children_young_people_engagement", "Hearing children and young people"
    PARENT_CARER_ENGAGEMENT = "parent_carer_engagement", "Hearing parents and carers"
    YOUNG_SCRUTINEER_ACTIVITY = "young_scrutineer_activity", "Young scrutineers’ activity"
    LEADER_INTERVIEW = "leader_interview", "Conversation with a leader"
    PEER_CHALLENGE = "peer_challenge", "Peer challenge"
    APPRECIATIVE_INQUIRY = "appreciative_inquiry_session", "Appreciative inquiry"
    WORKSHOP = "workshop", "Development workshop"
    THEMATIC_DEEP_DIVE = "thematic_deep_dive", "Thematic deep dive"
    RAPID_REVIEW_CHECK = "rapid_review_quality_check", "Rapid review: quality check"
    LCSPR_OVERSIGHT = "lcspr_oversight", "Oversight of a practice review"
    RECOMMENDATION_FOLLOW_UP = "recommendation_follow_up", "Follow-up of a recommendation"
    TRAINING_OBSERVATION = "training_observation", "Training observed"
    ESCALATION_MEDIATION = "escalation_mediation", "A disagreement brought to me"
    INSPECTION_PARTICIPATION = "inspection_participation", "Part in an inspection"
    HEALTH_CHECK = "health_check", "Partnership health check"
    OTHER = "other", "Other"

    @property
    def is_visit(self) -> bool:
        """Whether people opened their door or gave their time for it, and so are told what was seen."""
        return self in _VISITS


_VISITS = frozenset({
    ActivityType.FRONT_LINE_VISIT, ActivityType.PRACTICE_WALKTHROUGH, ActivityType.PRACTITIONER_FOCUS_GROUP,
    ActivityType.CHILDREN_ENGAGEMENT, ActivityType.PARENT_CARER_ENGAGEMENT, ActivityType.TRAINING_OBSERVATION,
})


class Level(Term):
    """Where in the system it looked, from the front line to the Board."""

    FRONT_LINE = "front_line", "Front line"
    MANAGERS = "managers", "Managers"
    EXECUTIVE = "executive", "Sub-group and executive"
    BOARD = "board", "Board"


class ActivityStatus(Term):
    """How far an activity has come."""

    PLANNED = "planned", "Planned"
    CONFIRMED = "confirmed", "Confirmed"
    CARRIED_OUT = "carried_out", "Carried out"
    WRITTEN_UP = "written_up", "Written up"
    POSTPONED = "postponed", "Postponed"
    CANCELLED = "cancelled", "Cancelled"

    @property
    def is_done(self) -> bool:
        """Whether it took place."""
        return self in {ActivityStatus.CARRIED_OUT, ActivityStatus.WRITTEN_UP}

    @property
    def is_ahead(self) -> bool:
        """Whether it is still to come."""
        return self in {ActivityStatus.PLANNED, ActivityStatus.CONFIRMED}


class LedBy(Term):
    """Who led the activity: scrutiny is done by many, with oversight."""

    SCRUTINEER = "scrutineer", "Scrutineer"
    SUB_GROUP = "sub_group", "Sub-group"
    AGENCY = "agency", "Agency"
    YOUNG_PEOPLE = "young_people", "Young people"
    PEER_AREA = "peer_area", "Peer area"
    INSPECTORATE = "inspectorate", "Inspectorate"
    INVITED_EXPERT = "invited_expert", "Invited expert"


class MyPart(Term):
    """What the scrutineer's own part was; only that spends the scrutineer's days."""

    LED = "led", "I led it"
    TOOK_PART = "took_part", "I took part"
    OVERSAW = "oversaw", "I oversaw it"
    READ_RESULT = "read_result", "I read the result"


class AskedBy(Term):
    """Who asked for it. Being invited in is the plainest measure of a culture that welcomes scrutiny."""

    SCRUTINEER = "scrutineer", "Scrutineer"
    AGENCY = "agency", "The agency itself"
    PRACTITIONERS = "practitioners", "Practitioners"
    CHILDREN_FAMILIES = "children_families", "Children or families"
    BOARD = "board", "The Board"
    REVIEW = "review", "A review"


class FindingKind(Term):
    """What a finding is, in the order in which findings are noted and read: strengths before concerns."""

    STRENGTH = "strength", "Strength"
    VOICE = "voice", "Voice"
    LEARNING = "learning", "Learning"
    QUESTION = "question", "Question"
    CONCERN = "concern", "Concern"


THEMES = (
    "Neglect", "Early help", "Child exploitation", "Missing", "Exclusion and missing education",
    "Domestic abuse", "Mental health", "Engaging fathers", "Sexual abuse", "Serious youth violence",
    "Online harm", "Front door and thresholds", "Information sharing", "Transitions", "Disabled children",
    "Under ones", "Equality and identity", "Workforce and capacity", "Governance",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Activity(Entity):
    """One piece of scrutiny: what, when, where, with whom, and one note in Markdown."""

    reference: str = said("Reference")
    title: str = said("What", required=True)
    type: ActivityType = said("Form", ActivityType.FRONT_LINE_VISIT)
    status: ActivityStatus = said("Status", ActivityStatus.CARRIED_OUT)
    held_on: date | None = said("When", None, required=True)
    place: str = said("Where")
    level: Level = said("Level", Level.FRONT_LINE)
    agency_ids: tuple[str, ...] = link("Agencies", "agency", ())
    meeting_id: str | None = link("Meeting", "meeting")
    led_by: LedBy = said("Who led", LedBy.SCRUTINEER)
    my_part: MyPart = said("My part", MyPart.LED)
    asked_by: AskedBy = said("Who asked for it", AskedBy.SCRUTINEER)
    priority_ids: tuple[str, ...] = link("Priorities", "priority", ())
    framework_items: tuple[str, ...] = said("Framework items", ())
    themes: tuple[str, ...] = said("Themes", ())
    plan_item_id: str | None = link("From the plan", "plan_item")
    method_id: str | None = link("Method", "method")
    purpose: str = narrative("Purpose")
    lines_of_enquiry: str = narrative("Lines of enquiry")
    note: str = narrative("Note")
    people_met: str = said("People met (roles and numbers)")
    days: float = said("My days", 0.0)
    feedback_due_on: date | None = said("Feedback promised by", None)
    feedback_sent_on: date | None = said("Feedback given", None)
    reflection: str = narrative("My reflection")
    scrutineer_id: str | None = link("Whose", "scrutineer")

    @property
    def is_done(self) -> bool:
        """Whether it took place."""
        return self.status.is_done

    @property
    def is_ahead(self) -> bool:
        """Whether it is still to come."""
        return self.status.is_ahead

    def problems(self) -> list[Problem]:
        """Also: half days, and no more than a year of them."""
        found = super().problems()
        if not 0 <= self.days <= 366 or self.days * 2 != int(self.days * 2):
            found.append(Problem("days", "Days are counted in halves: 0.5, 1, 1.5 and so on."))
        return found


@dataclass(frozen=True, kw_only=True)
class Finding(Entity):
    """One line drawn from an activity, and for a strength what became of it."""

    activity_id: str | None = link("From", "activity")
    kind: FindingKind = said("Kind", FindingKind.STRENGTH)
    text: str = narrative("What I found", required=True)
    agency_ids: tuple[str, ...] = link("Agencies", "agency", ())
    priority_ids: tuple[str, ...] = link("Priorities", "priority", ())
    framework_items: tuple[str, ...] = said("Framework items", ())
    themes: tuple[str, ...] = said("Themes", ())
    who_could_use: str = said("Who could use this")
    passed_on_on: date | None = said("Passed on", None)
    passed_on_to: str = said("Passed on to")
    thanked_on: date | None = said("Thanked", None)
    practice_changed: str = narrative("What changed in practice")
    practice_changed_on: date | None = said("Changed on", None)
    scrutineer_id: str | None = link("Whose", "scrutineer")
