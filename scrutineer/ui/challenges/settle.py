"""How a step on the ladder ended: resolved or not, when, and what came of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from scrutineer.domain.dates import short_date
from scrutineer.domain.escalation import EscalationStep
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form


def ask(tools: Tools, parent: QWidget, step_id: str) -> str:
    """Ask how a step ended; the part itself stays where it stands."""
    register, escalations = tools.register, tools.register.escalations
    step = escalations.get(step_id)
    name = register.challenges.party_name(register.challenges.part(step.addressee_id))
    rung = escalations.rung(step.stage).called
    form = Form(EscalationStep, ["outcome", "outcome_on", "words"], tools.desk, privacy=True, preview=False)
    form.load(replace(step, outcome_on=register.today()))

    def save() -> None:
        typed = form.replace(replace(escalations.get(step_id), outcome_on=register.today()))
        with register.desk.act():
            settled = escalations.settle(step_id, typed.outcome, typed.outcome_on, typed.words)
            escalations.save(replace(settled, private=typed.private))

    stepped = f"{rung}, since {short_date(step.stepped_on)}." if step.stepped_on else f"{rung}."
    shown = sheet(
        tools, parent, f"How it ended: {name}", stepped, form, save, draft=f"settle:{step_id}",
    )  # fmt: skip
    if not shown.ask():
        return ""
    outcome = escalations.get(step_id).outcome
    return f"{rung}: {outcome.label}." if outcome else ""
