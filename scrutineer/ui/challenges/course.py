"""The plain steps of the state table as small sheets, each with the fields that its step fills in.

One table says what each sheet asks; the rules are the domain's, and the register refuses what is missing.
A step without a day of its own may be back-dated: it is noted on the day on which it was taken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from scrutineer.domain.challenge import Addressee
from scrutineer.domain.entity import said
from scrutineer.domain.step import DAY_OF, Step
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form


@dataclass(frozen=True, kw_only=True)
class Taking(Addressee):
    """What a step's sheet asks: the part as it would stand, and the day. It is never stored as such."""

    on: date | None = said("Taken on", None)

    @property
    def part(self) -> Addressee:
        """The part alone."""
        return Addressee(**{spec.name: getattr(self, spec.name) for spec in fields(Addressee)})


class _Asking(NamedTuple):
    """What a sheet asks: its question, its fields, what stands in them at first, what is said afterwards."""

    question: str
    fields: tuple[str, ...]
    first: Callable[[Tools, Addressee], dict[str, Any]]
    done: str


def _today(name: str) -> Callable[[Tools, Addressee], dict[str, Any]]:
    return lambda tools, _part: {name: tools.register.today()}


def _asked_anew(tools: Tools, part: Addressee) -> dict[str, Any]:
    challenges = tools.register.challenges
    priority = challenges.get(part.challenge_id).priority
    return {"question": "", "meeting_id": None, "due_on": challenges.due_date(tools.register.today(), priority)}


def _put_again(tools: Tools, part: Addressee) -> dict[str, Any]:
    due_on = _asked_anew(tools, part)["due_on"]
    return {"due_on": due_on, "first_due_on": part.first_due_on or due_on}


_ASKED = {
    Step.ACKNOWLEDGE: _Asking(
        "When did they say that they have it?", ("acknowledged_on",), _today("acknowledged_on"), "{} acknowledged it."
    ),
    Step.ASK_MORE: _Asking(
        "What is still open, and by when do you ask for it?", ("question", "due_on", "on"), _asked_anew,
        "More was asked of {}.",
    ),
    Step.TEST: _Asking(
        "How will you see whether anything changed, and when?", ("test_plan", "test_on", "on"), lambda *_: {},
        "What changed at {} is now being tested.",
    ),
    Step.PUT: _Asking(
        "Its words stay as they are. By when do you ask for an answer?", ("due_on", "on"), _put_again,
        "It was put to {}.",
    ),
}  # fmt: skip


def ask(tools: Tools, parent: QWidget, step: Step, addressee_id: str) -> str:
    """Ask for what the step needs and take it; answers with what to say, "" when it was left."""
    register, asking = tools.register, _ASKED[step]
    part = register.challenges.part(addressee_id)
    name = register.challenges.party_name(part)
    first = asking.first(tools, part)
    form = Form(Taking, list(asking.fields), tools.desk, privacy=True, preview=False)
    form.load(as_taken(part, on=register.today(), **first))

    def save() -> None:
        now = as_taken(register.challenges.part(addressee_id), on=register.today(), **first)
        typed = form.replace(now)
        register.courses.take(step, typed.part, on=None if step in DAY_OF else typed.on)

    shown = sheet(
        tools, parent, f"{step.label}: {name}", asking.question, form, save,
        draft=f"{step.name.lower()}:{addressee_id}",
    )  # fmt: skip
    return asking.done.format(name) if shown.ask() else ""


def as_taken(part: Addressee, **over: Any) -> Taking:
    """A part as a sheet shows it."""
    return Taking(**{spec.name: getattr(part, spec.name) for spec in fields(Addressee)} | over)
