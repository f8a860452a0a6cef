"""One challenge to read: its words, each party's own part with all that hangs on it, and its story.

It puts together what is stored and counts what the history says; it judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from scrutineer.domain.action import Action
from scrutineer.domain.activity import Activity
from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.domain.entity import Entity
from scrutineer.domain.note import Note, NoteKind
from scrutineer.domain.organisation import Body, Meeting
from scrutineer.domain.reference import short
from scrutineer.domain.reply import Reply, Response
from scrutineer.register import story
from scrutineer.register.challenges import Challenges, Offer
from scrutineer.register.desk import Desk
from scrutineer.register.story import Happening
from scrutineer.storage import history


class Heard(NamedTuple):
    """One answer: its words for this party, what came in, and the references that it answered as well."""

    response: Response
    reply: Reply
    also: tuple[str, ...]


class Part(NamedTuple):
    """One party's part: what it is called, what it said and agreed, how often its date was moved."""

    part: Addressee
    name: str
    answers: tuple[Heard, ...]
    actions: tuple[Action, ...]
    offers: tuple[Offer, ...]
    dates_moved: int
    chased_on: date | None


class Dossier(NamedTuple):
    """A challenge as one reads it; `forum` is where it was put, `activity` what it came from."""

    challenge: Challenge
    forum: str
    activity: str
    parts: tuple[Part, ...]
    story: tuple[Happening, ...]

    @property
    def records(self) -> tuple[Entity, ...]:
        """Everything in it that has a history of its own."""
        found: list[Entity] = [self.challenge]
        for one in self.parts:
            found += [one.part, *(heard.response for heard in one.answers), *one.actions]
        return tuple(found)


def of_challenge(desk: Desk, challenges: Challenges, challenge_id: str) -> Dossier:
    """All that is known of one challenge. Raises NotFound."""
    challenge, names = challenges.get(challenge_id), desk.names()
    parts = challenges.parts(challenge_id)
    moved = _dates_moved(desk, [part.id for part in parts])
    chases = desk.reader.all(Note, subject_id=[part.id for part in parts], kind=NoteKind.CHASED)
    activity = desk.reader.find(Activity, challenge.activity_id)
    found = []
    for part in parts:
        days = [note.noted_on for note in chases if note.subject_id == part.id and note.noted_on]
        found.append(Part(
            part, challenges.party_name(part, names),
            tuple(_heard(desk, challenges, one) for one in challenges.responses(part.id)),
            tuple(challenges.actions(part.id)), tuple(challenges.next_steps(part)),
            moved.count(part.id), max(days, default=None),
        ))
    return Dossier(
        challenge, challenge.forum or _met_as(desk, challenge), activity.title if activity else "", tuple(found),
        tuple(story.of_challenge(desk, challenges, challenge_id)),
    )


def challenges_of(desk: Desk, ids: Iterable[str]) -> frozenset[str]:
    """The challenges to which some records belong: itself, a party, an answer, an action, a note."""
    wanted, read = list(ids), desk.reader.all
    answers = [*read(Response, with_deleted=True, id=wanted), *read(Response, with_deleted=True, reply_id=wanted)]
    actions = read(Action, with_deleted=True, id=wanted)
    about = [note.subject_id or "" for note in read(Note, with_deleted=True, id=wanted)]
    parts = [*wanted, *about, *(one.addressee_id or "" for one in answers)]
    parts += [one.addressee_id or "" for one in actions]
    owners = [part.challenge_id or "" for part in read(Addressee, with_deleted=True, id=parts)]
    return frozenset(one.id for one in read(Challenge, with_deleted=True, id=[*wanted, *about, *owners]))


def _heard(desk: Desk, challenges: Challenges, response: Response) -> Heard:
    others = [one.addressee_id for one in desk.reader.all(Response, reply_id=response.reply_id)]
    here = challenges.part(response.addressee_id).challenge_id
    elsewhere = {challenges.part(id_).challenge_id for id_ in others} - {here}
    also = sorted(short(challenges.get(id_).reference) for id_ in elsewhere)
    return Heard(response, challenges.reply_of(response), tuple(also))


def _dates_moved(desk: Desk, part_ids: list[str]) -> list[str]:
    """The id of a part for each time that its date was moved with a reason."""
    lines = history.lines_of(desk.record.database, part_ids)
    return [line.entity_id for line in lines if line.field == "due_on" and line.old and line.new and line.why]


def _met_as(desk: Desk, challenge: Challenge) -> str:
    meeting = desk.reader.find(Meeting, challenge.meeting_id)
    body = desk.reader.find(Body, meeting.body_id) if meeting else None
    return body.name if body else ""
