"""The eight families of scrutiny, and the short form of its own that each asks for.

Every activity has the same core; what a family asks beside it are a few prompts, answered in Markdown, and
for audits, self-assessments and data rows of their own. None of it is required.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from scrutineer.domain.activity import ActivityType
from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.vocabulary import Term


class Family(Term):
    """What forms of scrutiny have in common."""

    VISIT = "visit", "Visits and observation"
    AUDIT = "audit", "Audits and reviews of practice"
    SELF_ASSESSMENT = "self_assessment", "Self-assessments reviewed"
    DATA = "data", "Data and documents"
    VOICE = "voice", "Hearing people"
    PEER = "peer", "Peer challenge and inspection"
    APPRECIATIVE = "appreciative", "Appreciative inquiry and workshops"
    DISAGREEMENT = "disagreement", "A disagreement brought to me"


_FORMS: Mapping[Family, tuple[ActivityType, ...]] = {
    Family.VISIT: (
        ActivityType.FRONT_LINE_VISIT, ActivityType.MEETING_OBSERVATION, ActivityType.PRACTICE_WALKTHROUGH,
        ActivityType.TRAINING_OBSERVATION, ActivityType.OTHER,
    ),
    Family.AUDIT: (
        ActivityType.MULTI_AGENCY_AUDIT, ActivityType.SINGLE_AGENCY_AUDIT_REVIEW, ActivityType.THEMATIC_DEEP_DIVE,
        ActivityType.RAPID_REVIEW_CHECK, ActivityType.LCSPR_OVERSIGHT, ActivityType.RECOMMENDATION_FOLLOW_UP,
    ),
    Family.SELF_ASSESSMENT: (
        ActivityType.SECTION_11_REVIEW, ActivityType.SECTION_175_REVIEW, ActivityType.HEALTH_CHECK,
    ),
    Family.DATA: (ActivityType.DATA_REVIEW, ActivityType.DOCUMENT_REVIEW, ActivityType.STAFF_SURVEY_REVIEW),
    Family.VOICE: (
        ActivityType.PRACTITIONER_FOCUS_GROUP, ActivityType.CHILDREN_ENGAGEMENT,
        ActivityType.PARENT_CARER_ENGAGEMENT, ActivityType.YOUNG_SCRUTINEER_ACTIVITY, ActivityType.LEADER_INTERVIEW,
    ),
    Family.PEER: (ActivityType.PEER_CHALLENGE, ActivityType.INSPECTION_PARTICIPATION),
    Family.APPRECIATIVE: (ActivityType.APPRECIATIVE_INQUIRY, ActivityType.WORKSHOP),
    Family.DISAGREEMENT: (ActivityType.ESCALATION_MEDIATION,),
}  # fmt: skip

_FAMILY_OF = {form: family for family, forms in _FORMS.items() for form in forms}


def family_of(form: ActivityType) -> Family:
    """The family of a form of scrutiny; every form has exactly one."""
    return _FAMILY_OF[form]


def forms_of(family: Family) -> tuple[ActivityType, ...]:
    """The forms of a family, the usual one first."""
    return _FORMS[family]


class Prompt(Term):
    """What a short form asks; the label is the question as the scrutineer reads it."""

    LOOKED_AT = "looked_at", "What I looked at, and for how long"
    ATMOSPHERE = "atmosphere", "How it was to be there"
    SAMPLE = "sample", "The sample: how many, and how they were chosen"
    HOW_GRADED = "how_graded", "How it was graded and moderated"
    AGREED_LEARNING = "agreed_learning", "What the agencies concluded together"
    SCOPE = "scope", "Who was asked, and who answered"
    AGAINST = "against", "What I held the answers against"
    SOURCES = "sources", "What I read, and of which date"
    WHO_CAME = "who_came", "Who came: roles, ages, numbers"
    HOW_HEARD = "how_heard", "How they were heard, and who was in the room"
    WHAT_THEY_ASKED = "what_they_asked", "What they asked of me or of the Partnership"
    PEER_AREA = "peer_area", "Who came from where, and what they looked at"
    OFFERED = "offered", "What they offered from their own area"
    WE_OFFER = "we_offer", "What they took home from here"
    DEFINE = "define", "Define: what do we want more of?"
    DISCOVER = "discover", "Discover: when did this work at its best?"
    DREAM = "dream", "Dream: what would it look like always?"
    DESIGN = "design", "Design: what would make it so?"
    DESTINY = "destiny", "Destiny: who will do what, and when do we look again?"
    FACILITATOR = "facilitator", "Who facilitated, and who took part"
    WORKED_ON = "worked_on", "What was worked on"
    CAME_OF_IT = "came_of_it", "What came of it"
    QUESTION = "question", "The question between them"
    ADVICE = "advice", "My advice"
    AGREED = "agreed", "What they agreed"


_OF_FAMILY: Mapping[Family, tuple[Prompt, ...]] = {
    Family.VISIT: (Prompt.LOOKED_AT, Prompt.ATMOSPHERE),
    Family.AUDIT: (Prompt.SAMPLE, Prompt.HOW_GRADED, Prompt.AGREED_LEARNING),
    Family.SELF_ASSESSMENT: (Prompt.SCOPE, Prompt.AGAINST),
    Family.DATA: (Prompt.SOURCES,),
    Family.VOICE: (Prompt.WHO_CAME, Prompt.HOW_HEARD, Prompt.WHAT_THEY_ASKED),
    Family.PEER: (Prompt.PEER_AREA, Prompt.OFFERED, Prompt.WE_OFFER),
    Family.APPRECIATIVE: (Prompt.DEFINE, Prompt.DISCOVER, Prompt.DREAM, Prompt.DESIGN, Prompt.DESTINY),
    Family.DISAGREEMENT: (Prompt.QUESTION, Prompt.ADVICE, Prompt.AGREED),
}
_OF_FORM: Mapping[ActivityType, tuple[Prompt, ...]] = {
    ActivityType.WORKSHOP: (Prompt.FACILITATOR, Prompt.WORKED_ON, Prompt.CAME_OF_IT),
}


def prompts_of(form: ActivityType) -> tuple[Prompt, ...]:
    """What the short form of this form of scrutiny asks, in order."""
    return _OF_FORM.get(form, _OF_FAMILY[family_of(form)])


_ASPECTS = (
    "Voice of the child", "Assessment", "Planning and review", "Information sharing", "Working together",
    "Supervision and management", "Recording", "Difference made for the child",
)  # fmt: skip
_STANDARDS = (
    "Senior management commitment", "Clear statement of responsibilities", "Clear line of accountability",
    "Service development informed by children and families", "Training", "Safer recruitment", "Working together",
    "Information sharing",
)  # fmt: skip


def aspects_of(form: ActivityType) -> tuple[str, ...]:
    """What is usually graded in this form of scrutiny; other words are as good.

    Of self-assessments, the eight standards in short (“Making arrangements to safeguard”, section 11, 2007).
    """
    return _STANDARDS if family_of(form) is Family.SELF_ASSESSMENT else _ASPECTS


def is_graded(form: ActivityType) -> bool:
    """Whether agencies grade themselves in it, and are moderated."""
    return family_of(form) in {Family.AUDIT, Family.SELF_ASSESSMENT}


def is_read(form: ActivityType) -> bool:
    """Whether figures are read in it."""
    return family_of(form) is Family.DATA


@dataclass(frozen=True, kw_only=True)
class FormEntry(Entity):
    """The answer to one prompt of an activity's short form."""

    activity_id: str | None = link("Activity", "activity")
    prompt: Prompt = said("Asked", Prompt.LOOKED_AT)
    text: str = narrative("Answer")


