"""No order of steps leads to a state that the model forbids, and history tells exactly what stands.

From how parts end and begin again to the ladder, dates, re-tests and successions; what comes before is in
`machine`, and what is allowed in `model`.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.challenge import ImpactLevel, Outcome, Position, Stage
from scrutineer.domain.escalation import EscalationStep
from scrutineer.domain.organisation import Agency, Change
from scrutineer.domain.retest import RetestResult
from scrutineer.domain.update import Side
from tests.factories import TODAY
from tests.register.machine import DAY, Machine, ahead, days, flags, likely, numbers, when, words
from tests.register.model import AWAITS, OPEN, TELLS_CHANGE, Part, said

# An outcome with a level that tells the same story, mostly.
endings = st.one_of(
    *(st.sampled_from([(Outcome(one), level) for level in ImpactLevel if level.rung in rungs])
      for one, rungs in TELLS_CHANGE.items()),
    st.tuples(st.sampled_from([*Outcome, None]), st.sampled_from([*ImpactLevel, None])),
)


class Courses(Machine):
    """The rest of what may happen to a part, and what must be true after every step."""

    @when("responded", "testing_impact")
    @rule(at=numbers, suits=likely, ending=endings, changed=words, on=days, reason=st.just("") | words)
    def close(self, at: int, suits: bool, ending: Any, changed: str, on: date | None, reason: str) -> None:
        part, (outcome, level) = self.pick(at, suits, "responded", "testing_impact"), ending
        if part:
            rung = level.rung if level else 0
            reach = 2 if not self.is_shown(part) else 5 if part.has_lasted else 4
            assured = outcome == "assured_no_change_needed"
            stands = said(reason) or (rung <= reach and (self.is_shown(part) or not assured))
            allowed = (
                part.status in {"responded", "testing_impact"} and not self.to_do(part) and said(changed)
                and outcome in TELLS_CHANGE and level is not None and rung in TELLS_CHANGE[outcome] and stands
                and (part.status == "testing_impact" or assured) and part.takes(on, ends=True)
            )
            if self.attempt(allowed, self.register.courses.close, part.id, outcome, level, changed, on, reason):
                part.status, part.closed, part.level, part.reason = "closed", on, rung, said(reason)
                part.ended_here, part.assured = True, assured

    @when(*OPEN)
    @rule(at=numbers, suits=likely, outcome=st.sampled_from([*Outcome, None]), on=days, because=words, minute=words,
          into=st.integers(-4, 3))  # fmt: skip
    def end(self, at: int, suits: bool, outcome: Any, on: date | None, because: str, minute: str, into: int) -> None:
        part = self.pick(at, suits, *OPEN)
        if part:
            other = self.challenges[into % len(self.challenges)] if into >= 0 else None
            allowed = part.may_end(outcome, on, because, minute, other)
            if self.attempt(allowed, self.register.courses.end, part.id, outcome, on, because=because,
                            minute_ref=minute, merged_into_id=other.id if other else None):  # fmt: skip
                part.end(on, other)

    @when(*OPEN)
    @rule(at=numbers, outcome=st.sampled_from(["not_pursued", "unresolved_risk_accepted"]), on=days, because=words)
    def end_all(self, at: int, outcome: str, on: date | None, because: str) -> None:
        if self.challenges:
            challenge = self.challenges[at % len(self.challenges)]
            parts = [part for part in challenge.parts if part.status in OPEN]
            allowed = bool(parts) and all(part.may_end(outcome, on, because, because, None) for part in parts)
            if self.attempt(allowed, self.register.courses.end_all, challenge.id, Outcome(outcome), on,
                            because=because, minute_ref=because):  # fmt: skip
                for part in parts:
                    part.end(on, None)

    def may_withdraw(self, part: Part, because: str, told: str, on: date | None) -> bool:
        is_draft = part.status == "draft"      # nobody saw it, and it may be meant for a day to come
        fits = on is not None and on <= TODAY and not (part.reopened and on < part.reopened)
        return said(because) and fits and (is_draft or (said(told) and part.takes(on))) and not part.has_ended

    @when("draft", *OPEN)
    @rule(at=numbers, suits=likely, because=words, told=words, on=days)
    def withdraw_part(self, at: int, suits: bool, because: str, told: str, on: date | None) -> None:
        part = self.pick(at, suits, "draft", *OPEN)
        if part:
            allowed = self.may_withdraw(part, because, told, on)
            if self.attempt(allowed, self.register.courses.withdraw_part, part.id, because, told, on):
                part.status, part.closed = "withdrawn", on

    @when("draft", *OPEN)
    @rule(at=numbers, because=words, told=words, on=days)
    def withdraw(self, at: int, because: str, told: str, on: date | None) -> None:
        if self.challenges:
            challenge = self.challenges[at % len(self.challenges)]
            parts = [part for part in challenge.parts if not part.has_ended]
            allowed = not challenge.has_ended and all(self.may_withdraw(part, because, told, on) for part in parts)
            if self.attempt(allowed, self.register.courses.withdraw, challenge.id, because, told, on):
                for part in parts:
                    part.status, part.closed = "withdrawn", on

    # How it begins again

    @when("closed")
    @rule(at=numbers, suits=likely, because=words, due=ahead, on=days)
    def ask_again(self, at: int, suits: bool, because: str, due: date | None, on: date | None) -> None:
        part = self.pick(at, suits, "closed")
        if part:
            allowed = part.status == "closed" and said(because) and self.may_reopen(part, on)
            allowed = allowed and due is not None and on is not None and due > on
            if self.attempt(allowed, self.register.courses.ask_again, part.id, because, due, on):
                part.begin_again("raised", on)
                part.due = due

    @when("closed")
    @rule(at=numbers, suits=likely, because=words, number=st.integers(0, 1), on=days)
    def act_again(self, at: int, suits: bool, because: str, number: int, on: date | None) -> None:
        part = self.pick(at, suits, "closed")
        if part:
            allowed = part.status == "closed" and said(because) and self.may_reopen(part, on)
            allowed = allowed and bool(number or self.to_do(part))
            agreed = [Action(text="Audit again.")] * number
            if self.attempt(allowed, self.register.courses.act_again, part.id, because, agreed, on):
                part.begin_again("action_agreed", on)
                self.note_actions(part)

    @when("withdrawn")
    @rule(at=numbers, suits=likely, because=words, on=days)
    def take_up(self, at: int, suits: bool, because: str, on: date | None) -> None:
        part = self.pick(at, suits, "withdrawn")
        if part:
            allowed = part.status == "withdrawn" and said(because) and self.may_reopen(part, on)
            if self.attempt(allowed, self.register.courses.take_up, part.id, because, on):
                part.begin_again("draft", on)

    @staticmethod
    def may_reopen(part: Part, on: date | None) -> bool:
        return on is not None and on <= TODAY and not (part.closed and on < part.closed)

    # What is another thing than the status: dates, the ladder, looks again, who follows whom

    @when(*AWAITS)
    @rule(at=numbers, number=st.integers(1, 3), due=ahead, why=words, on=days)
    def extend(self, at: int, number: int, due: date | None, why: str, on: date | None) -> None:
        parts = self.some(at, number, *AWAITS)
        moving = [part for part in parts if part.due != due] or parts
        if parts:
            allowed = said(why) and (on is None or on <= TODAY) and all(
                due is not None and due != part.due and part.status in AWAITS
                and (part.challenge.raised is None or due >= part.challenge.raised) for part in moving
            )
            ids = [part.id for part in parts]
            if self.attempt(allowed, self.register.extensions.extend, ids, due, why, on=on):
                for part in moving:
                    part.first_due, part.due = part.first_due or part.due or due, due

    @precondition(lambda self: self.actions)
    @rule(at=numbers, due=ahead, why=words)
    def extend_action(self, at: int, due: date | None, why: str) -> None:
        if self.actions:
            action = list(self.actions)[at % len(self.actions)]
            stands = self.register.actions.get(action)
            allowed = due not in {None, stands.due_on} and said(why) and self.is_open(action)
            if self.attempt(allowed, self.register.extensions.extend_action, action, due, why):
                now = self.register.actions.get(action)
                assert (now.due_on, now.first_due_on) == (due, stands.first_due_on or stands.due_on or due)

    @when(*OPEN)
    @rule(at=numbers, number=st.integers(1, 3), stage=st.sampled_from(Stage), up=flags, on=days,
          why=st.just("") | words)  # fmt: skip
    def escalate(self, at: int, number: int, stage: Stage, up: bool, on: date | None, why: str) -> None:
        parts = self.some(at, number, *OPEN)
        if parts:
            stage = list(Stage)[min(parts[0].rung + 1, 5)] if up else stage
            allowed = all(
                part.status in OPEN and part.takes(on) and stage.rung != part.rung
                and (said(why) or stage.rung == part.rung + 1) for part in parts
            )
            ids, step = [part.id for part in parts], EscalationStep(stage=stage, stepped_on=on, why=why)
            if self.attempt(allowed, self.register.escalations.escalate, ids, step):
                for part in parts:
                    part.rung = stage.rung

    @when("closed")
    @rule(at=numbers, suits=likely, planned_on=ahead)
    def plan_a_look(self, at: int, suits: bool, planned_on: date | None) -> None:
        part = self.pick(at, suits, "closed")
        if part:
            allowed = part.status == "closed" and planned_on is not None
            planned = self.attempt(allowed, self.register.retests.plan, part.id, planned_on)
            if planned:
                self.retests[planned.id] = part

    @precondition(lambda self: self.retests)
    @rule(at=numbers, result=st.sampled_from([RetestResult.SUSTAINED, *RetestResult, None]), on=days, text=words)
    def look_again(self, at: int, result: Any, on: date | None, text: str) -> None:
        if not self.retests:
            return
        retest = list(self.retests)[at % len(self.retests)]
        part = self.retests[retest]
        is_late = on is not None and on <= TODAY and not (part.status == "closed" and part.closed and on < part.closed)
        allowed = is_late and result is not None and (said(text) or result == "not_tested")
        text = f"{text} {len(self.order)}" if said(text) else text      # so that each is entered after the last
        if self.attempt(allowed, self.register.retests.record, retest, result, on, text):
            self.order.append(retest)
            part.looks[retest] = (on, len(self.order), result.value)
            if part.status == "closed" and part.level in {4, 5}:
                lifted = 5 if part.has_lasted else 4 if not part.reason else part.level
                part.level = lifted

    @precondition(lambda self: len(self.register.agencies.all()) < 8)
    @rule(at=st.integers(0, 3))
    def succeed(self, at: int) -> None:
        old = self.register.agencies.get(self.agencies[at].id)
        self.agencies[at] = Agency(name=f"After {old.name}")
        self.attempt(True, self.register.successions.follow, [old], [self.agencies[at]], Change.RENAMED, TODAY)
        assert self.register.successions.open_with(old.id) == ([], [], [], [], [])

    @precondition(lambda self: self.challenges)
    @rule(at=numbers, times=st.integers(1, 6), acts=flags)
    def go_on(self, at: int, times: int, acts: bool) -> None:
        """One part goes some honest steps further, so that what follows is tried from wherever a part may stand."""
        self.chosen, later, why = self.pick(at, False), TODAY + 9 * DAY, "Because."
        tested = partial(self.test, 0, True, why, later, TODAY)
        honest: dict[str, Any] = {
            "draft": lambda: self.put_part(0, True, later, TODAY),
            "responded": lambda: self.agree_action(0, True, 1, TODAY) if acts else tested(),
            "action_agreed": tested,
            "testing_impact": lambda: self.close(
                0, True, (Outcome.IMPACT_EVIDENCED, ImpactLevel.DIFFERENCE), why, TODAY, why if acts else ""
            ),
            "closed": lambda: self.ask_again(0, True, why, later, TODAY),
            "withdrawn": lambda: self.take_up(0, True, why, TODAY),
        } | dict.fromkeys(AWAITS, lambda: self.reply(0, 1, TODAY, why, False, Position.ACCEPTED))
        for _ in range(times):
            for place, action in enumerate(self.actions):
                if self.actions[action] is self.chosen and self.is_open(action) and not acts:
                    self.update(place, Side.REPORTED, ActionStatus.DONE, None, TODAY, why)
            honest[self.chosen.status]()
        self.chosen = None

    # What must be true

    @rule()
    def look_it_over(self) -> None:
        self.look_over()

    @invariant()
    def the_record_says_what_the_model_says(self) -> None:
        for model in getattr(self, "challenges", ()):
            challenge = self.register.challenges.get(model.id)
            level = challenge.impact_level.rung if challenge.impact_level else None
            assert (challenge.status, challenge.stage.rung, level) == (model.status, model.rung, model.level)
            ends = [part.closed for part in model.parts if part.closed]
            assert challenge.closed_on == (max(ends, default=None) if model.has_ended else None)
            assert challenge.raised_on == model.raised
            stored = {part.id: part for part in self.register.challenges.parts(model.id)}
            assert set(stored) == {part.id for part in model.parts}
            for part in model.parts:
                self.compare(part, stored[part.id])

    @invariant()
    def a_level_that_lost_its_evidence_hangs_loose_and_no_other(self) -> None:
        if hasattr(self, "register"):
            lacking = {part.id for part in self.parts if part.lacks_evidence(is_shown=self.is_shown(part))}
            loose = {row.deed_id for row in self.register.today_page().loose_ends
                     if "no longer has the evidence" in row.detail}  # fmt: skip
            assert loose == lacking

    @staticmethod
    def compare(part: Part, stored: Any) -> None:
        position = "said" if stored.position and stored.position.is_said else stored.position
        level = stored.impact_level.rung if stored.impact_level else None
        assert (stored.status, stored.rung.rung, position, level) == (
            part.status, part.rung, part.position, part.level
        )
        assert (stored.due_on, stored.first_due_on, stored.answered_on) == (part.due, part.first_due, part.answered)
        assert (stored.closed_on, stored.reopened_on) == (part.closed, part.reopened)


def run(tmp_path, monkeypatch, examples, steps):
    monkeypatch.setattr("scrutineer.storage.key.ROUNDS", 1)
    monkeypatch.setattr(Courses, "path", tmp_path / "machine.scrutiny", raising=False)
    run_state_machine_as_test(Courses, settings=settings(
        max_examples=examples, stateful_step_count=steps, deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    ))  # fmt: skip


def test_no_order_of_steps_leads_anywhere_that_the_model_forbids(tmp_path, monkeypatch):
    run(tmp_path, monkeypatch, examples=12, steps=40)


@pytest.mark.slow
def test_nor_do_many_more_of_them(tmp_path, monkeypatch):
    run(tmp_path, monkeypatch, examples=300, steps=100)
