"""“Withdraw”: end a whole challenge before an outcome; why, and who was told, are kept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from scrutineer.domain.challenge import Challenge, Status
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Asked, Form


def ask(tools: Tools, parent: QWidget, challenge_id: str) -> str:
    """Ask why a challenge is withdrawn, who was told, and when."""
    challenges = tools.register.challenges
    challenge = replace(challenges.get(challenge_id), closed_on=tools.register.today())
    fields: list[Asked] = ["withdrawn_because", "told", "closed_on"]
    if challenge.status is Status.DRAFT:
        fields.remove("told")
    form = Form(Challenge, fields, tools.desk, preview=False)
    form.load(challenge)

    def save() -> None:
        typed = form.replace(challenge)
        challenges.withdraw(challenge_id, typed.withdrawn_because, typed.told, typed.closed_on)

    shown = sheet(
        tools, parent, "Withdraw", challenge.title, form, save, save_words="Withdraw it",
        draft=f"withdraw:{challenge_id}",
    )  # fmt: skip
    return f"{challenge.reference} is withdrawn." if shown.ask() else ""
