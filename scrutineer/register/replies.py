"""What came in: entered once, and tied to every party of every challenge that it answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from scrutineer.domain.challenge import Addressee, Challenge, Position, Quality, Status
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.note import Note
from scrutineer.domain.organisation import AgencyGroup
from scrutineer.domain.reply import Reply, ReplyKind, Response
from scrutineer.domain.step import Step
from scrutineer.domain.text import one_line
from scrutineer.register.challenges import Challenges
from scrutineer.register.courses import Courses
from scrutineer.register.desk import Desk, Records

_ANSWERED = (Status.RESPONDED, Status.ACTION_AGREED, Status.TESTING_IMPACT)
_PUT = tuple(status for status in Status if status is not Status.DRAFT and not status.is_ended)


class Answer(NamedTuple):
    """One party's part of a reply; without words of its own it is the whole reply."""

    position: Position | None = None
    text: str = ""
    short_form: str = ""


class Awaiting(NamedTuple):
    """A part that a reply may answer: its id, `C-2026-014 Return-home interviews`, the party's name.

    `agency_ids` are those that the party is or is made of; `answered_on` and `position` of what it said before.
    """

    addressee_id: str
    challenge: str
    party: str
    due_on: date | None
    agency_ids: tuple[str, ...] = ()
    answered_on: date | None = None
    position: Position | None = None


