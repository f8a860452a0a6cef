"""What came in: entered once, and tied to every party of every challenge that it answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from scrutineer.domain.challenge import Addressee, Challenge, Position, Quality, Status
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.lifecycle import Step
from scrutineer.domain.note import Note
from scrutineer.domain.reply import Reply, ReplyKind, Response
from scrutineer.register.challenges import Challenges
from scrutineer.register.desk import Desk, Records


class Answer(NamedTuple):
    """One party's part of a reply; without words of its own it is the whole reply."""

    position: Position | None = None
    text: str = ""
    short_form: str = ""


class Awaiting(NamedTuple):
    """A part that a reply may answer: its id, `C-2026-014 Return-home interviews`, the party's name."""

    addressee_id: str
    challenge: str
    party: str
    due_on: date | None


class Replies(Records[Reply]):
    """Replies and the responses in them."""

    cls = Reply

    def __init__(self, desk: Desk, challenges: Challenges) -> None:
        super().__init__(desk)
        self._challenges = challenges

    def awaiting(self) -> list[Awaiting]:
        """Every part that awaits an answer, the earliest due first."""
        names = self.desk.names()
        titles = {one.id: one for one in self.desk.reader.all(Challenge) if one.is_open}
        parts = self.desk.reader.all(Addressee, status=[s for s in Status if s.awaits_answer])
        found = []
        for part in sorted(parts, key=lambda part: part.due_on or date.max):
            challenge = titles.get(part.challenge_id or "")
            if challenge:
                name = self._challenges.party_name(part, names)
                found.append(Awaiting(part.id, f"{challenge.reference} {challenge.title}", name, part.due_on))
        return found

    def record(self, reply: Reply, answers: Mapping[str, Answer]) -> Reply:
        """Enter what came in once, tied by the id of each part that it answers.

        A holding reply acknowledges, and is noted on each part. Raises Invalid with everything that is missing.
        """
        reply = reply.cleaned()
        problems = reply.problems()
        if not answers:
            problems.append(Problem("answers", "Tick at least one challenge that this answers."))
        problems += self._not_awaited(answers)
        if reply.kind is ReplyKind.ANSWER and not (reply.text.strip() or reply.where_kept.strip()):
            problems.append(Problem("text", "Give the words, or where the reply is kept."))
        missing = [a for a in answers.values() if a.position is None]
        if reply.kind is ReplyKind.ANSWER and missing:
            problems.append(Problem("position", "Say for each what position the answer takes."))
        if problems:
            raise Invalid(problems)
        with self.desk.act() as act:
            saved = act.put(replace(reply, scrutineer_id=reply.scrutineer_id or self.desk.me))
            for addressee_id, answer in answers.items():
                self._tie(saved, self._challenges.part(addressee_id), answer)
        return saved

    def _not_awaited(self, addressee_ids: Iterable[str]) -> list[Problem]:
        parts = [self._challenges.part(id_) for id_ in addressee_ids]
        return [
            Problem("answers", f"{self._challenges.party_name(part)} owes no answer: its part of "
                               f"{self._challenges.get(part.challenge_id).reference} is “{part.status.label}”.")
            for part in parts if not part.status.awaits_answer
        ]

    def _tie(self, reply: Reply, part: Addressee, answer: Answer) -> None:
        if reply.kind is ReplyKind.HOLDING:
            if part.status is Status.RAISED:
                self._challenges.acknowledge(part.id, reply.received_on or self.desk.today())
            with self.desk.act() as act:
                act.put(Note(
                    subject_kind=part.KIND, subject_id=part.id, noted_on=reply.received_on, private=reply.private,
                    text=f"A holding reply. {answer.text or reply.text}".strip(), scrutineer_id=reply.scrutineer_id,
                ))
            return
        with self.desk.act() as act:
            act.put(Response(
                reply_id=reply.id, addressee_id=part.id, text=answer.text or reply.text,
                short_form=answer.short_form, position=answer.position,
                private=() if answer.text else reply.private,
            ))
        self._challenges.take(Step.ANSWER, replace(part, answered_on=reply.received_on, position=answer.position))

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

    def response(self, response_id: str) -> Response:
        """One party's part of a reply. Raises NotFound."""
        return self.desk.reader.get(Response, response_id)
