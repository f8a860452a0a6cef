"""One challenge to read: its words, each party's own part with all that hangs on it, and its story.

It puts together what is stored and counts what the history says; it judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from scrutineer.domain.action import Action
from scrutineer.domain.activity import Activity, Finding
from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.domain.culture import Feedback
from scrutineer.domain.dates import WorkingDays
from scrutineer.domain.entity import Entity
from scrutineer.domain.escalation import EscalationStep
from scrutineer.domain.evidence import Attachment, EvidenceLink
from scrutineer.domain.extension import Extension, ledger
from scrutineer.domain.lifecycle import Facts
from scrutineer.domain.note import Note, NoteKind
from scrutineer.domain.organisation import Body, Meeting
from scrutineer.domain.reference import short
from scrutineer.domain.reply import Reply, Response
from scrutineer.domain.retest import Retest
from scrutineer.domain.step import Rewording, StatusEvent
from scrutineer.domain.update import ProgressUpdate
from scrutineer.register import story
from scrutineer.register.attachments import Attachments
from scrutineer.register.challenges import Challenges
from scrutineer.register.courses import Courses, Offer
from scrutineer.register.desk import Desk
from scrutineer.register.escalations import Escalations
from scrutineer.register.evidence import EvidenceKept, Shown
from scrutineer.register.extensions import Extensions
from scrutineer.register.retests import Retests
from scrutineer.register.story import Happening
from scrutineer.register.updates import Updates


class Heard(NamedTuple):
    """One answer: its words for this party, what came in with its files, what else it answered, what was seen."""

    response: Response
    reply: Reply
    also: tuple[str, ...]
    files: tuple[Attachment, ...] = ()
    updates: tuple[ProgressUpdate, ...] = ()


class Agreed(NamedTuple):
    """One action: as it stands, what was reported and seen of it, and its dates in words."""

    action: Action
    updates: tuple[ProgressUpdate, ...]
    ledger: str


class Part(NamedTuple):
    """One party's part: what it said and agreed, what shows it, its dates, its rungs, and whether it lasted.

    `ledger` is empty while the first date stands; `older_moves` are dates moved before they were kept as lines.
    """

    part: Addressee
    name: str
    answers: tuple[Heard, ...]
    actions: tuple[Agreed, ...]
    offers: tuple[Offer, ...]
    chased_on: date | None
    extensions: tuple[Extension, ...]
    ledger: str
    older_moves: int
    evidence: tuple[Shown, ...]
    facts: Facts
    escalations: tuple[EscalationStep, ...]
    retests: tuple[Retest, ...]
    retest_suggested_on: date | None
    events: tuple[StatusEvent, ...]

    @property
    def dates_moved(self) -> int:
        """How often its date was moved."""
        return len(self.extensions) + self.older_moves


class Dossier(NamedTuple):
    """A challenge as one reads it; `forum` is where it was put, `activity` what it came from."""

    challenge: Challenge
    forum: str
    activity: str
    parts: tuple[Part, ...]
    story: tuple[Happening, ...]
    rewordings: tuple[Rewording, ...] = ()

    @property
    def records(self) -> tuple[Entity, ...]:
        """Everything in it that has a history of its own."""
        found: list[Entity] = [self.challenge]
        for one in self.parts:
            found += [one.part, *(heard.response for heard in one.answers), *(agreed.action for agreed in one.actions)]
        return tuple(found)


class Sources(NamedTuple):
    """The nouns of the register that a dossier is put together from."""

    challenges: Challenges
    courses: Courses
    evidence: EvidenceKept
    extensions: Extensions
    escalations: Escalations
    updates: Updates
    retests: Retests
    attachments: Attachments


def of_challenge(desk: Desk, sources: Sources, challenge_id: str) -> Dossier:
    """All that is known of one challenge. Raises NotFound."""
    challenges, names = sources.challenges, desk.names()
    challenge, parts = challenges.get(challenge_id), challenges.parts(challenge_id)
    ids = [part.id for part in parts]
    moved = _older_moves(desk, ids)
    chases = desk.reader.all(Note, subject_id=ids, kind=NoteKind.CHASED)
    activity = desk.reader.find(Activity, challenge.activity_id)
    extended, calendar, events = sources.extensions.of_parts(ids), desk.calendar, sources.courses.events(challenge_id)
    found = []
    for part in parts:
        responses, actions = challenges.responses(part.id), challenges.actions(part.id)
        days = [note.noted_on for note in chases if note.subject_id == part.id and note.noted_on]
        extensions = extended.get(part.id, [])
        found.append(Part(
            part, challenges.party_name(part, names),
            tuple(_heard(desk, sources, one) for one in responses),
            tuple(_agreed(sources, calendar, actions)), tuple(sources.courses.next_steps(part)),
            max(days, default=None), tuple(extensions), ledger(part.due_on, extensions).in_words(calendar),
            max(moved.count(part.id) - sum(1 for one in extensions if one.old_due_on), 0),
            tuple(sources.evidence.for_part(part, responses, actions)),
            sources.courses.facts(part), tuple(sources.escalations.of_parts([part.id])),
            tuple(sources.retests.of_parts([part.id])), sources.retests.suggested(part),
            tuple(one for one in events if one.addressee_id == part.id),
        ))
    return Dossier(
        challenge, challenge.forum or _met_as(desk, challenge), activity.title if activity else "", tuple(found),
        tuple(story.of_challenge(desk, challenges, challenge_id)), tuple(challenges.rewordings(challenge_id)),
    )


def _agreed(sources: Sources, calendar: WorkingDays, actions: list[Action]) -> Iterator[Agreed]:
    ids = [action.id for action in actions]
    moves, updates = sources.extensions.of_actions(ids), sources.updates.of_actions(ids)
    for action in actions:
        lines = tuple(one for one in updates if one.action_id == action.id)
        yield Agreed(action, lines, ledger(action.due_on, moves.get(action.id, [])).in_words(calendar))


def challenges_of(desk: Desk, ids: Iterable[str]) -> frozenset[str]:
    """The challenges to which some records belong: itself, a party, an answer, an action, a note, a file, evidence."""
    wanted, read = list(ids), desk.reader.all
    wanted += [one.id for one in read(Finding, activity_id=wanted)]
    about = [note.subject_id or "" for note in read(Note, with_deleted=True, id=wanted)]
    about += [file.subject_id or "" for file in read(Attachment, with_deleted=True, id=wanted)]
    about += [one.subject_id or "" for one in read(Feedback, with_deleted=True, id=wanted)]
    wanted += about      # a file may be kept with an entry of evidence, and that linked to a line about an action
    about = [link.subject_id or "" for link in read(EvidenceLink, with_deleted=True, id=wanted)]
    wanted += about + [link.subject_id or "" for link in read(EvidenceLink, source_id=wanted)]
    updates = read(ProgressUpdate, with_deleted=True, id=wanted)
    wanted += [one.response_id or one.action_id or "" for one in updates]
    answers = [*read(Response, with_deleted=True, id=wanted), *read(Response, with_deleted=True, reply_id=wanted)]
    actions = read(Action, with_deleted=True, id=wanted)
    parts = [*wanted, *(one.addressee_id or "" for one in answers), *(one.addressee_id or "" for one in actions)]
    owners = [part.challenge_id or "" for part in read(Addressee, with_deleted=True, id=parts)]
    owners += [one.challenge_id or "" for one in read(EscalationStep, with_deleted=True, id=wanted)]
    owners += [one.challenge_id or "" for one in read(Retest, with_deleted=True, id=wanted)]
    owners += [one.challenge_id or "" for one in read(Rewording, with_deleted=True, id=wanted)]
    return frozenset(one.id for one in read(Challenge, with_deleted=True, id=[*wanted, *owners]))


def _heard(desk: Desk, sources: Sources, response: Response) -> Heard:
    challenges = sources.challenges
    others = [one.addressee_id for one in desk.reader.all(Response, reply_id=response.reply_id)]
    here = challenges.part(response.addressee_id).challenge_id
    elsewhere = {challenges.part(id_).challenge_id for id_ in others} - {here}
    also = sorted(short(challenges.get(id_).reference) for id_ in elsewhere)
    return Heard(
        response, challenges.reply_of(response), tuple(also), tuple(sources.attachments.of(response.reply_id or "")),
        tuple(sources.updates.of_answers([response.id])),
    )


def _older_moves(desk: Desk, part_ids: list[str]) -> list[str]:
    """The id of a part for each time that its date was moved with a reason."""
    lines = desk.record.lines_of(part_ids)
    return [line.entity_id for line in lines if line.field == "due_on" and line.old and line.new and line.why]


def _met_as(desk: Desk, challenge: Challenge) -> str:
    meeting = desk.reader.find(Meeting, challenge.meeting_id)
    body = desk.reader.find(Body, meeting.body_id) if meeting else None
    return body.name if body else ""
