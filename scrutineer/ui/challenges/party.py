"""One party's part of a challenge, written on the detail: its own words, my view, actions, next steps.

Which steps there are is told by the state table; here they get their order, and the most natural one its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Quality, Status, clock
from scrutineer.domain.dates import WorkingDays, day_month, short_date
from scrutineer.domain.entity import label_of
from scrutineer.domain.lifecycle import Step
from scrutineer.domain.reply import Channel, Reply, Response
from scrutineer.domain.text import counted, listed
from scrutineer.register.dossier import Dossier, Heard, Part
from scrutineer.ui.tools import look_of
from scrutineer.ui.widgets import steps
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.steps import NextSteps

_ORDER = (Step.ANSWER, Step.ACKNOWLEDGE, Step.AGREE_ACTION, Step.ASK_MORE, Step.TEST, Step.CLOSE)
_TOGETHER = {
    Channel.LETTER: "in one letter with", Channel.EMAIL: "in one e-mail with",
    Channel.FORM: "in one form with", Channel.SPOKEN: "said together with",
}  # fmt: skip
_WITH_AN_ACTION = (
    steps.Step("done", "Reported done"), steps.Step("change_action", "Change it", quiet=True),
    steps.Step("drop", "Drop with a reason", quiet=True),
)  # fmt: skip
_STATUS_TOLD = frozenset({Status.FURTHER_INFORMATION, Status.ACTION_AGREED, Status.TESTING_IMPACT, Status.WITHDRAWN})


class Natural(NamedTuple):
    """The step that comes next by itself, and the party that it concerns."""

    addressee_id: str
    code: str


class Sheet(Protocol):
    """What a part is written on."""

    asked: SignalInstance

    def party(self, name: str, chips: Sequence[Chip], aside: str = "") -> None: ...
    def section(self, label: str) -> None: ...
    def chips(self, chips: Sequence[Chip], aside: str = "") -> None: ...
    def words(self, text: str, role: str = "") -> None: ...
    def quote(self, html: str) -> None: ...
    def labelled(self, label: str, text: str, *, is_private: bool = False) -> None: ...
    def narrative(self, text: str) -> None: ...
    def add(self, widget: QWidget) -> None: ...


def code_of(step: Step) -> str:
    """The code by which a step of the table is asked for: `ask_more`."""
    return step.name.lower()


def natural_step(parts: Sequence[Part]) -> Natural:
    """What is for me to do first; failing that, the answer that will come; "" when everything has ended."""
    for one in parts:
        if code := _mine(one):
            return Natural(one.part.id, code)
    awaited = next((one.part.id for one in parts if one.part.status.awaits_answer), "")
    return Natural(awaited, code_of(Step.ANSWER))


def _mine(one: Part) -> str:
    status = one.part.status
    if status is Status.RESPONDED:
        view = one.answers[-1].response.quality if one.answers else None
        if view is None and one.answers:
            return "view"
        return code_of(Step.AGREE_ACTION if view in {Quality.FULL, None} else Step.ASK_MORE)
    if status is Status.ACTION_AGREED:
        ready = any(offer.step is Step.TEST and not offer.waits for offer in one.offers)
        return code_of(Step.TEST) if ready else ""
    return code_of(Step.CLOSE) if status is Status.TESTING_IMPACT else ""


class PartySheet:
    """Writes one part."""

    def __init__(self, sheet: Sheet, one: Part, dossier: Dossier, today: date, calendar: WorkingDays) -> None:
        self._sheet = sheet
        self._one = one
        self._whole = dossier.challenge
        self._is_alone = len(dossier.parts) == 1
        self._today = today
        self._calendar = calendar

    def write(self, natural: Natural | None) -> None:
        """From the party's name to its next steps; `natural` is the one among them that stands out."""
        part = self._one.part
        self._sheet.party(self._one.name, self._chips(), ", ".join(self._aside()))
        for heard in self._one.answers:
            self._answer(heard)
        if part.status is Status.FURTHER_INFORMATION:
            self._labelled("question")
        for action in self._one.actions:
            self._action(action)
        if part.test_plan:
            self._labelled("test_plan", f" · {short_date(part.test_on)}" if part.test_on else "")
        if part.status.is_ended:
            self._ending()
        offered = self._steps(natural.code if natural else "")
        if offered:
            self._offer(part.id, offered)

    def _chips(self) -> list[Chip]:
        part = self._one.part
        found = [Chip(part.position.label)] if part.position and self._one.answers else []
        if part.status in _STATUS_TOLD:
            found.append(Chip(part.status.label))
        if part.status.awaits_answer:
            found.append(Chip(clock(part.due_on, self._today, self._calendar)))
        if part.outcome:
            found.append(Chip(part.outcome.label))
        return found or [Chip(part.status.label)]

    def _aside(self) -> list[str]:
        part, found = self._one.part, []
        if part.contact_role:
            found.append(f"for the attention of {part.contact_role}")
        if self._one.answers and part.answered_on:
            found.append(day_month(part.answered_on))
        if self._one.answers:
            heard = self._one.answers[-1]
            if heard.also:
                found.append(f"{_TOGETHER[heard.reply.channel]} {listed(heard.also)}")
            if heard.reply.as_i_heard_it:
                found.append("as I heard it")
        if part.status.awaits_answer and part.acknowledged_on:
            found.append(f"acknowledged {day_month(part.acknowledged_on)}")
        if self._one.dates_moved:
            times = {1: "once", 2: "twice"}.get(self._one.dates_moved) or counted(self._one.dates_moved, "time")
            found.append(f"date moved {times}")
        if part.status.awaits_answer and self._one.chased_on:
            found.append(f"chased {day_month(self._one.chased_on)}")
        return found

    def _answer(self, heard: Heard) -> None:
        response, reply = heard.response, heard.reply
        if response.text.strip():
            self._sheet.quote(look_of(response.text).html)
        about = _about(reply, is_alone=not response.text.strip())
        if about:
            self._sheet.words(about, "small")
        if response.quality:
            day = f" · {day_month(response.judged_on)}" if response.judged_on else ""
            mine = f"{label_of(Response, 'my_view')}: {response.quality.label}{day}"
            if response.my_view.strip():
                self._sheet.labelled(mine, response.my_view, is_private="my_view" in response.private)
            else:
                self._sheet.section(mine)

    def _action(self, action: Action) -> None:
        due = f"due {day_month(action.due_on)}" if action.due_on and not action.status.is_settled else ""
        if action.is_overdue(self._today):
            due = f"awaited since {day_month(action.due_on)}"
        if due and action.first_due_on not in {action.due_on, None}:
            due += f", at first {day_month(action.first_due_on)}"
        known = f"known by: {action.measure}" if action.measure else ""
        done = f"reported {day_month(action.done_on)}" if action.done_on else ""
        self._sheet.section("Action agreed")
        self._sheet.narrative(action.text)
        self._sheet.chips([Chip(action.status.label)], " · ".join(filter(None, (action.owner_role, due, done, known))))
        self._sheet.narrative(action.dropped_because)
        if not action.status.is_settled:
            self._offer(action.id, _WITH_AN_ACTION)

    def _ending(self) -> None:
        part = self._one.part
        level = f": {part.impact_level.label}" if part.impact_level else ""
        day = f" · {short_date(part.closed_on)}" if part.closed_on else ""
        if part.what_changed.strip():
            self._labelled("what_changed", f"{level}{day}")
        elif part.status is Status.WITHDRAWN and part.withdrawn_because != self._whole.withdrawn_because:
            self._labelled("withdrawn_because", day)
            if part.told:
                self._sheet.words(f"Told: {part.told}", "small")

    def _labelled(self, name: str, after: str = "") -> None:
        part = self._one.part
        self._sheet.labelled(
            f"{label_of(Addressee, name)}{after}", getattr(part, name), is_private=name in part.private
        )

    def _steps(self, natural: str) -> list[steps.Step]:
        """What may be done with the part, and last, quietly, what may be done with it at any time."""
        status, found = self._one.part.status, []
        if status is Status.RESPONDED and self._one.answers:
            found.append(steps.Step("view", "Give my view", primary=natural == "view"))
        if status is Status.ACTION_AGREED:
            found.append(steps.Step("add_action", "Add an action"))
        for offer in sorted(self._one.offers, key=lambda offer: _ORDER.index(offer.step)):
            code = code_of(offer.step)
            found.append(steps.Step(code, offer.step.value, offer.waits, primary=code == natural))
        if status.awaits_answer:
            found += [steps.Step("chase", "Note a chase"), steps.Step("move_date", "Move the date")]
        if status is not Status.DRAFT and not status.is_ended:
            found.append(steps.Step("note", "Add a note", quiet=True))
            if not self._is_alone:
                found.append(steps.Step("withdraw_part", "Withdraw this part", quiet=True))
        return found

    def _offer(self, id_: str, offered: Sequence[steps.Step]) -> None:
        row = NextSteps(offered)
        row.taken.connect(lambda code: self._sheet.asked.emit(code, id_))
        self._sheet.add(row)


def _about(reply: Reply, *, is_alone: bool) -> str:
    """Who sent it, under what subject and where it is kept; for an answer without words, also how it came."""
    found = [reply.channel.label] if is_alone else []
    if reply.sender:
        found.append(f"from {reply.sender}")
    if reply.subject:
        found.append(f"“{reply.subject}”")
    if reply.where_kept:
        found.append(f"kept: {reply.where_kept}")
    if reply.minute_ref:
        found.append(f"minute {reply.minute_ref}")
    return " · ".join(found)
