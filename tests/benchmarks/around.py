"""What stands around the challenges of the large record: visits, findings, answers, chases, moves, rungs, looks again.

Two visits to ten challenges; what hangs on open parts follows from their status. It grows with the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from scrutineer.domain.activity import Activity, ActivityStatus, Finding, FindingKind
from scrutineer.domain.challenge import Addressee, Position, Stage, Status
from scrutineer.domain.entity import Entity
from scrutineer.domain.escalation import EscalationStep
from scrutineer.domain.extension import Extension
from scrutineer.domain.note import Note, NoteKind, Undertaking
from scrutineer.domain.organisation import Meeting
from scrutineer.domain.reply import Reply, Response
from scrutineer.domain.retest import Retest
from scrutineer.register.register import Register
from tests.benchmarks.large import AT_ONCE, TODAY

DAY = timedelta(days=1)
_OPEN = tuple(status for status in Status if not status.is_ended and status is not Status.DRAFT)


def furnish(register: Register, challenges: int) -> None:
    """Put it all into a record of so many challenges, through the register's own gate."""
    agencies = [one.id for one in register.agencies.all()]
    parts = register.desk.reader.all(Addressee, status=_OPEN)
    closed = register.desk.reader.all(Addressee, status=Status.CLOSED, agency_id=agencies[0])
    found = [
        *_visits(challenges // 5, agencies), *(one for n, part in enumerate(parts) for one in _of(n, part)),
        *(Retest(addressee_id=one.id, challenge_id=one.challenge_id, planned_on=TODAY + n * DAY)
          for n, one in enumerate(closed[: challenges // 200])),
        *(Undertaking(text=f"Promise number {n}.", due_on=TODAY + n * DAY) for n in range(10)),
        *(Meeting(held_on=TODAY + n * DAY, papers_due_on=TODAY + (n - 7) * DAY) for n in range(8, 60, 4)),
    ]
    for start in range(0, len(found), AT_ONCE):
        with register.desk.act() as act:
            for entity in found[start : start + AT_ONCE]:
                act.put(entity)


def _visits(count: int, agencies: list[str]) -> Iterator[Entity]:
    for n in range(count):
        is_ahead = n < 20
        visit = Activity(
            title=f"Visit number {n}", held_on=TODAY + n * DAY if is_ahead else TODAY - (n % 2000) * DAY,
            status=ActivityStatus.PLANNED if is_ahead else ActivityStatus.CARRIED_OUT, days=0.5,
            agency_ids=(agencies[n % 20], agencies[(n + 7) % 20]), note="What I saw there, in some words. " * 10,
            feedback_due_on=None if is_ahead else TODAY, feedback_sent_on=None if n % 50 == 0 or is_ahead else TODAY,
        )
        yield visit
        for kind in (FindingKind.STRENGTH, FindingKind.CONCERN):
            yield Finding(
                activity_id=visit.id, kind=kind, text=f"Finding number {n}, in a sentence of its own.",
                agency_ids=visit.agency_ids, thanked_on=None if n % 20 == 0 else TODAY,
            )


def _of(n: int, part: Addressee) -> Iterator[Entity]:
    """What hangs on the open part with this number."""
    if not part.status.awaits_answer:
        reply = Reply(received_on=TODAY, text="Thank you for your letter.")
        yield reply
        yield Response(reply_id=reply.id, addressee_id=part.id, text=reply.text, position=Position.ACCEPTED)
        return
    if n % 3 == 0:
        yield Note(subject_kind=part.KIND, subject_id=part.id, noted_on=TODAY - n % 30 * DAY, kind=NoteKind.CHASED)
    if n % 5 == 0 and part.due_on:
        for move in range(1 + n % 4):
            yield Extension(addressee_id=part.id, old_due_on=part.due_on + move * DAY, why="More time was asked for.",
                            new_due_on=part.due_on + (move + 1) * DAY, agreed_on=TODAY)
        yield replace(part, due_on=part.due_on + (1 + n % 4) * DAY, stage=part.stage)
    elif n % 7 == 0:
        yield replace(part, stage=Stage.AGENCY_LEAD)
        yield EscalationStep(challenge_id=part.challenge_id, addressee_id=part.id, stepped_on=TODAY,
                             reply_due_on=TODAY + (n % 20 - 10) * DAY if n % 20 > 10 else TODAY)
