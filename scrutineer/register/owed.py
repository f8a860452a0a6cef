"""Freezes the list for the business unit: every answer, reply on the ladder and agreed action that is awaited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.challenge import Addressee, Challenge, Status, Visibility, clock
from scrutineer.domain.dates import near_date
from scrutineer.domain.escalation import EscalationStep, Rung, ladder
from scrutineer.domain.extension import ledger
from scrutineer.domain.figures import Masthead
from scrutineer.domain.note import Note, NoteKind
from scrutineer.domain.owed import Owed, OwedFigure
from scrutineer.domain.text import counted, opening
from scrutineer.register.challenges import Challenges
from scrutineer.register.desk import Desk
from scrutineer.register.extensions import Extensions

_OPEN = tuple(status for status in Status if not status.is_ended and status is not Status.DRAFT)
_TO_DO = tuple(status for status in ActionStatus if not status.is_settled)


def owed(desk: Desk, challenges: Challenges, masthead: Masthead) -> Owed:
    """The list as of today; a challenge that is for me alone to read is not in it."""
    rows = _Owing(desk, challenges).rows()
    order = sorted(rows, key=lambda one: (one.who.casefold(), one.due_on or date.max, one.reference))
    return Owed(masthead=masthead, on=desk.today(), rows=tuple(order))


class _Owing:
    """What is open, read once."""

    def __init__(self, desk: Desk, challenges: Challenges) -> None:
        read, self._challenges = desk.reader.all, challenges
        self._today, self._calendar, self._names = desk.today(), desk.calendar, desk.names()
        open_parts = read(Addressee, status=_OPEN)
        known = read(Challenge, id={one.challenge_id or "" for one in open_parts})
        self._challenge_of = {one.id: one for one in known if one.visibility is not Visibility.PRIVATE}
        self._parts = {one.id: one for one in open_parts if one.challenge_id in self._challenge_of}
        self._actions = [one for one in read(Action, status=_TO_DO) if one.addressee_id in self._parts]
        self._chases: dict[str, list[date]] = {}
        for note in read(Note, kind=NoteKind.CHASED, subject_id=[*self._parts, *self._challenge_of]):
            if note.noted_on:
                self._chases.setdefault(note.subject_id or "", []).append(note.noted_on)
        self._called = {rung.stage: rung.called for rung in ladder(read(Rung))}
        self._rungs: dict[str, tuple[EscalationStep, str]] = {}
        for step in read(EscalationStep, addressee_id=list(self._parts), outcome=None):
            if step.reply_due_on and self._parts[step.addressee_id or ""].stage is step.stage:
                self._rungs[step.addressee_id or ""] = step, self._called[step.stage]
        extensions = Extensions(desk)
        self._moves = extensions.of_parts(self._parts)
        self._action_moves = extensions.of_actions(one.id for one in self._actions)

    def rows(self) -> Iterator[OwedFigure]:
        """Each answer, each reply on the ladder about a part that owes no answer, each action still to do."""
        for part in self._parts.values():
            if part.status.awaits_answer:
                yield self._answer(part)
            elif part.id in self._rungs:
                yield self._reply(part)
        for action in self._actions:
            yield self._action(action)

    def _figure(self, part: Addressee, what: str, due_on: date | None, clock: str, moved: str = "") -> OwedFigure:
        challenge = self._challenge_of[part.challenge_id or ""]
        chased = {*self._chases.get(part.id, ()), *self._chases.get(challenge.id, ())}
        return OwedFigure(
            who=self._challenges.party_name(part, self._names), role=part.contact_role,
            reference=challenge.reference, what=what, put_on=challenge.raised_on, due_on=due_on, ledger=moved,
            clock=clock, is_late=due_on is not None and due_on < self._today, chased_on=tuple(sorted(chased)),
            escalation=self._on_the_ladder(part),
        )

    def _answer(self, part: Addressee) -> OwedFigure:
        moved = ledger(part.due_on, self._moves.get(part.id, ())).in_words(self._calendar)
        title = self._challenge_of[part.challenge_id or ""].title
        return self._figure(part, title, part.due_on, clock(part.due_on, self._today, self._calendar), moved)

    def _reply(self, part: Addressee) -> OwedFigure:
        step, called = self._rungs[part.id]
        title = self._challenge_of[part.challenge_id or ""].title
        return self._figure(part, f"{called}, reply: {title}", step.reply_due_on, self._clock(step.reply_due_on))

    def _action(self, action: Action) -> OwedFigure:
        part = self._parts[action.addressee_id or ""]
        moved = ledger(action.due_on, self._action_moves.get(action.id, ())).in_words(self._calendar)
        words = opening(action.for_others().text, 200) or "an action that was agreed"
        return self._figure(part, f"Action: {words}", action.due_on, self._clock(action.due_on), moved)

    def _on_the_ladder(self, part: Addressee) -> str:
        if part.id not in self._rungs:
            return self._called[part.rung] if part.rung.rung else ""
        step, called = self._rungs[part.id]
        return f"{called}, reply {self._clock(step.reply_due_on)}"

    def _clock(self, due_on: date | None) -> str:
        """`awaited, due 26 Nov`, or `awaited since 10 Nov (9 working days)`: of what is no answer."""
        if due_on is None or due_on >= self._today:
            return clock(due_on, self._today, self._calendar)
        days = counted(self._calendar.between(due_on, self._today), "working day")
        return f"awaited since {near_date(due_on, self._today)} ({days})"
