"""A name for any record, so that no print, no list and no link shows an id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from scrutineer.domain.action import Action
from scrutineer.domain.activity import Activity
from scrutineer.domain.activity_form import FormEntry, Grading
from scrutineer.domain.assurance import Confirmation, Judgement
from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.domain.culture import CultureAnswer, CultureStatement, Feedback
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import Entity
from scrutineer.domain.escalation import EscalationStep, Rung, ladder
from scrutineer.domain.evidence import Attachment, EvidenceLink, in_megabytes
from scrutineer.domain.extension import Extension
from scrutineer.domain.framework import LocalWording
from scrutineer.domain.learning import Adoption, VoiceEntry
from scrutineer.domain.organisation import Agency, AgencySuccession, Meeting, ReportingPeriod
from scrutineer.domain.plan import PlanVersion, TimeEntry
from scrutineer.domain.recommendation import Recommendation
from scrutineer.domain.records import BY_KIND, said
from scrutineer.domain.reference import short
from scrutineer.domain.retest import Retest
from scrutineer.domain.serving import label_for
from scrutineer.domain.step import Rewording, StatusEvent
from scrutineer.domain.text import opening
from scrutineer.domain.update import ProgressUpdate
from scrutineer.domain.vocabulary import Term
from scrutineer.domain.year import Year
from scrutineer.register.challenges import Challenges
from scrutineer.register.desk import Desk
from scrutineer.register.frameworks import Frameworks, LocalWordings

_NAMING = ("reference", "called", "title", "name", "file_name", "label", "text")      # the first that says something


class Titles:
    """Names records; `names` hold those that are known already, by id."""

    def __init__(self, desk: Desk, challenges: Challenges, names: Mapping[str, str]) -> None:
        self._desk = desk
        self._challenges = challenges
        self._names = names
        self._frameworks = Frameworks(desk, LocalWordings(desk))
        self._serves = desk.partnership.serves
        self._rungs = {rung.stage: rung.called for rung in ladder(desk.reader.all(Rung))}

    def label(self, term: Term) -> str:
        """What a term is called here, by whom the partnership serves."""
        return label_for(term, self._serves)

    def of(self, entity: Entity) -> str:
        """What a record is called."""
        match entity:
            case Meeting():
                return _joined(self._names.get(entity.body_id or "", "Meeting"), entity.held_on)
            case ReportingPeriod():
                return entity.words
            case Addressee():
                reference = self._reference(entity.challenge_id)
                return " · ".join(filter(None, (self._challenges.party_name(entity, self._names), reference)))
            case StatusEvent():
                return _joined(entity.step.label, self._part(entity.addressee_id), entity.taken_on)
            case Rewording():
                return _joined(f"{self._reference(entity.challenge_id)} re-worded".strip(), entity.reworded_on)
            case Extension():
                whose = self._part(entity.addressee_id) or self._linked(Action, entity.action_id)
                return _joined(whose, "moved", entity.agreed_on)
            case EscalationStep():
                return _joined(self._part(entity.addressee_id), self._rungs[entity.stage], entity.stepped_on)
            case Retest():
                return _joined(self._part(entity.addressee_id), "tested again", entity.done_on or entity.planned_on)
            case ProgressUpdate():
                return _joined(entity.side.label, entity.noted_on)
            case EvidenceLink():
                shown_by = self._any(entity.source_kind, entity.source_id)
                return f"{self._any(entity.subject_kind, entity.subject_id)}, shown by {shown_by}"
            case Attachment():
                return f"{entity.file_name}, version {entity.version} ({in_megabytes(entity.size)})"
            case AgencySuccession():
                ends = (entity.predecessor_id, entity.successor_id)
                return ", then ".join(self._names.get(id_ or "", "?") for id_ in ends)
        return self._of_the_system(entity)

    def _of_the_system(self, entity: Entity) -> str:
        """What a record of the system and the culture of scrutiny is called."""
        match entity:
            case FormEntry():
                return _joined(entity.prompt.label, self._linked(Activity, entity.activity_id))
            case Grading():
                return _joined(entity.aspect, self._linked(Agency, entity.agency_id))
            case Adoption():
                by = self._linked(Agency, entity.agency_id) or entity.elsewhere
                return _joined("Taken up", by, entity.adopted_on)
            case VoiceEntry():
                return _joined(self.label(entity.whose), entity.heard_on)
            case TimeEntry():
                return _joined(entity.what or "Time", entity.spent_on)
            case PlanVersion():
                return _joined(f"Plan {Year(entity.year).label}, version {entity.version}", entity.agreed_on)
            case LocalWording():
                return _joined("Our wording", self.of_item(entity.framework_item))
            case Judgement():
                about = entity.about or entity.kind.label
                return _joined(about, self._linked(ReportingPeriod, entity.period_id))
            case Confirmation():
                return _joined(entity.about or entity.framework_item, self._linked(ReportingPeriod, entity.period_id))
            case CultureAnswer():
                level = entity.level.label if entity.level else ""
                return _joined(self._linked(CultureStatement, entity.statement_id), level)
            case Recommendation():
                return f"{entity.reference} {opening(entity.wording)}".strip()
            case Feedback():
                return _joined("Feedback", entity.from_whom, entity.answered_on or entity.asked_on)
        return _own(entity)

    def of_item(self, ref: str) -> str:
        """What an item of a framework is called here, with the reference under which it is kept."""
        title = self._frameworks.title_of(ref)
        return f"{title} ({ref})" if title != ref else ref

    def of_id(self, kinds: Iterable[str], id_: str | None) -> str:
        """What the record with this id is called, of whichever of these kinds it is; “?” when there is none."""
        return next(filter(None, (self._linked(BY_KIND[kind], id_) for kind in kinds)), "?")

    def _part(self, addressee_id: str | None) -> str:
        return self._linked(Addressee, addressee_id)

    def _reference(self, challenge_id: str | None) -> str:
        challenge = self._desk.reader.find(Challenge, challenge_id)
        return short(challenge.reference) if challenge else ""

    def _any(self, kind: str, id_: str | None) -> str:
        cls = BY_KIND.get(kind)
        if cls is None or cls is EvidenceLink:
            return said(cls) if cls else "?"
        return self._linked(cls, id_) or said(cls)

    def _linked(self, cls: type[Entity], id_: str | None) -> str:
        """What a record that this one belongs to is called; "" where there is none."""
        if id_ and id_ in self._names:
            return self._names[id_]
        found = self._desk.reader.find(cls, id_)
        return self.of(found) if found else ""


def _joined(*parts: str | date | None) -> str:
    """What there is of these, a day as `12 Mar 2026`."""
    return ", ".join(filter(None, (part if isinstance(part, str) else short_date(part) for part in parts)))


def _own(entity: Entity) -> str:
    """What a record calls itself: its reference and title, its name, or its first words."""
    for name in _NAMING:
        value = getattr(entity, name, "")
        if isinstance(value, str) and value.strip():
            title = getattr(entity, "title", "")
            return f"{value} {title}" if name == "reference" and title else opening(value)
    return said(type(entity)).capitalize()