class Replies(Records[Reply]):
    """Replies and the responses in them."""

    cls = Reply

    def __init__(self, desk: Desk, challenges: Challenges, courses: Courses) -> None:
        super().__init__(desk)
        self._challenges = challenges
        self._courses = courses

    def awaiting(self) -> list[Awaiting]:
        """Every part that awaits an answer, the earliest due first."""
        parts = self.desk.reader.all(Addressee, status=[s for s in Status if s.awaits_answer])
        return self._as_awaiting(sorted(parts, key=lambda part: part.due_on or date.max))

    def answered(self, also: str = "") -> list[Awaiting]:
        """Every part that has answered and not ended, for a further word: the latest answer first.

        The part `also` is among them even when it has ended.
        """
        parts = self.desk.reader.all(Addressee, status=_ANSWERED)
        one = self.desk.reader.find(Addressee, also)
        if one and one.status.is_ended and one.deleted_at is None:
            parts.append(one)
        return self._as_awaiting(sorted(parts, key=lambda part: part.answered_on or date.min, reverse=True))

    def _as_awaiting(self, parts: Iterable[Addressee]) -> list[Awaiting]:
        names, found = self.desk.names(), []
        members = {one.id: one.agency_ids for one in self.desk.reader.all(AgencyGroup)}
        challenges = {one.id: one for one in self.desk.reader.all(Challenge, status=_PUT)}
        for part in parts:
            challenge = challenges.get(part.challenge_id or "")
            if challenge is None and part.status.is_ended:
                challenge = self._challenges.get(part.challenge_id)
            if challenge:
                agencies = (*part.agency_ids, *members.get(part.group_id or "", ()), part.agency_id or "")
                found.append(Awaiting(
                    part.id, f"{challenge.reference} {challenge.title}", self._challenges.party_name(part, names),
                    part.due_on, tuple(filter(None, agencies)), part.answered_on,
                    part.position if part.position and part.position.is_said else None,
                ))
        return found

    def record(self, reply: Reply, answers: Mapping[str, Answer]) -> Reply:
        """Enter what came in once, tied by the id of each part that it answers.

        A holding reply acknowledges, and is noted on each part. Who has answered already may say more: it stands
        beside the first answer and takes no step. Raises Invalid with everything that is missing.
        """
        reply = reply.cleaned()
        problems = reply.problems()
        if reply.received_on and reply.received_on > self.desk.today():
            problems.append(Problem("received_on", "That day has not come yet; a reply is entered when it is here."))
        if not answers:
            problems.append(Problem("answers", "Tick at least one challenge that this answers."))
        problems += self._not_put(reply, answers) + self._tied_already(reply, answers)
        if reply.kind is ReplyKind.ANSWER and not (reply.text.strip() or reply.where_kept.strip()):
            problems.append(Problem("text", "Give the words, or where the reply is kept."))
        missing = [a for a in answers.values() if a.position is None or not a.position.is_said]
        if reply.kind is ReplyKind.ANSWER and missing:
            problems.append(Problem("position", "Say for each what position the answer takes."))
        if problems:
            raise Invalid(problems)
        with self.desk.act() as act:
            saved = act.put(replace(reply, scrutineer_id=reply.scrutineer_id or self.desk.me))
            for addressee_id, answer in answers.items():
                self._tie(saved, self._challenges.part(addressee_id), answer)
        return saved

    def _not_put(self, reply: Reply, addressee_ids: Iterable[str]) -> list[Problem]:
        """Who was not asked yet, or not when it came in."""
        problems = []
        for part in map(self._challenges.part, addressee_ids):
            challenge = self._challenges.get(part.challenge_id)
            if part.status is Status.DRAFT:
                name = self._challenges.party_name(part)
                sentence = f"{name} has not been asked yet: {challenge.reference} is still a draft for it."
                problems.append(Problem("answers", sentence))
            elif reply.received_on and challenge.raised_on and reply.received_on < challenge.raised_on:
                problems.append(Problem("received_on", f"That day lies before {challenge.reference} was put."))
        return problems

    def _tied_already(self, reply: Reply, addressee_ids: Iterable[str]) -> list[Problem]:
        tied = {one.addressee_id for one in self.desk.reader.all(Response, reply_id=reply.id)}
        return [
            Problem("answers", f"{self._challenges.party_name(self._challenges.part(id_))} is ticked already: its "
                               "answer is there to be changed.")
            for id_ in addressee_ids if id_ in tied
        ]

    def _tie(self, reply: Reply, part: Addressee, answer: Answer) -> None:
        if reply.kind is ReplyKind.HOLDING:
            if part.status is Status.RAISED:
                self._courses.acknowledge(part.id, reply.received_on or self.desk.today())
            with self.desk.act() as act:
                act.put(Note(
                    subject_kind=part.KIND, subject_id=part.id, noted_on=reply.received_on, private=reply.private,
                    text=f"A holding reply. {answer.text or reply.text}".strip(), scrutineer_id=reply.scrutineer_id,
                ))
            return
        before = [self._challenges.reply_of(one).received_on for one in self._challenges.responses(part.id)]
        with self.desk.act() as act:
            act.put(Response(
                reply_id=reply.id, addressee_id=part.id, text=answer.text or reply.text,
                short_form=answer.short_form, position=answer.position,
                private=() if answer.text else reply.private,
            ))
        if part.status.awaits_answer:
            self._courses.take(Step.ANSWER, replace(part, answered_on=reply.received_on, position=answer.position))
            return
        # A further word of one who has answered, or a late one of one whose part has ended: no step is taken.
        is_last_word = all(day is None or reply.received_on is None or day <= reply.received_on for day in before)
        with self.desk.act() as act:
            act.put(replace(
                part, position=answer.position if is_last_word else part.position,
                answered_on=part.answered_on or reply.received_on,
            ))

    def judge(self, response_id: str, quality: Quality | None, my_view: str, on: date) -> Response:
        """Give my view of an answer. Raises Invalid when I have not said whether it is one."""
        response = self.response(response_id)
        return self.give_view(replace(response, quality=quality, my_view=my_view, judged_on=on))

    def give_view(self, response: Response) -> Response:
        """Keep an answer with my view of it. Raises Invalid when I have not said whether it is one."""
        if response.quality is None:
            raise Invalid([Problem("quality", "Say whether it is an answer.")])
        with self.desk.act() as act:
            return act.put(response)

    def confirm(self, reply_id: str, minute_ref: str) -> Reply:
        """A minute confirms words that I noted as I heard them. Raises Invalid without its reference."""
        if not one_line(minute_ref):
            raise Invalid([Problem("minute_ref", "Give the reference of the minute.")])
        return self.save(replace(self.get(reply_id), minute_ref=minute_ref))

    def response(self, response_id: str) -> Response:
        """One party's part of a reply. Raises NotFound."""
        return self.desk.reader.get(Response, response_id)
