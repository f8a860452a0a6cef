"""Tells challenges as a paper may: read once, each party with its whole course, and nothing that is private.

What was put is told; what is still being worded, and what is for the scrutineer alone, is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import (
    Addressee,
    Challenge,
    Position,
    Priority,
    Stage,
    Status,
    Visibility,
    clock,
    is_late,
)
from scrutineer.domain.challenge_figures import (
    ActionFigure,
    AskedFigure,
    ChallengeFigure,
    EscalationFigure,
    PartyFigure,
    ReopenedFigure,
    RetestFigure,
    RewordingFigure,
)
from scrutineer.domain.entity import Origin
from scrutineer.domain.escalation import EscalationStep, Rung, ladder
from scrutineer.domain.extension import Extension, ledger
from scrutineer.domain.lifecycle import in_words
from scrutineer.domain.reply import Response
from scrutineer.domain.retest import Retest
from scrutineer.domain.step import WORDS_OF, Rewording, StatusEvent, Step
from scrutineer.domain.update import ProgressUpdate
from scrutineer.register import answer_figures
from scrutineer.register.challenges import Challenges
from scrutineer.register.desk import Desk
from scrutineer.register.shelves import Shelves


class ChallengeFigures:
    """Challenges and their parties as of today, from one reading of the record."""

    def __init__(self, desk: Desk, challenges: Challenges) -> None:
        self._challenges = challenges
        self.shelves = Shelves(desk.reader)
        self.names = desk.names()
        self._today, self._calendar = desk.today(), desk.calendar
        self._rungs = {rung.stage: rung.called for rung in ladder(self.shelves.all(Rung))}
        self._actions = answer_figures.ActionFigures(self.shelves, self.names, self._calendar, self._today)

    def all(self) -> list[ChallengeFigure]:
        """Every challenge that may be told, oldest first."""
        found = [one for one in self.shelves.all(Challenge) if is_told(one)]
        return sorted(map(self.of, found), key=lambda one: (one.raised_on or date.min, one.reference))

    def parts(self, challenge: Challenge) -> list[Addressee]:
        """The parts of a challenge that were put, in their order; also one that waits to be put again."""
        found = self.shelves.of(Addressee, "challenge_id", challenge.id)
        put = [part for part in found if part.status is not Status.DRAFT or any(self._reopenings(part))]
        return sorted(put, key=lambda part: part.place)

    def of(self, raw: Challenge) -> ChallengeFigure:
        """One challenge with all its parties."""
        one, parts = raw.for_others(), self.parts(raw)
        parties = tuple(self.party(part) for part in parts)
        late = any(party.is_late for party in parties)
        return ChallengeFigure(
            reference=one.reference, title=one.title, text=one.text, what_works=one.what_works,
            why_it_matters=one.why_it_matters, what_good_looks_like=one.what_good_looks_like, priority=one.priority,
            raised_on=one.raised_on, forum=one.forum, status=one.status,
            status_words=in_words(one.status, [part.status for part in parts if part.status is not Status.DRAFT]),
            stage=one.stage, stage_words=self._called(one.stage), impact_level=one.impact_level,
            closed_on=one.closed_on, parties=parties, visibility=one.visibility, put_for=one.put_for,
            rewordings=tuple(self._rewordings(raw)), withdrawn_because=one.withdrawn_because,
            in_full=not one.status.is_ended and (one.priority is Priority.URGENT or one.stage is not Stage.DIRECT
                                                 or (one.priority is Priority.IMPORTANT and late)),
        )

    def party(self, raw: Addressee) -> PartyFigure:
        """One party's part."""
        part = raw.for_others()
        challenge = self.shelves.one(Challenge, part.challenge_id)
        answers = answer_figures.answers(self.shelves, self.names, part)
        extensions = self.shelves.of(Extension, "addressee_id", part.id)
        dates = ledger(part.due_on, extensions)
        is_unanswered = part.position is Position.NO_RESPONSE and part.status.is_ended and not answers
        is_alone = challenge is None or raw.withdrawn_because != challenge.withdrawn_because
        return PartyFigure(
            name=self.name(part), role=part.contact_role, status=part.status, first_due_on=part.first_due_on,
            due_on=part.due_on, clock=clock(part.due_on, self._today, self._calendar)
            if part.status.awaits_answer else "", is_late=is_late(part.status, part.due_on, self._today),
            ledger=dates.in_words(self._calendar), first_agreed_on=dates.dates[0] if dates.moves else None,
            moves=answer_figures.moved(extensions),
            acknowledged_on=part.acknowledged_on, answers=answers,
            no_answer_by=self._today if is_unanswered else None, asked=tuple(self._asked(part)),
            actions=tuple(self._agreed(part)), test_on=part.test_on, test_plan=part.test_plan,
            stage_words=self._stage(part, challenge), escalations=tuple(self._escalations(part)),
            outcome=part.outcome, impact_level=part.impact_level, what_changed=part.what_changed,
            evidence=answer_figures.shown(self.shelves, self.names, self._hanging_on(part)),
            stands_in=part.stands_in, keeps_reason=bool(raw.stands_in.strip()) and not part.stands_in,
            ended_because=part.ended_because, minute_ref=part.minute_ref, target=self._target(part),
            closed_on=part.closed_on, withdrawn_because=part.withdrawn_because if is_alone else "",
            reopened=tuple(self._reopenings(part)), retests=tuple(self._retests(part)),
        )

    @property
    def rungs(self) -> tuple[str, ...]:
        """What the partnership calls the rungs of its ladder, the lowest first."""
        return tuple(self._rungs.values())

    def name(self, part: Addressee) -> str:
        """What a party is called, with its former name where it has one."""
        return self._challenges.party_name(part, self.names)

    def actions(self, starts_on: date, ends_on: date) -> tuple[ActionFigure, ...]:
        """Actions that are open, or were settled in a period, the earliest due first."""
        told = {one.id for one in self.shelves.all(Challenge) if is_told(one)}
        found = (
            self._action(one) for one in self.shelves.all(Action) if one.challenge_id in told
            and (not one.status.is_settled or starts_on <= _settled_on(one) <= ends_on)
        )
        return tuple(sorted((one for one in found if one is not None), key=lambda one: one.due_on or date.max))

    def _agreed(self, part: Addressee) -> Iterator[ActionFigure]:
        found = map(self._action, self.shelves.of(Action, "addressee_id", part.id))
        return (one for one in found if one is not None)

    def _action(self, action: Action) -> ActionFigure | None:
        part = None if action.agency_id else self.shelves.one(Addressee, action.addressee_id)
        return self._actions.of(action, self.name(part) if part else "")

    def _hanging_on(self, part: Addressee) -> Iterator[str]:
        """The ids of all that evidence for a part may be linked to: itself, its challenge, answers, actions, lines."""
        yield part.id
        yield part.challenge_id or ""
        for response in self.shelves.of(Response, "addressee_id", part.id):
            yield response.id
            yield from (one.id for one in self.shelves.of(ProgressUpdate, "response_id", response.id))
        for action in self.shelves.of(Action, "addressee_id", part.id):
            yield action.id
            yield from (one.id for one in self.shelves.of(ProgressUpdate, "action_id", action.id))

    def _stage(self, part: Addressee, challenge: Challenge | None) -> str:
        """The rung of a part; where no part has one of its own, that at which the challenge was found."""
        others = self.shelves.of(Addressee, "challenge_id", part.challenge_id)
        if challenge and not any(one.stage for one in others):
            return self._called(challenge.stage)
        return self._called(part.rung)

    def _called(self, stage: Stage) -> str:
        return "" if stage is Stage.DIRECT else self._rungs[stage]

    def _escalations(self, part: Addressee) -> Iterator[EscalationFigure]:
        for raw in self.shelves.of(EscalationStep, "addressee_id", part.id):
            one = raw.for_others()
            yield EscalationFigure(
                rung=self._rungs[one.stage], goes_up=one.goes_up, stepped_on=one.stepped_on, to_whom=one.to_whom,
                document=one.document, reply_due_on=one.reply_due_on, why=one.why, outcome=one.outcome,
                outcome_on=one.outcome_on, words=one.words,
            )

    def _asked(self, part: Addressee) -> Iterator[AskedFigure]:
        """What more was asked: from the steps; of an older record, from the part itself."""
        steps = [one for one in self._events(part) if one.step is Step.ASK_MORE]
        for one in steps:
            if words := _words(one, part):
                yield AskedFigure(asked_on=one.taken_on, question=words)
        if not steps and part.question:
            yield AskedFigure(asked_on=None, question=part.question)

    def _reopenings(self, part: Addressee) -> Iterator[ReopenedFigure]:
        """Each ending that did not stand, with why."""
        ending: StatusEvent | None = None
        for one in self._events(part):
            if one.after.is_ended:
                ending = one
            elif one.step.reopens:
                yield ReopenedFigure(
                    ended_on=ending.taken_on if ending else None, outcome=ending.outcome if ending else None,
                    impact_level=ending.impact_level if ending else None,
                    words=_words(ending, part) if ending else "", reopened_on=one.taken_on,
                    because=_words(one, part), was_withdrawn=one.step is Step.TAKE_UP,
                )
                ending = None

    def _events(self, part: Addressee) -> list[StatusEvent]:
        return self.shelves.of(StatusEvent, "addressee_id", part.id)

    def _retests(self, part: Addressee) -> Iterator[RetestFigure]:
        for raw in self.shelves.of(Retest, "addressee_id", part.id):
            one = raw.for_others()
            yield RetestFigure(planned_on=one.planned_on, done_on=one.done_on, result=one.result, words=one.words,
                               days=one.days)

    def _target(self, part: Addressee) -> str:
        """Where it went: another challenge by its reference, if that one may be told of; or as it was typed."""
        into = self.shelves.one(Challenge, part.merged_into_id)
        reference = into.reference if into and is_told(into) else "another challenge" if part.merged_into_id else ""
        return ", ".join(filter(None, (reference, part.target)))

    def _rewordings(self, challenge: Challenge) -> Iterator[RewordingFigure]:
        for raw in self.shelves.of(Rewording, "challenge_id", challenge.id):
            one, is_private = raw.for_others(), "text" in challenge.private
            yield RewordingFigure(
                reworded_on=one.reworded_on, before="" if is_private else one.words_before,
                after="" if is_private else one.words_after, why=one.why,
            )


def is_told(one: Challenge) -> bool:
    """Whether others may read of a challenge: put here or entered as found, and not for the scrutineer alone.

    A draft that was withdrawn was never put.
    """
    was_put = one.status is not Status.DRAFT and (one.raised_on is not None or one.origin is Origin.AS_FOUND)
    return was_put and one.visibility is not Visibility.PRIVATE


def _words(event: StatusEvent, part: Addressee) -> str:
    """What was said with a step, unless it is private there, or has become so in the part."""
    return "" if WORDS_OF.get(event.step) in part.private else event.for_others().words


def _settled_on(one: Action) -> date:
    """The day on which an action was done or dropped; where an older record has none, when that was noted."""
    noted_on = one.updated_at.date() if one.updated_at else date.min
    return one.done_on or one.dropped_on or noted_on
