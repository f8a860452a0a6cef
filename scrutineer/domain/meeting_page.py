"""The one page to type on while a meeting happens: each line becomes, by one key, what it is.

A line keeps its own words; the answer, finding or promise that it became stands where such records stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from scrutineer.domain.challenge import Position
from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.errors import Problem
from scrutineer.domain.recommendation import Decision
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

    def problems(self) -> list[Problem]:
        """Also: an answer says what it answers."""
        found = super().problems()
        if self.kind is LineKind.ANSWER and (self.subject_kind != "challenge" or not self.subject_id):
            found.append(Problem("subject_id", "Choose the challenge that this answers."))
        return found


class Told(NamedTuple):
    """What is said of a line beside its words: the position of an answer, what was decided of a recommendation
    (`AWAITED` leaves it for later), by when a promise is to be kept. What is left out is as a tired hand means it."""

    position: Position = Position.NOTED
    decision: Decision = Decision.ACCEPTED
    by: date | None = None


class Subject(NamedTuple):
    """What a line may be about: its kind and id, what it is called, and the agencies that may speak to it."""

    kind: str
    id: str
    words: str
    agency_ids: tuple[str, ...] = ()


class LineShown(NamedTuple):
    """A line with what it is about, who said it, and what became of it, in words."""

    line: MeetingLine
    about: str
    who: str
    became: str


class MeetingRow(NamedTuple):
    """One meeting in the list: the body that meets, its days, and how many lines of each kind were kept there."""

    id: str
    body: str
    held_on: date
    papers_due_on: date | None
    place: str
    minute_ref: str
    kept: tuple[tuple[LineKind, int], ...]
    is_coming: bool
    papers: int
    is_issued: bool
