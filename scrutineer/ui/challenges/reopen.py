"""What had ended begins again: asked anew, with a new action, or, where it was withdrawn, taken up to be put again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from PySide6.QtWidgets import QWidget

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import said
from scrutineer.domain.step import Step
from scrutineer.ui.challenges.agree import ActionsField
from scrutineer.ui.challenges.rows import beside
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Asked, Form


@dataclass(frozen=True, kw_only=True)
class Reopening(Addressee):
    """What the sheets ask: the part as it would stand, and new actions. It is never stored as such."""

    actions: tuple[Action, ...] = said("What will be done", ())

    @property
    def part(self) -> Addressee:
        """The part alone."""
        return Addressee(**{spec.name: getattr(self, spec.name) for spec in fields(Addressee)})


def ask_again(tools: Tools, parent: QWidget, addressee_id: str) -> str:
    """Ask why what was closed is asked again, and by when an answer is wanted."""
    challenges = tools.register.challenges
    priority = challenges.get(challenges.part(addressee_id).challenge_id).priority
    due_on = challenges.due_date(tools.register.today(), priority)
    asking = _Asking(Step.ASK_AGAIN, ("reopened_because", "due_on"), "{} is asked again.", due_on=due_on,
                     meeting_id=None)  # fmt: skip
    return asking.ask(tools, parent, addressee_id)


def act_again(tools: Tools, parent: QWidget, addressee_id: str) -> str:
    """Ask why what was closed needs another action, and which."""
    return _Asking(Step.ACT_AGAIN, ("reopened_because", "actions"), "{} acts again.").ask(tools, parent, addressee_id)


def take_up(tools: Tools, parent: QWidget, addressee_id: str) -> str:
    """Ask why what was withdrawn is taken up again; it is then to be put again."""
    done = "Taken up again with {}: it is to be put again."
    return _Asking(Step.TAKE_UP, ("reopened_because",), done).ask(tools, parent, addressee_id)


class _Asking:
    """One of the three sheets: its step, what it asks, what is said afterwards, and what stands in it at first."""

    def __init__(self, step: Step, asked: Sequence[str], done: str, **first: Any) -> None:
        self._step = step
        self._asked = (*asked, "reopened_on")
        self._done = done
        self._first = first

    def ask(self, tools: Tools, parent: QWidget, addressee_id: str) -> str:
        register, step = tools.register, self._step
        part = register.challenges.part(addressee_id)
        name = register.challenges.party_name(part)
        made: list[Asked] = [(one, ActionsField(tools.desk)) if one == "actions" else one for one in self._asked]
        form = Form(Reopening, made, tools.desk, privacy=True, preview=False)
        form.load(self._begun(part, tools))
        save = self._saving(tools, form, addressee_id)
        shown = sheet(
            tools, parent, f"{step.label}: {name}", ended_on(part), form, save,
            draft=f"{step.name.lower()}:{addressee_id}",
        )  # fmt: skip
        return self._done.format(name) if shown.ask() else ""

    def _begun(self, part: Addressee, tools: Tools) -> Reopening:
        values = {spec.name: getattr(part, spec.name) for spec in fields(Addressee)}
        first = {"reopened_because": "", "reopened_on": tools.register.today()} | self._first
        private = tuple(name for name in part.private if name != "reopened_because")
        return Reopening(**values | first | {"private": private})

    def _saving(self, tools: Tools, form: Form, addressee_id: str) -> Callable[[], None]:
        courses = tools.register.courses

        def save() -> None:
            typed = form.replace(self._begun(courses.part(addressee_id), tools))
            known = {*self._asked, "status"}
            beside(self._asked[-2], known, lambda: courses.reopen(self._step, typed.part, typed.actions))

        return save


def ended_on(part: Addressee) -> str:
    """`It ended on 3 Oct 2026: Practice changed. That stays on record.`"""
    when = f" on {short_date(part.closed_on)}" if part.closed_on else ""
    outcome = f": {part.outcome.label}" if part.outcome else ""
    return f"It ended{when}{outcome}. That stays on record."
