"""The steps of the state table as small sheets, each with the fields that its step fills in.

One table says what each sheet asks; the rules are the domain's, and the register refuses what is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from scrutineer.domain.challenge import Addressee, ImpactLevel, Outcome, Status
from scrutineer.domain.lifecycle import HIGHEST_WITHOUT_EVIDENCE, RUNGS_OF, WITHOUT_TEST, Step
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.editors import editor_for
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.form import Asked, Form

_HIGHEST = HIGHEST_WITHOUT_EVIDENCE.rung


class _Asking(NamedTuple):
    """What a sheet asks: its question, its fields, what stands in them at first, what is said afterwards."""

    question: str
    fields: tuple[str, ...]
    first: Callable[[Tools, Addressee], dict[str, Any]]
    done: str


def _today(name: str) -> Callable[[Tools, Addressee], dict[str, Any]]:
    return lambda tools, _part: {name: tools.register.today()}


def _more(tools: Tools, part: Addressee) -> dict[str, Any]:
    challenges = tools.register.challenges
    priority = challenges.get(part.challenge_id).priority
    return {"question": "", "meeting_id": None, "due_on": challenges.due_date(tools.register.today(), priority)}


def _ending(tools: Tools, part: Addressee) -> dict[str, Any]:
    outcomes = _outcomes(part)
    only = outcomes[0] if len(outcomes) == 1 else None
    return {"closed_on": tools.register.today(), "outcome": only}


_ASKED = {
    Step.ACKNOWLEDGE: _Asking(
        "When did they say that they have it?", ("acknowledged_on",), _today("acknowledged_on"), "{} acknowledged it."
    ),
    Step.ASK_MORE: _Asking(
        "What is still open, and by when do you ask for it?", ("question", "due_on"), _more, "More was asked of {}."
    ),
    Step.TEST: _Asking(
        "How will you see whether anything changed, and when?", ("test_plan", "test_on"), lambda *_: {},
        "What changed at {} is now being tested.",
    ),
    Step.CLOSE: _Asking(
        "With what does it end, and what changed? “None seen yet” is an honest answer.",
        ("what_changed", "outcome", "impact_level", "closed_on"), _ending, "The part of {} is closed.",
    ),
}  # fmt: skip


def ask(tools: Tools, parent: QWidget, step: Step, addressee_id: str) -> str:
    """Ask for what the step needs and take it; answers with what to say, "" when it was left."""
    register, asking = tools.register, _ASKED[step]
    part = register.challenges.part(addressee_id)
    name = register.challenges.party_name(part)
    first = asking.first(tools, part)
    form = Form(Addressee, [_field(tools, part, field) for field in asking.fields], tools.desk, privacy=True)
    form.load(replace(part, **first))

    def save() -> None:
        register.challenges.take(step, form.replace(replace(register.challenges.part(addressee_id), **first)))

    shown = sheet(
        tools, parent, f"{step.value}: {name}", asking.question, form, save,
        draft=f"{step.name.lower()}:{addressee_id}",
    )  # fmt: skip
    return asking.done.format(name) if shown.ask() else ""


def _field(tools: Tools, part: Addressee, name: str) -> Asked:
    """A field's editor; outcomes and levels that would be refused are not offered."""
    if name == "outcome":
        outcomes = [Option(one.value, one.label) for one in _outcomes(part)]
        return name, ChoiceField(outcomes, convert=Outcome)
    if name == "impact_level":
        levels = [Option(one.value, one.label) for one in ImpactLevel if one.rung <= _HIGHEST]
        return name, ChoiceField(levels, convert=ImpactLevel)
    return name, editor_for(Addressee, name, tools.desk, preview=False)


def _outcomes(part: Addressee) -> list[Outcome]:
    """Straight after an answer there is one; the others say what was tested, as far as levels go without evidence."""
    if part.status is Status.RESPONDED:
        return sorted(WITHOUT_TEST)
    return [one for one in Outcome if min(RUNGS_OF.get(one, {0})) <= _HIGHEST]
