"""Taking back what a line of a meeting became, when nothing else hangs on it; otherwise saying what does.

A line is typed in haste, so what it became can be taken back as long as nobody has built upon it. The history keeps
both the making and the taking back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from scrutineer.domain.action import Action
from scrutineer.domain.activity import Finding
from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.domain.entity import Entity
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.evidence import Attachment, EvidenceLink
from scrutineer.domain.extension import Extension
from scrutineer.domain.learning import Adoption, VoiceEntry
from scrutineer.domain.note import Note, Undertaking
from scrutineer.domain.recommendation import Recommendation
from scrutineer.domain.reply import Reply, Response
from scrutineer.domain.step import StatusEvent, Step
from scrutineer.domain.update import ProgressUpdate
from scrutineer.register.courses import Courses
from scrutineer.register.desk import Desk
from scrutineer.register.recommendations import Recommendations
from scrutineer.storage.gate import Act

# What may hang on a record, and by which field.
_HANGING: tuple[tuple[type[Entity], str, str], ...] = (
    (EvidenceLink, "subject_id", "evidence is linked to it"), (EvidenceLink, "source_id", "it is linked as evidence"),
    (Note, "subject_id", "a note stands on it"), (Attachment, "subject_id", "a file is kept with it"),
    (ProgressUpdate, "action_id", "progress was noted"), (ProgressUpdate, "response_id", "progress was noted"),
    (Extension, "action_id", "its date was moved"), (Challenge, "finding_id", "it was put as a challenge"),
    (Adoption, "finding_id", "it was taken up"), (VoiceEntry, "finding_id", "more is told of it"),
)  # fmt: skip


class Unmaking:
    """Takes a record back that a line became."""

    def __init__(self, desk: Desk, courses: Courses, recommendations: Recommendations) -> None:
        self._desk = desk
        self._courses = courses
        self._recommendations = recommendations

    def unmake(self, made: Entity) -> None:
        """Take a record back. Raises Invalid with what hangs on it."""
        match made:
            case Reply():
                self._reply(made)
            case Recommendation():
                self._recommendations.undecide(made.id)
            case Action():
                self._action(made)
            case Finding() if made.passed_on_on or made.thanked_on or made.practice_changed.strip():
                _refuse(["it was passed on"])
            case Undertaking() if made.done_on:
                _refuse(["the promise was kept"])
            case _:
                self._remove(made)

    def _remove(self, *entities: Entity) -> None:
        _refuse(self._hanging(entities))
        with self._desk.act() as act:
            for one in entities:
                act.remove(one)

    def _hanging(self, entities: Iterable[Entity]) -> list[str]:
        ids = [one.id for one in entities]
        read: Callable[..., list[Entity]] = self._desk.reader.all
        return [words for cls, name, words in _HANGING if read(cls, **{name: ids})]

    def _reply(self, reply: Reply) -> None:
        """The answer of each part, and the step that it was, as long as it is the last one taken."""
        responses = self._desk.reader.all(Response, reply_id=reply.id)
        found = self._hanging([reply, *responses])
        if any(one.quality or one.my_view.strip() or one.seen for one in responses):
            found.append("you have given your view of it")
        parts = [self._courses.part(one.addressee_id) for one in responses]
        steps = [self._step_of(one) for one in responses]
        if any(step and step != self._last_step(part) for part, step in zip(parts, steps, strict=True)):
            found.append("a further step was taken upon it")
        _refuse(found)
        with self._desk.act() as act:
            for one in (*responses, reply):
                act.remove(one)
            for part, step in zip(parts, steps, strict=True):
                self._back(act, part, step)

    def _back(self, act: Act, part: Addressee, step: StatusEvent | None) -> None:
        """The part as it was before its answer: what it had said earlier stands again."""
        replies = {one.id: one for one in self._desk.reader.all(Reply)}
        left = sorted(
            self._desk.reader.all(Response, addressee_id=part.id),
            key=lambda one: replies[one.reply_id or ""].received_on or date.min,
        )
        position = left[-1].position if left else None
        days = [replies[one.reply_id or ""].received_on for one in left]
        if step is None:
            act.put(replace(part, position=position))
            return
        act.remove(step)
        act.put(replace(part, status=step.before, position=position, answered_on=days[-1] if days else None))
        self._courses.settle(act, part.challenge_id)

    def _action(self, action: Action) -> None:
        """An action, and the step of agreeing it where it was the only one agreed and the last step taken."""
        found = self._hanging([action])
        part = self._courses.part(action.addressee_id) if action.addressee_id else None
        others = [one for one in self._desk.reader.all(Action, addressee_id=action.addressee_id) if one != action]
        step = self._last_step(part) if part and not others else None
        is_agreed = step is not None and step.step is Step.AGREE_ACTION
        if step and not is_agreed and not step.after.awaits_answer and step.step is not Step.ANSWER:
            found.append("a further step was taken upon it")
        _refuse(found)
        with self._desk.act() as act:
            act.remove(action)
            if part and step and is_agreed:
                act.remove(step)
                act.put(replace(part, status=step.before))
                self._courses.settle(act, part.challenge_id)

    def _last_step(self, part: Addressee) -> StatusEvent | None:
        found = self._desk.reader.all(StatusEvent, addressee_id=part.id)
        return found[-1] if found else None

    def _step_of(self, response: Response) -> StatusEvent | None:
        """The step that an answer was: the one entered in the same act; None for a further word, which took none."""
        read, part_id = self._desk.reader.all, response.addressee_id
        for event in reversed(read(StatusEvent, addressee_id=part_id, step=Step.ANSWER)):
            same = [one for one in read(Response, addressee_id=part_id) if one.created_at == event.created_at]
            if same and same[0].id == response.id:
                return event
        return None


def _refuse(found: list[str]) -> None:
    if found:
        raise Invalid([Problem("kind", f"It stays what it is: {'; '.join(dict.fromkeys(found))}.")])
