"""Challenges and the parts of their parties: every step of the state table, party by party.

The rules are the domain's; here the records of a step are put together, asked for what is missing, and
handed to the gate in one act, the challenge's own status with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, PartyKind, Priority, Status
from scrutineer.domain.entity import Origin
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.lifecycle import (
    DUE_IN_ORDER,
    ROW_OF,
    WORDS,
    Facts,
    Step,
    missing_for,
    status_of,
    steps_from,
    waits_for,
)
from scrutineer.domain.lines import ChallengeLine, joint_name
from scrutineer.domain.organisation import Meeting
from scrutineer.domain.reply import Reply, Response
from scrutineer.domain.text import clean, one_line, opening
from scrutineer.register.desk import Records
from scrutineer.storage.gate import Act
from scrutineer.storage.lines import challenge_lines, count_open


class Offer(NamedTuple):
    """A next step for one part, and the sentence that says why it has to wait, if it has to."""

    step: Step
    waits: str


class Challenges(Records[Challenge]):
    """Challenges and their parts."""

    cls = Challenge

    def parts(self, challenge_id: str | None) -> list[Addressee]:
        """The parties a challenge was put to, in the order in which they were named."""
        found = self.desk.reader.all(Addressee, challenge_id=challenge_id)
        return sorted(found, key=lambda part: part.place)

    def part(self, addressee_id: str | None) -> Addressee:
        """One party's part. Raises NotFound."""
        return self.desk.reader.get(Addressee, addressee_id)

    def responses(self, addressee_id: str) -> list[Response]:
        """What a party answered, in the order in which it came."""
        return self.desk.reader.all(Response, addressee_id=addressee_id)

    def actions(self, addressee_id: str) -> list[Action]:
        """What a party agreed to do."""
        challenge_id = self.part(addressee_id).challenge_id      # by which actions are indexed
        return self.desk.reader.all(Action, challenge_id=challenge_id, addressee_id=addressee_id)

    def party_name(self, part: Addressee, names: Mapping[str, str] | None = None) -> str:
        """What a party is called: an agency, `LA (lead) with Police and ICB`, a body, the Partnership."""
        known = names if names is not None else self.desk.names()
        if part.kind is PartyKind.PARTNERSHIP:
            return "The Partnership"
        if part.kind is PartyKind.JOINT:
            others = [known.get(id_, "?") for id_ in part.agency_ids if id_ != part.lead_id]
            return joint_name(known.get(part.lead_id, "?") if part.lead_id else "", others)
        id_ = {PartyKind.AGENCY: part.agency_id, PartyKind.GROUP: part.group_id, PartyKind.BODY: part.body_id}
        return known.get(id_[part.kind] or "", "?")

    def answer_days(self, priority: Priority) -> int:
        """How many working days an answer may take; 0 when the clock is switched off."""
        rules = self.desk.partnership
        return {
            Priority.URGENT: rules.urgent_days, Priority.IMPORTANT: rules.important_days,
            Priority.ROUTINE: rules.routine_days,
        }[priority]

    def due_date(self, raised_on: date, priority: Priority, meeting_id: str | None = None) -> date | None:
        """By when an answer is asked for: the papers deadline of a meeting, or so many working days, if any."""
        meeting = self.desk.reader.find(Meeting, meeting_id)
        if meeting and meeting.papers_due_on:
            return meeting.papers_due_on
        days = self.answer_days(priority)
        return self.desk.calendar.after(raised_on, days) if days else None

    def draft(self, challenge: Challenge, parties: Iterable[Addressee] = ()) -> Challenge:
        """Keep a challenge that is still being worded; its title may be left to its first words.

        Raises Invalid when it was put already: its parties are then on record.
        """
        problems = self._not_put_yet(challenge)
        if problems:
            raise Invalid(problems)
        with self.desk.act() as act:
            saved = act.put(self._named(act, challenge))
            self._put_parties(act, saved, parties)
        return saved

    def reword(self, challenge: Challenge) -> Challenge:
        """Keep a challenge's words, title and circumstances as they now read.

        Raises Invalid without words, save for a challenge that was found without them.
        """
        challenge = challenge.cleaned()
        if challenge.origin is not Origin.AS_FOUND and not challenge.text.strip():
            raise Invalid([Problem(WORDS.field, WORDS.sentence)])
        with self.desk.act() as act:
            return act.put(self._named(act, challenge))

    def put_to(self, challenge: Challenge, parties: Sequence[Addressee]) -> Challenge:
        """Put a challenge to its parties. It takes the words, to whom, and the date.

        Due dates that are left out follow from the priority or the meeting. Raises Invalid.
        """
        raised_on = challenge.raised_on or self.desk.today()
        challenge = replace(challenge, raised_on=raised_on).cleaned()
        problems = self._not_put_yet(challenge)
        if not parties:
            problems.append(Problem("parties", "Say to whom it is put."))
        ready = []
        for part in parties:
            due_on = part.due_on or self.due_date(raised_on, challenge.priority, part.meeting_id)
            ready.append(replace(part, due_on=due_on, first_due_on=due_on))
            problems += missing_for(Step.PUT, part.status, Facts(challenge=challenge, part=ready[-1]))
            problems += ready[-1].problems()
        if problems:
            raise Invalid(dict.fromkeys(problems))
        raised = [replace(part, status=Status.RAISED) for part in ready]
        with self.desk.act() as act:
            saved = act.put(replace(self._named(act, challenge), status=Status.RAISED))
            self._put_parties(act, saved, raised)
        return saved

    def as_found(self, challenge: Challenge, parties: Iterable[Addressee]) -> Challenge:
        """Enter a challenge from an old log: any status, facts may be missing, no guard is asked.

        A party of which the log says nothing else stands where the challenge stands.
        """
        found = [
            replace(part, status=challenge.status if part.status is Status.DRAFT else part.status,
                    origin=Origin.AS_FOUND)
            for part in parties
        ]
        with self.desk.act() as act:
            saved = act.put(replace(self._named(act, challenge), origin=Origin.AS_FOUND))
            self._put_parties(act, saved, found)
            self._settle(act, saved.id)
        return self.get(saved.id)

    def _named(self, act: Act, challenge: Challenge) -> Challenge:
        if not challenge.title.strip() and not challenge.text.strip():
            raise Invalid([Problem("text", "Write the words of the challenge.")])
        return replace(
            challenge,
            title=challenge.title.strip() or opening(challenge.for_others().text),
            reference=challenge.reference or self.desk.next_reference(act, "C"),
            scrutineer_id=challenge.scrutineer_id or self.desk.me,
        )

    def _not_put_yet(self, challenge: Challenge) -> list[Problem]:
        stored = self.find(challenge.id) or Challenge(title="")
        if stored.status is Status.DRAFT:
            return []
        return [Problem("status", f"This challenge was put already: it is “{stored.status.label}”.")]

    def _put_parties(self, act: Act, challenge: Challenge, parties: Iterable[Addressee]) -> None:
        kept = [
            act.put(replace(part, challenge_id=challenge.id, place=place)) for place, part in enumerate(parties)
        ]
        for former in self.parts(challenge.id):
            if former.id not in {part.id for part in kept}:
                act.remove(former)

    # Each step below takes one party's part from where it stands to where the table says.

    def acknowledge(self, addressee_id: str, on: date) -> Addressee:
        """The party says it has it."""
        return self.take(Step.ACKNOWLEDGE, replace(self.part(addressee_id), acknowledged_on=on))

    def ask_more(self, addressee_id: str, question: str, due_on: date | None) -> Addressee:
        """The answer was not the whole of it: ask again, with a new date."""
        return self.take(Step.ASK_MORE, replace(
            self.part(addressee_id), question=question, due_on=due_on, meeting_id=None
        ))

    def agree_action(self, addressee_id: str, actions: Iterable[Action]) -> Addressee:
        """The party will do something: one action at least; owner and date may follow."""
        part = self.part(addressee_id)
        return self.take(Step.AGREE_ACTION, part, [self._agreed(part, one) for one in actions if one.text.strip()])

    def add_action(self, addressee_id: str, action: Action) -> Action:
        """The party will do something more, beside what it agreed to do; no status is changed. Raises Invalid."""
        part = self.part(addressee_id)
        if part.status is not Status.ACTION_AGREED:
            sentence = f"An action is added to others that were agreed; this part is “{part.status.label}”."
            raise Invalid([Problem("status", sentence)])
        with self.desk.act() as act:
            return act.put(self._agreed(part, action))

    def _agreed(self, part: Addressee, action: Action) -> Action:
        return replace(
            action, addressee_id=part.id, challenge_id=part.challenge_id, first_due_on=action.due_on,
            agency_id=action.agency_id or part.lead_id or part.agency_id, scrutineer_id=self.desk.me,
        )

    def test(self, addressee_id: str, test_plan: str, test_on: date | None) -> Addressee:
        """The party says it is done; I say how and when I will see whether anything changed."""
        return self.take(Step.TEST, replace(self.part(addressee_id), test_plan=test_plan, test_on=test_on))

    def close(
        self, addressee_id: str, outcome: Outcome | None, level: ImpactLevel | None, what_changed: str, on: date | None
    ) -> Addressee:
        """End one part with an outcome, a level and a sentence on what changed."""
        part = self.part(addressee_id)
        return self.take(Step.CLOSE, replace(
            part, outcome=outcome, impact_level=level, what_changed=what_changed, closed_on=on
        ))

    def take(self, step: Step, part: Addressee, new_actions: Iterable[Action] = ()) -> Addressee:
        """Take a step with a part as it would stand after it. Raises Invalid with all that is missing."""
        before, part = self.part(part.id).status, part.cleaned()
        added = list(new_actions)
        problems = missing_for(step, before, self._facts(part, added))
        if problems:
            raise Invalid(problems)
        with self.desk.act() as act:
            for action in added:
                act.put(action)
            saved = act.put(replace(part, status=ROW_OF[step].target))
            self._settle(act, saved.challenge_id)
        return saved

    def withdraw_part(self, addressee_id: str, because: str, told: str, on: date | None) -> Addressee:
        """End one party's part before an outcome; why, and who was told, are kept."""
        part = self.part(addressee_id)
        return self.take(Step.WITHDRAW, replace(part, withdrawn_because=because, told=told, closed_on=on))

    def withdraw(self, challenge_id: str, because: str, told: str, on: date | None) -> Challenge:
        """End a whole challenge before an outcome, with every part of it that has not ended."""
        challenge = self.get(challenge_id)
        if challenge.status.is_ended:
            raise Invalid([Problem("status", f"This challenge has ended already: it is “{challenge.status.label}”.")])
        facts: dict[str, Any] = {"withdrawn_because": clean(because), "told": one_line(told), "closed_on": on}
        challenge = replace(challenge, **facts)
        parts = [replace(part, **facts) for part in self.parts(challenge_id) if not part.status.is_ended]
        nobody = Addressee(kind=PartyKind.PARTNERSHIP, status=challenge.status, **facts)
        problems = [
            problem for part in parts or [nobody]
            for problem in missing_for(Step.WITHDRAW, part.status, Facts(challenge=challenge, part=part))
        ]
        if problems:
            raise Invalid(dict.fromkeys(problems))
        with self.desk.act(because) as act:
            for part in parts:
                act.put(replace(part, status=Status.WITHDRAWN))
            standing = [part.status for part in self.parts(challenge_id)]
            act.put(replace(challenge, status=status_of(standing) if standing else Status.WITHDRAWN))
            self._settle(act, challenge_id)
        return self.get(challenge_id)

    def move_date(self, addressee_id: str, due_on: date | None, why: str) -> Addressee:
        """Agree another date with a party; the first one stays on record, and so does the reason."""
        part = self.part(addressee_id)
        moved = replace(part, due_on=due_on, meeting_id=None)
        problems = []
        if not due_on or due_on == part.due_on:
            problems.append(Problem("due_on", "Give the new date."))
        if not DUE_IN_ORDER.is_met(Facts(challenge=self.get(part.challenge_id), part=moved)):
            problems.append(Problem(DUE_IN_ORDER.field, DUE_IN_ORDER.sentence))
        if not one_line(why):
            problems.append(Problem("why", "Say who asked for it, and why."))
        if not part.status.awaits_answer:
            problems.append(Problem("status", "No answer is awaited from this party, so there is no date to move."))
        if problems:
            raise Invalid(problems)
        with self.desk.act(why) as act:
            return act.put(moved)

    def next_steps(self, part: Addressee) -> list[Offer]:
        """What may be done with a part now; a step that has to wait says for what."""
        facts = self._facts(part, [])
        offers = []
        for step in steps_from(part.status):
            if step not in {Step.WITHDRAW, Step.PUT}:
                offers.append(Offer(step, " ".join(problem.sentence for problem in waits_for(step, facts))))
        return offers

    def lines(self, ids: Iterable[str] | None = None) -> list[ChallengeLine]:
        """The list: every challenge, or those with the given ids."""
        return challenge_lines(self.desk.record.database, ids)

    def count_open(self) -> int:
        """How many challenges were put and have not ended."""
        return count_open(self.desk.record.database)

    def _facts(self, part: Addressee, added: Sequence[Action]) -> Facts:
        responses = self.responses(part.id)
        return Facts(
            challenge=self.get(part.challenge_id), part=part, response=responses[-1] if responses else None,
            actions=(*self.actions(part.id), *added),
        )

    def _settle(self, act: Act, challenge_id: str | None) -> None:
        """Set the challenge's own status, level and end from its parts, in the same act."""
        challenge, parts = self.get(challenge_id), self.parts(challenge_id)
        status = status_of(part.status for part in parts) if parts else challenge.status
        levels = [part.impact_level for part in parts if part.impact_level]
        ends = [part.closed_on for part in parts if part.closed_on]
        act.put(replace(
            challenge, status=status,
            impact_level=max(levels, key=lambda level: level.rung) if levels else challenge.impact_level,
            closed_on=(max(ends) if ends else challenge.closed_on) if status.is_ended else None,
        ))

    def reply_of(self, response: Response) -> Reply:
        """What came in, of which a response is a part."""
        return self.desk.reader.get(Reply, response.reply_id)