@dataclass(frozen=True, kw_only=True)
class Grading(Entity):
    """How one agency was graded on one aspect: by itself, and after moderation.

    Grades are the words or numbers of the tool that was used. `framework_item` names a standard (`S11_8@2007:3`)
    where the aspect is one.
    """

    activity_id: str | None = link("Activity", "activity")
    agency_id: str | None = link("Agency", "agency")
    aspect: str = said("Aspect or standard")
    framework_item: str = said("Framework item")
    own: str = said("The agency’s own grade")
    moderated: str = said("Moderated grade")
    comment: str = narrative("What was said about it")
    place: int = said("Order", 0)

    @property
    def gap(self) -> int | None:
        """How far moderation moved the agency’s own score, where both are whole numbers; negative is lower."""
        try:
            return int(self.moderated) - int(self.own)
        except ValueError:
            return None

    @property
    def is_blank(self) -> bool:
        """Whether nothing was said, not even what is to be graded."""
        return not any(text.strip() for text in (self.aspect, self.own, self.moderated, self.comment))

    @property
    def gap_in_words(self) -> str:
        """`moderated 1 lower`, `moderated as graded`; of grades in words, whether they differ. "" without both."""
        own, moderated = self.own.strip(), self.moderated.strip()
        if not own or not moderated:
            return ""
        if self.gap:
            return f"moderated {abs(self.gap)} {'lower' if self.gap < 0 else 'higher'}"
        is_same = self.gap == 0 or own.casefold() == moderated.casefold()
        return "moderated as graded" if is_same else "moderated otherwise"


@dataclass(frozen=True, kw_only=True)
class Reading(Entity):
    """One figure that was read: of what, for when, from where, and what I asked because of it."""

    activity_id: str | None = link("Activity", "activity")
    agency_id: str | None = link("Agency", "agency")
    indicator: str = said("Indicator", required=True)
    period: str = said("Period")
    value: str = said("Value")
    source: str = said("Source")
    read_on: date | None = said("Read on", None)
    question: str = narrative("My question")
    scrutineer_id: str | None = link("Read by", "scrutineer")

    @property
    def is_blank(self) -> bool:
        """Whether nothing was read yet."""
        return not any(text.strip() for text in (self.indicator, self.period, self.value, self.source, self.question))


@dataclass(frozen=True)
class ShortForm:
    """All that an activity's own short form holds; `private` are the prompts whose answers are for me alone."""

    answers: Mapping[Prompt, str] = field(default_factory=dict)
    gradings: tuple[Grading, ...] = ()
    readings: tuple[Reading, ...] = ()
    private: frozenset[Prompt] = frozenset()
