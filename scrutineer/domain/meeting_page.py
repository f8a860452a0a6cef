"""The one page to type on while a meeting happens: each line becomes, by one key, what it is.

A line keeps its own words; the answer, finding or promise that it became stands where such records stand.
"""

from __future__ import annotations

from dataclasses import dataclass

from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.vocabulary import Term


class LineKind(Term):
    """What a line is; a note is what it is before anything else is said of it."""

    NOTE = "note", "Note"
    ANSWER = "answer", "Answer"
    STRENGTH = "strength", "Strength"
    CONCERN = "concern", "Concern"
    QUESTION = "question", "Question"
    DECISION = "decision", "Decision"
    PROMISE = "promise", "Promise"


@dataclass(frozen=True, kw_only=True)
class MeetingLine(Entity):
    """One line typed at a meeting; `subject` is the challenge or recommendation that it belongs to, `made` the
    record that it became."""

    meeting_id: str | None = link("Meeting", "meeting")
    place: int = said("Order", 0)
    kind: LineKind = said("What it is", LineKind.NOTE)
    text: str = narrative("Words", required=True)
    agency_id: str | None = link("Who said it", "agency")
    subject_kind: str = said("About (kind)")
    subject_id: str | None = link("About", "")
    made_kind: str = said("Became (kind)")
    made_id: str | None = link("Became", "")
    minute_ref: str = said("Minute reference")
    scrutineer_id: str | None = link("Typed by", "scrutineer")
