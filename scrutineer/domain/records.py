"""Every kind of record there is, in the order in which a plain print shows them."""

from __future__ import annotations

from scrutineer.domain.action import Action
from scrutineer.domain.activity import Activity, Finding
from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.domain.entity import Entity
from scrutineer.domain.erasure import StrikeOut
from scrutineer.domain.escalation import EscalationStep, Rung
from scrutineer.domain.evidence import Attachment, Evidence, EvidenceLink
from scrutineer.domain.extension import Extension
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
from scrutineer.domain.reply import Reply, Response
from scrutineer.domain.retest import Retest
from scrutineer.domain.step import Rewording, StatusEvent
from scrutineer.domain.update import ProgressUpdate

ENTITIES: tuple[type[Entity], ...] = (
    Partnership, Scrutineer, Appointment, ReportingPeriod, ClosedDays, Rung,
    Agency, AgencyGroup, AgencySuccession, Contact, Body, Meeting,
    Activity, Finding, Challenge, Rewording, Addressee, StatusEvent, Extension, EscalationStep, Reply, Response,
    Action, ProgressUpdate, Retest, Evidence, EvidenceLink, Attachment,
    Note, Undertaking, Paper, PaperSection, StrikeOut,
)  # fmt: skip

BY_KIND: dict[str, type[Entity]] = {cls.KIND: cls for cls in ENTITIES}

_SAID = {
    Addressee: "party", Response: "answer", Undertaking: "promise", StatusEvent: "step", Rewording: "re-wording",
    ProgressUpdate: "progress", Retest: "re-test", EvidenceLink: "link to evidence", Attachment: "file",
    Rung: "rung of the ladder", EscalationStep: "step of escalation",
}


def said(cls: type[Entity]) -> str:
    """What people call a record of this kind: nobody in the trade says addressee."""
    return _SAID.get(cls, cls.KIND.replace("_", " "))
