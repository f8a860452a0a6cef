"""Two small things that no log has a place for: a dated line on any record, and what I promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.vocabulary import Term


class NoteKind(Term):
    """What the line says happened; none of them changes a status."""

    NOTE = "note", "Noted"
    RANG = "rang", "Rang"
    MET = "met", "Met"
    CHASED = "chased", "Chased"
    ASKED_BACK = "asked_back", "Asked me back"


@dataclass(frozen=True, kw_only=True)
class Note(Entity):
    """A dated line on any record; it shows in that record's story."""

    subject_kind: str = said("About (kind)")
    subject_id: str | None = link("About", "")
    noted_on: date | None = said("On", None, required=True)
    kind: NoteKind = said("What", NoteKind.NOTE)
    text: str = narrative("Note")
    scrutineer_id: str | None = link("By", "scrutineer")


@dataclass(frozen=True, kw_only=True)
class Undertaking(Entity):
    """A promise of mine: to whom, by when, and when it was kept."""

    text: str = narrative("What I promised", required=True)
    to_whom: str = said("To whom")
    agency_id: str | None = link("Agency", "agency")
    subject_kind: str = said("About (kind)")
    subject_id: str | None = link("About", "")
    due_on: date | None = said("By", None)
    done_on: date | None = said("Kept on", None)
    scrutineer_id: str | None = link("By me", "scrutineer")
