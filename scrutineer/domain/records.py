"""Every kind of record there is, in the order in which a plain print shows them."""

from __future__ import annotations

from scrutineer.domain.action import Action
from scrutineer.domain.activity import Activity, Finding
from scrutineer.domain.activity_form import FormEntry, Grading, Reading
from scrutineer.domain.assurance import Confirmation, Conflict, Judgement
from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.domain.culture import CultureAnswer, CultureRound, CultureStatement, Feedback
from scrutineer.domain.entity import Entity
from scrutineer.domain.erasure import StrikeOut
from scrutineer.domain.escalation import EscalationStep, Rung
from scrutineer.domain.evidence import Attachment, Evidence, EvidenceLink
from scrutineer.domain.extension import Extension
from scrutineer.domain.framework import LocalFramework, LocalWording
from scrutineer.domain.learning import Adoption, VoiceEntry
from scrutineer.domain.meeting_page import MeetingLine
from scrutineer.domain.method import Method
from scrutineer.domain.note import Note, Undertaking
from scrutineer.domain.organisation import (
    Agency,
    AgencyGroup,
    AgencySuccession,
    Appointment,
    Body,
    ClosedDays,
    Contact,
    Meeting,
    Partnership,
    ReportingPeriod,
    Scrutineer,
)
from scrutineer.domain.paper import Paper, PaperSection
from scrutineer.domain.plan import PlanItem, PlanVersion, Priority, TimeEntry
from scrutineer.domain.principle import Principle, PrincipleExample
from scrutineer.domain.recommendation import Recommendation
from scrutineer.domain.reply import Reply, Response
from scrutineer.domain.retest import Retest
from scrutineer.domain.step import Rewording, StatusEvent
from scrutineer.domain.update import ProgressUpdate

ENTITIES: tuple[type[Entity], ...] = (
    Partnership, Scrutineer, Appointment, ReportingPeriod, ClosedDays, Rung,
    Agency, AgencyGroup, AgencySuccession, Contact, Body, Meeting, Conflict,
    LocalFramework, LocalWording, Principle, Priority, Method, PlanItem, PlanVersion,
    Activity, FormEntry, Grading, Reading, Finding, Adoption, VoiceEntry, PrincipleExample, TimeEntry,
    Paper, PaperSection, Recommendation,
    Challenge, Rewording, Addressee, StatusEvent, Extension, EscalationStep, Reply, Response,
    Action, ProgressUpdate, Retest, Evidence, EvidenceLink, Attachment,
    Note, Undertaking, MeetingLine, Judgement, Confirmation,
    CultureStatement, CultureRound, CultureAnswer, Feedback, StrikeOut,
)  # fmt: skip

BY_KIND: dict[str, type[Entity]] = {cls.KIND: cls for cls in ENTITIES}

_SAID = {
    Addressee: "party", Response: "answer", Undertaking: "promise", StatusEvent: "step", Rewording: "re-wording",
    ProgressUpdate: "progress", Retest: "re-test", EvidenceLink: "link to evidence", Attachment: "file",
    Rung: "rung of the ladder", EscalationStep: "step of escalation", Conflict: "conflict of interest",
    LocalFramework: "framework brought in", LocalWording: "local wording",
    PrincipleExample: "example of living by a principle", PlanVersion: "version of the plan",
    FormEntry: "part of a short form", Reading: "reading of data", VoiceEntry: "voice", TimeEntry: "time",
    MeetingLine: "line of a meeting", CultureStatement: "statement on scrutiny",
    CultureRound: "round of asking", CultureAnswer: "answers on scrutiny", Feedback: "feedback on my scrutiny",
}


def said(cls: type[Entity]) -> str:
    """What people call a record of this kind: nobody in the trade says addressee."""
    return _SAID.get(cls, cls.KIND.replace("_", " "))
