"""Legal and illegal steps in any order, tried on a register and on the model beside it.

Every step is tried as the model allows it: what it does not allow has to be refused in sentences, each with
its field, and to leave no trace.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from scrutineer.domain.action import Action, ActionStatus, Seen
from scrutineer.domain.challenge import Addressee, Challenge, PartyKind, Position, Status
from scrutineer.domain.errors import Invalid
from scrutineer.domain.evidence import EvidenceKind
from scrutineer.domain.organisation import Agency
from scrutineer.domain.records import ENTITIES
from scrutineer.domain.reply import Reply, ReplyKind
from scrutineer.domain.update import ProgressUpdate, Side
from scrutineer.register.register import Register
from scrutineer.register.replies import Answer
from scrutineer.storage import history, replay
from tests.factories import MOMENT, TODAY, a_partnership, a_scrutineer, an_activity, an_evidence
from tests.register.model import AWAITS, OPEN, Ch, Part, said

DAY = timedelta(days=1)
PUT_ON = TODAY - 30 * DAY
FIELDS = {spec.name for cls in ENTITIES for spec in dataclasses.fields(cls)} | {"parties", "answers", "on", "actions"}

# What is typed: mostly what an honest hand would type, and now and then what it would not.
numbers = st.integers(0, 30)
days = st.sampled_from([0] * 12 + [-1, -3, -31, 1, None]).map(lambda n: None if n is None else TODAY + n * DAY)
ahead = st.sampled_from([5, 9, 20] * 4 + [0, -40, None]).map(lambda n: None if n is None else TODAY + n * DAY)
words = st.sampled_from(["Because it is so.", "Because."] * 6 + ["", " \x07"])
likely = st.sampled_from([True] * 7 + [False])      # whether a part is chosen with which the step may be taken
flags = st.booleans()


def when(*statuses: str) -> Callable[[Any], Any]:
    """A rule that is tried while some part is there with which the step may be taken, though not always with it."""
    return precondition(lambda self: any(part.status in statuses for part in self.parts))


def while_few(machine: Machine) -> bool:
    """Whether there is room for another challenge."""
    return len(machine.challenges) < 4


class Machine(RuleBasedStateMachine):
    """Drives a register and the model side by side, from putting a challenge to what shows that it changed."""

    path: Path      # where records are made, one after the other

    @initialize()
    def begin(self) -> None:
        ticks = count()
        type(self).path = type(self).path.with_name(f"{uuid4().hex}.scrutiny")
        self.register = Register.begin(
            self.path, "three invented words", a_partnership(), a_scrutineer(), today=lambda: TODAY,
            now=lambda: MOMENT + next(ticks) * timedelta(seconds=1),
        )
        self.database = self.register.desk.record.database
        self.challenges: list[Ch] = []
        self.links: dict[str, tuple[str, bool]] = {}      # the subject of each link, and whether it is independent
        self.actions: dict[str, Part] = {}                # whose each action is
        self.reports: dict[str, list[tuple[date, int, bool]]] = {}      # of each: the day, and whether it is settled
        self.retests: dict[str, Part] = {}
        self.chosen: Part | None = None                   # whose every step is, for a while
        self.order: list[str] = []                        # re-tests as they were noted, one after the other
        self.agencies = self.register.agencies.add([Agency(name=f"Agency {n}") for n in range(4)])
        self.visit = self.register.activities.save(an_activity())
        self.policy = self.register.evidence.save(an_evidence(kind=EvidenceKind.POLICY))

    def teardown(self) -> None:
        if hasattr(self, "register"):
            self.look_over()
            self.register.close()
            self.path.unlink()

    def look_over(self) -> None:
        """The record is what its history says, and the history stands."""
        assert list(replay.differences(self.database)) == []
        assert list(history.faults(self.database)) == []

    # How a step is tried: as the model allows it, or with a refusal that says why and leaves no trace.

    def attempt(self, allowed: bool, verb: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """What the verb gives back, or None where it was refused as it should be."""
        before, done, problems = history.newest_id(self.database), None, ()
        try:
            done = verb(*args, **kwargs)
        except Invalid as refusal:
            problems = refusal.problems
        assert bool(problems) is not allowed, f"{verb.__name__}: {problems}"
        for problem in problems:
            assert problem.field in FIELDS
            assert problem.sentence.lstrip("“")[0].isupper()
            assert problem.sentence.endswith(".")
        assert allowed or history.newest_id(self.database) == before
        return done

    @property
    def parts(self) -> list[Part]:
        return [part for challenge in self.challenges for part in challenge.parts]

    def pick(self, at: int, suits: bool, *statuses: str) -> Part | None:
        """Some part: one from which the step leads, when it is to suit and there is one."""
        if self.chosen:
            return self.chosen
        found = [part for part in self.parts if part.status in statuses] if suits else []
        found = found or self.parts
        return found[at % len(found)] if found else None

    def some(self, at: int, number: int, *statuses: str) -> list[Part]:
        """Up to `number` different parts, mostly such as suit."""
        if self.chosen:
            return [self.chosen]
        found = [part for part in self.parts if part.status in statuses] or self.parts
        return [found[(at + n) % len(found)] for n in range(min(number, len(found)))]

    def to_do(self, part: Part) -> bool:
        return any(whose is part and self.is_open(action) for action, whose in self.actions.items())

    def is_shown(self, part: Part) -> bool:
        subjects = {part.id, part.challenge.id}
        return any(seen and subject in subjects for subject, seen in self.links.values())

    # Putting

    @precondition(while_few)
    @rule(number=st.integers(1, 3), jointly=flags, draft=flags, text=words, due=ahead)
    def put(self, number: int, jointly: bool, draft: bool, text: str, due: date | None) -> None:
        ids = [agency.id for agency in self.agencies]
        parties = [Addressee(agency_id=ids[n], due_on=due) for n in range(number)]
        if jointly:
            parties[0] = Addressee(kind=PartyKind.JOINT, agency_ids=tuple(ids[:3]), due_on=due)
        challenge = Challenge(title="Title", text=text, raised_on=None if draft else PUT_ON)
        is_put = said(text) and (due is None or due >= PUT_ON)
        verb = self.register.challenges.draft if draft else self.register.challenges.put_to
        if self.attempt(draft or is_put, verb, challenge, parties):
            self.enter(Ch(challenge.id, challenge.raised_on, said(text)), "draft" if draft else "raised")

    def enter(self, model: Ch, status: str) -> None:
        for part in self.register.challenges.parts(model.id):
            first = part.due_on if status == "raised" else None
            model.parts.append(Part(part.id, model, part.due_on, status, first))
        self.challenges.append(model)

    @precondition(while_few)
    @rule(statuses=st.lists(st.sampled_from([*OPEN, "closed", "withdrawn"]), min_size=1, max_size=2), text=words)
    def as_found(self, statuses: list[str], text: str) -> None:
        parties = [Addressee(kind=PartyKind.PARTNERSHIP, status=Status(status)) for status in statuses]
        found = Challenge(title="Old", text=text, status=Status(statuses[0]))
        self.attempt(True, self.register.challenges.as_found, found, parties)
        self.enter(Ch(found.id, None, said(text)), "")
        for part, status in zip(self.challenges[-1].parts, statuses, strict=True):
            part.status = status

    @when("draft")
    @rule(at=numbers, suits=likely, due=ahead, on=days)
    def put_part(self, at: int, suits: bool, due: date | None, on: date | None) -> None:
        part = self.pick(at, suits, "draft")
        if part:
            day, challenge = on or TODAY, part.challenge
            raised = challenge.raised or (day if challenge.status == "draft" else None)
            fits = day <= TODAY and (raised is None or (day >= raised and (due is None or due >= raised)))
            allowed = part.status == "draft" and challenge.worded and fits
            if self.attempt(allowed, self.register.courses.put_part, part.id, due, on):
                part.status, part.due, part.first_due, challenge.raised = "raised", due, part.first_due or due, raised

    @when("draft")
    @rule(at=numbers, due=ahead)
    def put_draft(self, at: int, due: date | None) -> None:
        if not self.challenges:
            return
        challenge = self.challenges[at % len(self.challenges)]
        drafts = {part.id: part for part in challenge.parts if part.status == "draft"}
        parties = [dataclasses.replace(self.register.challenges.part(id_), due_on=due) for id_ in drafts]
        raised = challenge.raised or TODAY
        allowed = challenge.status == "draft" and challenge.worded and (due is None or due >= raised)
        stored = self.register.challenges.get(challenge.id)
        if self.attempt(allowed, self.register.challenges.put_to, stored, parties):
            challenge.raised = raised
            for part in drafts.values():
                part.status, part.due = "raised", self.register.challenges.part(part.id).due_on
                part.first_due = part.first_due or part.due

    @precondition(lambda self: self.challenges and len(self.parts) < 10)
    @rule(at=numbers, on=days)
    def put_also_to(self, at: int, on: date | None) -> None:
        if not self.challenges or len(self.parts) > 9:
            return
        challenge, day = self.challenges[at % len(self.challenges)], on or TODAY
        fits = day <= TODAY and (challenge.raised is None or day >= challenge.raised)
        party = Addressee(agency_id=self.agencies[3].id)
        allowed = challenge.status in OPEN and challenge.worded and fits
        if self.attempt(allowed, self.register.challenges.put_also_to, challenge.id, [party], on):
            due = self.register.challenges.part(party.id).due_on
            challenge.parts.append(Part(party.id, challenge, due, "raised", due))

    @precondition(lambda self: self.challenges)
    @rule(at=numbers, text=words, slip=flags)
    def reword(self, at: int, text: str, slip: bool) -> None:
        if self.challenges:
            model = self.challenges[at % len(self.challenges)]
            stored = dataclasses.replace(self.register.challenges.get(model.id), text=text, status=Status.CLOSED)
            was_found = stored.origin == "as_found"
            if self.attempt(said(text) or was_found, self.register.challenges.reword, stored, is_slip=slip):
                model.worded = said(text)

    # What they say

    @when("raised")
    @rule(at=numbers, suits=likely, on=days)
    def acknowledge(self, at: int, suits: bool, on: date | None) -> None:
        part = self.pick(at, suits, "raised")
        if part:
            allowed = part.status == "raised" and part.takes(on)
            if self.attempt(allowed, self.register.courses.acknowledge, part.id, on):
                part.status = "acknowledged"

    @when(*AWAITS)
    @rule(at=numbers, number=st.integers(0, 3), on=days, text=words, holding=st.sampled_from([False, False, True]),
          position=st.sampled_from([*Position, Position.ACCEPTED, None]))  # fmt: skip
    def reply(self, at: int, number: int, on: date | None, text: str, holding: bool, position: Any) -> None:
        parts = self.some(at, number, *AWAITS)
        early = any(on and part.challenge.raised and on < part.challenge.raised for part in parts)
        is_said = holding or (said(text) and position is not None and position.is_said)
        allowed = bool(parts) and on is not None and on <= TODAY and not early and is_said
        allowed = allowed and all(part.status != "draft" for part in parts)
        reply = Reply(received_on=on, text=text, kind=ReplyKind.HOLDING if holding else ReplyKind.ANSWER)
        if self.attempt(allowed, self.register.replies.record, reply, {part.id: Answer(position) for part in parts}):
            for part in parts:
                if holding:
                    part.status = "acknowledged" if part.status == "raised" else part.status
                else:
                    part.hear(on)

    @when("responded", "action_agreed")
    @rule(at=numbers, suits=likely, question=words, due=ahead, on=days)
    def ask_more(self, at: int, suits: bool, question: str, due: date | None, on: date | None) -> None:
        part = self.pick(at, suits, "responded", "action_agreed")
        if part:
            is_new = due is not None and (part.answered is None or due > part.answered)
            fits = part.status in {"responded", "action_agreed"} and part.takes(on or TODAY)
            allowed = fits and is_new and said(question)
            if self.attempt(allowed, self.register.courses.ask_more, part.id, question, due, on):
                part.status, part.due = "further_information", due

    # What they do

    @when("responded", "testing_impact")
    @rule(at=numbers, suits=likely, number=st.integers(0, 2), on=days)
    def agree_action(self, at: int, suits: bool, number: int, on: date | None) -> None:
        part = self.pick(at, suits, "responded", "testing_impact")
        if part:
            agreed = [Action(text="Audit.", due_on=TODAY) for _ in range(number)] + [Action(text=" ")]
            allowed = part.status in {"responded", "testing_impact"} and bool(number or self.to_do(part))
            allowed = allowed and part.takes(on or TODAY)
            if self.attempt(allowed, self.register.courses.agree_action, part.id, agreed, on):
                part.status = "action_agreed"
                self.note_actions(part)

    def note_actions(self, part: Part) -> None:
        for action in self.register.challenges.actions(part.id):
            self.actions.setdefault(action.id, part)
            self.reports.setdefault(action.id, [])

    @precondition(lambda self: self.actions)
    @rule(at=numbers, side=st.sampled_from(Side), status=st.sampled_from([ActionStatus.DONE, *ActionStatus, None]),
          seen=st.sampled_from([*Seen, None]), on=days, text=words)  # fmt: skip
    def update(self, at: int, side: Side, status: Any, seen: Any, on: date | None, text: str) -> None:
        if not self.actions:
            return
        action = list(self.actions)[at % len(self.actions)]
        line = ProgressUpdate(action_id=action, side=side, status=status, seen=seen, noted_on=on, text=text)
        is_said = seen is not None if side is Side.SEEN else said(text) or status not in {None, ActionStatus.DROPPED}
        if self.attempt(is_said and on is not None and on <= TODAY, self.register.updates.note, line):
            if side is Side.REPORTED and status:
                self.reports[action].append((on, len(self.reports[action]), status.is_settled))
            assert self.register.actions.get(action).status.is_settled is (not self.is_open(action))

    def is_open(self, action: str) -> bool:
        return not (self.reports[action] and max(self.reports[action])[2])

    @when("responded", "action_agreed")
    @rule(at=numbers, suits=likely, plan=words, test_on=ahead, on=days)
    def test(self, at: int, suits: bool, plan: str, test_on: date | None, on: date | None) -> None:
        part = self.pick(at, suits, "responded", "action_agreed")
        if part:
            allowed = part.status in {"responded", "action_agreed"} and not self.to_do(part) and said(plan)
            allowed = allowed and test_on is not None and part.takes(on or TODAY)
            if self.attempt(allowed, self.register.courses.test, part.id, plan, test_on, on):
                part.status = "testing_impact"

    # What shows it

    @precondition(lambda self: self.challenges)
    @rule(at=numbers, whole=flags, seen=flags)
    def link(self, at: int, whole: bool, seen: bool) -> None:
        part = self.pick(at, False)
        if part:
            subject = (self.register.challenges.get(part.challenge.id) if whole
                       else self.register.challenges.part(part.id))
            made = self.attempt(True, self.register.evidence.link, subject, self.visit if seen else self.policy)
            self.links[made.id] = (subject.id, seen)

    @precondition(lambda self: self.links)
    @rule(at=numbers)
    def unlink(self, at: int) -> None:
        if self.links:
            link = list(self.links)[at % len(self.links)]
            del self.links[link]
            self.register.evidence.unlink(link)
