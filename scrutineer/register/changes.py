"""Every value that a record and what belongs to it ever had: field by field, from what to what, when, why and by whom.

Read from the history alone, so that what was removed since can be read too. It judges nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any, NamedTuple

from scrutineer.domain.action import Action
from scrutineer.domain.activity import Finding
from scrutineer.domain.activity_form import FormEntry, Grading, Reading
from scrutineer.domain.challenge import Addressee
from scrutineer.domain.culture import CultureAnswer, Feedback
from scrutineer.domain.dates import month_of, short_date
from scrutineer.domain.entity import Entity, label_of
from scrutineer.domain.erasure import STRUCK
from scrutineer.domain.errors import NotFound
from scrutineer.domain.escalation import EscalationStep
from scrutineer.domain.evidence import Attachment, Evidence, EvidenceLink
from scrutineer.domain.extension import Extension
from scrutineer.domain.learning import Adoption, VoiceEntry
from scrutineer.domain.meeting_page import MeetingLine
from scrutineer.domain.note import Note
from scrutineer.domain.organisation import AgencySuccession
from scrutineer.domain.paper import PaperSection
from scrutineer.domain.plan import PlanItem, PlanVersion
from scrutineer.domain.principle import PrincipleExample
from scrutineer.domain.records import BY_KIND, ENTITIES, said
from scrutineer.domain.reply import Reply, Response
from scrutineer.domain.retest import Retest
from scrutineer.domain.step import Rewording
from scrutineer.domain.update import ProgressUpdate
from scrutineer.domain.vocabulary import Term
from scrutineer.domain.year import Year
from scrutineer.register.desk import Desk
from scrutineer.register.titles import Titles
from scrutineer.storage.history import Line
from scrutineer.storage.mapping import columns_of

# How a record is kept, and what only repeats what stands beside it.
_QUIET = frozenset({"place", "origin", "subject_kind", "source_kind", "made_kind", "first_due_on"})
_OF_A_FRAMEWORK = "framework_item"      # so begin the fields that name items of frameworks
_LABELS = {"private": "Private to me", "deleted_at": "Taken off the list"}
# A month is kept as one of its days, a year as that in which it begins.
_SAID_OTHERWISE: Mapping[tuple[str, str], Callable[[Any], str]] = {
    (PlanItem.KIND, "planned_on"): month_of,
    **{(cls.KIND, "year"): lambda begins_in: Year(begins_in).label for cls in (PlanItem, PlanVersion)},
}

# What belongs to another record, by the field that names it: its changes are read with those of that record.
_BELONGS: tuple[tuple[type[Entity], str], ...] = (
    (Addressee, "challenge_id"), (Rewording, "challenge_id"), (Extension, "addressee_id"), (Extension, "action_id"),
    (EscalationStep, "addressee_id"), (Response, "addressee_id"), (Action, "addressee_id"), (Retest, "addressee_id"),
    (ProgressUpdate, "action_id"), (ProgressUpdate, "response_id"), (EvidenceLink, "subject_id"),
    (EvidenceLink, "source_id"), (Attachment, "subject_id"), (Note, "subject_id"), (Finding, "activity_id"),
    (PaperSection, "paper_id"), (AgencySuccession, "predecessor_id"), (AgencySuccession, "successor_id"),
    (FormEntry, "activity_id"), (Grading, "activity_id"), (Reading, "activity_id"), (Adoption, "finding_id"),
    (VoiceEntry, "finding_id"), (PrincipleExample, "principle_id"), (MeetingLine, "meeting_id"),
    (Action, "recommendation_id"), (CultureAnswer, "round_id"), (Feedback, "subject_id"),
)  # fmt: skip
# Whose a new record is, its title says.
_SAID_BY_TITLE = {(cls.KIND, name) for cls, name in _BELONGS} | {(Response.KIND, "reply_id")} | {
    (cls.KIND, "challenge_id") for cls in (Action, EscalationStep, Retest)
}  # fmt: skip


class FieldChange(NamedTuple):
    """One value that changed: when, which field, from what to what, why where a rule asked, of what, and by whom.

    `who` is "" where the record was not told whose sitting it was.
    """

    at: datetime
    label: str
    old: str
    new: str
    why: str
    about: str = ""
    who: str = ""


class EveryChange(NamedTuple):
    """What a record is called, and every change of it and of what belongs to it, the newest first."""

    title: str
    changes: tuple[FieldChange, ...]


def of_record(desk: Desk, titles: Titles, id_: str) -> EveryChange:
    """Every change of the record with this id, of any kind, with what belongs to it. Raises NotFound."""
    read = desk.reader.find
    root = next((found for cls in ENTITIES if (found := read(cls, id_)) is not None), None)
    if root is None:
        raise NotFound("That record is no longer here.", "It may have been removed; go back to the list.")
    return EveryChange(titles.of(root), tuple(changes(desk, titles, with_belongings(desk, root))))


def with_belongings(desk: Desk, root: Entity) -> list[Entity]:
    """A record and all that belongs to it, removed or not; the reply behind each answer, the entry behind each link."""
    read, found, fresh = desk.reader.all, {root.id: root}, [root.id]
    while fresh:
        more = [one for cls, name in _BELONGS for one in read(cls, with_deleted=True, **{name: fresh})]
        more += read(Reply, with_deleted=True, id=[one.reply_id or "" for one in more if isinstance(one, Response)])
        more += read(Evidence, with_deleted=True, id=[
            one.source_id or "" for one in more if isinstance(one, EvidenceLink) and one.source_kind == Evidence.KIND
        ])  # fmt: skip
        new = {one.id: one for one in more if one.id not in found}
        found |= new
        fresh = list(new)
    return list(found.values())


def changes(desk: Desk, titles: Titles, entities: Collection[Entity]) -> list[FieldChange]:
    """Every value of some records that ever changed, the newest first; what went unsaid is left out."""
    lines = desk.record.lines_of([one.id for one in entities])
    about = {one.id: _about(titles, one) for one in entities}
    sitters, names = desk.record.sitters(), desk.names()
    found = []
    for line in lines:
        if line.field in _QUIET or (line.old is None and (line.entity, line.field) in _SAID_BY_TITLE):
            continue
        found.append(FieldChange(
            datetime.fromisoformat(line.at), _LABELS.get(line.field) or label_of(BY_KIND[line.entity], line.field),
            shown(line, line.old, titles), shown(line, line.new, titles), line.why or "",
            about.get(line.entity_id, ""), names.get(sitters.get(line.sitting) or "", ""),
        ))  # fmt: skip
    return found[::-1]


def shown(line: Line, text: str | None, titles: Titles | None = None) -> str:
    """A value of the history as people read it; the names of other records are known to `titles`."""
    if line.is_struck:
        return STRUCK
    if text is None:
        return ""
    column = next((one for one in columns_of(BY_KIND[line.entity]) if one.name == line.field), None)
    if column is None:      # a field that this version does not know
        return text
    value = column.from_text(text)
    to = _links_of(line.entity).get(line.field)
    if titles and to is not None:
        kinds = [to] if to else list(BY_KIND)
        return "; ".join(titles.of_id(kinds, id_) for id_ in (value if isinstance(value, tuple) else (value,)))
    if titles and line.field.startswith(_OF_A_FRAMEWORK):
        return "; ".join(map(titles.of_item, value if isinstance(value, tuple) else (value,)))
    if value and (say := _SAID_OTHERWISE.get((line.entity, line.field))):
        return say(value)
    if line.field == "private":
        return "; ".join(label_of(BY_KIND[line.entity], name) for name in value)
    if titles and isinstance(value, Term):
        return titles.label(value)
    return _words(value)


def _links_of(kind: str) -> Mapping[str, str]:
    """The fields of a kind that name other records, each with the kind of those; "" is any."""
    return {spec.name: spec.metadata["to"] for spec in fields(BY_KIND[kind]) if "to" in spec.metadata}


def _about(titles: Titles, entity: Entity) -> str:
    """`Party: Police · C-2026-014`; of an answer, whose it is."""
    kind = said(type(entity))
    title = titles.of_id([Addressee.KIND], entity.addressee_id) if isinstance(entity, Response) else titles.of(entity)
    return kind.capitalize() if title.casefold() == kind else f"{kind.capitalize()}: {title}"


def _words(value: Any) -> str:
    match value:
        case Term():
            return value.label
        case bool():
            return "yes" if value else "no"
        case datetime():
            local = value.astimezone()
            return f"{short_date(local.date())}, {local:%H:%M}"
        case date():
            return short_date(value)
        case tuple():
            return "; ".join(value)
    return str(value)
