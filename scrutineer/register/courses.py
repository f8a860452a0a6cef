"""Each party's own course: every step of the state table, taken with one part while others move on.

The rules are the domain's; here the records of a step are put together, asked for what is missing, and
handed to the gate in one act: the part, the line that the step leaves, and the challenge's own status.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, PartyKind, Position, Stage, Status
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.lifecycle import ROW_OF, Facts, missing_for, out_of_order, status_of, steps_from, waits_for
from scrutineer.domain.reply import Response
from scrutineer.domain.retest import Retest, RetestResult
from scrutineer.domain.step import StatusEvent, Step, event_of, taken_up
from scrutineer.domain.text import clean, one_line
from scrutineer.register.desk import Desk
from scrutineer.register.evidence import EvidenceKept
from scrutineer.storage.gate import Act

_UNOFFERED = frozenset({Step.WITHDRAW})      # of one part: offered beside the others, not among them


class Offer(NamedTuple):
    """A next step for one part, and the sentence that says why it has to wait, if it has to."""

    step: Step
    waits: str


class Courses:
    """The steps of parts."""

    def __init__(self, desk: Desk, evidence: EvidenceKept) -> None:
        self.desk = desk
        self._evidence = evidence

    def part(self, addressee_id: str | None) -> Addressee:
        """One party's part. Raises NotFound."""
        return self.desk.reader.get(Addressee, addressee_id)

    def events(self, challenge_id: str) -> list[StatusEvent]:
        """The steps that the parts of a challenge took, in the order in which they were entered."""
        return self.desk.reader.all(StatusEvent, challenge_id=challenge_id)

    def next_steps(self, part: Addressee) -> list[Offer]:
        """What may be done with a part now; a step that has to wait says for what."""
        facts = self.facts(part)
        offers = []
        for step in steps_from(part.status):
            if step not in _UNOFFERED:
                offers.append(Offer(step, " ".join(problem.sentence for problem in waits_for(step, facts))))
        return offers

    def facts(self, part: Addressee, added: Sequence[Action] = ()) -> Facts:
        """All that the rules look at, with the part as it is handed in."""
        read = self.desk.reader.all
        responses = read(Response, addressee_id=part.id)
        actions = read(Action, challenge_id=part.challenge_id, addressee_id=part.id)
        shown = self._evidence.for_part(part, responses, actions)
        return Facts(
            challenge=self.desk.reader.get(Challenge, part.challenge_id), part=part,
            response=responses[-1] if responses else None, actions=(*actions, *added),
            kinds=tuple(one.kind for one in shown), has_independent=any(one.is_independent for one in shown),
            has_lasted=self._last_look(part) is RetestResult.SUSTAINED,
        )

    def _last_look(self, part: Addressee) -> RetestResult | None:
        """What the latest re-test found since the part was last reopened; one that was not made found nothing."""
        looks = [one for one in self.desk.reader.all(Retest, addressee_id=part.id)
                 if one.done_on and one.result is not RetestResult.NOT_TESTED]
        since = [one for one in looks if not part.reopened_on or (one.done_on or date.min) > part.reopened_on]
        in_order = sorted(since, key=lambda one: (one.done_on or date.min, one.updated_at))
        return in_order[-1].result if in_order else None

    # Each step takes one part from where it stands to where the table says.

    def take(
        self, step: Step, part: Addressee, new_actions: Iterable[Action] = (), on: date | None = None
    ) -> Addressee:
        """Take a step with a part as it would stand after it, today or on a day before.

        Raises Invalid with all that is missing.
        """
        before, day = self.part(part.id), on or self.desk.today()
        part = replace(part.cleaned(), first_due_on=before.first_due_on or part.first_due_on)
        added = list(new_actions)
        facts = self.facts(part, added)
        problems = missing_for(step, before.status, facts)
        problems += out_of_order(step, before, part, facts.challenge, day, self.desk.today())
        problems += self._merged_in_vain(part) if step is Step.END else []
        if problems:
            raise Invalid(dict.fromkeys(problems))
        with self.desk.act() as act:
            for action in added:
                act.put(action)
            saved = act.put(replace(part, status=ROW_OF[step].target))
            act.put(event_of(step, before, saved, day, self.desk.me))
            self.settle(act, saved.challenge_id)
        return saved

    def acknowledge(self, addressee_id: str, on: date) -> Addressee:
        """The party says it has it."""
        return self.take(Step.ACKNOWLEDGE, replace(self.part(addressee_id), acknowledged_on=on))

    def ask_more(self, addressee_id: str, question: str, due_on: date | None, on: date | None = None) -> Addressee:
        """The answer was not the whole of it: ask again, with a new date."""
        part = replace(self.part(addressee_id), question=question, due_on=due_on, meeting_id=None)
        return self.take(Step.ASK_MORE, part, on=on)

    def agree_action(self, addressee_id: str, actions: Iterable[Action], on: date | None = None) -> Addressee:
        """The party will do something: one action at least; owner and date may follow."""
        part = self.part(addressee_id)
        return self.take(Step.AGREE_ACTION, part, self._agreed(part, actions), on)

    def add_action(self, addressee_id: str, action: Action) -> Action:
        """The party will do something more, beside what it agreed to do; no status is changed. Raises Invalid."""
        part = self.part(addressee_id)
        if part.status is not Status.ACTION_AGREED:
            sentence = f"An action is added to others that were agreed; this part is “{part.status.label}”."
            raise Invalid([Problem("status", sentence)])
        if not action.text.strip():
            raise Invalid([Problem("text", "Write what will be done.")])
        with self.desk.act() as act:
            return act.put(self._agreed(part, [action])[0])

    def _agreed(self, part: Addressee, actions: Iterable[Action]) -> list[Action]:
        return [
            replace(one, addressee_id=part.id, challenge_id=part.challenge_id, first_due_on=one.due_on,
                    agency_id=one.agency_id or part.lead_id or part.agency_id, scrutineer_id=self.desk.me)
            for one in actions if one.text.strip()
        ]

    def test(self, addressee_id: str, test_plan: str, test_on: date | None, on: date | None = None) -> Addressee:
        """The party says it is done; I say how and when I will see whether anything changed."""
        return self.take(Step.TEST, replace(self.part(addressee_id), test_plan=test_plan, test_on=test_on), on=on)

    def close(
        self, addressee_id: str, outcome: Outcome | None, level: ImpactLevel | None, what_changed: str,
        on: date | None, stands_in: str = "",
    ) -> Addressee:
        """End one part with an outcome, a level and a sentence on what changed."""
        return self.take(Step.CLOSE, replace(
            self.part(addressee_id), outcome=outcome, impact_level=level, what_changed=what_changed, closed_on=on,
            stands_in=stands_in,
        ))

    def end(
        self, addressee_id: str, outcome: Outcome | None, on: date | None, *, because: str = "", minute_ref: str = "",
        target: str = "", merged_into_id: str | None = None,
    ) -> Addressee:
        """End one part from wherever it stands: not pursued, referred, merged, overtaken, or its risk accepted.

        A part that never answered keeps that as its position.
        """
        return self.finish(replace(
            self.part(addressee_id), outcome=outcome, closed_on=on, ended_because=because, minute_ref=minute_ref,
            target=target, merged_into_id=merged_into_id,
        ))

    def finish(self, part: Addressee) -> Addressee:
        """As `end`, with the part as it would stand. Raises Invalid."""
        answered = self.desk.reader.all(Response, addressee_id=part.id) or part.position or part.answered_on
        if not answered and part.status in {Status.RAISED, Status.ACKNOWLEDGED}:
            part = replace(part, position=Position.NO_RESPONSE)
        return self.take(Step.END, part)

    def _merged_in_vain(self, part: Addressee) -> list[Problem]:
        """What is wrong with the challenge into which a part is merged: it is gone, or ends here again."""
        if part.outcome is not Outcome.MERGED_INTO or not part.merged_into_id:
            return []
        into = self.desk.reader.find(Challenge, part.merged_into_id)
        if into is None or into.deleted_at:
            return [Problem("target", "The challenge into which it is merged is not here any more.")]
        waiting, seen = [into], {part.challenge_id}
        while waiting:
            one = waiting.pop()
            if one.id in seen or not one.status.is_ended:
                continue
            seen.add(one.id)
            ids = {other.merged_into_id for other in self.desk.reader.all(Addressee, challenge_id=one.id)}
            if part.challenge_id in ids:
                return [Problem("target", "That one was merged into this challenge, so nothing would stay open.")]
            waiting += self.desk.reader.all(Challenge, id=ids - {None})
        return []

    def end_all(
        self, challenge_id: str, outcome: Outcome | None, on: date | None, *, because: str = "", minute_ref: str = "",
        target: str = "", merged_into_id: str | None = None,
    ) -> Challenge:
        """End every part of a challenge that has not ended, in one act. Raises Invalid when nothing is open."""
        parts = [one for one in self.desk.reader.all(Addressee, challenge_id=challenge_id)
                 if not one.status.is_ended and one.status is not Status.DRAFT]
        if not parts:
            raise Invalid([Problem("status", "Nothing of this challenge is open.")])
        with self.desk.act():
            for part in parts:
                self.end(part.id, outcome, on, because=because, minute_ref=minute_ref, target=target,
                         merged_into_id=merged_into_id)
        return self.desk.reader.get(Challenge, challenge_id)

    def ask_again(self, addressee_id: str, because: str, due_on: date | None, on: date | None) -> Addressee:
        """What was closed is asked again, with a new date."""
        return self.reopen(Step.ASK_AGAIN, replace(
            self.part(addressee_id), reopened_because=because, reopened_on=on, due_on=due_on, meeting_id=None
        ))

    def act_again(self, addressee_id: str, because: str, actions: Iterable[Action], on: date | None) -> Addressee:
        """What was closed needs another action."""
        part = replace(self.part(addressee_id), reopened_because=because, reopened_on=on)
        return self.reopen(Step.ACT_AGAIN, part, actions)

    def reopen(self, step: Step, part: Addressee, actions: Iterable[Action] = ()) -> Addressee:
        """Reopen a part as it would stand; its reference and its earlier ending stay on record. Raises Invalid."""
        return self.take(step, taken_up(step, part), self._agreed(part, actions))

    def take_up(self, addressee_id: str, because: str, on: date | None) -> Addressee:
        """What was withdrawn is worded and put again."""
        part = replace(self.part(addressee_id), reopened_because=because, reopened_on=on)
        return self.reopen(Step.TAKE_UP, part)

    def put_part(self, addressee_id: str, due_on: date | None, on: date | None = None) -> Addressee:
        """Put the challenge to one more party, or again to one for which it was withdrawn.

        A challenge that was put to nobody before is then put on that day.
        """
        part, day = self.part(addressee_id), on or self.desk.today()
        challenge = self.desk.reader.get(Challenge, part.challenge_id)
        meeting_id = part.meeting_id if due_on == part.due_on else None
        with self.desk.act() as act:
            if challenge.status is Status.DRAFT and challenge.raised_on is None:
                act.put(replace(challenge, raised_on=day))
            part = replace(part, due_on=due_on, first_due_on=part.first_due_on or due_on, meeting_id=meeting_id)
            return self.take(Step.PUT, part, on=day)

    def withdraw_part(self, addressee_id: str, because: str, told: str, on: date | None) -> Addressee:
        """End one party's part before an outcome; why, and who was told, are kept."""
        part = self.part(addressee_id)
        return self.take(Step.WITHDRAW, replace(part, withdrawn_because=because, told=told, closed_on=on))

    def withdraw(self, challenge_id: str, because: str, told: str, on: date | None) -> Challenge:
        """End a whole challenge before an outcome, with every part of it that has not ended."""
        challenge = self.desk.reader.get(Challenge, challenge_id)
        if challenge.status.is_ended:
            raise Invalid([Problem("status", f"This challenge has ended already: it is “{challenge.status.label}”.")])
        facts: dict[str, Any] = {"withdrawn_because": clean(because), "told": one_line(told), "closed_on": on}
        challenge = replace(challenge, **facts)
        everyone = self.desk.reader.all(Addressee, challenge_id=challenge_id)
        parts = [part for part in everyone if not part.status.is_ended]
        nobody = Addressee(kind=PartyKind.PARTNERSHIP, status=challenge.status)
        problems = []
        for part in parts or [nobody]:
            after = replace(part, **facts)
            problems += missing_for(Step.WITHDRAW, part.status, Facts(challenge=challenge, part=after))
            problems += out_of_order(Step.WITHDRAW, part, after, challenge, self.desk.today(), self.desk.today())
        if problems:
            raise Invalid(dict.fromkeys(problems))
        with self.desk.act(because) as act:
            for part in parts:
                saved = act.put(replace(part, status=Status.WITHDRAWN, **facts))
                act.put(event_of(Step.WITHDRAW, part, saved, on, self.desk.me))
            act.put(replace(challenge, status=challenge.status if everyone else Status.WITHDRAWN))
            self.settle(act, challenge_id)
        return self.desk.reader.get(Challenge, challenge_id)

    def settle(self, act: Act, challenge_id: str | None) -> None:
        """Set the challenge's own status, stage, level and end from its parts, in the same act.

        Why it was withdrawn as a whole is true of it for as long as it has ended; the steps keep it.
        """
        challenge = self.desk.reader.get(Challenge, challenge_id)
        parts = self.desk.reader.all(Addressee, challenge_id=challenge_id)
        status = status_of(part.status for part in parts) if parts else challenge.status
        levels = [part.impact_level for part in parts if part.impact_level]
        ends = [part.closed_on for part in parts if part.closed_on]
        is_as_found = not any(part.reopened_on for part in parts)      # what an old log says of the whole still stands
        found, found_on = (challenge.impact_level, challenge.closed_on) if is_as_found else (None, None)
        rungs = [part.stage for part in parts if part.stage and (status.is_ended or not part.status.is_ended)]
        stage = max(rungs, key=lambda one: one.rung) if rungs else _without_parts_of_its_own(challenge, parts)
        act.put(replace(
            challenge, status=status, stage=stage,
            impact_level=max(levels, key=lambda level: level.rung) if levels else found,
            closed_on=max(ends, default=found_on) if status.is_ended else None,
            withdrawn_because=challenge.withdrawn_because if status.is_ended else "",
            told=challenge.told if status.is_ended else "",
        ))


def _without_parts_of_its_own(challenge: Challenge, parts: Sequence[Addressee]) -> Stage:
    """The stage where no part is on the ladder: as it was found, until a part has been there."""
    return Stage.DIRECT if any(part.stage for part in parts) else challenge.stage
