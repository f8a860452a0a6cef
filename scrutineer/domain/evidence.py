"""How do I know? What shows that something is so, of which kind it is, and where it is held.

What was seen, heard or answered is evidence as it stands: a link may point to any record, and its kind
follows from that record. A register entry is only for what is held elsewhere, with or without its file.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from scrutineer.domain.action import SHOWS_SOMETHING
from scrutineer.domain.activity import Activity, ActivityType, Finding, FindingKind
from scrutineer.domain.challenge import ImpactLevel
from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.errors import Problem
from scrutineer.domain.organisation import Meeting
from scrutineer.domain.reply import Reply, Response
from scrutineer.domain.update import ProgressUpdate, Side
from scrutineer.domain.vocabulary import Term

LARGEST_FILE = 25 * 1024 * 1024      # bytes


class EvidenceKind(Term):
    """What kind of source it is: the rules on what changed look at this, never at the words."""

    AGENCY_STATEMENT = "agency_statement", "The agency’s own statement"
    POLICY = "document_policy", "Policy or procedure"
    MINUTES = "minutes_decision", "Minutes or decision"
    DATA = "performance_data", "Data"
    SINGLE_AUDIT = "single_agency_audit", "An agency’s own audit"
    JOINT_AUDIT = "multi_agency_audit", "Multi-agency audit"
    OBSERVATION = "direct_observation", "Direct observation"
    PRACTITIONERS = "practitioner_voice", "Practitioners’ voice"
    CHILDREN = "child_voice", "Children’s voice"
    FAMILIES = "parent_carer_voice", "Parents’ and carers’ voice"
    INSPECTION = "inspection_or_peer", "Inspection or peer challenge"
    REVIEW = "review_learning", "Learning from a review"
    TRAINING = "training_evaluation", "Training record or evaluation"
    SURVEY = "survey", "Survey"


# Seen, counted or heard by somebody other than the agency itself; the rest is its own account.
INDEPENDENT = frozenset({
    EvidenceKind.DATA, EvidenceKind.JOINT_AUDIT, EvidenceKind.OBSERVATION, EvidenceKind.PRACTITIONERS,
    EvidenceKind.CHILDREN, EvidenceKind.FAMILIES, EvidenceKind.INSPECTION, EvidenceKind.SURVEY,
})


class EvidenceStrength(Term):
    """How much it can bear."""

    STRONG = "strong", "Strong"
    MODERATE = "moderate", "Moderate"
    WEAK = "weak", "Weak"


@dataclass(frozen=True, kw_only=True)
class Evidence(Entity):
    """Something held elsewhere: what it is, how strong, by whom and where it is held, of which day."""

    reference: str = said("Reference")
    title: str = said("What it is", required=True)
    kind: EvidenceKind = said("Kind", EvidenceKind.POLICY)
    strength: EvidenceStrength = said("Strength", EvidenceStrength.MODERATE)
    dated_on: date | None = said("Of (date)", None)
    agency_id: str | None = link("Agency", "agency")
    held_by: str = said("Held by")
    where_held: str = said("Where it is held")
    is_sampled: bool = said("I have sampled it myself", False)
    text: str = narrative("What it shows")
    scrutineer_id: str | None = link("Recorded by", "scrutineer")


@dataclass(frozen=True, kw_only=True)
class EvidenceLink(Entity):
    """That one record (`source`) shows something about another (`subject`)."""

    subject_kind: str = said("About (kind)")
    subject_id: str | None = link("About", "")
    source_kind: str = said("Shown by (kind)")
    source_id: str | None = link("Shown by", "")
    shows: str = said("What it shows")
    scrutineer_id: str | None = link("Linked by", "scrutineer")

    def problems(self) -> list[Problem]:
        """Also: both ends, and two different ones."""
        found = super().problems()
        if not self.subject_id or not self.source_id or self.subject_id == self.source_id:
            found.append(Problem("source_id", "Choose what shows it."))
        return found


@dataclass(frozen=True, kw_only=True)
class Attachment(Entity):
    """One version of a file kept in the record with a reply or an entry of evidence.

    `sha256` is 64 hexadecimal digits, under which the content is kept; `size` is in bytes.
    """

    subject_kind: str = said("Kept with (kind)")
    subject_id: str | None = link("Kept with", "")
    file_name: str = said("File", required=True)
    version: int = said("Version", 1)
    size: int = said("Size in bytes", 0)
    sha256: str = said("Digest")
    received_on: date | None = said("Added on", None)
    note: str = said("About this version")
    scrutineer_id: str | None = link("Added by", "scrutineer")

    def problems(self) -> list[Problem]:
        """Also: no larger than the record bears."""
        found = super().problems()
        if self.size > LARGEST_FILE:
            found.append(Problem("size", f"A file may have 25 MB; this one has {in_megabytes(self.size)}."))
        return found


def in_megabytes(size: int) -> str:
    """`3.2 MB`, `14 KB`: a size in bytes as people read it, rounded up, so that too much never looks just enough."""
    if size < 1024 * 1024:
        return f"{math.ceil(size / 1024):,} KB"
    return f"{math.ceil(size / 1024 / 1024 * 10) / 10:.1f} MB"


_OF_ACTIVITY = {
    ActivityType.MULTI_AGENCY_AUDIT: EvidenceKind.JOINT_AUDIT,
    ActivityType.SINGLE_AGENCY_AUDIT_REVIEW: EvidenceKind.SINGLE_AUDIT,
    ActivityType.SECTION_11_REVIEW: EvidenceKind.AGENCY_STATEMENT,
    ActivityType.SECTION_175_REVIEW: EvidenceKind.AGENCY_STATEMENT,
    ActivityType.DATA_REVIEW: EvidenceKind.DATA,
    ActivityType.DOCUMENT_REVIEW: EvidenceKind.POLICY,
    ActivityType.PRACTITIONER_FOCUS_GROUP: EvidenceKind.PRACTITIONERS,
    ActivityType.STAFF_SURVEY_REVIEW: EvidenceKind.SURVEY,
    ActivityType.CHILDREN_ENGAGEMENT: EvidenceKind.CHILDREN,
    ActivityType.YOUNG_SCRUTINEER_ACTIVITY: EvidenceKind.CHILDREN,
    ActivityType.PARENT_CARER_ENGAGEMENT: EvidenceKind.FAMILIES,
    ActivityType.LEADER_INTERVIEW: EvidenceKind.AGENCY_STATEMENT,
    ActivityType.PEER_CHALLENGE: EvidenceKind.INSPECTION,
    ActivityType.INSPECTION_PARTICIPATION: EvidenceKind.INSPECTION,
    ActivityType.APPRECIATIVE_INQUIRY: EvidenceKind.PRACTITIONERS,
    ActivityType.RAPID_REVIEW_CHECK: EvidenceKind.REVIEW,
    ActivityType.LCSPR_OVERSIGHT: EvidenceKind.REVIEW,
    ActivityType.RECOMMENDATION_FOLLOW_UP: EvidenceKind.REVIEW,
    ActivityType.ESCALATION_MEDIATION: EvidenceKind.AGENCY_STATEMENT,
}

_OR_A_REASON = "or give a reason that stands in"
_OWN_ACCOUNT = "the agency’s own account"


def kind_of(source: Entity, activity: Activity | None = None) -> EvidenceKind:
    """The kind of evidence that a record is; for a finding, the activity it was drawn from decides.

    A voice that was heard in an observation is the practitioners’; a leader's in a conversation stays the agency's own.
    """
    match source:
        case Evidence():
            return source.kind
        case Activity():
            return _OF_ACTIVITY.get(source.type, EvidenceKind.OBSERVATION)
        case Finding():
            of_activity = kind_of(activity) if activity else EvidenceKind.OBSERVATION
            is_voice = source.kind is FindingKind.VOICE and of_activity is EvidenceKind.OBSERVATION
            return EvidenceKind.PRACTITIONERS if is_voice else of_activity
        case Meeting():
            return EvidenceKind.MINUTES
        case ProgressUpdate() if source.side is Side.SEEN:
            return EvidenceKind.OBSERVATION
        case Reply() | Response() | ProgressUpdate():
            return EvidenceKind.AGENCY_STATEMENT
    return EvidenceKind.AGENCY_STATEMENT


def is_independent(source: Entity, activity: Activity | None = None) -> bool:
    """Whether a record is more than the agency's own account of itself.

    An agency's own audit counts once the scrutineer has sampled it; to read one as an activity is to sample it.
    What has not taken place, or has not been seen, shows nothing yet.
    """
    kind = kind_of(source, activity)
    match source:
        case Activity() if not source.is_done:
            return False
        case ProgressUpdate() if source.seen not in SHOWS_SOMETHING:
            return False
        case Evidence() if kind is EvidenceKind.SINGLE_AUDIT:
            return source.is_sampled
    return kind in INDEPENDENT or kind is EvidenceKind.SINGLE_AUDIT


def highest_level(*, has_independent: bool, has_lasted: bool) -> ImpactLevel:
    """The highest level on the ladder that the kinds of evidence carry.

    An agency's own account, its policies, minutes and training records, reach “process changed”; what was
    seen, counted or heard beside it reaches “a difference to children”; “sustained” needs a re-test that
    found it so.
    """
    if has_independent and has_lasted:
        return ImpactLevel.SUSTAINED
    return ImpactLevel.DIFFERENCE if has_independent else ImpactLevel.PROCESS_CHANGED


def why_capped(
    level: ImpactLevel, kinds: Collection[EvidenceKind], *, has_independent: bool = False, has_lasted: bool = False
) -> str:
    """Why a level cannot be chosen on this evidence, in a sentence or two, and what would carry it."""
    if level is ImpactLevel.SUSTAINED and not has_lasted:
        wanted = "“Sustained” needs a re-test that found it still true"
        return f"{wanted}{'' if has_independent else ', and something seen, counted or heard'}; {_OR_A_REASON}."
    own = ", ".join(dict.fromkeys(kind.label.lower() for kind in kinds if kind not in INDEPENDENT))
    held = "What is linked so far has not taken place or been seen yet" if kinds else "No evidence is linked yet"
    held = f"What is linked so far is the agency’s own account ({own})" if own else held
    return (
        f"{held}, which reaches “process changed”. Link something seen, counted or heard: an observation, a case "
        f"audit, data, practitioners, children, families, an inspection or a survey; {_OR_A_REASON}."
    )


def kinds_of_source(
    shown: Iterable[tuple[EvidenceKind, bool]], called: Callable[[EvidenceKind], str]
) -> tuple[str, ...]:
    """The different kinds of source among what is linked, in words: what a rating counts (each with whether it is
    more than the agency's own account). `called` gives a kind's name, by whom the partnership serves.

    An agency's statement, policies, minutes and training records are one kind of source: its own account. What
    has not been seen yet is none.
    """
    found = dict.fromkeys(
        called(kind)[0].lower() + called(kind)[1:] if is_more or kind is EvidenceKind.REVIEW else _OWN_ACCOUNT
        for kind, is_more in shown if is_more or kind not in INDEPENDENT
    )
    return tuple(found)
