"""Valid records for tests, each in one line, and any record at all, made from its own field hints.

`filled` types a marker into every field, so that a test can look for what was lost on the way;
`entities` invents whatever a person could have typed. Neither knows a single kind of record by heart.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from types import NoneType
from typing import Any, TypeVar, get_args, get_type_hints

from hypothesis import strategies as st

from scrutineer.domain.action import Action
from scrutineer.domain.activity import Activity, Finding
from scrutineer.domain.challenge import Addressee, Challenge, Stage, Status
from scrutineer.domain.entity import Entity, new_id
from scrutineer.domain.escalation import EscalationStep
from scrutineer.domain.evidence import Attachment, Evidence, EvidenceKind
from scrutineer.domain.extension import Extension
from scrutineer.domain.note import Note, Undertaking
from scrutineer.domain.organisation import Agency, Body, Contact, Meeting, Partnership, Scrutineer
from scrutineer.domain.paper import Paper
from scrutineer.domain.records import ENTITIES
from scrutineer.domain.reply import Reply, Response
from scrutineer.domain.retest import Retest
from scrutineer.domain.update import ProgressUpdate
from scrutineer.domain.vocabulary import Term

E = TypeVar("E", bound=Entity)

TODAY = date(2026, 11, 23)       # a Monday
MOMENT = datetime(2026, 11, 23, 13, 40, 0, 123000, tzinfo=UTC)
HOUSEKEEPING = frozenset({"id", "created_at", "updated_at", "deleted_at", "private"})

# Fields whose text or date cannot be just anything.
_PARTICULAR: dict[str, Any] = {
    "short_code": "EX7",
    "subject_kind": "agency",
    "source_kind": "finding",
    "made_kind": "finding",
    "framework_item": "SIX_STEPS_2019@2019:3",
    "year": 2025,      # in which the dates made here lie
    "papers_due_on": date(2026, 1, 5),      # before any meeting is held
}

# What is about one of two kinds of record, and so has nothing in the field for the other.
ONE_OF_TWO: dict[type[Entity], str] = {Extension: "action_id", ProgressUpdate: "response_id"}


def a_partnership(**over: Any) -> Partnership:
    return Partnership(**{"name": "Exampleshire Safeguarding Children Partnership", "short_code": "EX"} | over)


def a_scrutineer(**over: Any) -> Scrutineer:
    return Scrutineer(**{"name": "The Scrutineer"} | over)


def an_agency(**over: Any) -> Agency:
    return Agency(**{"name": "Exampleshire Constabulary", "short_name": "Police"} | over)


def a_body(**over: Any) -> Body:
    return Body(**{"name": "Executive Group"} | over)


def a_meeting(**over: Any) -> Meeting:
    return Meeting(**{"held_on": TODAY + timedelta(days=14), "papers_due_on": TODAY + timedelta(days=7)} | over)


def a_contact(**over: Any) -> Contact:
    return Contact(**{"name": "Designated safeguarding lead"} | over)


def an_activity(**over: Any) -> Activity:
    return Activity(**{"title": "Front door visited", "held_on": TODAY - timedelta(days=7)} | over)


def a_finding(**over: Any) -> Finding:
    return Finding(**{"text": "Practitioners knew each child’s story without looking it up."} | over)


def a_challenge(**over: Any) -> Challenge:
    words = {"title": "Fathers in assessments", "text": "How do you know that fathers are engaged?"}
    return Challenge(**words | {"raised_on": TODAY - timedelta(days=30)} | over)


def an_addressee(**over: Any) -> Addressee:
    due_on = TODAY + timedelta(days=3)
    usual = {"agency_id": new_id(), "status": Status.RAISED, "first_due_on": due_on, "due_on": due_on}
    return Addressee(**usual | over)


def a_reply(**over: Any) -> Reply:
    return Reply(**{"received_on": TODAY, "text": "Thank you for your letter."} | over)


def a_response(**over: Any) -> Response:
    return Response(**{"text": "We have looked at twenty cases together."} | over)


def an_action(**over: Any) -> Action:
    return Action(**{"text": "Audit twenty cases for fathers’ part.", "due_on": TODAY} | over)


def an_update(**over: Any) -> ProgressUpdate:
    return ProgressUpdate(**{"action_id": new_id(), "noted_on": TODAY, "text": "Ten cases are read."} | over)


def an_extension(**over: Any) -> Extension:
    dates = {"old_due_on": TODAY, "new_due_on": TODAY + timedelta(days=7), "agreed_on": TODAY}
    return Extension(**{"addressee_id": new_id(), "why": "A vacancy."} | dates | over)


def an_escalation(**over: Any) -> EscalationStep:
    return EscalationStep(**{"addressee_id": new_id(), "stage": Stage.AGENCY_LEAD, "stepped_on": TODAY} | over)


def a_retest(**over: Any) -> Retest:
    return Retest(**{"addressee_id": new_id(), "planned_on": TODAY + timedelta(days=180)} | over)


def an_evidence(**over: Any) -> Evidence:
    return Evidence(**{"title": "Performance report, quarter 2", "kind": EvidenceKind.DATA} | over)


def an_attachment(**over: Any) -> Attachment:
    usual = {"subject_kind": "reply", "subject_id": new_id(), "file_name": "letter.pdf", "size": 3}
    return Attachment(**usual | over)


def a_note(**over: Any) -> Note:
    return Note(**{"noted_on": TODAY, "text": "Rang about the date."} | over)


def an_undertaking(**over: Any) -> Undertaking:
    return Undertaking(**{"text": "Send the audit tool.", "due_on": TODAY} | over)


def a_paper(**over: Any) -> Paper:
    return Paper(**{"starts_on": date(2026, 7, 1), "ends_on": date(2026, 9, 30)} | over)


def filled(cls: type[E], marker: str, links: Mapping[str, str] | None = None, **over: Any) -> E:
    """A valid record with something unlike its default in every field; each text says `marker field`.

    `links` gives the id for a link by the field's name or by the kind it links to; other links stay empty.
    """
    hints, values = get_type_hints(cls), {}
    for place, spec in enumerate(_open_fields(cls)):
        if "to" in spec.metadata:
            linked = (links or {}).get(spec.name) or (links or {}).get(spec.metadata["to"])
            linked = None if ONE_OF_TWO.get(cls) == spec.name else linked
            many = hints[spec.name] == tuple[str, ...]
            values[spec.name] = ((linked,) if many else linked) if linked else spec.default
        else:
            made = _value(_bare(hints[spec.name]), f"{marker} {spec.name}", place, spec.default)
            values[spec.name] = _PARTICULAR.get(spec.name, made)
    if cls is EscalationStep:
        values["before"] = Stage.EXECUTIVE      # another rung than the one on which it ends, and than the usual one
    return cls(**values | over)


def filled_record(marker: str) -> tuple[Entity, ...]:
    """One filled record of every kind, linked to one another; two agencies, for one follows the other."""
    former = filled(Agency, f"{marker} former")
    ids = {cls.KIND: new_id() for cls in ENTITIES}
    links = ids | {"": former.id, "predecessor_id": former.id, "parent_id": former.id}
    links["source_id"] = links["made_id"] = ids[Finding.KIND]
    return former, *(filled(cls, marker, links, id=ids[cls.KIND]) for cls in ENTITIES)


def entities(cls: type[E], texts: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[E]:
    """Any values that the hints allow, `texts` in every text; links stay empty. They need not be valid."""
    hints = get_type_hints(cls)
    words = st.text(max_size=40) if texts is None else texts
    chosen = {
        spec.name: _strategy(hints[spec.name], words)
        for spec in _open_fields(cls)
        if "to" not in spec.metadata
    }
    return st.builds(cls, **chosen)


def _open_fields(cls: type[Entity]) -> Iterator[dataclasses.Field[Any]]:
    return (spec for spec in dataclasses.fields(cls) if spec.name not in HOUSEKEEPING)


def _bare(hint: Any) -> Any:
    """The type of a field that may also be None."""
    choices = get_args(hint)
    return next(one for one in choices if one is not NoneType) if NoneType in choices else hint


def _value(kind: Any, words: str, place: int, default: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, Term):
        return next((term for term in reversed(kind) if term is not default), default)
    plain: dict[Any, Any] = {
        str: words,
        bool: not default,
        int: 7 + place,
        float: 1.5,
        date: date(2026, 3, 2) + timedelta(days=place),
        datetime: MOMENT,
        tuple[str, ...]: (f"{words} one", f"{words} two"),
    }
    return plain[kind]


def _strategy(hint: Any, words: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    if _bare(hint) is not hint:
        return st.none() | _strategy(_bare(hint), words)
    if isinstance(hint, type) and issubclass(hint, Term):
        return st.sampled_from(hint)
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: words,
        bool: st.booleans(),
        int: st.integers(-(2**31), 2**31),
        float: st.floats(allow_nan=False, allow_infinity=False),
        date: st.dates(date(1900, 1, 1), date(2199, 12, 31)),
        datetime: st.integers(0, 4 * 10**12).map(_moment),
        tuple[str, ...]: st.lists(words, max_size=3).map(tuple),
    }
    return plain[hint]


def _moment(milliseconds: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
